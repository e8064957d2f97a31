// Optional help on pages that name persons: search by name, accents or none; and no names after their last day.
"use strict";
(() => {
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").replace(/ƀ/gi, "b").toLowerCase().replace(/\s+/g, " ").trim();
  const plain = (text) => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

  // The day in Việt Nam, in case nobody rebuilt the site after the names' last day.
  const today = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);
  for (const list of document.querySelectorAll("[data-until]")) {
    if (today <= list.dataset.until) continue;
    const said = document.createElement("p");
    said.className = "note";
    said.textContent = list.dataset.gone;
    const persons = list.querySelectorAll("[data-person]");
    for (const person of persons) person.textContent = list.dataset.withheld;
    if (persons.length) list.prepend(said);
    else {
      list.replaceChildren(said);
      document.querySelector("[data-search]")?.remove();
    }
  }

  for (const box of document.querySelectorAll("[data-search]")) {
    const list = document.getElementById(box.dataset.search);
    const input = box.querySelector("input"), said = box.querySelector("[role=status]");
    const rows = Array.from(list.querySelectorAll("tbody tr"), (row, place) => {
      const part = row.closest(".hamlet");
      const cells = Array.from(row.cells, (cell) => cell.textContent).join(" ");
      const texts = part ? [cells, part.querySelector("h3").firstChild.textContent] : [cells];
      return { row, place, part, body: row.parentNode, folded: texts.map((text) => " " + fold(text)), exact: texts.map((text) => " " + plain(text)) };
    });
    const parts = new Set(rows.map((one) => one.part).filter(Boolean));
    // Every word typed begins a word of the line, or every one begins a word of the hamlet's name.
    const holds = (texts, words) => texts.some((text) => words.every((word) => text.includes(" " + word)));
    const run = () => {
      const exact = plain(input.value), folded = fold(input.value), words = folded.split(" "), marked = exact !== folded;
      const shown = new Map();
      let count = 0;
      for (const one of rows) {
        const hit = holds(one.folded, words);
        one.row.hidden = !hit;
        one.first = hit && marked && holds(one.exact, exact.split(" "));
        one.row.classList.toggle("first-match", one.first);
        if (hit) {
          count += 1;
          if (one.part) shown.set(one.part, shown.get(one.part) || one.first);
        }
      }
      for (const part of parts) part.hidden = !shown.has(part);
      const bodies = new Set(rows.map((one) => one.body));
      for (const body of bodies) {
        const own = rows.filter((one) => one.body === body);
        own.sort((a, b) => (marked ? b.first - a.first : 0) || a.place - b.place);
        if (marked || body.dataset.moved) body.append(...own.map((one) => one.row));
        body.dataset.moved = marked ? "1" : "";
      }
      const order = Array.from(parts).sort((a, b) => (shown.get(b) || false) - (shown.get(a) || false) || rows.find((r) => r.part === a).place - rows.find((r) => r.part === b).place);
      if (marked || list.dataset.moved) list.append(...order);
      list.dataset.moved = marked ? "1" : "";
      said.textContent = !folded ? "" : count ? said.dataset.found.replace("{n}", count) : said.dataset.none;
    };
    input.addEventListener("input", run);
    for (const hint of document.querySelectorAll("[data-unscripted]")) hint.hidden = true;
    box.hidden = false;
  }
})();
