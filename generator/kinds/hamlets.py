"""The hamlets of a list, held against those of `commune.toml`: one spelling, one order, nothing but a hamlet's name let out."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.cells import address
from generator.commune import Commune
from generator.findings import Finding, finding
from generator.records.record import Reading, Record
from generator.vietnamese import SortKey, nfc, sort_key, words

_LONGEST = 40
_HOUSE_NUMBER = re.compile(r"\d{3}|\d\s*/\s*\d|@|\bso nha\b")
_ZEROS = re.compile(r"\b0+(?=\d)")


def settled(reading: Reading, commune: Commune) -> Reading:
    """Return the reading with each hamlet as `commune.toml` spells it; an address gives its hamlet where it names just one.

    What is neither a known hamlet nor short enough to be one's name is kept private: it may be a person's address.
    """
    known = _known(commune)
    return replace(reading, records=tuple(_settled(record, known) for record in reading.records))


def check(reading: Reading, commune: Commune) -> Iterator[Finding]:
    """Yield a finding for each hamlet that is not one of the commune's, with the nearest that is."""
    column = reading.table.columns.get("hamlet")
    if not commune.hamlet or column is None:
        return
    names = {words(hamlet.name): hamlet.name for hamlet in commune.hamlet}
    for record in reading.records:
        hidden = record.private.get("hamlet_text")
        text = hidden or record.values.get("hamlet")
        if isinstance(text, str) and words(text) not in names:
            nearest = difflib.get_close_matches(words(text), names, 1, 0.4)
            yield finding("hamlet-unknown", reading.file, reading.table.sheet.name, address(record.row, column), typed=text,
                          nearest=names[nearest[0]] if nearest else commune.hamlet[0].name, private=bool(hidden))


def order(name: str, commune: Commune) -> tuple[int, SortKey]:
    """Return a key in the order of `commune.toml`, other hamlets after those, none at all last."""
    names = [hamlet.name for hamlet in commune.hamlet]
    place = names.index(name) if name in names else len(names) + (not name)
    return place, sort_key(name)


def _known(commune: Commune) -> dict[str, str]:
    """Return the commune's spelling of each way its hamlets may be written; "Thôn" may be left out where that is certain."""
    full = {_plain(hamlet.name): hamlet.name for hamlet in commune.hamlet}
    bare = Counter(name.partition(" ")[2] for name in full)
    short = {name.partition(" ")[2]: spelt for name, spelt in full.items() if " " in name and bare[name.partition(" ")[2]] == 1}
    return short | full


def _settled(record: Record, known: Mapping[str, str]) -> Record:
    typed = record.values.get("hamlet")
    if not isinstance(typed, str) or not typed.strip():
        found = _within(str(record.private.get("address") or ""), known)
        return replace(record, values={**record.values, "hamlet": found}) if found else record
    name = known.get(_plain(typed)) or _within(typed, known)
    if name is None and (len(typed) > _LONGEST or _HOUSE_NUMBER.search(words(typed) + typed)):
        return replace(record, values={**record.values, "hamlet": None}, private={**record.private, "hamlet_text": typed})
    spelt = name or nfc(" ".join(typed.split()))
    return record if spelt == typed else replace(record, values={**record.values, "hamlet": spelt})


def _within(text: str, known: Mapping[str, str]) -> str | None:
    """Return the one hamlet whose whole name, of two words or more, stands in a text."""
    folded = f" {_plain(text)} "
    found = {spelt for name, spelt in known.items() if " " in name and f" {name} " in folded and _plain(spelt) == name}
    longest = sorted(found, key=len)[-1:]
    return longest[0] if longest and all(_plain(one) in _plain(longest[0]) for one in found) else None


def _plain(text: str) -> str:
    return _ZEROS.sub("", words(text))


def names(records: Sequence[Record], commune: Commune) -> tuple[str, ...]:
    """Return the hamlets that records stand under, in order."""
    found = {str(record.values.get("hamlet") or "") for record in records}
    return tuple(sorted(found, key=lambda name: order(name, commune)))
