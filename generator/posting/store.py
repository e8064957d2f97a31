"""The store of a commune, `.cong-khai/` in its data folder: the history, and each posted version as masked records, names apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import quote

import msgspec
from msgspec import Struct

from generator.disclosed import Disclosure
from generator.findings import Finding, finding
from generator.posting import history, removals
from generator.posting.history import Entry
from generator.posting.removals import Removal
from generator.posting.seals import canonical, names_digest

FOLDER = ".cong-khai"
_LONGEST = 120


class Names(Struct, frozen=True, forbid_unknown_fields=True):
    """The names of one posted version, kept apart from it, with the salt of their digest."""

    salt: str
    names: dict[str, dict[str, str]]


class _Salt(Struct, frozen=True):
    salt: str


@dataclass(frozen=True, slots=True)
class Store:
    """What a commune posted so far: `latest` is the last posting of each disclosure by id, `findings` what is wrong with the store.

    Postings that were taken back don't count. `removals` say who stays out of which form, `blind` are forms whose removals are lost.
    """

    folder: Path
    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()
    latest: Mapping[str, Entry] = field(default_factory=dict)
    removals: tuple[Removal, ...] = ()
    blind: frozenset[str] = frozenset()

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
        found = {entry.version: entry for entry in standing(self.entries) if entry.id == disclosure}
        return tuple(found[version] for version in sorted(found))

    def next_version(self, disclosure: str) -> int:
        """Return the number of a disclosure's next version: no number is used twice, one that was taken back neither."""
        return max((entry.version for entry in self.entries if entry.id == disclosure and entry.action == "post"), default=0) + 1

    @property
    def withdrawn(self) -> dict[str, Entry]:
        """Return the disclosures that were taken from public view as a whole and not put back, each with the entry that did it."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            if entry.action == "withdrawn":
                found[entry.id] = entry
            elif entry.action == "restored" and not entry.content:
                found.pop(entry.id, None)
        return found

    def held(self, disclosure: Disclosure) -> bool:
        """Return whether a disclosure is what was posted and taken back: the same workbook, or the same content with the same names."""
        back = {number for entry in self.entries for number in entry.numbers if entry.action == "retracted"}
        mine = [entry for entry in self.entries if entry.number in back and entry.id == disclosure.id]
        return any(entry.source_sha256 == disclosure.source_sha256 for entry in mine) or any(
            entry.digest == disclosure.digest and self._names_alike(entry, disclosure) for entry in mine)

    def _names_alike(self, entry: Entry, disclosure: Disclosure) -> bool:
        """Return whether a disclosure names whom a posting named, by the salted digest in the history."""
        salt = salt_of(self.folder, entry)
        return names_digest(disclosure.names, salt) == entry.names_digest if disclosure.names and salt else not disclosure.names


def load(data: Path) -> Store:
    """Return the store of a commune's data folder; an empty one where nothing was posted yet. Writes nothing."""
    folder = data / FOLDER
    entries, findings = history.read(folder / history.FILE, named(folder / history.FILE))
    kept, lost = removals.standing(folder, entries)
    findings += tuple(finding("removal-missing", named(folder / removals.FILE), id=entry.id) for entry in lost)
    latest = {entry.id: entry for entry in standing(entries)}
    return Store(folder, entries, findings, latest, kept, frozenset(entry.form for entry in lost))


def standing(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the postings that were not taken back."""
    back = {number for entry in entries if entry.action == "retracted" for number in entry.numbers}
    return tuple(entry for entry in entries if entry.action == "post" and entry.number not in back)


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


def recall_explanation(store: Store, entry: Entry) -> str | Finding:
    """Return the text posted beside a version as it was posted, "" where there was none, or what is wrong with its file."""
    if not entry.explanation:
        return ""
    path = explanation_file(store.folder, entry.id, entry.explanation)
    try:
        content = path.read_bytes()
    except OSError:
        content = b""
    if hashlib.sha256(content).hexdigest() != entry.explanation:
        return finding("posted-copy-damaged", named(path), id=entry.id)
    return content.decode()


def salt_of(folder: Path, entry: Entry) -> str:
    """Return the salt of a posted version's names: kept with them, or alone once the posting was taken back; "" where it is gone."""
    for path in (names_file(folder, entry), salt_file(folder, entry)):
        with suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return msgspec.json.decode(path.read_bytes(), type=_Salt).salt
    return ""


def salt_file(folder: Path, entry: Entry) -> Path:
    """Return where the salt of names lies that were deleted when their posting was taken back, so that they are known if they return."""
    return shelf(folder, entry.id) / f"v{entry.version}.salt.json"


def kept_as(disclosure: Disclosure) -> bytes:
    """Return a disclosure's file in the store: masked, without days, state, names and explanation; the same bytes each time."""
    bare = msgspec.structs.replace(disclosure, names={}, names_persons=False, posted_from=None, posted_until=None, state="posted",
                                     explanation="")
    return canonical(bare)


def version_file(folder: Path, entry: Entry) -> Path:
    """Return where a version's masked records lie."""
    return shelf(folder, entry.id) / f"v{entry.version}.json"


def names_file(folder: Path, entry: Entry) -> Path:
    """Return where a version's names lie while they are kept."""
    return shelf(folder, entry.id) / f"v{entry.version}.names.json"


def explanation_file(folder: Path, disclosure: str, sha256: str) -> Path:
    """Return where an explanation text of a SHA-256 lies beside a disclosure's versions."""
    return shelf(folder, disclosure) / f"explanation-{sha256[:16]}.md"


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
