"""A province measured: whole and cold, one workbook changed, nothing changed, by the number of communes, cores and cluster.

`./congkhai bench province [COUNT …] [--prints] [--cores] [--cluster]`; without a count 10. 102 with prints take up to half an hour.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.measuring import ROOT, python
from tests.maker.drawing import save
from tests.maker.province.__main__ import write
from tests.maker.province.books import every
from tests.maker.province.communes import invent

SEED = "mây ngàn"
_EVERY = 0.25


@dataclass(frozen=True)
class Spent:
    """A measured build: seconds, and the most memory of the first process and of all of them together, in megabytes."""

    seconds: float
    parent: float
    together: float
    code: int

    def __str__(self) -> str:
        """Return it as a line's end."""
        return f"{self.seconds:.1f} s, {self.parent:.0f} MB the first process, {self.together:.0f} MB all together, exit {self.code}"


@dataclass(frozen=True)
class Place:
    """Where a province lies and is built."""

    folder: Path

    def words(self, *more: str) -> list[str]:
        """Return the command that builds it."""
        return python("-m", "generator", "build", "--data", str(self.folder / "data"), "--output", str(self.folder / "output"),
                      "--to-print", str(self.folder / "to-print"), "--today", "2026-11-23", *more)

    def fresh(self) -> None:
        """Take away all that a build made, its cache included."""
        for name in ("output", "to-print", ".cache"):
            shutil.rmtree(self.folder / name, ignore_errors=True)


def spent(words: Sequence[str]) -> Spent:
    """Run a build to its end, and look at the memory of it and of its workers a few times a second."""
    begun = time.perf_counter()
    process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"})
    seen: list[tuple[float, float]] = []
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, seen, done))
    watcher.start()
    code = process.wait()
    seconds = time.perf_counter() - begun
    done.set()
    watcher.join()
    return Spent(seconds, max((one for one, _ in seen), default=0), max((both for _, both in seen), default=0), code)


def _watch(pid: int, seen: list[tuple[float, float]], done: threading.Event) -> None:
    while not done.wait(_EVERY):
        seen.append((_megabytes(pid), sum(_megabytes(one) for one in _family(pid))))


def _family(pid: int) -> Iterator[int]:
    """Yield a process and all that come of it."""
    yield pid
    try:
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return
    for one in below:
        yield from _family(int(one))


def _megabytes(pid: int) -> float:
    """Return a process's share of memory (PSS), 0 where it is gone or the system has no such file."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0)


@contextmanager
def province(count: int, folder: Path) -> Iterator[Place]:
    """Have a province of so many communes while the block runs."""
    place = Place(folder / str(count))
    write(count, place.folder / "data", SEED, jobs=os.cpu_count() or 1)
    yield place
    shutil.rmtree(place.folder, ignore_errors=True)


def changed(place: Place, count: int, turn: int) -> None:
    """Draw one commune's list of gifts anew, as its officer would who adds a line."""
    one = invent(count, SEED)[turn % count]
    other = invent(count, f"{SEED} {turn}")[turn % count]
    name, book = list(every(one).items())[-1]
    save(list(every(other).values())[-1] or book, place.folder / "data" / one.profile.id / name)


def measured(count: int, folder: Path, chosen: argparse.Namespace) -> Iterator[str]:
    """Yield what building a province of so many communes took: cold, one workbook changed, nothing changed, one process against two."""
    prints = () if chosen.prints else ("--no-prints",)
    with province(count, folder) as place:
        cold = spent(place.words("--jobs", "2", *prints))
        pages = sum(1 for _ in (place.folder / "output").rglob("*.html"))
        papers = sum(1 for name in ("output", "to-print") for _ in (place.folder / name).rglob("*.pdf"))
        size = sum(path.stat().st_size for path in (place.folder / "output").rglob("*") if path.is_file()) / 1024**2
        yield f"{count} communes, {pages} pages, {papers} PDFs, {size:.0f} MB: cold {cold}; {cold.seconds / count:.2f} s a commune"
        some = [_after_change(place, count, turn, prints) for turn in range(3)]
        one = statistics.median(run.seconds for run in some)
        yield f"  one workbook changed: {one:.2f} s, 1/{cold.seconds / one:.0f} of it, exit {some[-1].code}"
        same = statistics.median(spent(place.words("--jobs", "2", *prints)).seconds for _ in range(5))
        yield f"  nothing changed: {same:.2f} s, 1/{cold.seconds / same:.0f} of it"
        if chosen.cores:
            place.fresh()
            single = spent(place.words("--jobs", "1", *prints))
            yield f"  one process: {single}; two are {single.seconds / cold.seconds:.2f} times as fast"
        if chosen.cluster:
            place.fresh()
            with cluster(place.folder) as address:
                far = spent(place.words("--scheduler", address, *prints))
            yield f"  a cluster of two workers: {far}; it does {cold.seconds / far.seconds:.2f} of what two processes here do"


def _after_change(place: Place, count: int, turn: int, prints: Sequence[str]) -> Spent:
    changed(place, count, turn)
    return spent(place.words("--jobs", "2", *prints))


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """Have a scheduler and two workers on this machine while the block runs; yield the scheduler's address."""
    file, words = folder / "scheduler.json", python("-m", "dask")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder, "env": os.environ | {"PYTHONPATH": str(ROOT)}}
    running = [subprocess.Popen([*words, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file",
                                 str(file)], **quiet)]  # type: ignore[call-overload]
    running += [subprocess.Popen([*words, "worker", "--scheduler-file", str(file), "--nworkers", "1", "--nthreads", "1", "--no-nanny",
                                  "--no-dashboard"], **quiet)  # type: ignore[call-overload]
                for _ in range(2)]
    until = time.monotonic() + 60
    while not (file.is_file() and file.read_text("utf-8").rstrip().endswith("}")) and time.monotonic() < until:
        time.sleep(0.1)
    time.sleep(3)
    try:
        yield file.read_text("utf-8").split('"address": "')[1].split('"')[0]
    finally:
        for process in reversed(running):
            process.kill()
            process.wait()


def fit(points: Sequence[tuple[int, float]]) -> str:
    """Return the straight line through (communes, seconds) by least squares, and how far the farthest point is from it."""
    middle, high = (statistics.fmean(point[axis] for point in points) for axis in (0, 1))
    slope = sum((x - middle) * (y - high) for x, y in points) / sum((x - middle) ** 2 for x, _ in points)
    start = high - slope * middle
    off = max(abs(start + slope * x - y) / y for x, y in points)
    return f"{start:.1f} s + {slope:.2f} s a commune, at most {off:.0%} off"


def main(words: Sequence[str]) -> int:
    """Measure provinces of the sizes asked for and print a line for each; with three sizes or more the line through them; return 0."""
    parser = argparse.ArgumentParser(prog="bench province", description=__doc__)
    parser.add_argument("counts", type=int, nargs="*", default=[10])
    for name in ("prints", "cores", "cluster"):
        parser.add_argument(f"--{name}", action="store_true")
    chosen = parser.parse_args(words)
    points = []
    with tempfile.TemporaryDirectory() as place:
        for count in chosen.counts:
            for line in measured(count, Path(place), chosen):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()
                if ": cold " in line:
                    points.append((count, float(line.split(": cold ")[1].split(" s")[0])))
    if len(points) > 2:
        sys.stdout.write(f"time by communes: {fit(points)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
