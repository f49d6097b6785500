// Select2 gives the box that shows a choice no name; it takes the one of the field's label.
"use strict";

function nameChoices() {
  for (const box of document.querySelectorAll(".select2-selection__rendered:not([aria-label])")) {
    const select = box.closest(".select2-container").previousElementSibling;
    const name = select?.getAttribute("aria-label") || select?.labels?.[0]?.textContent.trim();
    if (name) box.setAttribute("aria-label", name);
  }
}

addEventListener("load", () => setTimeout(nameChoices)); // behind Select2, which waits for its turn, too
document.addEventListener("formset:added", () => setTimeout(nameChoices));
