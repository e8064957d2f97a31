"""Rows set by hand: WeasyPrint lays out a list's row as one picture of known height, which takes it a fraction of the time of eight cells.

A picture in WeasyPrint's eyes only: its cells are text with tags of their own, and the row keeps its place, style and id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import accumulate, pairwise
from typing import Any

from weasyprint.formatting_structure.boxes import ReplacedBox, TextBox

from generator.prints.lettering import width
from generator.prints.setting import Face, Setter

MARK = "@row"
_PX, _POINT = 96 / 25.4, 96 / 72
_TABLE = re.compile(r'<table class="lines( breaks)?" style="font-size:([\d.]+)pt">\n(.*?)</table>', re.DOTALL)
_COLUMN = re.compile(r'<col style="width:([\d.]+)mm">')
_ROW = re.compile(r"<tr([^>]*)>((?:<t[dh](?: scope=\"row\")?(?: class=\"\w+\")?>[^<]*</t[dh]>)+)\s*</tr>")
_CELL = re.compile(r'<t([dh])(?: scope="row")?(?: class="(\w+)")?>([^<]*)</t[dh]>')
_CLASS = re.compile(r'class="([^"]*)"')
_SIDE, _RULE, _INDENT = 1.1 * _PX, 0.5 * _POINT, 3 * _PX
_BOLD, _ITALIC = frozenset({"total", "group", "out", "brought"}), frozenset({"within", "out", "brought"})


@dataclass(frozen=True, slots=True)
class Look:
    """How close a table's lines stand: leading as a multiple of the type, room above and below a row in mm."""

    leading: float
    air: float

    def above(self, other: Look) -> float:
        """Return how much higher, in CSS pixels, a row stands than in another look of the same leading."""
        return 2 * (self.air - other.air) * _PX


OPEN, CLOSE = Look(1.2, 0.8), Look(1.12, 0.3)
LOOKS = (OPEN, *(Look(1.2, air / 20) for air in range(15, 5, -1)))


class _Mark(TextBox):  # type: ignore[misc]
    """A cell's place in the tree of tags, for which WeasyPrint makes an element."""

    children = ()

    def __init__(self) -> None:
        self.text = ""


@dataclass(frozen=True, slots=True)
class _Cell:
    lines: tuple[str, ...]
    align: str
    left: float
    right: float

    def begins(self, wide: float) -> float:
        """Return where a line of that width begins."""
        spare = self.right - self.left - wide
        return self.left + (spare if self.align == "n" else spare / 2 if self.align == "c" else 0)


class Row:
    """A row, to WeasyPrint a picture; `marks` are the places of its cells in the tree of tags but the first, whose place is its own."""

    ratio = None

    def __init__(self, cells: tuple[_Cell, ...], face: Face, air: float, setter: Setter) -> None:
        self._cells, self._face, self._air, self._setter = cells, face, air, setter
        self.marks = tuple(_Mark() for _ in cells[1:])

    def get_intrinsic_size(self, _resolution: Any, _size: float) -> tuple[float, float, None]:
        """Return the picture's width and height in pixels."""
        lines = max(len(cell.lines) for cell in self._cells)
        return self._cells[-1].right, lines * self._face.size * self._face.leading + 2 * self._air, None

    def draw(self, stream: Any, _width: float, height: float, style: Any) -> None:
        """Set the cells' lines and draw the rules between them."""
        stream.set_color(style["color"])
        stream.set_color(style["color"], stroke=True)
        for number, cell in enumerate(self._cells):
            if number == 1:
                rules = [cell.right + _SIDE + _RULE / 2 for cell in self._cells[:-1]]
                lines = " ".join(f"{x:.2f} {-_RULE / 2:.2f} m {x:.2f} {height + _RULE / 2:.2f} l" for x in rules)
                stream.stream.append(f"EMC\n/Artifact BMC\n{_RULE:.3f} w {lines} S")
            if number:
                mcid = len(stream._tags)  # noqa: SLF001 - as WeasyPrint's own `marked`, which can't end what it didn't begin
                stream._tags[self.marks[number - 1]] = {"tag": "Span", "mcid": mcid}  # noqa: SLF001
                stream.stream.append(f"EMC\n/Span <</MCID {mcid}>> BDC")
            self._set(stream, cell)

    def _set(self, stream: Any, cell: _Cell) -> None:
        face, setter = self._face, self._setter
        if not any(cell.lines):
            return
        below = self._air + setter.baseline(face)
        stream.stream.append(b"BT")
        for number, line in enumerate(cell.lines):
            shaped = setter.shaped(stream, line, face)
            place = f"1 0 0 -1 {cell.begins(shaped.wide):.3f} {below + number * face.size * face.leading:.3f} Tm\n"
            stream.stream.append(place.encode() + shaped.drawn)
        stream.stream.append(b"ET")


@dataclass(slots=True)
class Rows:
    """The rows of one print, by the address under which its HTML names them."""

    setter: Setter
    look: Look = OPEN
    least: float = 0.0

    def drawn(self, html: str) -> tuple[str, dict[str, Row]]:
        """Return the HTML with its lists' rows as pictures, and the pictures."""
        found: dict[str, Row] = {}
        return _TABLE.sub(lambda table: self._table(table, found), html), found

    def _table(self, table: re.Match[str], found: dict[str, Row]) -> str:
        plain = Face((self.least or float(table[2])) * _POINT, self.look.leading, bold=False, italic=False, breaks=bool(table[1]))
        edges = [*accumulate((float(column) * _PX for column in _COLUMN.findall(table[3])), initial=0.0)]
        begin, head, body = table[0].partition("</thead>")

        def row(match: re.Match[str]) -> str:
            address = f"row:{len(found)}"
            cells = _CELL.findall(match[2])
            found[address] = self._row(match[1], cells, edges, plain)
            lead = next((place for place, (kind, _, _) in enumerate(cells) if kind == "h"), -1)
            return f'<tr{match[1]}><td class="row" colspan="{len(cells)}"><img src="{address}" alt="{MARK} {lead}"></td></tr>'
        return begin + head + _ROW.sub(row, body)

    def _row(self, said: str, cells: list[tuple[str, str, str]], edges: list[float], plain: Face) -> Row:
        classes = set(match[1].split()) if (match := _CLASS.search(said)) else set()
        face = plain._replace(bold=bool(classes & _BOLD), italic=bool(classes & _ITALIC))
        made = tuple(self._cell(cell, left, right, face) for cell, (left, right) in zip(cells, pairwise(edges), strict=True))
        return Row(made, face, self.look.air * _PX, self.setter)

    def _cell(self, cell: tuple[str, str, str], left: float, right: float, face: Face) -> _Cell:
        _, style, escaped = cell
        text = unescape(escaped)
        begin, end = left + (int(style[1]) * _INDENT if style[:1] == "l" else _SIDE), right - _RULE - _SIDE
        fits = width(text, bold=face.bold) * face.size <= end - begin
        return _Cell((text,) if fits else self.setter.broken(text, face, end - begin), style, begin, end)


def marked(document: Any) -> None:
    """Tell WeasyPrint of the cells in its pictures of rows, so that each has an element of its own."""
    for page in document.pages:
        for box in [*_pictures(page._page_box)]:  # noqa: SLF001 - the pages' boxes are nowhere else
            box.children = box.replacement.marks
            for mark in box.children:
                mark.style = box.style


def _pictures(box: Any) -> Iterator[Any]:
    for each in box.descendants():
        if isinstance(each, ReplacedBox) and isinstance(each.replacement, Row):
            yield each
