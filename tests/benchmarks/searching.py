"""Measure a keystroke of the page's search in a list of ten thousand rows, the processor slowed six times, in real Chromium."""

from __future__ import annotations

import importlib.util
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.measuring import ROOT
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.table import Row, missing

ROWS, HAMLETS, SLOWER, ROUNDS = 10_000, 12, 6, 7
TYPED = ("d", "da", "dan", "dang", "dang t", "dang thi", "dang thi h", "dang thi huong", "Đặng", "Đạt", "buon ea", "xyz", "nguyen van a")
# What the script takes, and what the browser then takes to style and lay out what it drew.
STROKE = """typed => { const input = document.querySelector('#tim'); input.value = typed; const begun = performance.now();
    input.dispatchEvent(new Event('input')); const done = performance.now(); document.body.offsetHeight;
    return [done - begun, performance.now() - done]; }"""


def page(folder: Path) -> Path:
    """Write a page with a long list of invented names by hamlet, as the households' page has it, with the site's script and style."""
    shutil.copytree(ROOT / "themes" / "congkhai" / "static", folder / "theme")
    family = ("Nguyễn Văn", "Đặng Thị", "Trần Thị", "Y Blŭ", "Lê Đạt")
    given = ("An", "Bình", "Hương", "Đạt", "Dát", "Yến", "Ánh", "Sơn", "Lành")
    hamlets = [""] * HAMLETS
    for number in range(ROWS):
        hamlets[number % HAMLETS] += (f"<tr id=ho-{number}><th scope=row>{family[number % 5]} {given[number * 7 % 9]}</th>"
                                      f"<td>Hộ nghèo</td><td>{number % 7}</td></tr>\n")
    lists = "\n".join(
        f"<section class=hamlet><h3 id=thon-{number}>Buôn Ea {number}</h3><div class=scroll><table class='grid names'><thead><tr><th>Chủ hộ"
        f"<th>Loại hộ<th>Số người</thead><tbody>{rows}</tbody></table></div></section>" for number, rows in enumerate(hamlets))
    made = folder / "list.html"
    made.write_text(
        f'<!DOCTYPE html><meta charset=utf-8><link rel=stylesheet href=theme/css/site.css><script src=theme/js/view.js></script>'
        f'<script src=theme/js/site.js defer></script><div class=search data-search=ds hidden><input id=tim>'
        f'<p role=status data-found="{{n}}" data-none="0"></p></div><div id=ds>{lists}</div>', "utf-8")
    return made


def typed(shown: Any, rate: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds of script and of layout at each keystroke: the median of several rounds, or the least at full speed.

    The slowed processor stands still in slices, so that its least would escape them; at full speed the least is the work itself,
    since others work on the machine.
    """
    shown.context.new_cdp_session(shown).send("Emulation.setCPUThrottlingRate", {"rate": rate})
    rounds = [[shown.evaluate(STROKE, text) for text in TYPED] for _ in range(ROUNDS)]
    chosen = [sorted(same, key=sum)[0 if rate == 1 else ROUNDS // 2] for same in zip(*rounds, strict=True)]
    return [one[0] for one in chosen], [one[1] for one in chosen]


def rows(_sizes: Sizes, _seconds: float) -> Iterator[Row]:
    """Yield what each keystroke took, at full speed and slowed."""
    chromium = shutil.which("chromium")
    if chromium is None or not importlib.util.find_spec("playwright"):
        yield missing("search", "chromium or playwright is not installed")
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - needed by nobody who doesn't measure this

    with tempfile.TemporaryDirectory() as place, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        made = page(Path(place)).as_uri()
        for rate in (1, SLOWER):
            shown = browser.new_page()
            shown.goto(made)
            shown.focus("#tim")
            shown.wait_for_timeout(6000)
            yield _told(*typed(shown, rate), rate)
            shown.close()
        browser.close()


def _told(script: list[float], layout: list[float], rate: int) -> Row:
    both = [sum(one) for one in zip(script, layout, strict=True)]
    middle, most = statistics.median(both), max(both)
    slower = f"processor {rate} times slower" if rate > 1 else "processor at full speed"
    return Row(f"a keystroke of the search in {ROWS:,} rows, {slower}",
               f"{middle:.1f} ms, longest {most:.1f} ms "
               f"({statistics.median(script):.1f} of script, {statistics.median(layout):.1f} of layout)",
               "goal: 16 ms" if rate > 1 else f"{SLOWER} times it is {SLOWER * middle:.1f} ms, longest {SLOWER * most:.1f} ms")
