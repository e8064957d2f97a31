"""The parts of the benchmarks, each run in a process of its own with its own scratch folder and its own end."""

from __future__ import annotations

import contextlib
import importlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.measuring import ENVIRONMENT, ROOT
from tests.benchmarks.sizes import SMALL, WHOLE
from tests.benchmarks.table import Row, add, missing, read

# What a module measures, and the seconds it may take; in this order they fit into 35 minutes on two quiet cores.
_LIMITS: Mapping[str, tuple[str, str, float]] = {
    "reading": ("reading", "rows", 240),
    "province": ("province", "whole", 1080),
    "cores": ("province", "cores", 240),
    "pages": ("pages", "rows", 150),
    "wire": ("wire", "rows", 90),
    "printing": ("printing", "rows", 150),
    "sample": ("sample", "rows", 150),
    "search": ("searching", "rows", 90),
    "lighthouse": ("lighthouse", "rows", 180),
    "growth": ("province", "growth", 3600),
}
NAMES = tuple(_LIMITS)
SHORT = ("reading", "sample", "printing", "search", "lighthouse")
_LAST = 10.0


@dataclass(frozen=True)
class Told:
    """A part's rows, and how long it took."""

    name: str
    rows: tuple[Row, ...]
    seconds: float


def measure(names: tuple[str, ...], seconds: float, *, small: bool) -> Iterator[Told]:
    """Yield what each part measured, all of them within so many seconds; one that fails or has no time left says so."""
    until = time.monotonic() + seconds
    with tempfile.TemporaryDirectory(prefix="congkhai-bench-", ignore_cleanup_errors=True) as folder:
        for name in names:
            left = min(_LIMITS[name][2], until - time.monotonic())
            yield _part(name, left, Path(folder) / name, small=small) if left > _LAST else Told(name, (missing(name, "no time left"),), 0)


def _part(name: str, seconds: float, folder: Path, *, small: bool) -> Told:
    folder.mkdir()
    file, log = folder / "rows", folder / "log"
    words = [sys.executable, "-m", "tests.benchmarks.parts", name, f"{seconds - _LAST:.0f}", str(file), *(["small"] if small else [])]
    begun = time.monotonic()
    with log.open("wb") as said, subprocess.Popen(words, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
                                                  env=ENVIRONMENT | {"TMPDIR": str(folder)}, start_new_session=True) as process:
        try:
            fault = _ended(process.wait(seconds), log)
        except subprocess.TimeoutExpired:
            fault = f"stopped after {seconds:.0f} s"
        finally:
            _end(process)
    rows = (*read(file), *([missing(name, fault)] if fault else []))
    shutil.rmtree(folder, ignore_errors=True)
    return Told(name, rows, time.monotonic() - begun)


def _ended(code: int, log: Path) -> str:
    """Return why a part ended badly, "" where it didn't."""
    lines = log.read_text("utf-8", "replace").strip().splitlines()
    return f"exit {code}, {lines[-1] if lines else ''}" if code else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill a part's process, and where the system can, all that it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def main(name: str, seconds: str, file: str, *small: str) -> None:
    """Measure one part and write its rows as they come."""
    module, function, _ = _LIMITS[name]
    for row in getattr(importlib.import_module(f"tests.benchmarks.{module}"), function)(SMALL if small else WHOLE, float(seconds)):
        add(row, Path(file))


if __name__ == "__main__":
    main(*sys.argv[1:])
