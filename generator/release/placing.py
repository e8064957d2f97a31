"""Put a staged site in the place of the old one in one step, so that a reader sees one of them whole and never a mixture."""

from __future__ import annotations

import ctypes
import errno
import filecmp
import json
import os
import sys
from pathlib import Path

from generator.release.clearing import clear
from generator.release.writing import settle, told, write

_AT_FDCWD = -100
_EXCHANGE = 2
MARKS = ("SHA256SUMS", "manifest.json", ".congkhai")
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def put_in_place(staged: Path, output: Path, *, exchange: bool = True) -> None:
    """Make `output` the staged site and delete the old one; CannotWrite leaves the old site whole and the staged one where it was.

    Files whose bytes are the same keep their old times, so that an upload by time moves only what changed. Where the system
    can't exchange two names in one step (or `exchange` is off) a journal is kept that `recover` completes. A folder without
    checksums (`to-print/`) gets a hidden empty file, by which the next build knows that it may be exchanged.
    """
    output = output.resolve()
    with told(output):
        if not any((staged / mark).is_file() for mark in MARKS):
            (staged / MARKS[-1]).touch()
        if not output.exists():
            staged.rename(output)
            settle(output.parent)
            return
        keep_times(staged, output)
        if not (exchange and _exchanged(staged, output)):
            _by_journal(staged, output)
            return
        settle(output.parent)
    clear(staged)


def keep_times(staged: Path, output: Path) -> None:
    """Give every staged file the time of the file with the same bytes that it takes the place of; a file that was linked has it."""
    with os.scandir(output) as found:
        there = {entry.name: entry for entry in found}
    with os.scandir(staged) as found:
        pairs = [(entry, there[entry.name]) for entry in found if entry.name in there]
    for new, old in pairs:
        if new.is_dir(follow_symlinks=False) and old.is_dir(follow_symlinks=False):
            keep_times(Path(new.path), Path(old.path))
        elif new.inode() != old.inode() and old.is_file(follow_symlinks=False) and filecmp.cmp(new.path, old.path, shallow=False):
            times = old.stat()
            os.utime(new.path, ns=(times.st_atime_ns, times.st_mtime_ns))


def recover(output: Path) -> None:
    """Complete or undo what a killed build left beside `output`, and remove its leftovers."""
    journal = _journal(output)
    if journal.is_file():
        staged, aside = _places(journal, output)
        if not output.exists():
            if staged and staged.is_dir():
                staged.rename(output)
            elif aside and aside.is_dir():
                aside.rename(output)
        journal.unlink()
    for kind in ("new", "old"):
        for left in output.parent.glob(f"{prefix(output, kind)}*"):
            clear(left)


def prefix(output: Path, kind: str) -> str:
    """Return how the names of the hidden folders beside `output` begin: "new" ones being made, "old" ones on their way out."""
    return f".{output.name}.{kind}-"


def _by_journal(staged: Path, output: Path) -> None:
    aside = output.parent / staged.name.replace(prefix(output, "new"), prefix(output, "old"), 1)
    journal = _journal(output)
    write(journal, json.dumps({"staged": staged.name, "aside": aside.name}).encode())
    try:
        output.rename(aside)
    except OSError:
        journal.unlink()
        raise
    try:
        staged.rename(output)
    except OSError:
        aside.rename(output)
        journal.unlink()
        raise
    journal.unlink()
    clear(aside)


def _exchanged(staged: Path, output: Path) -> bool:
    """Exchange two names in one step and return True; False where the system or the disk has no such step."""
    step = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if step is None:
        return False
    if step(_AT_FDCWD, os.fsencode(staged), _AT_FDCWD, os.fsencode(output), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(output))


def _journal(output: Path) -> Path:
    return output.parent / f".{output.name}.journal"


def _places(journal: Path, output: Path) -> tuple[Path | None, Path | None]:
    try:
        names = json.loads(journal.read_bytes())
        places = [output.parent / Path(str(names[key])).name for key in ("staged", "aside")]
    except (ValueError, KeyError, TypeError):
        return None, None
    return places[0], places[1]
