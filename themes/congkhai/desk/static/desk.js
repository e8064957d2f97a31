"use strict";
// Follows what changes on this computer, takes files that are dropped, and picks a cell in the table; every step works without it too.
(function () {
  var root = document.documentElement, mark = document.currentScript.getAttribute("data-mark"), dirty = false, lost = 0, left = -Infinity, picking = false;
  root.classList.add("js");
  document.addEventListener("input", function () { dirty = true; });
  function shown(name) { var found = document.querySelector(name); if (found) { found.hidden = false; } }
  // Whoever has just clicked or dropped something is on the way elsewhere: nothing may call that back.
  function leave() { left = performance.now(); }
  document.addEventListener("click", leave, true);
  document.addEventListener("submit", function (event) {
    leave();
    if (lost > 3) { event.preventDefault(); shown(".closed"); window.scrollTo(0, 0); return; }
    dirty = false;
  });
  function follow() {
    if (document.hidden) { return Promise.resolve(); }
    return fetch("/moc", { cache: "no-store" }).then(function (answer) {
      if (!answer.ok) { throw new Error("closed"); }
      return answer.text();
    }).then(function (now) {
      lost = 0;
      if (now === mark || picking || performance.now() - left < 5000) { return; }
      if (dirty || document.querySelector("iframe")) { shown(".fresh"); return; }
      location.replace(location.href);
    }).catch(function () {
      lost += 1;
      if (lost > 3) { shown(".closed"); }
    });
  }
  // Where the page says that something is being done, it is looked after more often.
  function later() {
    setTimeout(function () { follow().then(later); }, lost || !document.querySelector(".busy") ? 1000 : 250);
  }
  later();

  var step = document.querySelector(".way [aria-current]");
  if (step) { step.parentNode.parentNode.scrollLeft = step.offsetLeft - 40; }

  var place = document.querySelector("#tha"), pick = document.querySelector("#tep");
  if (place && pick) {
    pick.addEventListener("click", function () { picking = true; });
    pick.addEventListener("cancel", function () { picking = false; });
    pick.addEventListener("change", function () { if (pick.files.length) { dirty = false; leave(); place.submit(); } });
    ["dragenter", "dragover"].forEach(function (name) {
      document.addEventListener(name, function (event) { event.preventDefault(); place.classList.add("over"); });
    });
    document.addEventListener("dragleave", function (event) { if (!event.relatedTarget) { place.classList.remove("over"); } });
    document.addEventListener("drop", function (event) {
      event.preventDefault();
      place.classList.remove("over");
      if (event.dataTransfer.files.length) { pick.files = event.dataTransfer.files; dirty = false; leave(); place.submit(); }
    });
  }

  var table = document.querySelector(".sheet table");
  if (table) {
    var here = table.querySelector(".typed") || table.querySelector(".current");
    if (here) { here.scrollIntoView({ block: "center", inline: "center" }); window.scrollTo(0, 0); }
    table.addEventListener("click", function (event) {
      var cell = event.target.closest("td[data-o]");
      if (!cell || event.target.closest("a")) { return; }
      location.href = "/sua?d=" + encodeURIComponent(table.getAttribute("data-doubt")) + "&o=" + encodeURIComponent(cell.getAttribute("data-o"));
    });
  }

  var bar = document.querySelector("progress[data-follow]");
  if (bar) {
    setInterval(function () {
      fetch(bar.getAttribute("data-follow"), { cache: "no-store" }).then(function (answer) { return answer.json(); }).then(function (now) {
        bar.value = now.at + (now.total ? now.done / now.total : 0);
      }).catch(function () { return null; });
    }, 500);
  }
}());
