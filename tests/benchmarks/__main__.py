"""Measure the main job on this machine and print one table; `bench province …` measures a province, which takes long."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from generator.commands.build import built
from generator.publication.options import Options
from tests.benchmarks import province
from tests.benchmarks.lighthouse import scores
from tests.benchmarks.lists import household_list
from tests.benchmarks.measuring import ROOT, median, python, run
from tests.benchmarks.printing import printing
from tests.benchmarks.searching import keystrokes

ROWS = (5000, 20000)


def main() -> int:
    """Print what each piece of work took; return 0."""
    lines = [f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores"]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        lines += _check(folder)
        lines += _build(folder)
        lines += printing(folder / "printing")
        lines += keystrokes()
        lines += scores()
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _check(folder: Path) -> list[str]:
    """Measure our whole check of long lists against others who only read them, or check their types, all as whole processes."""
    start = median(python("-c", "pass"))
    lines = []
    for rows in ROWS:
        path = household_list(folder / f"list-{rows}.xlsx", rows)
        check = median(python("-m", "generator", "check", str(path), "--today", "2026-11-23"))
        beyond = check.seconds - start.seconds
        lines.append(f"check, {rows} households: {check.seconds:.2f} s, {beyond:.2f} s beyond Python's start ({start.seconds:.2f} s), "
                     f"{rows / beyond:,.0f} rows/s, {check.megabytes:.0f} MB, exit {check.code}")
        for name, words in _others(path).items():
            other = median(words, runs=3)
            lines.append(f"  {name}: {other.seconds:.2f} s, {other.megabytes:.0f} MB, exit {other.code}; ours takes "
                         f"{check.seconds / other.seconds:.2f} of that")
        marked = median(python("-m", "generator", "check", str(path), "--marked", str(folder / f"marked-{rows}")), runs=3)
        lines.append(f"  with the marked copy: {marked.seconds:.2f} s, {marked.megabytes:.0f} MB")
    return lines


def _others(path: Path) -> dict[str, list[str]]:
    """Return what else may look at a list: pandas, and frictionless where it is installed (it is no part of the locks)."""
    reading = f"import pandas; pandas.read_excel({str(path)!r}, header=None)"
    found = {"pandas.read_excel": python("-c", reading)}
    frictionless = os.environ.get("FRICTIONLESS") or shutil.which("frictionless")
    return found | ({"frictionless validate": [frictionless, "validate", str(path), "--trusted"]} if frictionless else {})


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
    sys.exit(province.main(sys.argv[2:]) if sys.argv[1:2] == ["province"] else main())
