"""Let one command at a time write a place; the lock goes with the process that holds it, however it ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.release.writing import CannotWrite, told
from generator.scratch import taken


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock file while the block runs; CannotWrite("build-running") at once if another process holds it."""
    with told(path.parent):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not taken(handle):
            raise CannotWrite("build-running", path.parent)
        yield
    finally:
        os.close(handle)
