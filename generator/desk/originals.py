"""Keep what the officer dropped as it was, in the commune's own store, and a list of every change with who made it and when."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError

from generator.posting.store import FOLDER
from generator.release.writing import CannotWrite, told, write

SHELF, LIST = "goc", "thay-doi.toml"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a workbook: what was done, where, what stood there and what stands there now; `kept` is the original's digest."""

    day: date
    by: str
    what: str
    file: str
    sheet: str = ""
    cell: str = ""
    before: str = ""
    after: str = ""
    kept: str = ""


def keep(home: Path, path: Path) -> str:
    """Keep a copy of a file as it is and return its digest; one that is kept already is not written again."""
    with told(path):
        content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    place = place_of(home, path.name, digest)
    if not place.is_file():
        write(place, content)
    return digest


def place_of(home: Path, name: str, digest: str) -> Path:
    """Return where an original lies."""
    return home / FOLDER / SHELF / digest[:16] / name


def note(home: Path, change: Change) -> None:
    """Add a change to the list."""
    path = home / FOLDER / SHELF / LIST
    entries = tomlkit.aot()
    found = _read(path)
    for one in (*found, change):
        entry = tomlkit.table()
        entry.update({key: value for key in Change.__slots__ if (value := getattr(one, key))})
        entries.append(entry)
    document = tomlkit.document()
    document.add("change", entries)
    write(path, tomlkit.dumps(document).encode())


def changes(home: Path) -> tuple[Change, ...]:
    """Return all changes, the latest first."""
    return tuple(reversed(_read(home / FOLDER / SHELF / LIST)))


def _read(path: Path) -> tuple[Change, ...]:
    try:
        found = tomlkit.parse(path.read_text("utf-8")).unwrap()
        return tuple(Change(**one) for one in found.get("change", ()))
    except (OSError, UnicodeDecodeError, TOMLKitError, TypeError):
        return ()


def put_instead(path: Path, target: Path, content: bytes) -> None:
    """Write a workbook in the place of another; where the old one can't be taken away, nothing is changed."""
    write(target, content)
    if target != path:
        try:
            with told(path):
                path.unlink()
        except CannotWrite:
            target.unlink()
            raise


def is_open(path: Path) -> bool:
    """Return whether Excel or LibreOffice says that it has a file open, by the lock file that lies beside it then."""
    return any((path.parent / name).exists() for name in (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#"))
