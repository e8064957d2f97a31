"""Remove a folder that nothing needs any more: by several threads, for a disk removes many at once sooner than one after the other."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

THREADS = 4


def clear(folder: Path) -> None:
    """Remove a folder and all below it; what can't be removed stays, and so it is where there is none."""
    with ThreadPoolExecutor(THREADS) as pool:
        for inner in _folders(folder):
            pool.submit(shutil.rmtree, inner, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def _folders(folder: Path) -> tuple[str, ...]:
    try:
        with os.scandir(folder) as found:
            return tuple(entry.path for entry in found if entry.is_dir(follow_symlinks=False))
    except OSError:
        return ()
