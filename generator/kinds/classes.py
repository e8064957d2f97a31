"""Which class a household is of: its own cell, a tick, the heading above it, or the title of the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.catalogue import Catalogue
from generator.catalogue.law import Choice
from generator.cells import address, position
from generator.findings import Finding, finding
from generator.kinds.choosing import named
from generator.records.record import Reading, Record
from generator.vietnamese import words

_CHOICES = "household-class"
_MARKS = (("poor_mark", "poor"), ("near_poor_mark", "near-poor"))


def classes_in(text: str, choices: Iterable[Choice]) -> frozenset[str]:
    """Return the classes a title or heading names; a poverty standard ("chuẩn nghèo đa chiều") is none."""
    return named(words(text).replace("chuan ngheo da chieu", " ").replace("chuan ngheo", " "), choices, least=2)


def classed(reading: Reading, catalogue: Catalogue) -> Reading:
    """Return the reading with every household's class that can be known without guessing."""
    choices = catalogue.choices[_CHOICES]
    of_list = _of_list(reading, choices)
    headings = _headings(reading, choices)
    unclear = {position(found.cell)[0] for found in reading.findings if found.code == "choice-unknown" and found.cell}
    hamlets = {str(record.values.get("hamlet") or "") for record in reading.records}
    no_hamlets = {hamlet for hamlet in hamlets if classes_in(hamlet, choices)}
    records = []
    for record in reading.records:
        own = record.values.get("household_class")
        if own is None and record.row not in unclear:
            own = _ticked(record) or _above(headings, record.row) or of_list
        changed = {"household_class": own} | ({"hamlet": None} if record.values.get("hamlet") in no_hamlets else {})
        records.append(replace(record, values={**record.values, **changed}))
    return replace(reading, records=tuple(records))


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each household whose class nothing tells, or one for the list if it is so for all."""
    table = reading.table
    without = [record for record in reading.records if record.values.get("household_class") is None]
    column = table.columns.get("household_class")
    told = {found.cell for found in reading.findings if found.severity == "error"}
    if without and len(without) == len(reading.records) and column is None:
        yield finding("class-missing", reading.file, table.sheet.name, address(table.head.bottom, table.head.left))
        return
    for record in without:
        cell = address(record.row, column or table.columns.get("head_name", 1))
        if cell not in told:
            yield finding("class-missing", reading.file, table.sheet.name, cell)


def _of_list(reading: Reading, choices: Sequence[Choice]) -> str | None:
    for text in (reading.table.title, reading.table.sheet.name or ""):
        found = classes_in(text, choices)
        if len(found) == 1:
            return next(iter(found))
    return None


def _headings(reading: Reading, choices: Sequence[Choice]) -> tuple[tuple[int, str], ...]:
    """Return (row, class) of the heading rows that name one class, last first."""
    found = []
    for aside in reading.table.set_aside:
        if aside.why == "heading":
            text = " ".join(value for value in reading.table.sheet.rows[aside.row - 1] if isinstance(value, str))
            classes = classes_in(text, choices)
            if len(classes) == 1:
                found.append((aside.row, next(iter(classes))))
    return tuple(sorted(found, reverse=True))


def _above(headings: Sequence[tuple[int, str]], row: int) -> str | None:
    return next((name for at, name in headings if at < row), None)


def _ticked(record: Record) -> str | None:
    ticked = [name for key, name in _MARKS if record.private.get(key) is True]
    return ticked[0] if len(ticked) == 1 else None
