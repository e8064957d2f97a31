"""The sample's whole build: cold, without prints, and again with the prints of before."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.sources import ATTACHED
from tests.benchmarks.measuring import ROOT, TODAY, median, python, run
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.table import Row


def rows(sizes: Sizes, _seconds: float) -> Iterator[Row]:
    """Yield what the sample took."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        words = python("-m", "generator", "build", "--today", TODAY, "--data", str(ROOT / "data"), "--output", str(folder / "output"),
                       "--to-print", str(folder / "to-print"), "--jobs", "2")
        cold = run(words)
        found = {name: sum(1 for path in folder.rglob(f"*.{name}") if path.parent.name != ATTACHED)
                 for name in ("html", "pdf", "csv", "xlsx", "json")}
        books = sum(1 for path in (ROOT / "data").rglob("*.xls*"))
        yield Row(f"the sample's whole build, cold, two cores: {books} workbooks, {found['html']} pages, {found['pdf']} prints, "
                  f"{found['csv'] + found['xlsx']} tables to download", f"{cold.seconds:.1f} s, largest process {cold.megabytes:.0f} MB"
                  f"{'' if cold.code == 0 else f', exit {cold.code}'}")
        for name in ("output", "to-print", ".cache/communes"):
            shutil.rmtree(folder / name, ignore_errors=True)
        again = run(words)
        yield Row("the same, its prints kept from before, all else anew", f"{again.seconds:.1f} s",
                  f"{again.seconds / cold.seconds:.2f} of it")
        same = median(words, sizes.runs)
        yield Row("the same, nothing changed", f"{same.seconds:.2f} s", f"1/{cold.seconds / same.seconds:.0f} of it")
        for name in ("output", "to-print", ".cache"):
            shutil.rmtree(folder / name, ignore_errors=True)
        plain = run([*words, "--no-prints"])
        yield Row("the same without prints, cold", f"{plain.seconds:.1f} s, {found['html'] / plain.seconds:,.0f} pages/s")
