// What a reader chose of size and contrast, put on before the page is drawn; and the way from the search field to the search page.
"use strict";
(() => {
  const root = document.documentElement, sizes = ["1", "2", "3"];
  const kept = (key) => { try { return localStorage.getItem("congkhai-" + key); } catch { return null; } };
  // A private window, or a page opened from a folder, may keep nothing: the choice then lasts as long as the page.
  const keep = (key, value) => { try { localStorage.setItem("congkhai-" + key, value); } catch { /* nothing to be done */ } };
  const wear = () => {
    const contrast = document.querySelector("[data-choose=contrast]");
    contrast?.setAttribute("aria-pressed", root.dataset.contrast === "more");
  };

  root.classList.add("js");
  root.dataset.size = sizes.includes(kept("size")) ? kept("size") : "1";
  root.dataset.contrast = kept("contrast") === "more" ? "more" : "usual";
  document.addEventListener("DOMContentLoaded", wear);

  document.addEventListener("click", (event) => {
    const choice = event.target.closest?.("[data-choose]")?.dataset.choose;
    if (choice === "size") root.dataset.size = sizes[sizes.indexOf(root.dataset.size) + 1] || "1";
    else if (choice === "contrast") root.dataset.contrast = root.dataset.contrast === "more" ? "usual" : "more";
    else return;
    keep(choice, root.dataset[choice]);
    wear();
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    event.preventDefault();
    if (form.dataset.go) location.href = form.dataset.go + "?q=" + encodeURIComponent(form.querySelector("input").value);
  });
})();
