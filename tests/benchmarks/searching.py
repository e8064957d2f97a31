"""Measure a keystroke of the page's search in a list of ten thousand rows, the processor slowed six times, in real Chromium."""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measuring import ROOT

ROWS, SLOWER = 10_000, 6
TYPED = ("d", "da", "dan", "dang", "dang t", "dang thi", "dang thi h", "dang thi huong", "Đặng", "Đạt", "buon ea", "xyz", "nguyen van a")
STROKE = """typed => { const input = document.querySelector('#tim'); input.value = typed; const begun = performance.now();
    input.dispatchEvent(new Event('input')); return performance.now() - begun; }"""


def page(folder: Path) -> Path:
    """Write a page with a long list of invented names and the site's own script and style, and return it."""
    shutil.copytree(ROOT / "themes" / "congkhai" / "static", folder / "theme")
    family = ("Nguyễn Văn", "Đặng Thị", "Trần Thị", "Y Blŭ", "Lê Đạt")
    given = ("An", "Bình", "Hương", "Đạt", "Dát", "Yến", "Ánh", "Sơn", "Lành")
    rows = "\n".join(
        f"<tr><th scope=row>{family[number % 5]} {given[number * 7 % 9]}</th><td>Buôn Ea {number % 12}</td><td>{number % 7}</td></tr>"
        for number in range(ROWS)
    )
    made = folder / "list.html"
    made.write_text(
        f'<!DOCTYPE html><meta charset=utf-8><link rel=stylesheet href=theme/css/site.css><script src=theme/js/view.js></script>'
        f'<script src=theme/js/site.js defer></script><div class=search data-search=ds hidden><input id=tim>'
        f'<p role=status data-found="{{n}}" data-none="0"></p></div><div id=ds><table class=grid><tbody>{rows}</table></div>', "utf-8")
    return made


def keystrokes() -> list[str]:
    """Return lines that tell what each keystroke took."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - needed by nobody who doesn't measure this

    with tempfile.TemporaryDirectory() as place, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        shown = browser.new_page()
        shown.goto(page(Path(place)).as_uri())
        shown.wait_for_timeout(6000)
        shown.context.new_cdp_session(shown).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        found = {typed: shown.evaluate(STROKE, typed) for typed in TYPED}
        browser.close()
    told = ", ".join(f"{typed!r} {took:.1f}" for typed, took in found.items())
    return [(f"search in {ROWS} rows, processor {SLOWER} times slower: median {statistics.median(found.values()):.1f} ms a keystroke, "
             f"longest {max(found.values()):.1f} ms ({told})")]


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in keystrokes())
