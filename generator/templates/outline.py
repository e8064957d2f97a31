"""The lines of a row set on an empty budget table: which stand in it, in which rows, and which are sums of which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue
from generator.catalogue.forms import Form, Line
from generator.cells import address
from generator.templates.designs import Design

_ROLES = {"revenue": "revenue-total", "spending": "spending-total"}


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the row set in its row; `parts` are the rows that it sums up, `less` the row taken off the first of them."""

    line: Line
    row: int
    parts: tuple[int, ...] = ()
    less: int = 0

    def formula(self, column: int) -> str:
        """Return the formula of the line in a column, blank while nothing below it is filled in; "" where the line is typed."""
        if not self.parts:
            return ""
        cells = [address(row, column) for row in self.parts]
        if self.less:
            less = address(self.less, column)
            return f'=IF(COUNT({cells[0]},{less})=0,"",N({cells[0]})-N({less}))'
        whole = self.parts == tuple(range(self.parts[0], self.parts[-1] + 1)) and len(cells) > 1
        told = f"{cells[0]}:{cells[-1]}" if whole else ",".join(cells)
        return f'=IF(COUNT({told})=0,"",SUM({told}))'


def items(design: Design, form: Form, catalogue: Catalogue, day: date, first: int) -> tuple[Item, ...]:
    """Return the lines of a one-sided table from its first row on; those under blank lines sum them up."""
    lines = kept(design, form, catalogue, day)
    rows = {line.key: first + place for place, line in enumerate(lines)}
    blanks = tuple(range(first + len(lines), first + len(lines) + design.open))
    return tuple(_item(line, lines, rows, blanks) for line in lines)


def side_items(design: Design, form: Form, catalogue: Catalogue, day: date, first: int) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Return the lines of both sides of a two-sided table, each from its first row on; what is left stands under the spending."""
    lines = kept(design, form, catalogue, day)
    left = tuple(line for line in lines if _root(line, lines).role == _ROLES["revenue"])
    right = tuple(line for line in lines if line not in left and (line.role != "balance" or "done" in {one.key for one in design.columns}))
    rows = {line.key: first + place for side in (left, right) for place, line in enumerate(side)}
    return tuple(_item(line, lines, rows, ()) for line in left), tuple(_item(line, lines, rows, ()) for line in right)


def kept(design: Design, form: Form, catalogue: Catalogue, day: date) -> tuple[Line, ...]:
    """Return the row set in force on a day, or the form's first where none is, without the lines that the design spares."""
    gone = set(design.left_out)
    lines = []
    for line in catalogue.rows(form, day) or catalogue.row_sets[form.rows[0].set]:
        if line.key in gone or line.parent in gone:
            gone.add(line.key)
        else:
            lines.append(line)
    return tuple(lines)


def written(line: Line) -> str:
    """Return a line as it stands where the mark has no column of its own: "1. Chi thường xuyên", "- Bổ sung cân đối"."""
    if not line.marker or not line.parent:
        return line.name.vi
    return f"- {line.name.vi}" if line.marker == "-" else f"{line.marker}. {line.name.vi}"


def _item(line: Line, lines: Sequence[Line], rows: dict[str, int], blanks: tuple[int, ...]) -> Item:
    if line.role == "balance":
        came, went = (next((one for one in lines if one.role == role), None) for role in _ROLES.values())
        return Item(line, rows[line.key], (rows[came.key],), rows[went.key]) if came and went else Item(line, rows[line.key])
    below = tuple(rows[other.key] for other in lines if other.parent == line.key)
    return Item(line, rows[line.key], (below or blanks) if line.children == "sum" else ())


def _root(line: Line, lines: Sequence[Line]) -> Line:
    above = next((other for other in lines if other.key == line.parent), None)
    return _root(above, lines) if above else line
