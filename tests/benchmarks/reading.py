"""Our whole check of long lists against others who only read them, or check their types, all as whole processes."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.lists import household_list
from tests.benchmarks.measuring import TODAY, Run, median, python
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.table import Row


def rows(sizes: Sizes, _seconds: float) -> Iterator[Row]:
    """Yield the check of each list, those beside it, and the check with the marked copy."""
    with tempfile.TemporaryDirectory() as place:
        start = median(python("-c", "pass"), sizes.runs)
        for count in sizes.households:
            yield from _list(household_list(Path(place) / f"list-{count}.xlsx", count), count, start, sizes)


def _list(path: Path, count: int, start: Run, sizes: Sizes) -> Iterator[Row]:
    words = python("-m", "generator", "check", str(path), "--today", TODAY)
    check, few = median(words, sizes.runs), min(sizes.runs, 3)
    others = []
    for name, command in _others(path).items():
        other = median(command, few) if command else None
        others.append(f"{name} {other.seconds:.2f} s, {other.megabytes:.0f} MB{_ended(other)}: ours takes "
                      f"{check.seconds / other.seconds:.2f} of that" if other else f"{name}: not here")
    yield Row(f"check of {count:,} households, start-up and worker process included",
              f"{check.seconds:.2f} s, {count / (check.seconds - start.seconds):,.0f} rows/s beyond Python's start, "
              f"{check.megabytes:.0f} MB{_ended(check)}", "; ".join(others))
    marked = median([*words, "--marked", str(path.with_suffix(""))], few)
    yield Row(f"the same with the marked copy, {count:,} households", f"{marked.seconds:.2f} s, {marked.megabytes:.0f} MB{_ended(marked)}",
              "goal: 5,000 in 1.5 s")


def _ended(one: Run) -> str:
    """Return what is to be said of a command that didn't end well; findings (1) are no fault."""
    return "" if one.code in {0, 1} else f", exit {one.code}"


def _others(path: Path) -> dict[str, list[str] | None]:
    """Return what else may look at a list: pandas, and frictionless where it is ($FRICTIONLESS or on the path; no part of the locks)."""
    frictionless = os.environ.get("FRICTIONLESS") or shutil.which("frictionless")
    return {"`pandas.read_excel` only reading it": python("-c", f"import pandas; pandas.read_excel({str(path)!r}, header=None)"),
            "`frictionless validate`": [frictionless, "validate", str(path), "--trusted"] if frictionless else None}
