"""What holds for any list of lines: the running number has no gap, and a total row says what the lines add up to."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from itertools import accumulate, combinations

from generator import money
from generator.cells import Unreadable, address, typed
from generator.findings import Finding, finding
from generator.records.record import Reading, Record
from generator.vietnamese import fold

Measure = Callable[[Record], int]

_NO_UNIT = frozenset({"unit-missing", "units-contradict"})
_UNREAD = frozenset({"amount-ambiguous", "amount-unreadable", "count-unreadable", "formula-uncalculated"})


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
    if column is None or not whole(reading, column):
        return
    stated: dict[int, tuple[int, int]] = {}
    for row in total_rows(reading):
        value = reading.table.sheet.value(row, column)
        try:
            amount = money.read(value, reading.table.unit or 1)
        except Unreadable as fault:
            if fault.code == "amount-ambiguous":
                yield finding(fault.code, reading.file, reading.table.sheet.name, address(row, column), typed=typed(value), level="warning",
                              private=False, **fault.details)
            continue
        stated |= {row: (column, amount)} if amount is not None else {}
    yield from _held(reading, stated, measure)


def said(reading: Reading, words: str, measure: Measure, key: str = "") -> Iterator[Finding]:
    """Yield a finding at each total row whose text counts otherwise ("Tổng cộng: 35 hộ"); `words` is a folded pattern of the unit.

    `key` names the column that is counted, where it is not the rows themselves.
    """
    if key and not whole(reading, reading.table.columns.get(key, 0)):
        return
    pattern = re.compile(rf"\b(\d[\d.]*) (?:{words})\b")
    for row in total_rows(reading):
        for column, value in enumerate(reading.table.sheet.rows[row - 1], 1):
            match = pattern.search(fold(value)) if isinstance(value, str) else None
            if match:
                yield from _held(reading, {row: (column, int(match[1].replace(".", "")))}, measure)


def unread(reading: Reading) -> frozenset[str]:
    """Return the cells whose value nobody knows: what hangs on them is not told again."""
    return frozenset(found.cell for found in reading.findings if found.cell and found.severity == "error" and found.code in _UNREAD)


def whole(reading: Reading, column: int) -> bool:
    """Return whether every cell of a table's column could be read: otherwise there is nothing to hold a total against."""
    table = reading.table
    if any(found.code in _NO_UNIT for found in reading.findings):
        return False
    cells = unread(reading)
    return not cells or not any(address(row, column) in cells for row in table.rows)


def total_rows(reading: Reading) -> tuple[int, ...]:
    """Return the rows set aside as totals, in the order of the sheet."""
    return tuple(sorted(aside.row for aside in reading.table.set_aside if aside.why == "total"))


def _held(reading: Reading, totals_of: Mapping[int, tuple[int, int]], measure: Measure) -> Iterator[Finding]:
    """Yield a finding at each total (its row: column and what it states) that says what none of the parts it may close add up to."""
    lines = sorted(reading.records, key=lambda record: record.row)
    added = list(accumulate((measure(record) for record in lines), initial=0))
    for row, (column, stated) in totals_of.items():
        spans = spans_at(reading, [record.row for record in lines], row)
        sums = [added[end] - added[start] for start, end in spans]
        if stated in sums or not lines:
            continue
        first, last = lines[spans[0][0]], lines[max(spans[0][1] - 1, 0)]
        yield finding("total-differs", reading.file, reading.table.sheet.name, address(row, column),
                      typed=typed(reading.table.sheet.value(row, column)), stated=money.write(stated), counted=money.write(sums[0]),
                      difference=money.write(abs(stated - sums[0])), cells=f"{address(first.row, column)}:{address(last.row, column)}")


def spans_at(reading: Reading, rows: Sequence[int], row: int) -> list[tuple[int, int]]:
    """Return which lines (from, to before) a total row may rightly add up: all, those of its part, or of several parts at it.

    First comes what the row most likely means: all lines where it is the only total or the last, else the part it closes or opens.
    """
    breaks = sorted(aside.row for aside in reading.table.set_aside if aside.why in {"total", "heading"} and aside.row != row)
    here = bisect(rows, row)
    above = [(bisect(rows, start), here) for start in reversed([one for one in (0, *breaks) if one < row])]
    below = [(here, bisect(rows, end)) for end in (*breaks, 1 << 30) if end > row]
    every = (0, len(rows))
    near = [span for span in (above[0], below[0]) if span[0] < span[1]]
    first = [every] if row == total_rows(reading)[-1] else near[:1]
    return [span for span in dict.fromkeys((*first, every, *near, *above, *below)) if span[0] < span[1]] or [every]


def mostly_shared(lists: Sequence[Collection[Hashable]]) -> bool:
    """Return whether two of some lists have half of the shorter one's lines or more in common: they are one list, put in twice."""
    return any(2 * len(set(one) & set(other)) >= min(len(set(one)), len(set(other))) > 0 for one, other in combinations(lists, 2))


def _number(marker: str | None) -> int | None:
    text = (marker or "").strip().rstrip(".)")
    return int(text) if text.isdecimal() else None
