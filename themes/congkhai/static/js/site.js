// Optional help on pages with long lists: search, accents or none; and no names after their last day.
"use strict";
(() => {
  const clean = (text) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
  const plain = (text) => clean(text.normalize("NFC"));
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/ƀ/g, "b");
  const fold = (text) => bare(plain(text));
  // Lines shown at most, and those of them that stand there at once: as many as a phone shows above its keyboard and more, so that no keystroke waits.
  const MOST = 50, ATONCE = 10;

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
    for (const child of node.children) if (child.matches("h2, h3, h4, caption, thead")) copy.append(child.cloneNode(true));
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
    const shown = document.createElement("div"), parts = new Map(), titles = list.dataset.titles !== undefined;
    const exacts = [], owners = [], copies = [], bearers = new Map(), marks = new Int32Array(rows.length);
    let drawn = [], told = true, later = 0;
    shown.className = "found";

    const partOf = (row) => {
      const node = row.closest("section, [data-part]"), own = node && list.contains(node) && node !== list ? node : null;
      if (!parts.has(own)) {
        const text = own?.querySelector("h2, h3, h4")?.firstChild?.textContent || "";
        parts.set(own, { node: own, folded: " " + fold(text), exact: " " + plain(text) });
      }
      return parts.get(own);
    };
    const read = (row) => {
      const exact = plain(row.cells ? Array.from(row.cells, (cell) => cell.textContent).join(" ") : row.textContent);
      for (const word of bare(exact).split(" ")) {
        if (!bearers.has(word)) bearers.set(word, []);
        bearers.get(word).push(owners.length);
      }
      owners.push(partOf(row));
      exacts.push(" " + exact);
    };
    // A little at a time, so that a list of thousands keeps nobody waiting; what is typed meanwhile is sought in what is read.
    const readFor = (time) => {
      const end = performance.now() + time;
      while (owners.length < rows.length && performance.now() < end) read(rows[owners.length]);
      return owners.length === rows.length;
    };
    const readOn = () => {
      if (!readFor(6)) setTimeout(readOn, 20);
      else if (!told) run();
    };

    // Each line is marked with the words typed that begin one of its words: a bit for each.
    const mark = (words) => {
      marks.fill(0);
      for (const [word, places] of bearers) {
        words.forEach((typed, bit) => { if (word.startsWith(typed)) for (const place of places) marks[place] |= 1 << bit; });
      }
    };
    // Every word typed begins a word of the line, or all of them words of its part's heading; mixed, some here and some there.
    // Where headings are pages, one alone is an answer too.
    const find = (words, mixed) => {
      const all = 2 ** words.length - 1, hits = [];
      for (const part of parts.values()) {
        const lacking = words.reduce((bits, word, bit) => part.folded.includes(" " + word) ? bits : bits | 1 << bit, 0);
        part.alone = titles && !lacking;
        part.wanted = part.alone || (lacking && !mixed) ? all : lacking;
      }
      owners.forEach((part, place) => {
        if ((marks[place] & part.wanted) !== part.wanted) return;
        part.alone = false;
        hits.push(place);
      });
      return hits;
    };
    const exactly = (words) => (place) => words.every((word) => exacts[place].includes(word) || owners[place].exact.includes(word));
    // As many as are shown: those with the accents that were typed, and others.
    const divide = (hits, is) => {
      const first = [], others = [];
      for (let at = 0; at < hits.length && first.length < MOST; at += 1) {
        const side = is(hits[at]) ? first : others;
        if (side.length < MOST) side.push(hits[at]);
      }
      return [first, others.slice(0, MOST - first.length)];
    };

    const lay = (places, first) => {
      const made = document.createDocumentFragment(), bodies = new Map();
      for (const place of places) {
        const body = rows[place].parentNode, line = copies[place] ||= nameless(rows[place].cloneNode(true));
        if (!bodies.has(body)) {
          bodies.set(body, around(body, list));
          made.append(bodies.get(body).copy);
        }
        line.classList.toggle("first-match", first);
        bodies.get(body).inside.append(line);
      }
      return made;
    };
    // What stands there already is not drawn again.
    const draw = (alone, first, others) => {
      const wanted = [...alone, ...first, 0, ...others];
      if (wanted.length === drawn.length && wanted.every((one, at) => one === drawn[at])) return;
      drawn = wanted;
      shown.replaceChildren(...alone.map((part) => nameless(shell(part.node))), lay(first, true), lay(others, false));
    };

    const run = () => {
      // A list of a usual length is read whole at once.
      clearTimeout(later);
      told = readFor(rows.length > 2000 ? 2 : Infinity);
      const exact = plain(input.value), folded = fold(input.value), words = folded.split(" ").slice(0, 30);
      list.classList.toggle("searching", folded !== "");
      for (const link of keeping) link.search = folded ? "?q=" + encodeURIComponent(input.value) : "";
      if (!folded) {
        draw([], [], []);
        said.textContent = "";
        return;
      }
      mark(words);
      let hits = find(words, titles);
      if (!hits.length && !titles) hits = find(words, true);
      const alone = Array.from(parts.values()).filter((part) => part.alone);
      const [first, others] = divide(hits, exact === folded ? () => false : exactly(exact.split(" ").map((word) => " " + word)));
      draw(alone, first.slice(0, ATONCE), others.slice(0, Math.max(0, ATONCE - first.length)));
      later = setTimeout(draw, 150, alone, first, others);
      const count = hits.length + alone.length;
      said.textContent = !told ? "" : (count ? said.dataset.found.replace("{n}", count) : said.dataset.none)
        + (hits.length > MOST && said.dataset.more ? " " + said.dataset.more.replace("{n}", MOST) : "");
    };

    if (titles) for (const part of list.querySelectorAll("section, [data-part]")) partOf(part);
    list.prepend(shown);
    input.addEventListener("input", run);
    if (box.dataset.asked !== undefined) input.value ||= new URLSearchParams(location.search).get("q") || "";
    for (const hint of document.querySelectorAll("[data-unscripted]")) hint.hidden = true;
    box.hidden = false;
    input.addEventListener("focus", readOn, { once: true });
    if (input.value) {
      run();
      readOn();
    }
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
