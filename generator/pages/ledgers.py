"""A ledger as a table for the page: gifts or spending, line by line, in the sheet's order."""

from __future__ import annotations

from dataclasses import dataclass

from generator import money
from generator.catalogue.forms import Column
from generator.disclosed import Disclosure, PublicRecord
from generator.pages.around import named
from generator.pages.frame import Maker
from generator.pages.tables import Cell, columns, write

_COUNTS = {"ledger": "ledger_count", "use": "use_count"}
_NUMBERS = frozenset({"money", "count", "percent"})


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A line of a ledger; the first cell is its head, and `person` says that it names a person while that may be."""

    id: str
    first: str
    person: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger: title, what is to be known, how many lines of what unit, heads, lines and their sum; `named`: some name persons today.

    `stacked`: on a small screen each line is a card, as the form's option `stack` says.
    """

    id: str
    title: str
    note: str
    unit: str
    heads: tuple[Cell, ...]
    rows: tuple[LedgerRow, ...]
    named: bool
    total: tuple[str, ...]
    hidden: str = ""
    stacked: bool = False


def ledger(maker: Maker, disclosure: Disclosure, many: bool) -> Ledger:  # noqa: FBT001 - one of several on the page
    """Return a disclosure's lines as a table, its heads those of the form."""
    form, words = maker.site.catalogue.form(disclosure.form), maker.words
    shown = [column for column in columns(form, disclosure) if column.key != "marker" and _any(disclosure, column)]
    shown.sort(key=_place)
    part = "ledger" if "received" in disclosure.summary else "use"
    rows = tuple(_row(maker, disclosure, record, shown) for record in disclosure.records)
    period = words.period(disclosure.period)
    title = (
        words.plain(f"contributions.{part}_year", period=period)
        if many and period
        else words.get("contributions.ledger")
        if part == "ledger"
        else ""
    )
    persons = next((column for column in shown if column.names), None)
    hidden = words.get("contributions.names_hidden") if persons and disclosure.names_persons and not disclosure.names else ""
    heads = tuple(Cell(column.name.to(words.language), column.read in _NUMBERS) for column in shown)
    ident = f"{'so' if part == 'ledger' else 'chi'}-{disclosure.period or 'chung'}"
    count = words.plain(f"contributions.{_COUNTS[part]}", count=money.write(len(rows)))
    return Ledger(
        ident,
        title,
        words.get("contributions.ledger_note") if persons else "",
        f"{count} · {words.plain('unit.caption', unit=words.unit(1))}",
        heads,
        rows,
        named(disclosure),
        _total(maker, disclosure, shown),
        hidden,
        bool(form.options.get("stack")),
    )


def _place(column: Column) -> tuple[bool, ...]:
    """Return a column's place: who or what first, then how much and when, so that a narrow screen shows them; numbers of papers last."""
    return not column.names, column.key != "content", column.read != "money", column.read != "day", column.read == "code"


def _total(maker: Maker, disclosure: Disclosure, shown: list[Column]) -> tuple[str, ...]:
    """Return the cells of the line that sums a ledger up; nothing where it has no amounts."""
    whole = disclosure.summary.get("received", disclosure.summary.get("spent"))
    if whole is None or not any(column.read == "money" for column in shown):
        return ()
    return (maker.words.get("contributions.total"), *(money.write(whole) if column.read == "money" else "" for column in shown[1:]))


def _row(maker: Maker, disclosure: Disclosure, record: PublicRecord, shown: list[Column]) -> LedgerRow:
    cells = [Cell(_text(maker, disclosure, record, column), column.read in _NUMBERS) for column in shown]
    return LedgerRow(record.id, cells[0].text, record.id in disclosure.names and disclosure.names_persons, tuple(cells[1:]))


def _text(maker: Maker, disclosure: Disclosure, record: PublicRecord, column: Column) -> str:
    if column.names:
        found = disclosure.names.get(record.id, {}).get(column.key) or record.values.get(column.key)
        return str(found) if found else maker.words.get("contributions.withheld")
    return write(record, column, maker.site.catalogue, maker.words)


def _any(disclosure: Disclosure, column: Column) -> bool:
    return column.names or any(record.values.get(column.key) is not None for record in disclosure.records)
