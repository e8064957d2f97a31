"""Measure the main job on this machine and print one table."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from generator.commands.build import built
from generator.publication.options import Options
from tests.benchmarks.lists import household_list
from tests.benchmarks.measuring import ROOT, median, python, run

ROWS = 5000


def main() -> int:
    """Print what each piece of work took; return 0."""
    lines = [f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores"]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        lines += _check(folder)
        lines += _build(folder)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _check(folder: Path) -> list[str]:
    path = household_list(folder / "list.xlsx", ROWS)
    start = median(python("-c", "pass"))
    check = median(python("-m", "generator", "check", str(path), "--today", "2026-11-23"))
    beyond = check.seconds - start.seconds
    return [(f"check, {ROWS} households: {check.seconds:.2f} s, {beyond:.2f} s beyond Python's start ({start.seconds:.2f} s), "
            f"{ROWS / beyond:,.0f} rows/s, {check.megabytes:.0f} MB, exit {check.code}")]


def _build(folder: Path) -> list[str]:
    words = ["-m", "generator", "build", "--today", "2026-11-23", "--data", str(ROOT / "data")]
    places = ["--output", str(folder / "output"), "--to-print", str(folder / "to-print")]
    cold = run(python(*words, *places))
    pages = median(python(*words, *places, "--no-prints"), runs=3)
    site = list((folder / "output").rglob("index.html"))
    begun = time.perf_counter()
    options = Options(data=ROOT / "data", output=folder / "o2", to_print=folder / "p2", today=date(2026, 11, 23), jobs=2)
    code = built(options)
    took = time.perf_counter() - begun
    papers = [*(folder / "o2").rglob("*.pdf"), *(folder / "p2").rglob("*.pdf")]
    return [
        f"sample, whole build cold: {cold.seconds:.1f} s, largest process {cold.megabytes:.0f} MB, exit {cold.code}",
        f"sample, without prints: {pages.seconds:.1f} s, {len(site)} pages, {len(site) / pages.seconds:,.0f} pages/s",
        f"sample, {len(papers)} prints in {took - pages.seconds:.1f} s on two workers, exit {code}",
    ]


if __name__ == "__main__":
    sys.exit(main())
