"""What decides what becomes public: every file of the commune's folder but the desk's own notes, as digests kept while files stay."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator import sources
from generator.posting import history, removals
from generator.posting.answers import FILE as ANSWERS
from generator.posting.store import FOLDER

_RECORDS = (history.FILE, ANSWERS, removals.FILE)
_LOCKS = ("~$", ".~lock", ".")
_known: dict[tuple[str, int, int, int], str] = {}


def deciding(folder: Path, data: Path) -> dict[str, str]:
    """Return the digest of each file that decides, by its path: those below a folder, and those beside it in a province."""
    beside = (path for path in data.iterdir() if path.is_file()) if data.is_dir() and data != folder else ()
    rules = _below(data / sources.RULES) if data != folder else ()
    found = (*_below(folder), *beside, *rules, *(folder / FOLDER / name for name in _RECORDS))
    return {str(path): digest_of(path) for path in found if not path.name.startswith(_LOCKS)}


def digest_of(path: Path) -> str:
    """Return a file's SHA-256, "" where it can't be read; a file that stays as it is isn't read again."""
    try:
        told = path.stat()
    except OSError:
        return ""
    key = (str(path), told.st_mtime_ns, told.st_size, told.st_ino)
    if key not in _known:
        _known[key] = sources.source(path, "").sha256
    return _known[key]


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield from (Path(place, name) for name in sorted(names))
