"""Kill builds of a small province at chosen and random moments and see what is left: `python -m tests.publication.killing COUNT`."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.publication.options import ROOT
from generator.release.sums import verify_sums
from tests.conftest import DAY
from tests.drawing import workbook
from tests.kinds.budgets import SPENDING

NAMES = ("xa-an", "xa-binh", "xa-cat")
TEXTS = {"old": SPENDING, "new": SPENDING.replace("#400 | #57.1", "#401 | #57.3")}


@dataclass(frozen=True, slots=True)
class Bench:
    """A province in a folder of its own, and the digests of its site before and after all of its workbooks change."""

    folder: Path
    old: bytes
    new: bytes

    @property
    def output(self) -> Path:
        """Return where the site stands."""
        return self.folder / "output"

    def begin(self) -> subprocess.Popen[bytes]:
        """Start a build in a process group of its own."""
        words = [sys.executable, "-m", "generator", "build", "--data", "data", "--output", "output", "--to-print", "to-print",
                 "--today", DAY.isoformat(), "--no-prints", "--jobs", "2"]
        return subprocess.Popen(words, cwd=self.folder, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                env=os.environ | {"PYTHONPATH": str(ROOT)})

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
    made = Bench(folder, b"", b"")
    sums = []
    for kind in ("new", "old"):
        made.give(kind)
        if made.build() != 0:
            raise SystemExit("the build that is to be killed fails by itself")
        sums.append((made.output / "SHA256SUMS").read_bytes())
    return Bench(folder, sums[1], sums[0])


def killed(one: Bench, seconds: float, *, group: bool) -> str:
    """Kill a build after so many seconds, with all its processes or the first alone; return which site stands then."""
    process = one.begin()
    time.sleep(seconds)
    with suppress(ProcessLookupError):
        (os.killpg if group else os.kill)(process.pid, signal.SIGKILL)
    process.wait()
    return one.state


def trial(one: Bench, seconds: float, *, group: bool, mend: bool = True) -> tuple[str, str, list[str]]:
    """Change all workbooks, kill the build, build again if `mend`; return the site after each, and what is left over."""
    was_old = one.state == "old"
    one.give("new" if was_old else "old")
    after = killed(one, seconds, group=group)
    if not mend:
        return after, "", []
    one.build()
    return after, "mended" if one.state == ("new" if was_old else "old") else one.state, one.left_over


def main(count: int) -> int:
    """Kill so many builds, evenly spread moments and random ones in turn, and print each; return 1 where any site was torn."""
    folder = Path(tempfile.mkdtemp(prefix="congkhai-kill-"))
    try:
        one = bench(folder)
        one.give("new")
        begun = time.monotonic()
        one.build()
        whole = time.monotonic() - begun
        draw, bad = random.Random(7), 0
        for number in range(count):
            part = (number + 0.5) / count if number % 2 else draw.random() * 1.05
            after, end, left = trial(one, part * whole, group=number % 4 < 2)
            wrong = after in {"torn", "neither"} or end != "mended" or bool(left)
            bad += wrong
            who = "all" if number % 4 < 2 else "first alone"
            sys.stdout.write(f"{number + 1:3} at {part * 100:5.1f} % of {whole:.1f} s, {who}: {after}, then {end}, left {left}\n")
            sys.stdout.flush()
        sys.stdout.write(f"{count} killed, {bad} wrong\n")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
