// Offers names, countries and meetings while one types into the search. Without this script the form works as well.
"use strict";

const WAIT = 150; // milliseconds after the last key

for (const form of document.querySelectorAll("[data-suggestions]")) {
  const field = form.querySelector("[type=search]");
  const list = Object.assign(document.createElement("datalist"), { id: `${field.id}-suggestions` });
  let timer = 0;
  let asked = "";
  form.append(list);
  field.setAttribute("list", list.id);

  async function suggest() {
    const words = field.value.trim();
    if (words === asked) return;
    asked = words;
    if (words.length < 2) return list.replaceChildren();
    const response = await fetch(`${form.dataset.suggestions}?${new URLSearchParams({ q: words })}`);
    if (!response.ok || words !== asked) return;
    const { suggestions } = await response.json();
    list.replaceChildren(...suggestions.map(({ label, kind }) => Object.assign(document.createElement("option"), { value: label, label: kind })));
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => suggest().catch(() => {}), WAIT);
  });
}
