"""Files and tables that only repeat others: the same file twice, or the figures of one period put in again for another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator import periods
from generator.cells import address
from generator.disclosed import Disclosure
from generator.disclosure.examine import Examined
from generator.findings import Finding, finding
from generator.records.record import Reading

_LEAST = 3


def files(examined: Iterable[Examined]) -> Iterator[Finding]:
    """Yield a notice on each file that is byte for byte one before it."""
    first: dict[str, str] = {}
    for one in examined:
        if first.setdefault(one.source.sha256, one.source.name) != one.source.name:
            yield finding("file-repeated", one.source.name, other=first[one.source.sha256])


def tables(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Yield a warning at each table that says, line for line, what one of the same form and stage says of another period or purpose."""
    seen: dict[object, Reading] = {}
    often = Counter(_sort(reading) for reading in readings)
    for reading in readings:
        said = _said(reading) if often[_sort(reading)] > 1 else None
        other = seen.setdefault(said, reading) if said else reading
        if other is not reading and _about(other) != _about(reading):
            head = reading.table.head
            yield finding("table-repeated", reading.file, reading.table.sheet.name, address(head.top, head.left), period=_called(other),
                          other=other.file, other_sheet=other.table.sheet.name or "")


def posted(examined: Sequence[Examined], made: Sequence[Disclosure], before: Sequence[Disclosure],
           whence: Mapping[str, tuple[str, ...]]) -> tuple[Examined, ...]:
    """Return the workbooks, with a warning on each that makes a disclosure whose lines were all posted before for something else."""
    own = {one.id for one in made}
    told: dict[str, list[Finding]] = {}
    for one in made:
        like = next((old for old in before if old.id not in own and _is_like(old, one)), None)
        for name in whence.get(one.id, ()) if like else ():
            told.setdefault(name, []).append(finding("repeats-posted", name, what=one.title, period=like.title if like else ""))
    return tuple(replace(one, findings=(*one.findings, *told.get(one.source.name, ()))) for one in examined)


def _is_like(old: Disclosure, one: Disclosure) -> bool:
    if (old.form, old.stage, old.names) != (one.form, one.stage, one.names) or len(one.records) < _LEAST:
        return False
    return [record.values for record in old.records] == [record.values for record in one.records]


def _said(reading: Reading) -> object:
    """Return all that a table's lines say, None where they are too few to be told from chance."""
    if len(reading.records) < _LEAST:
        return None
    return _sort(reading), tuple(tuple(record.values.items()) for record in reading.records)


def _sort(reading: Reading) -> tuple[object, ...]:
    table = reading.table
    return table.form, table.stage, table.side


def _about(reading: Reading) -> tuple[object, ...]:
    return reading.table.period, reading.table.subject


def _called(reading: Reading) -> str:
    table = reading.table
    named = periods.beside(table.subject_name, periods.name(table.period, "vi")) if table.period else ""
    return ", ".join(part for part in (table.subject_name, named) if part)
