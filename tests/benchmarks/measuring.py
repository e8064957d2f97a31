"""Time whole processes and count their memory, several runs each, none of them without end."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
TODAY = "2026-11-23"
_PATHS = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
ENVIRONMENT = os.environ | {"PYTHONPATH": _PATHS, "PYTHONUTF8": "1"}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # as the launcher does
LIMIT = 300.0


@dataclass(frozen=True)
class Run:
    """One measured run: seconds by the wall, megabytes at the peak of the largest process, exit code."""

    seconds: float
    megabytes: float
    code: int


def run(words: Sequence[str], limit: float = LIMIT) -> Run:
    """Run one process to its end, or for so many seconds, and return what it took; its output is thrown away."""
    begun = time.perf_counter()
    process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    late = threading.Timer(limit, process.kill)
    late.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)
    finally:
        late.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(time.perf_counter() - begun, usage.ru_maxrss / 1024, process.returncode)


def median(words: Sequence[str], runs: int = 5) -> Run:
    """Return the median of several runs, after one that isn't counted."""
    run(words)
    found = [run(words) for _ in range(runs)]
    return Run(statistics.median(one.seconds for one in found), max(one.megabytes for one in found), found[-1].code)


def python(*words: str) -> list[str]:
    """Return a command that runs this Python."""
    return [sys.executable, *words]
