"""A disclosure laid out as the tables of a paper: heads of one or two levels, rows in order, headings and totals among them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from generator.catalogue.forms import Column
from generator.disclosed import Disclosure, PublicRecord
from generator.disclosure.heads import heads
from generator.disclosure.site import Site
from generator.prints import figures
from generator.prints.fit import Need
from generator.prints.lettering import clean

_FIXED = frozenset({"marker", "money", "count", "percent", "day", "year", "flag"})
RIGHT = frozenset({"money", "count", "percent"})  # set against the right edge
_MIDDLE = frozenset({"marker", "day", "year", "flag", "code"})
_REMARKS = frozenset({"text", "choice", "code", "day"})
_SAID_ONCE = frozenset({"code", "day"})
_HEADINGS = {"households": "hamlet"}


@dataclass(frozen=True, slots=True)
class Head:
    """A head cell: its text, and how many columns and rows it spans."""

    text: str
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells' texts, or one heading over all columns; `style` is "line", "group", "total" or "heading"."""

    cells: tuple[str, ...] = ()
    heading: str = ""
    style: str = "line"
    level: int = 0
    within: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to print; `align` and `needs` go by column; `lead` is the column that names the row.

    `part` says which part of a whole the table is ("Phần 2/8"); `sums` are running sums of the column `summed`, row by row.
    """

    heading: str
    heads: tuple[tuple[Head, ...], ...]
    align: tuple[str, ...]
    lead: int
    rows: tuple[Row, ...]
    needs: tuple[Need, ...]
    money: bool = False
    keys: tuple[str, ...] = ()
    part: str = ""
    summed: int = -1
    sums: tuple[int, ...] = ()


def sheets(disclosure: Disclosure, site: Site, words: Mapping[str, Any], *, names: bool,
           without: Collection[str] = ()) -> tuple[Sheet, ...]:
    """Return the tables: one, or one for each side of a balance; none where the rows are persons who may not be named.

    Columns `without` which the table can do are left out.
    """
    form = site.catalogue.form(disclosure.form)
    if not names and any(column.names and not column.consent for column in form.column if column.key in disclosure.columns):
        return ()
    heading_key = str(form.options.get("print_heading", "") or form.register.group or _HEADINGS.get(disclosure.kind, ""))
    made = []
    for side, records in groupby(sorted(disclosure.records, key=_side), key=_side):
        chosen = tuple(records)
        columns = tuple(column for column in _columns(disclosure, site, side)
                        if column.key not in {heading_key, *without} and _used(column, disclosure.records))
        rows = _rows(chosen, columns, heading_key, _Writer(disclosure, site, words, names))
        total = _total(disclosure, columns, site, words)
        over = [(clean(group), clean(text)) for group, text in heads(columns, disclosure.stage, str(words["language"]))]
        made.append(_sheet(str(words["sides"].get(side, "")), columns, (*rows, *total), words, over))
    return tuple(made)


def _side(record: PublicRecord) -> str:
    return record.side


def _columns(disclosure: Disclosure, site: Site, side: str) -> tuple[Column, ...]:
    form = site.catalogue.form(disclosure.form)
    found = (column for column in form.column
             if column.public and column.in_print and column.key in disclosure.columns and column.side in (None, "", side or column.side))
    return tuple({column.key: column for column in found}.values())


def said_once(disclosure: Disclosure, site: Site, words: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Return, by key, the name and text of each column that says the same in every row and so may stand above a board copy's table."""
    found = {}
    for column in _columns(disclosure, site, ""):
        values = {record.values.get(column.key) for record in disclosure.records}
        if column.read in _SAID_ONCE and len(values) == 1 and len(disclosure.records) > 1 and (value := values.pop()):
            found[column.key] = (clean(column.name.to(site.language)), figures.shown(value, column, site.catalogue, words))
    return found


def _used(column: Column, records: tuple[PublicRecord, ...]) -> bool:
    """Return whether a column is worth its room: remarks that nobody wrote are not."""
    return column.required or column.names or column.read not in _REMARKS or any(record.values.get(column.key) for record in records)


@dataclass(frozen=True, slots=True)
class _Writer:
    disclosure: Disclosure
    site: Site
    words: Mapping[str, Any]
    names: bool

    def said(self, value: str, column: Column) -> str:
        """Return a heading's text."""
        return figures.shown(value, column, self.site.catalogue, self.words)

    def cell(self, record: PublicRecord, column: Column) -> str:
        """Return a cell's text; a "-" where one stood, a name only where this print may name."""
        if column.key in record.dashes:
            return "-"
        if column.key == "marker":
            return clean(str(record.values.get("marker") or record.marker))
        name = self.disclosure.names.get(record.id, {}).get(column.key) if self.names else None
        text = figures.shown(name or record.values.get(column.key), column, self.site.catalogue, self.words)
        return text or (str(self.words["anonymous"]) if column.names and column.consent else "")


