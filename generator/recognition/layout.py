"""A sheet laid out: its tables one below the other, each with the lines above and below it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.cells import address, is_blank, typed
from generator.recognition.body import Body, body, closes
from generator.recognition.heads import Found, next_head
from generator.recognition.marks import cells
from generator.vietnamese import nfc
from generator.workbook.sheets import RawSheet


@dataclass(frozen=True, slots=True)
class Line:
    """A text outside the tables: its place, and the text of the next filled cell in its row (a label's value)."""

    row: int
    column: int
    text: str
    beside: str = ""
    beside_column: int = 0

    @property
    def address(self) -> str:
        """Return the address of its cell."""
        return address(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Block:
    """A table with what stands around it; `earlier` are the lines above the sheet's earlier tables, which may hold for all."""

    sheet: RawSheet
    head: Found
    body: Body
    above: tuple[Line, ...]
    below: tuple[Line, ...]
    earlier: tuple[Line, ...] = ()


def blocks(sheet: RawSheet, known: frozenset[str]) -> tuple[Block, ...]:
    """Return the tables of a sheet in reading order; none where it holds only text, the first head where no head has rows."""
    found: list[tuple[Found, Body]] = []
    start = 1
    while head := next_head(sheet, start, known):
        rows = body(sheet, head, known)
        found.append((head, rows))
        start = max(rows.end, head.bottom + 1)
    found = [(head, rows) for head, rows in found if rows.rows] or found[:1]
    made: list[Block] = []
    earlier: tuple[Line, ...] = ()
    last = 1
    for place, (head, rows) in enumerate(found):
        after = found[place + 1][0].place.top if place + 1 < len(found) else len(sheet.rows) + 1
        above, below = lines(sheet, last, head.place.top), _below(sheet, rows.end, after, last=place + 1 == len(found))
        made.append(Block(sheet, head, rows, above, below, earlier))
        last = below[-1].row + 1 if below else rows.end
        earlier += above
    return tuple(made)


def lines(sheet: RawSheet, start: int, end: int) -> tuple[Line, ...]:
    """Return the texts from a row to above another."""
    found = []
    for row in range(start, end):
        filled = [(column, nfc(typed(value)).strip()) for column, value in cells(sheet, row) if not is_blank(value)]
        for place, (column, text) in enumerate(filled):
            beside = filled[place + 1] if place + 1 < len(filled) else (0, "")
            found.append(Line(row, column, text, beside[1], beside[0]))
    return tuple(found)


def _below(sheet: RawSheet, start: int, end: int, *, last: bool) -> tuple[Line, ...]:
    """Return the lines that belong to the table above them: all of them, or up to the gap after its notes and signatures."""
    if last:
        return lines(sheet, start, end)
    stop, closed = start, False
    for row in range(start, end):
        filled = cells(sheet, row)
        closed = closed or (bool(filled) and closes(filled))
        if not filled and closed:
            closed = False
        elif closed:
            stop = row + 1
    return lines(sheet, start, stop)
