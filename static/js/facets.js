// Narrows the values of a long facet while one types. Without this script the form leads to the facet's own page.
"use strict";

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function narrow(facet, sought) {
  const words = fold(sought).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const link of facet.querySelectorAll(".facet__value")) {
    const label = fold(link.querySelector(".facet__label").textContent);
    const matches = words.every((word) => label.includes(word));
    link.parentElement.hidden = !matches;
    shown += matches;
  }
  return shown;
}

for (const form of document.querySelectorAll("[data-facet-find]")) {
  const facet = form.closest(".facet");
  const field = form.querySelector("[type=search]");
  const none = form.querySelector("[data-none]");
  const rest = facet?.querySelector(".facet__more");
  let folded = true;
  field.addEventListener("input", () => {
    const shown = narrow(facet, field.value);
    none.textContent = shown ? "" : none.dataset.none;
    if (!rest) return;
    if (!facet.classList.contains("facet--sought")) folded = !rest.open;
    facet.classList.toggle("facet--sought", field.value !== "");
    rest.open = field.value !== "" || !folded;
  });
}
