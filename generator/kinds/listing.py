"""What holds for any list of lines: the running number has no gap, and a total row says what the lines add up to."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from itertools import combinations

from generator import money
from generator.cells import Unreadable, address, typed
from generator.findings import Finding, finding
from generator.records.record import Reading, Record
from generator.vietnamese import fold

Measure = Callable[[Record], int]


def numbering(reading: Reading, records: Sequence[Record]) -> Iterator[Finding]:
    """Yield a finding at each line whose number does not follow the one above; a new part may begin at 1 again."""
    column = reading.table.columns.get("marker")
    before: int | None = None
    for record in records:
        number = _number(record.marker)
        if number is None:
            continue
        if before is not None and number not in {before, before + 1, 1} and column:
            yield finding("numbering-gap", reading.file, reading.table.sheet.name, address(record.row, column),
                          typed=str(record.marker), before=str(before), expected=str(before + 1))
        before = number


def totals(reading: Reading, key: str, measure: Measure) -> Iterator[Finding]:
    """Yield a finding at each total row whose figure in a column is neither the sum of all lines nor of the part it closes.

    Where a line's own figure could not be read there is nothing to hold the total against.
    """
    column = reading.table.columns.get(key)
    unread = {found.cell for found in reading.findings if found.severity == "error"}
    if column is None or any(address(row, column) in unread for row in reading.table.rows):
        return
    for row in total_rows(reading):
        value = reading.table.sheet.value(row, column)
        try:
            stated = money.read(value, reading.table.unit or 1)
        except Unreadable:
            continue
        sums = sums_at(reading, row, measure)
        if stated is not None and stated not in sums:
            yield finding("total-differs", reading.file, reading.table.sheet.name, address(row, column), typed=typed(value),
                          stated=money.write(stated), counted=money.write(sums[0]), difference=money.write(stated - sums[0]))


def said(reading: Reading, words: str, measure: Measure) -> Iterator[Finding]:
    """Yield a finding at each total row whose text counts otherwise ("Tổng cộng: 35 hộ"); `words` is a folded pattern of the unit."""
    pattern = re.compile(rf"\b(\d[\d.]*) (?:{words})\b")
    for row in total_rows(reading):
        for column, value in enumerate(reading.table.sheet.rows[row - 1], 1):
            match = pattern.search(fold(value)) if isinstance(value, str) else None
            if match is None:
                continue
            stated, sums = int(match[1].replace(".", "")), sums_at(reading, row, measure)
            if stated not in sums:
                yield finding("total-differs", reading.file, reading.table.sheet.name, address(row, column), typed=typed(value),
                              stated=money.write(stated), counted=money.write(sums[0]), difference=money.write(stated - sums[0]))


def total_rows(reading: Reading) -> tuple[int, ...]:
    """Return the rows set aside as totals, in the order of the sheet."""
    return tuple(sorted(aside.row for aside in reading.table.set_aside if aside.why == "total"))


def sums_at(reading: Reading, row: int, measure: Measure) -> tuple[int, ...]:
    """Return what a total row may rightly say: the sum of all lines, of its part above it, or of its part below it."""
    breaks = sorted(aside.row for aside in reading.table.set_aside if aside.why in {"total", "heading"} and aside.row != row)
    start = max((one for one in breaks if one < row), default=0)
    end = min((one for one in breaks if one > row), default=1 << 30)
    whole = sum(measure(record) for record in reading.records)
    above = sum(measure(record) for record in reading.records if start < record.row < row)
    below = sum(measure(record) for record in reading.records if row < record.row < end)
    return whole, above, below


def mostly_shared(lists: Sequence[Collection[Hashable]]) -> bool:
    """Return whether two of some lists have half of the shorter one's lines or more in common: they are one list, put in twice."""
    return any(2 * len(set(one) & set(other)) >= min(len(set(one)), len(set(other))) > 0 for one, other in combinations(lists, 2))


def _number(marker: str | None) -> int | None:
    text = (marker or "").strip().rstrip(".)")
    return int(text) if text.isdecimal() else None
