"""Check a commune's store against itself, the chain, the kept versions, names that should be gone, and a site against the store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.findings import Finding, finding
from generator.posting.history import Entry
from generator.posting.seals import digest
from generator.posting.store import (
    Store,
    load,
    named,
    names_file,
    posted_versions,
    recall,
    recall_explanation,
    recall_names,
    salt_of,
    version_file,
)


class _Attached(Struct, frozen=True):
    file: str


class _Entry(Struct, frozen=True):
    id: str
    version: int
    code: str
    page: str
    attachments: tuple[_Attached, ...] = ()


class _Manifest(Struct, frozen=True):
    disclosures: tuple[_Entry, ...]


def verify_chain(data: Path, day: date | None = None) -> tuple[Finding, ...]:
    """Return everything wrong in a commune's store: altered, damaged or removed lines, versions altered or without a line.

    With a day, names that are kept although their window has ended are told as well.
    """
    store = load(data)
    return (*store.findings, *_versions(store), *_unlisted(store), *_altered(store), *(_names(store, day) if day else ()))


def verify_head(data: Path, head: str) -> tuple[Finding, ...]:
    """Return a finding where no line of the history bears the head printed on signed minutes, or its beginning."""
    known = (entry.sha256 for entry in load(data).entries)
    wanted = head.strip().lower().replace("-", "").replace(" ", "")
    found = wanted and any(each.startswith(wanted) for each in known)
    return () if found else (finding("anchor-unknown", named(load(data).folder), typed=head),)


def verify_prints(data: Path, folder: Path, files: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return a finding for each print, of SHA-256 by path, whose bytes a posting recorded: of a replaced version, or another file since.

    `folder` is where the paths begin; a print made again for another day or by another library is no fault where the code it was
    recorded under still stands.
    """
    store = load(data)
    known: dict[str, Entry] = {}
    salts: dict[str, None] = {}
    for entry in posted_versions(store.entries).values():
        known |= dict.fromkeys(entry.made.values(), entry)
        salts[salt_of(store.folder, entry)] = None
    found = []
    for path, sha in files.items():
        mine = next((known[one] for one in (sha, *(digest([salt, sha]) for salt in salts if salt)) if one in known), None)
        newest = store.latest.get(mine.id) if mine else None
        if mine and newest and mine.version < newest.version:
            found.append(finding("print-replaced", (folder / path).as_posix(), version=str(mine.version), bears=mine.code,
                                 newest=str(newest.version)))
    return tuple(found)


def altered_prints(folder: Path, files: Mapping[str, str], built: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return a finding for each print, of SHA-256 by path, that is not the one the last build made, or is gone."""
    return tuple(finding("print-altered" if name in files else "print-missing", (folder / name).as_posix())
                 for name, sha in sorted(built.items()) if files.get(name) != sha)


def told_by_code(data: Path, code: str) -> tuple[Entry, ...]:
    """Return the postings whose prints bear a code ("7F3A-91C2"), oldest first; the newest of its disclosure is in use."""
    wanted = code.strip().upper()
    return tuple(entry for entry in posted_versions(load(data).entries).values() if entry.code == wanted)


def _altered(store: Store) -> Iterator[Finding]:
    for entry in posted_versions(store.entries).values():
        path = names_file(store.folder, entry)
        if path.is_file() and recall_names(store, entry) is None:
            yield finding("names-altered", named(path))


def verify_site(data: Path, folder: Path) -> tuple[Finding, ...]:
    """Return a finding for each disclosure of a commune's built site that says, or carries, other than the history of what was posted."""
    path = folder / "manifest.json"
    try:
        shown = msgspec.json.decode(path.read_bytes(), type=_Manifest).disclosures
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return (finding("sums-damaged", path.name),)
    posted = posted_versions(load(data).entries)
    pairs = [(each, posted[each.id, each.version]) for each in shown if (each.id, each.version) in posted]
    return tuple(chain((finding("site-history-differs", each.page, id=each.id, version=str(each.version))
                        for each, entry in pairs if entry.code != each.code), *(_exchanged(folder, *pair) for pair in pairs)))


def _exchanged(folder: Path, shown: _Entry, entry: Entry) -> Iterator[Finding]:
    for name in (one.file for one in shown.attachments):
        path = folder / name
        if name in entry.attached and not (path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == entry.attached[name]):
            yield finding("attachment-altered", name, id=shown.id)


def _versions(store: Store) -> Iterator[Finding]:
    for entry in posted_versions(store.entries).values():
        for kept in (recall(store, entry), recall_explanation(store, entry)):
            if isinstance(kept, Finding):
                yield kept


def _unlisted(store: Store) -> Iterator[Finding]:
    listed = {version_file(store.folder, entry) for entry in posted_versions(store.entries).values()}
    for path in sorted((store.folder / "posted").glob("*/v*.json")):
        if path.name.count(".") == 1 and path not in listed:
            yield finding("history-entry-missing", named(path))


def _names(store: Store, day: date) -> Iterator[Finding]:
    for entry in posted_versions(store.entries).values():
        if entry.posted_until and entry.posted_until < day and names_file(store.folder, entry).is_file():
            yield finding("names-kept", named(names_file(store.folder, entry)), until=f"{entry.posted_until:%d/%m/%Y}")
