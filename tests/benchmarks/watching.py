"""Run a build to its end, or to its last second, and look at the memory of it and of its workers a few times a second."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.measuring import ENVIRONMENT, ROOT

_EVERY = 0.25
KILLED = -9


@dataclass(frozen=True)
class Spent:
    """A measured build: seconds, exit code, and the most megabytes of the first process, of one worker, and of all together."""

    seconds: float
    code: int
    parent: float
    worker: float
    together: float

    @property
    def done(self) -> bool:
        """Return whether it came to its end and built."""
        return self.code in {0, 1}

    @property
    def memory(self) -> str:
        """Return its memory as a line tells it."""
        return f"{self.parent:.0f} MB the first process, {self.worker:.0f} MB the largest worker, {self.together:.0f} MB all together"

    def why(self) -> str:
        """Return why it is no figure."""
        return f"stopped after {self.seconds:.0f} s, no time left" if self.code == KILLED else f"the build ended with {self.code}"


def spent(words: Sequence[str], limit: float) -> Spent:
    """Run a build, for so many seconds at most; its workers go with it."""
    begun = time.perf_counter()
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT) as process:
        seen: list[tuple[float, float, float]] = [(0, 0, 0)]
        done = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, seen, done))
        watcher.start()
        try:
            code = process.wait(max(limit, 1))
        except subprocess.TimeoutExpired:
            code = KILLED
        finally:
            seconds = time.perf_counter() - begun
            done.set()
            watcher.join()
            process.kill()
    return Spent(seconds, code, *(max(column) for column in zip(*seen, strict=True)))


def _watch(pid: int, seen: list[tuple[float, float, float]], done: threading.Event) -> None:
    while not done.wait(_EVERY):
        first, *others = [_megabytes(one) for one in _family(pid)]
        seen.append((first, max(others, default=0), first + sum(others)))


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
