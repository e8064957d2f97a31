"""Measure prints: ours, tagged, beside Chromium and LibreOffice with the same content, and Typst as the far anchor; one run, two cores."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from generator import prints
from generator.prints import Workshop, browser
from generator.prints.job import PrintJob
from tests.benchmarks.measuring import ROOT, run
from tests.prints import fixtures

FILES, ROWS, LONG, CORES = 12, 50, 1000, 2
_CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>")
_ROW = re.compile(r"<tr[^>]*>(.*?)</tr>")


def printing(folder: Path) -> list[str]:
    """Return lines that tell how long a commune's lists of a period and one long list take each maker."""
    few = [_job(number, ROWS) for number in range(FILES)]
    lines = [f"load before the prints: {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""]
    for place, name, jobs in (("few", f"{FILES} lists of {ROWS} households", few),
                              ("long", f"one list of {LONG} households", [_job(0, LONG)])):
        ours, megabytes = _ours(jobs, folder / place)
        lines.append(f"{name}: ours, tagged: {ours.wall:.2f} s ({ours.cpu:.2f} s of processor), {megabytes:.0f} MB in the largest worker")
        for other, make in _others().items():
            took = _timed(make, jobs, folder / place / other)
            lines.append(f"  {other}: {took.wall:.2f} s ({took.cpu:.2f}); ours takes {ours.wall / took.wall:.2f} of that "
                         f"({ours.cpu / took.cpu:.2f})" if took else f"  {other}: not here")
    return [line for line in lines if line]


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


def _ours(jobs: Sequence[PrintJob], folder: Path) -> tuple[Took, float]:
    """Return the time and the megabytes of a whole process of ours that prints them, start and workers included."""
    folder.mkdir(parents=True)
    told = folder / "jobs.json"
    told.write_text(json.dumps([[job.path, job.html] for job in jobs]), "utf-8")
    begun = _clock()
    if run([sys.executable, "-m", "tests.benchmarks.printing", str(told)]).code:
        raise RuntimeError(folder)
    return _since(begun), float((folder / "worker").read_text("ascii"))


def _press(told: Path) -> None:
    """Print the jobs of a file on two workers and write down the largest worker's memory."""
    import resource  # noqa: PLC0415 - Windows has none
    jobs = [PrintJob("x", "", "list", "A4", path, public=True, html=html) for path, html in json.loads(told.read_text("utf-8"))]
    if not all(done.made for done in prints.make_all(jobs, Workshop(told.parent, told.parent, workers=CORES))):
        sys.exit(1)
    told.with_name("worker").write_text(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024), "ascii")


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
    return subprocess.run(words, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600).returncode


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
    _press(Path(sys.argv[1]))
