"""Revenue against spending: equal in a plan, what is left in a settlement, never more spent than received."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from generator import money
from generator.findings import Finding, Severity, finding
from generator.kinds.budget.arrange import PLANNED
from generator.kinds.budget.tables import Budget, amount, label, sides, total
from generator.records.record import Record

Held: TypeAlias = tuple[Budget, tuple[Record, ...]]


def unbalanced(tables: Sequence[Budget]) -> tuple[Finding, ...]:
    """Return what does not balance in the table, or the two sides, of a balance."""
    if tables[0].form.side != "both":
        return ()
    revenue, spending, left = both(tables)
    main = tables[0].main
    if not (main and revenue and spending) or not all(table.known(records, main) for table, records in (revenue, spending)):
        return ()
    came, went = (total(records, main) for _, records in (revenue, spending))
    if came is None or went is None:
        return ()
    step = max(table.step for table in tables)
    return tuple(_judged((came, went), spending, left, main, step))


def both(tables: Sequence[Budget]) -> tuple[Held | None, Held | None, tuple[Budget, Record] | None]:
    """Return (table, lines) of revenue and of spending, and (table, line) of what is left, wherever they stand."""
    found = [(table, *sides(table)) for table in tables]
    return (
        next(((table, revenue) for table, revenue, _, _ in found if revenue), None),
        next(((table, spending) for table, _, spending, _ in found if spending), None),
        next(((table, left) for table, _, _, left in found if left), None),
    )


def _judged(amounts: tuple[int, int], spending: Held, left: tuple[Budget, Record] | None, main: str, step: int) -> list[Finding]:
    came, went = amounts
    table, lines = spending
    gap = came - went
    stated = amount(left[1], main) if left else None
    if left and stated is not None:
        return [_found("balance-differs", left, main, amounts)] if abs(abs(gap) - abs(stated)) > step else []
    stage = table.reading.table.stage
    if stage in PLANNED:
        return [_found("plan-unbalanced", (table, lines[0]), main, amounts)] if abs(gap) > step else []
    return [_found("spending-above-revenue", (table, lines[0]), main, amounts)] if gap < -step else []


def _found(code: str, where: tuple[Budget, Record], main: str, amounts: tuple[int, int]) -> Finding:
    (table, record), (came, went) = where, amounts
    level: Severity | None = "warning" if table.old else None
    return finding(
        code,
        table.reading.file,
        table.reading.table.sheet.name,
        table.cell(record, main),
        typed=table.typed(record, main),
        level=level,
        label=label(record),
        revenue=money.write(came),
        spending=money.write(went),
        difference=money.write(abs(came - went)),
    )
