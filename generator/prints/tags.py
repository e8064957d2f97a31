"""Every cell of a tagged PDF's tables linked to its heads, two-level heads included, which WeasyPrint 70 links wrongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from weasyprint.pdf import pydyf

from generator.prints.rows import MARK

_Element: TypeAlias = Any
_Grid: TypeAlias = dict[tuple[int, int], _Element]


def link_heads(pdf: Any) -> None:
    """Give each head of each table its scope and each cell the heads above and beside it (/Headers; ISO 14289-1, 7.5)."""
    elements = {element.number: element for element in pdf.objects if isinstance(element, pydyf.Dictionary)}
    for picture in elements.values():
        if picture.get("S") == "/Figure" and (alt := getattr(picture.get("Alt"), "string", "")).startswith(MARK):
            _into_cells(picture, int(alt.split()[-1]), elements)
    for table in elements.values():
        if table.get("S") == "/Table":
            _link(list(_rows(table, elements)))


def _into_cells(picture: _Element, lead: int, elements: Mapping[int, _Element]) -> None:
    """Make a row that was laid out as one picture a row of cells: the picture's own element is the first, those under it the others."""
    only = elements[_number(picture["P"])]
    row = elements[_number(only["P"])]
    *others, first = picture["K"]
    cells = [picture, *(elements[_number(other)] for other in others)]
    picture["K"] = pydyf.Array([first])
    del picture["Alt"]
    for place, cell in enumerate(cells):
        cell["S"], cell["P"] = "/TH" if place == lead else "/TD", row.reference
        cell["A"] = pydyf.Dictionary({"O": "/Table"})
    row["K"] = pydyf.Array([cell.reference for cell in cells])
    only.clear()


def _link(rows: list[tuple[str, list[_Element]]]) -> None:
    grid = _grid([cells for _, cells in rows])
    columns: dict[int, dict[int, None]] = defaultdict(dict)
    for (_, column), cell in grid.items():
        columns[cell.number][column] = None
    head_rows = [row for row, (part, _) in enumerate(rows) if part == "/THead"]
    lead: list[_Element] = []
    for row, (part, cells) in enumerate(rows):
        own = [cell for cell in cells if cell["S"] == "/TH"] if part != "/THead" else []
        lead = own if own or head_rows else lead  # a chart's bar stands in a row of its own, below its name
        for cell in cells:
            above = [grid[upper, column] for upper in head_rows if upper < row for column in columns[cell.number]]
            _name_heads(cell, [*above, *lead], "/Row" if lead else "/Column")


def _name_heads(cell: _Element, heads: list[_Element], scope: str) -> None:
    if cell["S"] == "/TH":
        cell["ID"] = _name(cell)
        cell["A"]["Scope"] = scope
    names = {head.number: _name(head) for head in heads if head is not cell}
    cell["A"].pop("Headers", None)
    if names:
        cell["A"]["Headers"] = b"[" + b" ".join(names.values()) + b"]"


def _name(cell: _Element) -> bytes:
    return b"(h%d)" % cell.number


def _rows(part: _Element, elements: Mapping[int, _Element], kind: str = "") -> Iterator[tuple[str, list[_Element]]]:
    for child in _children(part, elements):
        if child["S"] == "/TR":
            yield kind, [cell for cell in _children(child, elements) if cell["S"] in {"/TD", "/TH"}]
        else:
            yield from _rows(child, elements, str(child["S"]))


def _children(element: _Element, elements: Mapping[int, _Element]) -> Iterator[_Element]:
    for reference in element.get("K", ()):
        child = None if isinstance(reference, int) else elements.get(_number(reference))
        if child is not None and "S" in child:
            yield child


def _grid(rows: list[list[_Element]]) -> _Grid:
    grid: _Grid = {}
    for number, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (number, column) in grid:
                column += 1
            across, down = cell["A"].get("ColSpan", 1), cell["A"].get("RowSpan", 1)
            grid.update({(number + below, column + beside): cell for below in range(down) for beside in range(across)})
            column += across
    return grid


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
