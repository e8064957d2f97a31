// Optional help on pages with long lists: search, accents or none; and no names after their last day.
"use strict";
(() => {
  const clean = (text) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
  const plain = (text) => clean(text.normalize("NFC"));
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/ƀ/g, "b");
  const fold = (text) => bare(plain(text));
  const MOST = 50;

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

  // An empty copy of an element with its headings; and of all that stands around lines, up to the list.
  const shell = (node) => {
    const copy = node.cloneNode(false);
    for (const head of node.querySelectorAll(":scope > :is(h2, h3, h4, caption, thead)")) copy.append(head.cloneNode(true));
    return copy;
  };
  const around = (body, list) => {
    const inside = body.cloneNode(false);
    let copy = inside;
    for (let at = body.parentNode; body !== list && at !== list; at = at.parentNode) {
      const outer = shell(at);
      outer.append(copy);
      copy = outer;
    }
    return { copy: nameless(copy), inside };
  };
  const nameless = (copy) => {
    for (const one of [copy, ...copy.querySelectorAll("[id]")]) {
      one.removeAttribute("id");
      one.removeAttribute("aria-labelledby");
    }
    return copy;
  };

  const search = (box) => {
    const list = document.getElementById(box.dataset.search), rows = list.querySelectorAll("tbody tr, [data-row]");
    const input = box.querySelector("input"), said = box.querySelector("[role=status]"), keeping = document.querySelectorAll("[data-keep]");
    const shown = document.createElement("div"), lines = [], parts = new Map(), titles = list.dataset.titles !== undefined;
    shown.className = "found";

    const partOf = (row) => {
      const node = row.closest("section, [data-part]"), known = node && list.contains(node) && node !== list ? node : null;
      if (!parts.has(known)) {
        const text = known?.querySelector("h2, h3, h4")?.firstChild?.textContent || "";
        parts.set(known, { node: known, folded: " " + fold(text), exact: " " + plain(text) });
      }
      return parts.get(known);
    };
    const read = (row) => {
      const text = row.cells ? Array.from(row.cells, (cell) => cell.textContent).join(" ") : row.textContent;
      const exact = plain(text), part = partOf(row);
      lines.push({ row, part, exact: part.exact + " " + exact, folded: " " + bare(exact) });
    };
    // A little at a time, so that a list of thousands keeps nobody waiting.
    const readOn = () => {
      const end = performance.now() + 8;
      while (lines.length < rows.length && performance.now() < end) read(rows[lines.length]);
      if (lines.length < rows.length) setTimeout(readOn, 30);
    };

    // Every word typed begins a word of the line, or all of them words of its part's heading; mixed, some here and some there.
    // Where headings are pages, one alone is an answer too.
    const find = (words, exact, mixed) => {
      const first = [], others = [];
      for (const part of parts.values()) {
        const wanted = words.filter((word) => !part.folded.includes(word));
        part.alone = titles && !wanted.length;
        part.wanted = part.alone || (wanted.length && !mixed) ? words : wanted;
      }
      for (const one of lines) {
        if (!one.part.wanted.every((word) => one.folded.includes(word))) continue;
        one.part.alone = false;
        (exact && exact.every((word) => one.exact.includes(word)) ? first : others).push(one);
      }
      return { first, others, alone: Array.from(parts.values()).filter((part) => part.alone) };
    };

    const lay = (found, className) => {
      const places = new Map();
      for (const { row } of found) {
        const body = row.parentNode;
        if (!places.has(body)) {
          places.set(body, around(body, list));
          shown.append(places.get(body).copy);
        }
        const line = nameless(row.cloneNode(true));
        if (className) line.classList.add(className);
        places.get(body).inside.append(line);
      }
    };

    const run = () => {
      while (lines.length < rows.length) read(rows[lines.length]);
      const exact = plain(input.value), folded = fold(input.value), begin = (word) => " " + word;
      shown.replaceChildren();
      list.classList.toggle("searching", folded !== "");
      for (const link of keeping) link.search = folded ? "?q=" + encodeURIComponent(input.value) : "";
      if (!folded) {
        said.textContent = "";
        return;
      }
      const words = folded.split(" ").map(begin), typed = exact === folded ? null : exact.split(" ").map(begin);
      let { first, others, alone } = find(words, typed, titles);
      if (!first.length && !others.length && !titles) ({ first, others } = find(words, typed, true));
      for (const part of alone) shown.append(nameless(shell(part.node)));
      lay(first.slice(0, MOST), "first-match");
      lay(others.slice(0, Math.max(0, MOST - first.length)));
      const count = first.length + others.length + alone.length;
      said.textContent = (count ? said.dataset.found.replace("{n}", count) : said.dataset.none)
        + (first.length + others.length > MOST && said.dataset.more ? " " + said.dataset.more.replace("{n}", MOST) : "");
    };

    if (titles) for (const part of list.querySelectorAll("section, [data-part]")) partOf(part);
    list.prepend(shown);
    input.addEventListener("input", run);
    if (box.dataset.asked !== undefined) input.value ||= new URLSearchParams(location.search).get("q") || "";
    for (const hint of document.querySelectorAll("[data-unscripted]")) hint.hidden = true;
    box.hidden = false;
    if (input.value) run();
    else setTimeout(readOn, 200);
  };

  for (const box of document.querySelectorAll("[data-search]")) search(box);
})();

// The lines of a deep table open and close; where no script runs, all of them stand open.
(() => {
  for (const bar of document.querySelectorAll(".fold-all")) {
    const rows = Array.from(document.getElementById(bar.getAttribute("aria-controls")).tBodies[0].rows);
    const folds = rows.map((row) => row.querySelector(".fold"));
    const shut = bar.textContent;
    const is = (fold) => fold.getAttribute("aria-expanded") === "true";
    const draw = () => {
      let cut = Infinity;
      rows.forEach((row, place) => {
        const level = Number(row.dataset.level);
        row.hidden = level > cut;
        if (!row.hidden) cut = folds[place] && !is(folds[place]) ? level : Infinity;
      });
      bar.textContent = folds.some((fold) => fold && !is(fold)) ? bar.dataset.open : shut;
    };
    const all = (open) => {
      for (const fold of folds) fold?.setAttribute("aria-expanded", open);
      draw();
    };
    for (const fold of folds) fold?.addEventListener("click", () => {
      fold.setAttribute("aria-expanded", !is(fold));
      draw();
    });
    bar.addEventListener("click", () => all(bar.textContent !== shut));
    // An address that names a closed line opens the table before the browser goes there.
    addEventListener("hashchange", () => {
      const aim = document.getElementById(location.hash.slice(1));
      if (aim?.hidden) {
        all(true);
        aim.scrollIntoView();
      }
    });
  }
})();