def _rows(records: tuple[PublicRecord, ...], columns: tuple[Column, ...], heading: str, writer: _Writer) -> Iterator[Row]:
    for title, under in _under_headings(records, heading, writer):
        if title:
            yield Row(heading=title, style="heading")
        for record in under:
            yield Row(tuple(writer.cell(record, column) for column in columns), "", record.style, min(record.level, 5), record.within)


def _under_headings(records: tuple[PublicRecord, ...], heading: str,
                    writer: _Writer) -> Iterator[tuple[str, Iterable[PublicRecord]]]:
    if not heading or heading not in writer.disclosure.columns:
        yield "", records
        return
    groups: dict[str, list[PublicRecord]] = {str(entry["name"]): [] for entry in writer.disclosure.summary.get("hamlets", ())}
    column = writer.site.catalogue.form(writer.disclosure.form).get(heading)
    for record in records:
        groups.setdefault(str(record.values.get(heading) or ""), []).append(record)
    counts = {str(entry["name"]): entry for entry in writer.disclosure.summary.get("hamlets", ())}
    words = writer.words["households"]
    for name, under in groups.items():
        if under:
            known = counts.get(name)
            yield (words["heading"].format_map(known) if known else words["heading_plain"].format(name=writer.said(name, column))), under


def _total(disclosure: Disclosure, columns: tuple[Column, ...], site: Site, words: Mapping[str, Any]) -> tuple[Row, ...]:
    amount = disclosure.summary.get("received", disclosure.summary.get("spent"))
    keys = [column.key for column in columns]
    if disclosure.kind == "register":
        return _summed(disclosure, columns, site, words)
    if disclosure.kind != "contributions" or amount is None or "amount" not in keys:
        return ()
    sums = {"amount": figures.shown(amount, columns[keys.index("amount")], site.catalogue, words)}
    sums[keys[_lead(columns)]] = str(words["contributions"]["total"])
    return (Row(tuple(sums.get(key, "") for key in keys), style="total"),)


def _summed(disclosure: Disclosure, columns: tuple[Column, ...], site: Site, words: Mapping[str, Any]) -> tuple[Row, ...]:
    """Return the row that sums a register up, where its form adds anything up."""
    whole = disclosure.summary.get("sums") or {}
    sums = {column.key: figures.shown(whole[column.key], column, site.catalogue, words) for column in columns if column.key in whole}
    if not sums:
        return ()
    said = {columns[_lead(columns)].key: str(words["contributions"]["total"])} | sums
    return (Row(tuple(said.get(column.key, "") for column in columns), style="total"),)


def _lead(columns: tuple[Column, ...]) -> int:
    wanted = ([column.names for column in columns], [column.key == "label" for column in columns],
              [column.read in {"text", "name"} for column in columns])
    return next((found.index(True) for found in wanted if True in found), 0)


def _sheet(heading: str, columns: tuple[Column, ...], rows: tuple[Row, ...], words: Mapping[str, Any],
           over: Sequence[tuple[str, str]]) -> Sheet:
    return Sheet(heading, _heads(over), tuple(map(_align, columns)), _lead(columns), rows,
                 tuple(_need(number, column, rows, str(words["language"])) for number, column in enumerate(columns)),
                 money=any(column.read == "money" for column in columns), keys=tuple(column.key for column in columns))


def _align(column: Column) -> str:
    return "n" if column.read in RIGHT else "c" if column.read in _MIDDLE else ""


def _need(number: int, column: Column, rows: tuple[Row, ...], language: str) -> Need:
    return Need(heads=(clean(column.name.to(language)),), cells=tuple(row.cells[number] for row in rows if row.cells),
                fixed=column.read in _FIXED, share=column.width, bold=any(row.style != "line" for row in rows))


def _heads(found: Sequence[tuple[str, str]]) -> tuple[tuple[Head, ...], ...]:
    down = 2 if any(group for group, _ in found) else 1
    upper: list[Head] = []
    lower: list[Head] = []
    for group, under in groupby(found, key=itemgetter(0)):
        names = [name for _, name in under]
        upper += [Head(group, across=len(names))] if group else [Head(name, down=down) for name in names]
        lower += [Head(name) for name in names] if group else []
    return (tuple(upper), tuple(lower)) if lower else (tuple(upper),)
