"""What is asked of a budget table again and again: its amounts by line and column, its totals, its step, its age."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import money, vietnamese
from generator.catalogue import Catalogue
from generator.catalogue.forms import Form, Line
from generator.cells import address, typed
from generator.kinds import listing
from generator.kinds.budget import words
from generator.kinds.budget.arrange import PLANNED, money_keys, own_lines
from generator.kinds.budget.rowset import TOTALS
from generator.records.record import Reading, Record

_FORMULA = re.compile(r"\(\s*([A-ZĐ](?:\s*\+\s*[A-ZĐ])+|[IVX]+(?:\s*\+\s*[IVX]+)+)\s*\)")


# The columns a table may be about, in a plan (True) and in what was done (False).
MAIN = {True: ("plan", "total", "transfer", "balancing"), False: ("done", "total", "transfer", "balancing")}


@dataclass(frozen=True)
class Budget:
    """An arranged budget table with what the catalogue says of it; `unread` are the cells whose amounts nobody knows."""

    reading: Reading
    form: Form
    lines: dict[str, Line]
    old: bool
    unread: frozenset[str] = frozenset()

    @property
    def records(self) -> tuple[Record, ...]:
        """Return the table's lines."""
        return self.reading.records

    @property
    def money(self) -> tuple[str, ...]:
        """Return the keys of the columns of amounts that the table holds."""
        keys = money_keys(self.form)
        return tuple(key for key in self.reading.table.columns if key in keys)

    @property
    def step(self) -> int:
        """Return the worth in đồng of the last digit in which the table gives its amounts."""
        return money.step((amount(record, key) for record in self.records for key in self.money), self.reading.table.unit or 1)

    @property
    def main(self) -> str | None:
        """Return the key of the column the table is about: what was done, or what is planned, or its one column of amounts."""
        wanted = MAIN[self.reading.table.stage in PLANNED]
        return next((key for key in (*wanted, *self.money) if key in self.reading.table.columns), None)

    def cell(self, record: Record, key: str) -> str:
        """Return the address of a line's cell in a column."""
        return address(record.row, self.reading.table.columns[key])

    def typed(self, record: Record, key: str) -> str:
        """Return what was typed there."""
        return typed(self.reading.table.sheet.value(record.row, self.reading.table.columns[key]))

    def known(self, records: Iterable[Record], key: str) -> bool:
        """Return whether every line's cell in a column, be it blank, could be read."""
        return not self.unread or not any(self.cell(record, key) in self.unread for record in records)

    def below(self, record: Record) -> tuple[Record, ...]:
        """Return the lines right under a line; those of a two-sided table stand on one side only."""
        return tuple(other for other in self.records if other.parent == record.row)

    def role(self, *roles: str) -> Record | None:
        """Return the first line whose key has one of the roles, with an amount if any has."""
        found = [record for record in self.records if record.key and self.lines[record.key].role in roles]
        return next((record for record in found if any(amount(record, key) is not None for key in self.money)), None)


def budget(reading: Reading, catalogue: Catalogue) -> Budget:
    """Return an arranged reading as a budget; `old` says that its period begins before the catalogue's first law for the form."""
    form = catalogue.form(str(reading.table.form))
    lines = {line.key: line for line in own_lines(form, reading.table, catalogue)}
    period = reading.table.period
    old = bool(period and form.rows and period.first < min(use.since for use in form.rows))
    return Budget(reading, form, lines, old, listing.unread(reading))


def amount(record: Record, key: str) -> int | None:
    """Return a line's amount in a column, None where it has none."""
    value = record.values.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def label(record: Record) -> str:
    """Return a line's label."""
    return str(record.values.get("label") or "")


def is_ratio(record: Record) -> bool:
    """Return whether a line's figure is a ratio."""
    return words.begins(label(record), "ratios")


def closing_totals(table: Budget) -> Iterator[tuple[Record, tuple[Record, ...]]]:
    """Yield each total that stands after its parts, with them: those its formula names, or all top lines since the last opening total."""
    top: list[Record] = []
    for record in table.records:
        if record.parent is not None:
            continue
        if record.style != "total" or record.marker:
            top.append(record)
            continue
        named = _FORMULA.search(vietnamese.nfc(label(record)))
        if named:
            marks = {mark.strip() for mark in named[1].split("+")}
            parts = tuple(other for other in top if (other.marker or "").strip(" .)") in marks)
            yield record, parts if len(parts) == len(marks) else ()
        elif table.below(record):
            top = []
        else:
            yield record, tuple(other for other in top if not other.within)


def sides(table: Budget) -> tuple[tuple[Record, ...], tuple[Record, ...], Record | None]:
    """Return a balance's revenue lines, spending lines and what is left: by their keys, else by the words of old tables."""
    revenue, spending = table.role("revenue-total"), table.role("spending-total")
    if table.lines or table.reading.table.side:
        side = table.reading.table.side
        own = next((record for record in table.records if record.style == "total"), None) if side else None
        revenue = revenue or (own if side == "revenue" else None)
        spending = spending or (own if side == "spending" else None)
        return _one(revenue), _one(spending), table.role("balance")
    top = [record for record in table.records if record.parent is None and any(amount(record, key) is not None for key in table.money)]
    return (
        tuple(record for record in top if words.begins(label(record), "revenue")),
        tuple(record for record in top if words.begins(label(record), "spending")),
        next((record for record in top if words.begins(label(record), "balance")), None),
    )


def total(records: Sequence[Record], key: str) -> int | None:
    """Return what lines amount to in a column, None where none has an amount."""
    found = [value for record in records if (value := amount(record, key)) is not None]
    return sum(found) if found else None


def main_total(table: Budget) -> Record | None:
    """Return the line that says what a one-sided table amounts to: the row set's total, else the last closing or first opening one."""
    side = table.reading.table.side or table.form.side or ""
    if found := table.role(*TOTALS.get(side, ("total",))):
        return found
    named = [record for record in table.records if record.style == "total" and record.parent is None]
    opening = next((record for record in named if table.below(record)), None)
    return opening or next(iter(named), None) or _only(table)


def _only(table: Budget) -> Record | None:
    top = [record for record in table.records if record.parent is None and not is_ratio(record)]
    return top[0] if len(top) == 1 else None


def _one(record: Record | None) -> tuple[Record, ...]:
    return (record,) if record else ()
