"""A sheet as the officer knows it from Excel: letters above, numbers beside, merged heads, a head that stays, doubtful cells marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import money
from generator.catalogue import Catalogue
from generator.cells import Range, Value, address, letters, position, typed
from generator.desk.doubts import Doubt
from generator.findings import Severity
from generator.recognition.table import Table
from generator.records.record import Reading
from generator.workbook.sheets import RawSheet

_BEFORE, _AFTER, _WIDEST = 12, 40, 60
_GRAVEST: tuple[Severity, ...] = ("error", "warning", "notice")


@dataclass(frozen=True, slots=True)
class Square:
    """A cell on the page: its address and text, how far it reaches, how doubtful it is, and the doubt that lies there."""

    place: str
    text: str
    across: int = 1
    down: int = 1
    shape: str = ""
    key: str = ""
    right: bool = False
    current: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row on the page with its number; `part` is "above", "head" or "body"."""

    number: int
    part: str
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is shown of a sheet: the letters of its columns and its lines; whether there is more before and after."""

    letters: tuple[str, ...]
    above: tuple[Line, ...]
    head: tuple[Line, ...]
    body: tuple[Line, ...]
    first: int
    last: int
    rows: int


def sheet(reading: Reading, found: Sequence[Doubt], cell: str, key: str, catalogue: Catalogue) -> Sheet:
    """Return the part of a sheet around a cell: its head, and some rows before and after."""
    table, raw = reading.table, reading.table.sheet
    row = position(cell)[0] if cell else table.head.bottom + 1
    width = min(max(map(len, raw.rows), default=1), _WIDEST)
    first = max(table.head.bottom + 1, row - _BEFORE)
    last = min(len(raw.rows), max(first, row) + _AFTER)
    marks = _marks(raw, found, key)
    money_columns = _money(table, catalogue)

    def lines(numbers: Iterable[int], part: str) -> tuple[Line, ...]:
        wanted = tuple(number for number in numbers if number not in raw.hidden_rows)
        return tuple(Line(number, part, tuple(_squares(raw, number, (width, wanted[-1]), marks, money_columns))) for number in wanted)

    top = min(table.head.top, table.head.bottom + 1)
    above = range(max(1, row - _BEFORE), top) if row < top else range(max(1, top - 6), top)
    return Sheet(tuple(letters(column) for column in range(1, width + 1)), lines(above, "above"),
                 lines(range(table.head.top, table.head.bottom + 1), "head"), lines(range(first, last + 1), "body"), first, last,
                 len(raw.rows))


def text_of(reading: Reading, cell: str) -> str:
    """Return what stands in a cell, as the officer would type it."""
    return typed(reading.table.sheet.value(*_anchor(reading.table.sheet, position(cell))))


def takes_numbers(reading: Reading, cell: str, catalogue: Catalogue) -> bool:
    """Return whether a cell lies in a column of amounts or counts."""
    return position(cell)[1] in _numbers(reading.table, catalogue)


def _squares(raw: RawSheet, row: int, limits: tuple[int, int], marks: Mapping[tuple[int, int], tuple[str, str, bool]],
             money_columns: frozenset[int]) -> Iterator[Square]:
    width, last = limits
    column = 1
    while column <= width:
        area = _area(raw, row, column)
        if area and (area.top, area.left) != (row, column):
            column = max(column, area.right) + 1 if area.left < column or area.top < row else column + 1
            continue
        across = min(area.right, width) - column + 1 if area else 1
        down = min(area.bottom, last) - row + 1 if area else 1
        shape, key, current = marks.get((row, column), ("", "", False))
        value = raw.value(row, column)
        yield Square(address(row, column), _shown(value, is_money=column in money_columns), across, down, shape, key,
                     isinstance(value, (int, float)) and not isinstance(value, bool), current)
        column += across


def _marks(raw: RawSheet, found: Sequence[Doubt], key: str) -> dict[tuple[int, int], tuple[str, str, bool]]:
    marks: dict[tuple[int, int], tuple[str, str, bool]] = {}
    own = [one for one in found if one.finding.sheet == raw.name and one.finding.cell]
    for one in sorted(own, key=lambda one: (one.key != key, _GRAVEST.index(one.finding.severity))):
        spot = _anchor(raw, position(str(one.finding.cell).split(":")[0]))
        shape = "settled" if one.answered else one.finding.severity
        marks.setdefault(spot, (shape, one.key, one.key == key))
    return marks


def _anchor(raw: RawSheet, spot: tuple[int, int]) -> tuple[int, int]:
    area = _area(raw, *spot)
    return (area.top, area.left) if area else spot


def _area(raw: RawSheet, row: int, column: int) -> Range | None:
    return next((area for area in raw.merged if area.holds(row, column)), None)


def _money(table: Table, catalogue: Catalogue) -> frozenset[int]:
    return _columns(table, catalogue, {"money"})


def _numbers(table: Table, catalogue: Catalogue) -> frozenset[int]:
    return _columns(table, catalogue, {"money", "count", "year"})


def _columns(table: Table, catalogue: Catalogue, readers: set[str]) -> frozenset[int]:
    form = catalogue.form(table.form) if table.form else None
    keys = {column.key for column in form.column if column.read in readers} if form else set()
    return frozenset(number for key, number in table.columns.items() if key in keys)


def _shown(value: Value, *, is_money: bool) -> str:
    if is_money and isinstance(value, (int, float)) and not isinstance(value, bool) and float(value).is_integer():
        return money.write(int(value))
    return typed(value)
