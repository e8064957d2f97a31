"""Write a file whole or not at all, and say in the catalogue's words why a place can't be written."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.findings import Finding

_CODES = {
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), "output-read-only"),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "disk-full"),
    **dict.fromkeys((errno.EBUSY, errno.EXDEV, errno.ETXTBSY), "output-busy"),
    **dict.fromkeys((errno.ENOTDIR, errno.EEXIST), "output-not-a-folder"),
}


class CannotWrite(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """A place that can't be written, so that the command can't be carried out (exit code 2); nothing was changed."""

    def __init__(self, code: str, place: Path, **details: str) -> None:
        """Keep the code of the finding, the place, and the words its text names."""
        super().__init__(f"{code}: {place}")
        self.code = code
        self.place = place
        self.details = details

    def finding(self) -> Finding:
        """Return what happened as a finding, ready to be told."""
        return Finding(self.code, "error", str(self.place), details=tuple(sorted(self.details.items())))


@contextmanager
def told(place: Path) -> Iterator[None]:
    """Turn an OSError raised while writing below a place into CannotWrite with its reason."""
    try:
        yield
    except OSError as fault:
        code = _CODES.get(fault.errno or 0, "write-failed")
        raise CannotWrite(code, place, reason=fault.strerror or str(fault)) from fault


def write(path: Path, content: bytes) -> None:
    """Put content in a file's place in one step and on the disk; CannotWrite leaves the old file as it was."""
    with ready(path, content):
        pass


@contextmanager
def ready(path: Path, content: bytes) -> Iterator[None]:
    """Have content on the disk beside a file's place while the block runs, and put it there after; a block that fails leaves the old file.

    CannotWrite comes before the block: what must stand together with the file is then not begun.
    """
    with told(path):
        beside = _beside(path, content)
    try:
        yield
        with told(path):
            beside.replace(path)
            settle(path.parent)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _beside(path: Path, content: bytes) -> Path:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~umask())
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


def settle(folder: Path) -> None:
    """Put a folder's own entries on the disk, where the system can (Windows can't)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def umask() -> int:
    """Return the permissions this process takes from new files."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
