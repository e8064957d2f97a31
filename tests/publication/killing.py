"""Kill builds of a small province at chosen and random moments and see what is left: `python -m tests.publication.killing COUNT`.

So many die at a change on the disk that is chosen, evenly spread over all that a build makes, and as many at a random time;
every third is built again at once, the others by the build that is killed next.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.publication.options import ROOT
from generator.release.sums import verify_sums
from tests.conftest import DAY
from tests.drawing import workbook
from tests.kinds.budgets import SPENDING

NAMES = ("xa-an", "xa-binh", "xa-cat")
MENDED = 3
TEXTS = {"old": SPENDING, "new": SPENDING.replace("#400 | #57.1", "#401 | #57.3")}


@dataclass(frozen=True, slots=True)
class Bench:
    """A province in a folder of its own, and the digests of its site before and after all of its workbooks change.

    A build of it after such a change takes so many `seconds`, and its first process makes so many `changes` on the disk.
    """

    folder: Path
    old: bytes = b""
    new: bytes = b""
    seconds: float = 0.0
    changes: int = 0

    @property
    def output(self) -> Path:
        """Return where the site stands."""
        return self.folder / "output"

    def begin(self, module: Sequence[str] = ("generator",), **more: Any) -> subprocess.Popen[bytes]:
        """Start a build in a process group of its own, through another module where one is given."""
        words = [sys.executable, "-m", *module, "build", "--data", "data", "--output", "output", "--to-print", "to-print",
                 "--today", DAY.isoformat(), "--no-prints", "--jobs", "2"]
        return subprocess.Popen(words, cwd=self.folder, start_new_session=True, stderr=subprocess.DEVNULL,
                                env=os.environ | {"PYTHONPATH": str(ROOT)}, **({"stdout": subprocess.DEVNULL} | more))

    def counted(self) -> int:
        """Build to the end and return how many changes on the disk the first process made."""
        told, _ = self.begin(("tests.publication.dying", "0", "all"), stdout=subprocess.PIPE).communicate()
        return int(told.rpartition(b"changes: ")[2])

    def build(self) -> int:
        """Build to the end and return the exit code."""
        return self.begin().wait()

    def give(self, kind: str) -> None:
        """Put one of the two workbooks drawn at first into every commune's folder."""
        for own in NAMES:
            shutil.copyfile(self.folder / "drawn" / f"{kind}.xlsx", self.folder / "data" / own / "chi.xlsx")

    @property
    def state(self) -> str:
        """Return which site stands, "old" or "new"; "neither" for another that is whole, "torn" for one that is not."""
        found = (self.output / "SHA256SUMS").read_bytes() if (self.output / "SHA256SUMS").is_file() else b""
        whole = verify_sums(self.output) == ()
        if not whole:
            return "torn"
        return {self.old: "old", self.new: "new"}.get(found, "neither")

    @property
    def left_over(self) -> list[str]:
        """Return what lies beside the site that no build leaves there."""
        beside = (path for path in self.folder.iterdir() if path.suffix != ".lock")
        return sorted(path.name for path in beside if path.name.startswith((".output.", ".to-print.")))


def bench(folder: Path) -> Bench:
    """Return a province built twice, the second time with the workbooks it has at first again."""
    for kind, text in TEXTS.items():
        (folder / "drawn").mkdir(exist_ok=True)
        workbook(folder / "drawn", text, name=f"{kind}.xlsx")
    (folder / "data").mkdir()
    (folder / "data" / "province.toml").write_text('name = "Tỉnh Thử"\n', "utf-8")
    for own in NAMES:
        (folder / "data" / own).mkdir()
        (folder / "data" / own / "commune.toml").write_text(f'name = "Xã {own[3:].title()}"\n', "utf-8")
    made, sums = Bench(folder), {}
    for kind in ("new", "old"):
        made.give(kind)
        if made.build() != 0:
            raise SystemExit("the build that is to be killed fails by itself")
        sums[kind] = (made.output / "SHA256SUMS").read_bytes()
    made.give("new")
    begun = time.monotonic()
    made.build()
    seconds = time.monotonic() - begun
    made.give("old")
    return Bench(folder, sums["old"], sums["new"], seconds, made.counted())


@dataclass(frozen=True, slots=True)
class Moment:
    """When a build dies: at a part of its changes on the disk where it is `chosen`, else of its time; all its processes or the first."""

    part: float
    chosen: bool = True
    group: bool = True

    def __str__(self) -> str:
        """Return it as a line's beginning."""
        return f"{self.part * 100:5.1f} % of its {'changes' if self.chosen else 'time'}, {'all' if self.group else 'first alone'}"


def killed(one: Bench, when: Moment) -> str:
    """Kill a build and return which site stands then."""
    if when.chosen:
        number = str(1 + round(when.part * (one.changes - 1)))
        one.begin(("tests.publication.dying", number, "all" if when.group else "alone")).wait()
        return one.state
    process = one.begin()
    time.sleep(when.part * one.seconds)
    with suppress(ProcessLookupError):
        (os.killpg if when.group else os.kill)(process.pid, signal.SIGKILL)
    process.wait()
    return one.state


def trial(one: Bench, when: Moment, *, mend: bool = True) -> tuple[str, str, list[str]]:
    """Change all workbooks, kill the build, build again if `mend`; return the site after each, and what is left over.

    The first is the site as it was "before" the build or as it is "after" it, else what is wrong with it.
    """
    was = one.state
    wanted = "new" if was == "old" else "old"
    one.give(wanted)
    found = killed(one, when)
    after = {was: "before", wanted: "after"}.get(found, found)
    if not mend:
        return after, "", []
    one.build()
    return after, "mended" if one.state == wanted else one.state, one.left_over


def main(count: int) -> int:
    """Kill so many builds at chosen moments and as many at random ones, and print each; return 1 where any site was torn."""
    folder = Path(tempfile.mkdtemp(prefix="congkhai-kill-"))
    seen: Counter[str] = Counter()
    try:
        one, draw = bench(folder), random.Random(7)
        sys.stdout.write(f"a build takes {one.seconds:.1f} s, its first process makes {one.changes} changes\n")
        chosen = [Moment(number / max(1, count - 1), group=number % 2 == 0) for number in range(count)]
        drawn = [Moment(draw.random(), chosen=False, group=number % 2 == 0) for number in range(count)]
        for number, when in enumerate((*chosen, *drawn)):
            after, end, left = trial(one, when, mend=number % MENDED == 0)
            wrong = after not in {"before", "after"} or end not in {"mended", ""} or bool(left)
            seen.update({"wrong": wrong, f"{'chosen' if when.chosen else 'random'}: {after}": 1, end: 1})
            sys.stdout.write(f"{when}: {after} {end}\n")
            sys.stdout.flush()
        sys.stdout.write(", ".join(f"{name} {times}" for name, times in sorted(seen.items()) if name) + "\n")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return int(seen["wrong"] > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
