"""One version of a disclosure held against the one before: how many persons joined and left, as long as both lists' names are kept."""

from __future__ import annotations

from collections import Counter

from generator.disclosed import Disclosure, PublicRecord
from generator.posting.removals import bare
from generator.vietnamese import fold

MOVED = "since_version"


def movement(before: Disclosure, after: Disclosure) -> dict[str, int] | None:
    """Return how many persons a corrected list took up ("joined") and let go ("left"); None where either names nobody."""
    if not before.names or not after.names:
        return None
    old, new = _persons(before), _persons(after)
    return {"version": before.version, "joined": (new - old).total(), "left": (old - new).total()}


def _persons(disclosure: Disclosure) -> Counter[tuple[str, str]]:
    return Counter(_person(disclosure, record) for record in disclosure.records if record.id in disclosure.names)


def _person(disclosure: Disclosure, record: PublicRecord) -> tuple[str, str]:
    return bare(" ".join(disclosure.names[record.id].values())), fold(str(record.values.get("hamlet") or ""))
