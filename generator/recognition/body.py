"""Where a table's rows end: notes and signatures below, gaps, the next table's title and head."""

from __future__ import annotations

from dataclasses import dataclass

from generator.cells import Value
from generator.recognition import words
from generator.recognition.heads import Found, speaks
from generator.recognition.marks import cells, is_amount, is_marker, is_number, is_ruler
from generator.workbook.sheets import RawSheet

Filled = list[tuple[int, Value]]
_WIDEST_GAP = 2
_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Body:
    """The rows under a head: filled ones, blank ones between them, rulers repeated among them, and the first row after."""

    rows: tuple[int, ...]
    blanks: tuple[int, ...]
    rulers: tuple[int, ...]
    end: int


def body(sheet: RawSheet, head: Found, known: frozenset[str]) -> Body:
    """Return the rows of a head's table; rows of one text without any number at its end are left to what follows."""
    rows: list[int] = []
    blanks: list[int] = []
    rulers: list[int] = []
    seen = last = 0
    for row in range(head.bottom + 1, len(sheet.rows) + 1):
        filled = cells(sheet, row)
        seen += row not in sheet.hidden_rows
        if not filled:
            blanks.append(row)
            if rows and seen - last > _WIDEST_GAP:
                break
        elif is_ruler(filled):
            rulers.append(row)
        elif (rows and _ends(sheet, row, filled, known, gap=seen - last > 1)) or (closes(filled) and not _goes_on(sheet, row)):
            break
        else:
            rows.append(row)
            last = seen
    while rows and _is_remark(cells(sheet, rows[-1]), head) and _is_outline(sheet, rows[:-1], head.place.left):
        rows.pop()
    last = rows[-1] if rows else head.bottom
    return Body(tuple(rows), tuple(row for row in blanks if row < last), tuple(row for row in rulers if row < last), last + 1)


def _goes_on(sheet: RawSheet, row: int) -> bool:
    """Return whether the next row goes on with the table's numbering, so that no note or signature can stand above it."""
    below = cells(sheet, row + 1)
    return len(below) > 1 and is_marker(below[0][1])


def closes(filled: Filled) -> bool:
    """Return whether a row is a note's or a signature's: such words, and neither mark nor number."""
    if any(is_amount(value) for _, value in filled):
        return False
    text = str(filled[0][1])
    if is_marker(text) and len(filled) > 1:
        return False
    return words.begins(text, "notes") or any(words.begins(str(value), "signatures") for _, value in filled[:3])


def _ends(sheet: RawSheet, row: int, filled: Filled, known: frozenset[str], *, gap: bool) -> bool:
    if not gap:
        return not is_marker(filled[0][1]) and speaks(filled, known)
    if speaks(filled, known) or not any(isinstance(value, str) for _, value in filled):
        return True
    if any(is_amount(value) for _, value in filled) or (is_marker(filled[0][1]) and len(filled) > 1):
        return False
    below = cells(sheet, row + 1)
    return not below or not is_marker(below[0][1]) or is_ruler(below)


def _is_outline(sheet: RawSheet, rows: list[int], column: int) -> bool:
    """Return whether a column holds nothing but outline marks, so that a text in it is no line of the table."""
    return all(value is None or is_marker(value) for row in rows[-_LOOKED_AT:] for value in (sheet.value(row, column),))


def _is_remark(filled: Filled, head: Found) -> bool:
    """Return whether a row at the table's end says nothing of it: one text, outside any outline, no number."""
    return len(filled) == 1 and not is_number(filled[0][1]) and (filled[0][0] <= head.place.left or filled[0][0] not in head.heads)
