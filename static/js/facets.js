// Shows the values of a long facet that one types a part of. Without this script the form leads to the facet's own page.
"use strict";

const PAUSE = 150; // milliseconds after the last key

for (const form of document.querySelectorAll(".facet [data-facet-find]")) {
  const field = form.querySelector("[type=search]");
  const said = form.querySelector("[role=status]");
  const list = form.closest(".facet").querySelector(".facet__values");
  const commonest = [...list.children];
  let timer = 0;
  let asked = "";

  async function find() {
    const words = field.value.trim();
    if (words === asked) return;
    asked = words;
    if (!words) return show(commonest, "");
    const response = await fetch(`${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`);
    if (!response.ok) throw new Error(response.statusText);
    if (words !== asked) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (words !== asked) return;
    const found = page.querySelectorAll(".facet-page__values > li");
    show([...found].slice(0, commonest.length), page.querySelector(".results__total").textContent);
  }

  function show(values, sum) {
    list.replaceChildren(...values);
    said.textContent = sum;
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => find().catch(() => { asked = ""; }), PAUSE);
  });
}
