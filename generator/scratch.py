"""Temporary folders of this program's own: each goes when its work ends, and what a killed run left goes with the next."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX, _LOCK = "congkhai-work-", ".lock"
_TRIES = 3
_OPEN = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def scratch() -> Iterator[Path | None]:
    """Yield a temporary folder, private to this user, that is gone after the block; None where the system has no room for one.

    Folders whose owners were killed are removed first: each has a lock beside it that goes with the last process of its run.
    """
    with suppress(OSError):
        _sweep(Path(tempfile.gettempdir()))
    folder, handle = _made()
    try:
        yield folder
    finally:
        if folder:
            _remove(folder, handle)


def taken(handle: int) -> bool:
    """Lock an open file and return True, or False where another process holds it; the lock goes with the process."""
    try:
        _lock(handle)
    except OSError:
        return False
    return True


def _made() -> tuple[Path | None, int]:
    for _ in range(_TRIES):
        with suppress(OSError):
            handle, lock = tempfile.mkstemp(prefix=_PREFIX, suffix=_LOCK)
            if taken(handle) and Path(lock).exists():
                folder = Path(lock).with_suffix("")
                folder.mkdir(mode=0o700)
                return folder, handle
            os.close(handle)
    return None, -1


def _sweep(place: Path) -> None:
    for lock in place.glob(f"{_PREFIX}*{_LOCK}"):
        with suppress(OSError):
            handle = os.open(lock, _OPEN)
            if taken(handle):
                _remove(lock.with_suffix(""), handle)
            else:
                os.close(handle)


def _remove(folder: Path, handle: int) -> None:
    """Remove a folder, then its lock; a system that can't remove an open file has it closed first."""
    shutil.rmtree(folder, ignore_errors=True)
    if sys.platform == "win32":
        os.close(handle)
    with suppress(OSError):
        folder.with_suffix(_LOCK).unlink()
    if sys.platform != "win32":
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
