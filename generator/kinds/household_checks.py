"""The checks of a household list: a household twice, a namesake, a class that its points contradict, figures that can't be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from generator.catalogue import Catalogue
from generator.cells import address
from generator.commune import Commune
from generator.findings import Finding, finding
from generator.kinds import hamlets, listing
from generator.kinds.matching import called, proofs
from generator.records.record import Reading, Record

Entry: TypeAlias = tuple[Reading, Record]

# A household may stand on the list it left and on the one it came to; these pairs contradict each other.
_CONTRADICTORY: Final = frozenset({
    frozenset({"poor", "near-poor"}), frozenset({"poor", "left-poverty"}), frozenset({"near-poor", "left-near-poverty"}),
})
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")
_MOST_MEMBERS: Final = 25


def within(reading: Reading, catalogue: Catalogue, commune: Commune) -> Iterator[Finding]:
    """Yield what is wrong within one list."""
    yield from twice([(reading, record) for record in reading.records])
    yield from listing.totals(reading, "members", _members)
    yield from listing.said(reading, "nhan khau|khau|nguoi", _members, "members")
    yield from listing.said(reading, "ho", lambda _: 1)
    yield from hamlets.check(reading, commune)
    yield from _points(reading, catalogue, commune)
    yield from _member_counts(reading)


def twice(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield a finding at each household that stands in the lists a second time, and at each mere namesake."""
    proved: dict[str, Entry] = {}
    by_name: dict[str, Entry] = {}
    for entry in entries:
        record = entry[1]
        found, name = sorted(proofs(record)), called(record)
        first = next((proved[proof] for proof in found if proof in proved), None)
        if first is not None:
            yield from _again(first, entry)
        else:
            other = by_name.get(name)
            if other is not None and not (found and proofs(other[1])):
                yield _at(entry, "household-namesake", other)
        by_name.setdefault(name, entry)
        for proof in found:
            proved.setdefault(proof, entry)


def _again(first: Entry, entry: Entry) -> Iterator[Finding]:
    one, other = first[1].values.get("household_class"), entry[1].values.get("household_class")
    hamlets_of = [str(record.values.get("hamlet") or "") for _, record in (first, entry)]
    if one == other and all(hamlets_of) and hamlets_of[0] != hamlets_of[1]:
        yield _at(entry, "household-two-hamlets", first)
    elif one == other:
        yield _at(entry, "household-twice", first)
    elif frozenset({one, other}) in _CONTRADICTORY:
        yield _at(entry, "household-two-classes", first)


def _at(entry: Entry, code: str, first: Entry) -> Finding:
    reading, record = entry
    place, where = _cell(entry), _cell(first)
    other = where if first[0].table is reading.table else f"{first[0].file}, {first[0].table.sheet.name or ''}, {where}"
    return finding(code, reading.file, reading.table.sheet.name, place, other=other, marker=record.marker or "")


def _cell(entry: Entry) -> str:
    reading, record = entry
    return address(record.row, reading.table.columns.get("head_name", 1))


def _points(reading: Reading, catalogue: Catalogue, commune: Commune) -> Iterator[Finding]:
    """Yield a finding where B1 or B2 says that the household can't be of its class (circular 07/2021/TT-BLĐTBXH)."""
    options = catalogue.form(str(reading.table.form)).options
    most, least = int(options[f"income_points_{commune.area}"]), int(options["lack_points"])
    for record in reading.records:
        name = record.values.get("household_class")
        income, lack = _number(record.private.get("b1")), _number(record.private.get("b2"))
        wrong = None
        if name in {"poor", "near-poor"} and income is not None and income > most:
            wrong = "b1"
        elif (name == "poor" and lack is not None and lack < least) or (name == "near-poor" and lack is not None and lack >= least):
            wrong = "b2"
        if wrong:
            yield finding("class-against-points", reading.file, reading.table.sheet.name,
                          address(record.row, reading.table.columns[wrong]), typed=str(record.private[wrong]), private=True)


def _member_counts(reading: Reading) -> Iterator[Finding]:
    column = reading.table.columns.get("members")
    for record in reading.records:
        count = record.values.get("members")
        if column and isinstance(count, int) and not 0 < count <= _MOST_MEMBERS:
            yield finding("members-unlikely", reading.file, reading.table.sheet.name, address(record.row, column), typed=str(count))


def _members(record: Record) -> int:
    count = record.values.get("members")
    return count if isinstance(count, int) else 0


def _number(value: object) -> float | None:
    text = str(value if value is not None else "").strip()
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None
