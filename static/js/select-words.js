// Words selected in the text fill the form beside it. Offsets count code points of the text, not the browser's UTF-16
// units; a sign that stands for an unseen character counts as the one character that it stands for.
"use strict";

const text = document.querySelector("[data-words]");
const panel = document.querySelector("[data-selection]");

function plain(range) {
  const part = range.cloneContents();
  for (const sign of part.querySelectorAll(".unseen")) sign.textContent = "\u0000";
  return part.textContent;
}

function upTo(node, offset) {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(node, offset);
  return plain(range);
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(text)) return null;
  if (!text.contains(range.startContainer)) range.setStart(text, 0);
  if (!text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length);
  const words = plain(range);
  const bare = words.trim();
  if (!bare) return null;
  const before = upTo(range.startContainer, range.startOffset) + words.slice(0, words.indexOf(bare));
  const start = [...before].length;
  return { start, end: start + [...bare].length, words: bare.replaceAll("\u0000", "") };
}

function fill({ start, end, words }) {
  const form = panel.querySelector("form");
  form.elements["selected-start"].value = start;
  form.elements["selected-end"].value = end;
  form.elements["selected-words"].value = words;
  panel.querySelector("[data-shown]").textContent = words;
  panel.classList.toggle("has-words", words !== "");
  panel.querySelector("[data-clear]").hidden = words === "";
}

if (text && panel) {
  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const found = selected();
      if (found) fill(found);
    }, 120);
  });
  // Browsers begin no selection on a link: while the mouse is down it is none. Where words were selected, it is not
  // followed either.
  text.addEventListener("mousedown", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.button) return;
    const address = link.getAttribute("href");
    link.draggable = false;
    link.removeAttribute("href");
    addEventListener("mouseup", () => link.setAttribute("href", address), { once: true, capture: true });
  });
  text.addEventListener("click", (event) => {
    if (event.target.closest("a") && !getSelection().isCollapsed) event.preventDefault();
  });
  for (const name of ["selected-start", "selected-end"]) {
    panel.querySelector(`[name="${name}"]`).addEventListener("input", () => {
      panel.querySelector('[name="selected-words"]').value = "";
      panel.querySelector("[data-shown]").textContent = "";
    });
  }
  panel.querySelector("[data-clear]").addEventListener("click", () => fill({ start: "", end: "", words: "" }));
}
