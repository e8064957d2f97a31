"""The store of a commune, `.cong-khai/` in its data folder: the history, and each posted version as masked records, names apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import quote

import msgspec
from msgspec import Struct

from generator.disclosed import Disclosure
from generator.findings import Finding, finding
from generator.posting import history
from generator.posting.history import Entry
from generator.posting.seals import canonical, names_digest

FOLDER = ".cong-khai"
_LONGEST = 120


class Names(Struct, frozen=True, forbid_unknown_fields=True):
    """The names of one posted version, kept apart from it, with the salt of their digest."""

    salt: str
    names: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Store:
    """What a commune posted so far: `latest` is the last posting of each disclosure by id, `findings` what is wrong with the history."""

    folder: Path
    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()
    latest: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def last_day(self) -> date:
        """Return the latest day in the history; the first of all days where it is empty."""
        return max((entry.day for entry in self.entries), default=date.min)

    @property
    def head(self) -> str:
        """Return the digest of the last entry, which anchors all before it; "" where the history is empty."""
        return self.entries[-1].sha256 if self.entries else ""

    def versions(self, disclosure: str) -> tuple[Entry, ...]:
        """Return the last posting of each version of a disclosure, oldest version first."""
        found = {entry.version: entry for entry in self.entries if entry.id == disclosure and entry.action == "post"}
        return tuple(found[version] for version in sorted(found))


def load(data: Path) -> Store:
    """Return the store of a commune's data folder; an empty one where nothing was posted yet. Writes nothing."""
    folder = data / FOLDER
    entries, findings = history.read(folder / history.FILE, named(folder / history.FILE))
    return Store(folder, entries, findings, {entry.id: entry for entry in entries if entry.action == "post"})


def recall(store: Store, entry: Entry) -> Disclosure | Finding:
    """Return a posted version as it was posted, without names, or what is wrong with its file."""
    path = version_file(store.folder, entry)
    try:
        content = path.read_bytes()
        kept = msgspec.json.decode(content, type=Disclosure)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return finding("posted-copy-damaged", named(path), id=entry.id)
    if hashlib.sha256(content).hexdigest() != entry.content:
        return finding("posted-copy-damaged", named(path), id=entry.id)
    return msgspec.structs.replace(kept, version=entry.version, posted_from=entry.posted_from, posted_until=entry.posted_until)


def recall_names(store: Store, entry: Entry) -> dict[str, dict[str, str]] | None:
    """Return the names of a posted version while they are kept and as they were posted; None once they are gone."""
    try:
        kept = msgspec.json.decode(names_file(store.folder, entry).read_bytes(), type=Names)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    return kept.names if names_digest(kept.names, kept.salt) == entry.names_digest else None


def kept_as(disclosure: Disclosure) -> bytes:
    """Return a disclosure's file in the store: masked, without days, state and names; the same bytes each time."""
    bare = msgspec.structs.replace(disclosure, names={}, names_persons=False, posted_from=None, posted_until=None, state="posted")
    return canonical(bare)


def version_file(folder: Path, entry: Entry) -> Path:
    """Return where a version's masked records lie."""
    return shelf(folder, entry.id) / f"v{entry.version}.json"


def names_file(folder: Path, entry: Entry) -> Path:
    """Return where a version's names lie while they are kept."""
    return shelf(folder, entry.id) / f"v{entry.version}.names.json"


def named(path: Path) -> str:
    """Return a store file's name as findings give it: from the commune's folder on."""
    parts = path.parts
    begin = parts.index(FOLDER) if FOLDER in parts else 0
    return "/".join(parts[max(begin - 1, 0):])


def posted_versions(entries: Iterable[Entry]) -> dict[tuple[str, int], Entry]:
    """Return the last posting of every version of every disclosure."""
    return {(entry.id, entry.version): entry for entry in entries if entry.action == "post"}


def shelf(folder: Path, disclosure: str) -> Path:
    """Return the folder of a disclosure's versions; whatever its id holds, it lies in the store."""
    name = quote(disclosure.replace("/", "_"), safe="").lstrip(".") or "_"
    if len(name) > _LONGEST:
        name = f"{name[:_LONGEST]}-{hashlib.sha256(disclosure.encode()).hexdigest()[:16]}"
    return folder / "posted" / name
