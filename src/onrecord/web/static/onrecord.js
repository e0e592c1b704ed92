// What pages do beyond links and forms: sliders beside days, names suggested while typing, empty fields left out of addresses.
"use strict";
(() => {
  const DAY = 86400000;
  const iso = (time) => new Date(time).toISOString().slice(0, 10);

  function addSlider(input) {
    const first = Date.parse(input.dataset.first), last = Date.parse(input.dataset.last);
    if (!(last > first) || input.dataset.slides) return;
    input.dataset.slides = "yes";
    const slider = document.createElement("input");
    slider.type = "range";
    slider.min = 0;
    slider.max = Math.round((last - first) / DAY);
    const label = document.querySelector(`label[for="${input.id}"]`);
    slider.setAttribute("aria-label", `${label ? label.textContent : input.name}, as a slider`);
    const follow = () => {
      const time = Date.parse(input.value);
      slider.value = Number.isNaN(time) ? slider.max : Math.round((time - first) / DAY);
      slider.setAttribute("aria-valuetext", input.value || "the latest day");
    };
    slider.addEventListener("input", () => {
      input.value = iso(first + slider.value * DAY);
      slider.setAttribute("aria-valuetext", input.value);
    });
    input.addEventListener("change", follow);
    follow();
    input.after(slider);
  }

  function suggestNames(input) {
    const list = document.createElement("datalist");
    list.id = `${input.id || input.name}-names`;
    input.after(list);
    input.setAttribute("list", list.id);
    let waiting = 0;
    const ask = async () => {
      const url = `/api/names?role=${encodeURIComponent(input.dataset.names)}&like=${encodeURIComponent(input.value)}`;
      const answer = await fetch(url);
      if (!answer.ok) return;
      list.replaceChildren(...(await answer.json()).map((name) => Object.assign(document.createElement("option"), { value: name })));
    };
    input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 180); });
    input.addEventListener("focus", ask, { once: true });
  }

  function begin(root) {
    if (location.search && matchMedia("(max-width: 40rem)").matches) root.querySelectorAll("details.asking").forEach((one) => { one.open = false; });
    root.querySelectorAll("input[data-first]").forEach(addSlider);
    root.querySelectorAll("input[data-names]").forEach(suggestNames);
  }

  // On a phone the row of pages is longer than the window: the page that is shown comes into view.
  function showCurrent() {
    const row = document.querySelector(".top nav"), here = row && row.querySelector("[aria-current]");
    if (here && row.scrollWidth > row.clientWidth) row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }

  document.addEventListener("DOMContentLoaded", () => { begin(document); showCurrent(); });
  document.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData.entries()]) if (value === "") event.formData.delete(name);
  });
  document.addEventListener("htmx:configRequest", (event) => {
    const given = event.detail.formData || event.detail.parameters;
    for (const [name, value] of [...given.entries()]) if (value === "") given.delete(name);
  });
})();
