"""Drives for contributions held side by side: two for one purpose at the same time are probably one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Final, TypeAlias

from generator.catalogue import Catalogue
from generator.cells import address
from generator.findings import Finding, finding
from generator.kinds import beside
from generator.records.record import Reading
from generator.vietnamese import words

Span: TypeAlias = tuple[date, date]

_ENOUGH: Final = 3
_MORE: Final = 2
_CALLED: Final = ("basis", "asked")


def overlapping(ledgers: Sequence[Reading], catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding at each ledger whose drive goes on while another one for the same purpose does; parts of one drive are not told."""
    told = [(reading, span) for reading in ledgers if reading.table.subject and (span := _span(reading, catalogue))]
    for (one, first), (other, second) in combinations(told, 2):
        if first[0] <= second[1] and second[0] <= first[1] and _same_purpose(one, other) and not _one_drive(one, other, catalogue):
            place = address(other.table.head.bottom, other.table.columns.get("amount", other.table.head.left))
            yield finding("drives-overlap", other.file, other.table.sheet.name, place, purpose=other.table.subject_name or "",
                          other=one.file, other_sheet=one.table.sheet.name or "", other_purpose=one.table.subject_name or "")


def _span(reading: Reading, catalogue: Catalogue) -> Span | None:
    """Return the first and the last day of a drive: as stated above its ledger, else of its gifts."""
    facts = beside.facts(reading, catalogue)
    days = [day for record in reading.records if isinstance(day := record.values.get("day"), date)]
    first, last = facts.get("from") or min(days, default=None), facts.get("until") or max(days, default=None)
    return (first, last) if isinstance(first, date) and isinstance(last, date) else None


def _same_purpose(one: Reading, other: Reading) -> bool:
    """Return whether two ledgers are called alike, or one but for a word or two more ("Làm cầu qua Suối Mây")."""
    first, second = (frozenset(words(reading.table.subject_name or str(reading.table.subject)).split()) for reading in (one, other))
    shorter, longer = sorted((first, second), key=len)
    return one.table.subject == other.table.subject or (len(shorter) >= _ENOUGH and shorter <= longer and len(longer - shorter) <= _MORE)


def _one_drive(one: Reading, other: Reading, catalogue: Catalogue) -> bool:
    """Return whether two ledgers are parts of one drive, as those of its hamlets and its years are: nothing they say tells them apart."""
    if one.table.subject != other.table.subject:
        return False
    facts = [beside.facts(reading, catalogue) for reading in (one, other)]
    return all(None in (said := [of.get(key) for of in facts]) or said[0] == said[1] for key in _CALLED)
