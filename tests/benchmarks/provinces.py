"""An invented province to measure with, the command that builds it, a change in it, and a cluster on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.benchmarks.measuring import ENVIRONMENT, TODAY, python
from tests.maker import gifts
from tests.maker.drawing import save
from tests.maker.province.__main__ import write
from tests.maker.province.books import every
from tests.maker.province.communes import invent
from tests.maker.sheet import Row, Sheet

SEED = "mây ngàn"
_PATIENCE = 60


@dataclass(frozen=True)
class Place:
    """Where a province of so many communes lies and is built."""

    folder: Path
    count: int

    def words(self, *more: str) -> list[str]:
        """Return the command that builds it."""
        return python("-m", "generator", "build", "--data", str(self.folder / "data"), "--output", str(self.folder / "output"),
                      "--to-print", str(self.folder / "to-print"), "--today", TODAY, *more)

    def fresh(self) -> None:
        """Take away all that a build made, its cache included."""
        for name in ("output", "to-print", ".cache"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def made(self, ending: str) -> int:
        """Return how many files of a sort were made."""
        return sum(1 for name in ("output", "to-print") for _ in (self.folder / name).rglob(f"*.{ending}"))

    def megabytes(self, name: str) -> float:
        """Return how much one of its folders holds."""
        return sum(path.stat().st_size for path in (self.folder / name).rglob("*") if path.is_file()) / 1024**2


@contextmanager
def province(count: int) -> Iterator[Place]:
    """Have a province of so many communes while the block runs."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder), count)
        write(count, place.folder / "data", SEED, jobs=os.cpu_count() or 1)
        yield place


def changed(place: Place, turn: int) -> None:
    """Mend the name of one giver in one commune's list of gifts, as its officer would."""
    one = invent(place.count, SEED)[turn % place.count]
    givers = {gift.giver for gift in gifts.invent(one.profile)[one.drive].gifts if gift.consent}
    name, (ledger, *others) = list(every(one).items())[-1]
    row = next(row for row in ledger.rows if givers.intersection(cell for cell in row.cells if isinstance(cell, str)))
    save((_mended(ledger, row, givers, turn), *others), place.folder / "data" / one.profile.id / name)


def _mended(ledger: Sheet, row: Row, givers: set[str], turn: int) -> Sheet:
    cells = tuple(f"{cell} (sửa lần {turn + 1})" if cell in givers else cell for cell in row.cells)
    return replace(ledger, rows=tuple(replace(row, cells=cells) if one is row else one for one in ledger.rows))


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """Have a scheduler and two workers on this machine while the block runs; yield the scheduler's address, or "" where none came up."""
    file, words = folder / "scheduler.json", python("-m", "dask")
    orders = [["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)],
              *[["worker", "--scheduler-file", str(file), "--nworkers", "1", "--nthreads", "1", "--no-nanny", "--no-dashboard"]] * 2]
    running = [subprocess.Popen([*words, *order], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, env=ENVIRONMENT)
               for order in orders]
    try:
        yield _address(file)
    finally:
        for process in reversed(running):
            process.kill()
            process.wait()


def _address(file: Path) -> str:
    """Return a scheduler's address once two workers are with it."""
    from distributed import Client  # noqa: PLC0415 - an extra of the program, missing on most machines

    until = time.monotonic() + _PATIENCE
    while not (file.is_file() and file.read_text("utf-8").rstrip().endswith("}")):
        if time.monotonic() > until:
            return ""
        time.sleep(0.1)
    address = file.read_text("utf-8").split('"address": "')[1].split('"')[0]
    with Client(address, timeout=_PATIENCE, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=_PATIENCE)
    return address
