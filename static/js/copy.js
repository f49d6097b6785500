// Adds a button behind each text that is there to be copied. Without this script the text can still be selected.
"use strict";

async function copy(element) {
  if (navigator.clipboard) return navigator.clipboard.writeText(element.textContent.trim());
  getSelection().selectAllChildren(element); // where the page did not come by HTTPS
  document.execCommand("copy");
}

for (const element of document.querySelectorAll("[data-copy]")) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "copy" });
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  button.textContent = element.dataset.copy;
  button.addEventListener("click", async () => {
    status.textContent = "";
    await copy(element);
    status.textContent = element.dataset.copied;
  });
  const line = Object.assign(document.createElement("p"), { className: "copying" });
  line.append(button, " ", status);
  element.after(line);
}
