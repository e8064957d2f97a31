"""Colour the doubtful cells of a sheet's part: each keeps its format, value and formula, blank ones are put in where they belong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from generator.cells import Range, address, position
from generator.findings import Severity
from generator.report.marking.places import Edit, Element, find, inside, retagged
from generator.report.marking.styles import Styles

Spot: TypeAlias = tuple[int, int]

# What stands after a sheet's legacyDrawing, in the order of the schema.
AFTER_DRAWING = ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")
_KEPT = frozenset({"worksheet", "sheetView", "sheetData", "col", "mergeCell", "legacyDrawing", *AFTER_DRAWING})


class Grid:
    """Where the rows of a sheet's part lie, and the cells of the rows asked for."""

    def __init__(self, content: bytes, rows: set[int]) -> None:
        """Find them in one pass; ValueError for a part that is no sheet."""
        self.content = content
        self.rows: list[tuple[int, Element]] = []
        self.cells: dict[int, list[tuple[int, Element]]] = {}
        self.columns: list[Element] = []
        self._merged: dict[int, list[Range]] = {}
        self.others: list[Element] = []
        self.data: Element | None = None
        counter = _Counter(rows)
        for element in find(content, counter.keep):
            self._take(element, counter)

    def anchor(self, spot: Spot) -> Spot:
        """Return the cell that a merged range shows in the place of one of its cells; the cell itself elsewhere."""
        return next(((area.top, area.left) for area in self._merged.get(spot[0], ()) if area.holds(*spot)), spot)

    def base(self, row: Element | None, column: int) -> int:
        """Return the format of a cell that isn't there: its row's or its column's."""
        if row is not None and row.attributes.get("customFormat") in ("1", "true"):
            return int(row.attributes.get("s", "0"))
        wide = (one for one in self.columns if int(one.attributes.get("min", 0)) <= column <= int(one.attributes.get("max", 0)))
        return next((int(one.attributes.get("style", "0")) for one in wide), 0)

    def _take(self, element: Element, counter: _Counter) -> None:
        if element.name == "row":
            self.rows.append((counter.numbers[len(self.rows)], element))
        elif element.name == "c":
            row, column = next(counter.places)
            self.cells.setdefault(row, []).append((column, element))
        elif element.name == "col":
            self.columns.append(element)
        elif element.name == "mergeCell":
            corners = [position(corner) for corner in element.attributes.get("ref", "A1").replace("$", "").split(":")]
            area = Range(*corners[0], *corners[-1])
            for row in _shared(counter.wanted, area):
                self._merged.setdefault(row, []).append(area)
        elif element.name == "sheetData":
            self.data = element
        elif element.depth <= 1 or element.name == "sheetView":
            self.others.append(element)


def _shared(rows: set[int], area: Range) -> Iterable[int]:
    """Return the rows asked for that a merged range covers; a sheet may have fifty thousand ranges."""
    if area.bottom - area.top < len(rows):
        return rows.intersection(range(area.top, area.bottom + 1))
    return [row for row in rows if area.top <= row <= area.bottom]


class _Counter:
    """Counts rows and cells, which may leave out their own numbers."""

    def __init__(self, wanted: set[int]) -> None:
        self.numbers: list[int] = []
        self.wanted, self._places = wanted, list[Spot]()
        self._row = self._column = 0
        self.places: Iterator[Spot] = iter(self._places)

    def keep(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Return whether an element is asked for."""
        if name == "c":
            self._column = position(attributes["r"])[1] if "r" in attributes else self._column + 1
            if self._row in self.wanted:
                self._places.append((self._row, self._column))
            return self._row in self.wanted
        if name == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
            self.numbers.append(self._row)
            return True
        return name in _KEPT


def colour(grid: Grid, marks: Mapping[Spot, Severity], styles: Styles) -> Iterator[Edit]:
    """Yield the edits that give each marked cell its colour."""
    if grid.data is None:
        raise ValueError("sheetData")
    known = dict(grid.rows)
    for number, group in groupby(sorted(marks.items()), key=lambda mark: mark[0][0]):
        own = [(spot[1], severity) for spot, severity in group]
        if number in known:
            yield from _in_row(grid, (number, known[number]), own, styles)
        else:
            cells = b"".join(_blank(grid, (number, None), mark, styles) for mark in own)
            prefix = grid.data.prefix.encode()
            row = b'<%srow r="%d">%s</%srow>' % (prefix, number, cells, prefix)
            yield _before(((place, one) for place, one in grid.rows), number, row) or inside(grid.content, grid.data, row)


def put(grid: Grid, spot: Spot, cell: Callable[[str, int], bytes]) -> Iterator[Edit]:
    """Yield the edits that put a cell at a spot; `cell` makes it of the sheet's prefix and the format that the spot has."""
    if grid.data is None:
        raise ValueError("sheetData")
    prefix, (number, column) = grid.data.prefix, spot
    row = dict(grid.rows).get(number)
    old = dict(grid.cells.get(number, ())).get(column)
    if old is not None:
        yield old.start, old.end, cell(prefix, int(old.attributes.get("s", "0")))
    elif row is not None:
        fresh = cell(prefix, grid.base(row, column))
        yield from _put_in(grid, row, sorted(grid.cells.get(number, ()), key=itemgetter(0)), [(column, fresh)])
    else:
        line = f'<{prefix}row r="{number}">'.encode() + cell(prefix, grid.base(None, column)) + f"</{prefix}row>".encode()
        yield _before(iter(grid.rows), number, line) or inside(grid.content, grid.data, line)


def _in_row(grid: Grid, row: tuple[int, Element], marks: list[tuple[int, Severity]], styles: Styles) -> Iterator[Edit]:
    number, element = row
    cells = dict(grid.cells.get(number, ()))
    missing = []
    for column, severity in marks:
        if (cell := cells.get(column)) is not None:
            style = styles.coloured(int(cell.attributes.get("s", "0")), severity)
            yield retagged(grid.content, cell, s=str(style))
        else:
            missing.append((column, _blank(grid, row, (column, severity), styles)))
    yield from _put_in(grid, element, sorted(cells.items(), key=itemgetter(0)), missing)


def _put_in(grid: Grid, row: Element, cells: list[tuple[int, Element]], missing: list[tuple[int, bytes]]) -> Iterator[Edit]:
    last = []
    for column, blank in missing:
        edit = _before(cells, column, blank)
        if edit:
            yield edit
        else:
            last.append(blank)
    if last:
        if "spans" in row.attributes and not row.is_empty:
            yield retagged(grid.content, row, spans=None)
        yield inside(grid.content, row, b"".join(last))


def _before(elements: Iterable[tuple[int, Element]], number: int, added: bytes) -> Edit | None:
    return next(((element.start, element.start, added) for place, element in elements if place > number), None)


def _blank(grid: Grid, row: tuple[int, Element | None], mark: tuple[int, Severity], styles: Styles) -> bytes:
    style = styles.coloured(grid.base(row[1], mark[0]), mark[1])
    prefix = grid.data.prefix if grid.data else ""
    return f'<{prefix}c r="{address(row[0], mark[0])}" s="{style}"/>'.encode()
