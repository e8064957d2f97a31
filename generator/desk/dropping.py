"""Take in files that were dropped: a sound name, a known kind, a bounded size; one that is there is never replaced unseen."""

from __future__ import annotations

import hashlib
import re
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from generator import workbook
from generator.cells import Unreadable, is_blank, typed
from generator.desk.originals import Change, keep, note
from generator.release.writing import told, write
from generator.vietnamese import nfc
from generator.workbook.sniffing import sort_of

KINDS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")
LARGEST, ALL = 30 * 1024 * 1024, 100 * 1024 * 1024
_FORBIDDEN = re.compile('[\x00-\x1f\x7f<>:"/\\\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_DEVICES = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
_LONGEST = 120

Outcome: TypeAlias = Literal["taken", "same", "held", "kind", "large", "empty"]


@dataclass(frozen=True, slots=True)
class Dropped:
    """What became of a file: its name, and whether it was taken, is there already, waits beside another of its name, or why not."""

    name: str
    outcome: Outcome
    key: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that waits for the officer's choice, because another of its name is there."""

    name: str
    content: bytes


@dataclass(slots=True)
class Tray:
    """The files that wait, by a key of their own."""

    waiting: dict[str, Waiting] = field(default_factory=dict)


def sound_name(typed: str) -> str:
    """Return a name that is safe in a folder on any system: no path, no sign that hides or opens something; "" where nothing is left."""
    name = _FORBIDDEN.sub(" ", nfc(typed).replace("\\", "/").rpartition("/")[2])
    name = " ".join(name.split()).lstrip(".~$ ").rstrip(". ")
    path = Path(name)
    stem = path.stem[:_LONGEST].rstrip(". ")
    return f"{'_' if _DEVICES.match(stem) else ''}{stem}{path.suffix.lower()}" if stem else ""


def drop(home: Path, typed: str, content: bytes, tray: Tray) -> Dropped:
    """Put a file into a commune's folder, or say why not; CannotWrite where there is no room or no right."""
    name = sound_name(typed)
    if not name or Path(name).suffix not in KINDS or not _is_workbook(content, Path(name).suffix):
        return Dropped(name or "?", "empty" if name and not content else "kind")
    if len(content) > LARGEST:
        return Dropped(name, "large")
    target = home / name
    if not target.exists():
        write(target, content)
        return Dropped(name, "taken")
    with told(target):
        old = target.read_bytes()
    if hashlib.sha256(old).digest() == hashlib.sha256(content).digest():
        return Dropped(name, "same")
    key = secrets.token_urlsafe(9)
    tray.waiting[key] = Waiting(name, content)
    return Dropped(name, "held", key)


def replace(home: Path, waiting: Waiting, who: str, day: date) -> None:
    """Put a waiting file in the place of the one of its name, which is kept."""
    target = home / waiting.name
    digest = keep(home, target)
    write(target, waiting.content)
    note(home, Change(day, who, "replaced", waiting.name, kept=digest))


def put_beside(home: Path, waiting: Waiting) -> str:
    """Put a waiting file beside the one of its name and return its own."""
    path = home / waiting.name
    number = 2
    while (target := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    write(target, waiting.content)
    return target.name


def put_aside(home: Path, path: Path, who: str, day: date) -> None:
    """Take a file out of the folder; it is kept among the originals."""
    digest = keep(home, path)
    with told(path):
        path.unlink()
    note(home, Change(day, who, "aside", path.name, kept=digest))


@dataclass(frozen=True, slots=True)
class Side:
    """One of two files of a name: how large it is, and its first filled lines."""

    size: int
    lines: tuple[str, ...]
    rows: int


def told_of(name: str, content: bytes) -> Side:
    """Return what tells a file from another of its name."""
    with tempfile.TemporaryDirectory(prefix="congkhai-") as folder:
        path = Path(folder) / f"tep{Path(name).suffix}"
        path.write_bytes(content)
        try:
            sheets = workbook.read(path)
        except Unreadable:
            return Side(len(content), (), 0)
    rows = [" · ".join(typed(cell) for cell in row if not is_blank(cell)) for sheet in sheets for row in sheet.rows]
    filled = [row for row in rows if row]
    return Side(len(content), tuple(row[:160] for row in filled[:8]), len(filled))


def inside(home: Path, name: str, files: Mapping[str, Path]) -> Path | None:
    """Return the workbook of a name that findings use, if it is one of the commune's and lies in its folder."""
    path = files.get(name)
    return path if path and path.resolve().is_relative_to(home.resolve()) else None


def _is_workbook(content: bytes, suffix: str) -> bool:
    if not content:
        return False
    try:
        sort = sort_of(content)
    except Unreadable:
        return False
    return suffix == ".csv" or bool(sort)
