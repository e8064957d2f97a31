"""The course of a year: periods of one form that are missing between others, or that lie over each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from generator import periods
from generator.cells import address
from generator.findings import Finding, finding
from generator.kinds.budget.tables import Budget
from generator.periods import Period

_STEP = {"months": 3, "quarter": 1, "month": 1}


def courses(tables: Sequence[Budget]) -> Iterator[Finding]:
    """Yield a warning at the table after a gap in a year, and at each table whose period lies over another's in another way of counting."""
    told = [table for table in tables if table.reading.table.period and table.reading.table.side != "spending"]
    for _, group in groupby(sorted(told, key=_course), key=_course):
        ordered = sorted(group, key=lambda table: _period(table).last)
        yield from _gaps(ordered)
        yield from _overlaps(ordered)


def _gaps(ordered: Sequence[Budget]) -> Iterator[Finding]:
    for kind, step in _STEP.items():
        own = [table for table in ordered if _period(table).kind == kind]
        for before, after in pairwise(own):
            numbers = range(_period(before).number + step, _period(after).number, step)
            if numbers:
                names = ", ".join(periods.name(Period(_period(after).year, _period(after).kind, number), "vi") for number in numbers)
                yield finding("period-gap", *_place(after), periods=names)


def _overlaps(ordered: Sequence[Budget]) -> Iterator[Finding]:
    kinds = list(dict.fromkeys(_period(table).kind for table in ordered))
    for table in ordered:
        first = next(other for other in ordered if _period(other).kind == kinds[0])
        if _period(table).kind != kinds[0]:
            yield finding("periods-overlap", *_place(table), period=periods.name(_period(table), "vi"),
                          first=periods.name(_period(first), "vi"), other=first.reading.file)


def _place(table: Budget) -> tuple[str, str | None, str]:
    head = table.reading.table.head
    return table.reading.file, table.reading.table.sheet.name, address(head.top, head.left)


def _course(table: Budget) -> tuple[str, ...]:
    own = table.reading.table
    return str(own.form), str(own.stage), str(own.subject), str(_period(table).year)


def _period(table: Budget) -> Period:
    return table.reading.table.period or Period(0)
