"""A disclosure's records as a table for the page: its head of one or two levels, its lines, every figure already written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator import money, percents
from generator.catalogue import Catalogue
from generator.catalogue.forms import Column, Form
from generator.disclosed import Disclosure, PublicRecord, Shown
from generator.disclosure.heads import heads
from generator.pages.words import Words, day, exact_unit, in_unit

_LABELS = ("marker", "label")
_NUMBERS = ("money", "count", "percent", "year")


@dataclass(frozen=True, slots=True)
class Head:
    """A cell of the table's head; `headers` names the group it stands under."""

    id: str
    text: str
    columns: int = 1
    rows: int = 1
    group: bool = False
    numeric: bool = True
    headers: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure or text of a line, as the page shows it; `headers` is set where the head has two levels."""

    text: str
    numeric: bool = True
    headers: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `id` is its address on the page, `link` the way to its own page over time.

    `folds` says that lines lie under it; `language` is the label's where it is not the page's.
    """

    id: str
    marker: str
    label: str
    level: int
    style: str
    within: bool
    cells: tuple[Cell, ...]
    link: str = ""
    folds: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: caption, the unit said once, heads (one or two lines) and lines; `region` names its scrolling region."""

    id: str
    caption: str
    unit: str
    heads: tuple[tuple[Head, ...], ...]
    rows: tuple[Row, ...]
    region: str = ""
    side: str = ""

    @property
    def folds(self) -> bool:
        """Return whether some of its lines lie under others."""
        return any(row.folds for row in self.rows)


def columns(form: Form, disclosure: Disclosure, side: str = "") -> tuple[Column, ...]:
    """Return the public columns a page shows, in the form's order, those of another side left out."""
    found: dict[str, Column] = {}
    for column in form.column:
        if column.key in disclosure.columns and column.public and column.in_page and column.side in {None, side or None}:
            found[column.key] = column if column.key not in found or column.side else found[column.key]
    return tuple(found.values())


def grid(disclosure: Disclosure, form: Form, catalogue: Catalogue, words: Words, side: str = "") -> Grid:
    """Return a budget's table (or one side of it) in the largest unit in which every amount is whole."""
    records = [record for record in disclosure.records if not side or record.side == side]
    shown = [column for column in columns(form, disclosure, side) if column.key not in _LABELS and _used(column, records)]
    unit = exact_unit(amounts(records, shown))
    prefix = f"{side[:1]}-" if side else ""
    heads = _heads(shown, disclosure, words, Head(f"{prefix}c-label", _label_head(form, disclosure, side, words), numeric=False))
    under = {head.id: head.headers for line in heads for head in line}
    rows = []
    for record in records:
        cells = []
        for column in shown:
            above = under.get(f"{prefix}c-{column.key}", "")
            linked = " ".join(part for part in (f"{record.id}-c", above, f"{prefix}c-{column.key}") if part) if len(heads) > 1 else ""
            cells.append(Cell(write(record, column, catalogue, words, unit), column.read in _NUMBERS, linked))
        rows.append(
            Row(record.id, record.marker, str(record.values.get("label") or ""), record.level, record.style, record.within, tuple(cells))
        )
    rows = _even(rows, shown)
    about = words.get(f"budget.side_{side}") if side else disclosure.title
    return Grid(
        f"bang-{side}" if side else "bang", about, words.plain("unit.caption", unit=words.unit(unit)), heads, tuple(rows), about, side
    )


def _even(rows: list[Row], shown: Sequence[Column]) -> list[Row]:
    """Return lines with percentages of a column to one place after the comma where any has one, so that they stand under each other."""
    uneven = {place for place, column in enumerate(shown) if column.read == "percent" and any("," in row.cells[place].text for row in rows)}
    return [
        replace(
            row,
            cells=tuple(
                replace(cell, text=f"{cell.text},0") if place in uneven and cell.text.isdecimal() else cell
                for place, cell in enumerate(row.cells)
            ),
        )
        for row in rows
    ]


def amounts(records: Sequence[PublicRecord], shown: Sequence[Column]) -> list[int]:
    """Return every amount the table shows, in đồng."""
    keys = [column.key for column in shown if column.read == "money"]
    return [value for record in records for key in keys if isinstance(value := record.values.get(key), int)]


def write(record: PublicRecord, column: Column, catalogue: Catalogue, words: Words, unit: int = 1) -> str:
    """Return a value as the page shows it: "-" where the sheet had a dash, nothing for a blank."""
    value = record.values.get(column.key)
    if value is None:
        return "-" if column.key in record.dashes else ""
    if column.read == "choice" and column.choices:
        return catalogue.choice(column.choices, str(value)).name.to(words.language)
    return _written(value, column.read, unit)


def _written(value: Shown, read: str, unit: int) -> str:
    if read == "money" and isinstance(value, int):
        return in_unit(value, unit)
    if read == "percent" and isinstance(value, int | float):
        return percents.write_percent(value)
    if read == "count" and isinstance(value, int):
        return money.write(value)
    if read == "day":
        return day(str(value))
    return str(value)


def _used(column: Column, records: Sequence[PublicRecord]) -> bool:
    return any(record.values.get(column.key) is not None or column.key in record.dashes for record in records)


def _label_head(form: Form, disclosure: Disclosure, side: str, words: Words) -> str:
    label = next((column for column in columns(form, disclosure, side) if column.key == "label"), None)
    return label.name.to(words.language) if label else words.get("columns.label")


def _heads(shown: Sequence[Column], disclosure: Disclosure, words: Words, first: Head) -> tuple[tuple[Head, ...], ...]:
    prefix = first.id.removesuffix("c-label")
    over = tuple(heads(shown, disclosure.stage, words.language))
    groups = [group for group, _ in over]
    own = [
        Head(f"{prefix}c-{column.key}", text, numeric=column.read in _NUMBERS)
        for column, (_, text) in zip(shown, over, strict=True)
    ]
    if not any(groups):
        return ((first, *own),)
    upper: list[Head] = [replace(first, rows=2)]
    lower: list[Head] = []
    for place, (head, group) in enumerate(zip(own, groups, strict=True)):
        if not group:
            upper.append(replace(head, rows=2))
            continue
        if place == 0 or groups[place - 1] != group:
            upper.append(Head(f"{prefix}g-{shown[place].key}", group, columns=0, group=True))
        upper[-1] = replace(upper[-1], columns=upper[-1].columns + 1)
        lower.append(replace(head, headers=upper[-1].id))
    return (tuple(upper), tuple(lower))
