"""Check a commune's store against itself: the chain of the history, each kept version, names that should be gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.findings import Finding, finding
from generator.posting.store import Store, load, named, names_file, posted_versions, recall, version_file


def verify_chain(data: Path, day: date | None = None) -> tuple[Finding, ...]:
    """Return everything wrong in a commune's store: altered, damaged or removed lines, versions altered or without a line.

    With a day, names that are kept although their window has ended are told as well.
    """
    store = load(data)
    return (*store.findings, *_versions(store), *_unlisted(store), *(_names(store, day) if day else ()))


def _versions(store: Store) -> Iterator[Finding]:
    for entry in posted_versions(store.entries).values():
        kept = recall(store, entry)
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
