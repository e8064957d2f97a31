"""The history of what was posted: one JSON line per act, each holding the digest of the line before it; days, not clocks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from generator.findings import Finding, finding
from generator.posting.seals import canonical, digest
from generator.release.writing import CannotWrite

FILE = "history.jsonl"


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One act; `action` says which, and `previous` is the `sha256` of the entry before, `sha256` this entry's own.

    "post": a disclosure's version went public. "names-removed": its names were deleted from the store. "retracted": the postings
    of `numbers` were taken back. "request": the request of number `request` came in on `received`; "request-done": it was answered.
    "removed": a person of a disclosure, "withdrawn": the whole of it, was taken from public view; "restored": that was undone.
    `digest` is of the masked public content, `names_digest` is salted, `content` is the SHA-256 of the stored version's file, or of
    the removal that is kept; `made` gives those of prints and downloads by path, `attached` those of attachments,
    `explanation` that of the text posted beside the figures. `act` is the
    number of the first entry of the same posting. `private` says that what must not be public had been.
    """

    number: int
    day: date
    action: str
    id: str
    version: int
    form: str = ""
    stage: str | None = None
    period: str | None = None
    posted_from: date | None = None
    posted_until: date | None = None
    digest: str = ""
    names_digest: str = ""
    code: str = ""
    source_sha256: str = ""
    content: str = ""
    places: tuple[str, ...] = ()
    made: dict[str, str] = {}
    attached: dict[str, str] = {}
    explanation: str = ""
    act: int = 0
    numbers: tuple[int, ...] = ()
    request: int = 0
    sort: str = ""
    received: date | None = None
    private: bool = False
    previous: str = ""
    sha256: str = ""


def read(path: Path, name: str) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """Return the entries of a history file and what is wrong with its chain; a missing file is an empty history.

    CannotWrite where the file is there and can't be read: to go on as if nothing had been posted would show and record wrongly.
    """
    entries: list[Entry] = []
    findings: list[Finding] = []
    previous = ""
    for number, line in enumerate(_lines(path), 1):
        entry = _entry(line)
        if entry is None:
            findings.append(finding("history-damaged", name, line=str(number)))
        else:
            entries.append(entry)
            if not _sound(entry, line) or (entry.previous, entry.number) != (previous, number):
                findings.append(finding("history-altered", name, line=str(number)))
        previous = link(line)
    return tuple(entries), tuple(findings)


def extended(path: Path, entries: list[Entry]) -> bytes:
    """Return the history file's content with entries chained to its end; the lines before them stay as they are, byte by byte."""
    found = list(_lines(path))
    for entry in entries:
        open_entry = msgspec.structs.replace(entry, number=len(found) + 1, previous=link(found[-1]) if found else "", sha256="")
        found.append(canonical(msgspec.structs.replace(open_entry, sha256=digest(open_entry))))
    return b"".join(line + b"\n" for line in found)


def lines(path: Path) -> int:
    """Return how many lines a history file has, damaged ones too."""
    return len(list(_lines(path)))


def link(line: bytes) -> str:
    """Return what the next line must name as its predecessor: the entry's own digest as it stands, or that of a damaged line."""
    entry = _entry(line)
    return entry.sha256 if entry else hashlib.sha256(line).hexdigest()


def _lines(path: Path) -> Iterator[bytes]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as fault:
        raise CannotWrite("store-unreadable", path, reason=fault.strerror or str(fault)) from fault
    yield from content.removesuffix(b"\n").split(b"\n") if content else ()


def _entry(line: bytes) -> Entry | None:
    try:
        return msgspec.json.decode(line, type=Entry)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _sound(entry: Entry, line: bytes) -> bool:
    """Return whether a line is what was written: its own digest, and not a byte of it another."""
    return entry.sha256 == _own(line) and line == canonical(msgspec.json.decode(line))


def _own(line: bytes) -> str:
    fields: dict[str, Any] = msgspec.json.decode(line)
    fields.pop("sha256", None)
    return digest(fields)
