"""Measure prints: ours, tagged, beside Chromium and LibreOffice with the same content, and Typst as the far anchor; one run, two cores."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from generator import prints
from generator.prints import Workshop, browser
from generator.prints.job import PrintJob
from tests.benchmarks.measuring import ROOT, run
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.table import Row, missing
from tests.prints import fixtures

CORES = 2
_CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>")
_ROW = re.compile(r"<tr[^>]*>(.*?)</tr>")


def rows(sizes: Sizes, _seconds: float) -> Iterator[Row]:
    """Yield how long a commune's lists of a period and one long list take each maker."""
    few = [_job(number, sizes.rows) for number in range(sizes.lists)]
    with tempfile.TemporaryDirectory() as place:
        for folder, what, jobs in (("few", f"{sizes.lists} lists of {sizes.rows} households printed, two workers", few),
                                   ("long", f"one list of {sizes.long:,} households printed", [_job(0, sizes.long)])):
            yield from _lists(jobs, Path(place) / folder, what)


def _lists(jobs: Sequence[PrintJob], folder: Path, what: str) -> Iterator[Row]:
    pressed = _ours(jobs, folder)
    if pressed is None:
        yield missing(what, "our own prints failed")
        return
    ours, own = pressed
    others = []
    for name, make in _others().items():
        took = _timed(make, jobs, folder / name)
        others.append(f"{name} {took.wall:.2f} s ({took.cpu:.2f}): ours takes {ours.wall / took.wall:.2f} of that "
                      f"({ours.cpu / took.cpu:.2f})" if took else f"{name}: not here")
    yield Row(what, f"tagged {ours.wall:.2f} s ({ours.cpu:.2f} s of processor), {own['megabytes']:.0f} MB in the largest worker",
              "; ".join(others))
    yield Row(f"the same again, unchanged: {what}", f"{own['again']:.3f} s, {own['again'] / own['first']:.1%} of the first", "goal: 2 %")


def _job(number: int, rows: int) -> PrintJob:
    job = prints.prepare(fixtures.households(rows), fixtures.site(), names=True)
    return replace(job, path=f"{number}.pdf", html=job.html.replace("</h1>", f" {number}</h1>"))


@dataclass(frozen=True)
class Took:
    """Seconds by the wall, and of processor time in all processes, which a busy machine changes less."""

    wall: float
    cpu: float


def _clock() -> Took:
    times = os.times()
    return Took(time.perf_counter(), times.children_user + times.children_system)


def _since(begun: Took) -> Took:
    now = _clock()
    return Took(now.wall - begun.wall, now.cpu - begun.cpu)


def _ours(jobs: Sequence[PrintJob], folder: Path) -> tuple[Took, dict[str, float]] | None:
    """Return the time of a whole process of ours that prints them, start and workers included, and what it says of itself."""
    folder.mkdir(parents=True)
    told = folder / "jobs.json"
    told.write_text(json.dumps([[job.path, job.html] for job in jobs]), "utf-8")
    begun = _clock()
    if run([sys.executable, "-m", "tests.benchmarks.printing", str(told)]).code:
        return None
    took = _since(begun)
    run([sys.executable, "-m", "tests.benchmarks.printing", str(told), "again"])
    return took, json.loads((folder / "told").read_text("ascii"))


def _press(told: Path, *, again: bool) -> None:
    """Print the jobs of a file on two workers and write down the largest worker's memory; or twice, and write down the times."""
    import resource  # noqa: PLC0415 - Windows has none
    jobs = [PrintJob("x", "", "list", "A4", path, public=True, html=html) for path, html in json.loads(told.read_text("utf-8"))]
    kept = prints.Kept(told.parent / "kept") if again else None
    times = []
    for _ in range(1 + again):
        begun = time.perf_counter()
        if not all(done.made for done in prints.make_all(jobs, Workshop(told.parent, told.parent, workers=CORES, kept=kept))):
            sys.exit(1)
        times.append(time.perf_counter() - begun)
    file = told.with_name("told")
    if again:
        found = json.loads(file.read_text("ascii")) | {"first": times[0], "again": times[1]}
    else:
        found = {"megabytes": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024}
    file.write_text(json.dumps(found), "ascii")


def _timed(make: Callable[[PrintJob, Path], list[str]] | None, jobs: Sequence[PrintJob], folder: Path) -> Took | None:
    """Return the time that another maker takes, a process for each file and two at once; None where it isn't here or fails."""
    if make is None:
        return None
    commands = []
    for job in jobs:
        own = folder / job.path.removesuffix(".pdf")
        own.mkdir(parents=True)
        commands.append(make(job, own))
    begun = _clock()
    with ThreadPoolExecutor(CORES) as pool:
        codes = [*pool.map(_quiet, commands)]
    took = _since(begun)
    return took if not any(codes) and len([*folder.rglob("*.pdf")]) == len(jobs) else None


def _quiet(words: Sequence[str]) -> int:
    return run(words).code


def _others() -> dict[str, Callable[[PrintJob, Path], list[str]] | None]:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    return {"chromium": _chromium if browser.found() else None, "libreoffice": _office if office else None,
            "typst": _typst if importlib.util.find_spec("typst") else None}


def _chromium(job: PrintJob, own: Path) -> list[str]:
    source = own / "print.html"
    source.write_text(browser._page(job.html), "utf-8")
    return browser._command(source, own / "print.pdf", str(own))


def _office(job: PrintJob, own: Path) -> list[str]:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in _rows(job):
        sheet.append(cells)
    book.save(own / "print.xlsx")
    return [shutil.which("soffice") or "libreoffice", "--headless", f"-env:UserInstallation={(own / 'profile').as_uri()}", "--convert-to",
            "pdf", "--outdir", str(own), str(own / "print.xlsx")]


def _typst(job: PrintJob, own: Path) -> list[str]:
    rows = _rows(job)
    across = max(map(len, rows))
    lines = [f"table.cell(colspan: {across})[{cells[0]}]" if len(cells) == 1 else ", ".join(f"[{cell}]" for cell in cells) for cells in rows
             if len(cells) in {1, across}]
    (own / "print.typ").write_text(f"#set text(font: \"Tinos\", size: 11pt)\n#table(columns: {across}, {', '.join(lines)})\n", "utf-8")
    fonts = str(ROOT / "themes" / "congkhai" / "print" / "fonts")
    code = f"import typst; typst.compile({str(own / 'print.typ')!r}, output={str(own / 'print.pdf')!r}, font_paths=[{fonts!r}])"
    return [sys.executable, "-c", code]


def _rows(job: PrintJob) -> list[list[Any]]:
    return [[text.replace("#", "") for text in _CELL.findall(row)] for row in _ROW.findall(job.html)]


if __name__ == "__main__":
    _press(Path(sys.argv[1]), again=sys.argv[2:] == ["again"])
