"""Where the heads of a sheet's tables lie: up to a few rows of labels, perhaps a ruler row (A, B, 1, 2=3+4) below them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.cells import Range, Value
from generator.columns import Head, plain
from generator.recognition import words
from generator.recognition.headtexts import head_texts
from generator.recognition.marks import cells, is_amount, is_marker, is_number, is_ruler
from generator.units import is_unit_label, read_unit
from generator.workbook.sheets import RawSheet

_MOST_ROWS = 7


@dataclass(frozen=True, slots=True)
class Found:
    """A head: its range, its texts by column (upper to lower), and the ruler rows below it."""

    place: Range
    heads: Mapping[int, Head]
    rulers: tuple[int, ...] = ()

    @property
    def bottom(self) -> int:
        """Return the last row that is head or ruler."""
        return max((self.place.bottom, *self.rulers))


def next_head(sheet: RawSheet, start: int, known: frozenset[str]) -> Found | None:
    """Return the first head at or below a row: by labels the catalogue knows, by a ruler, or else by its shape."""
    for row in range(start, len(sheet.rows) + 1):
        filled = cells(sheet, row)
        if len(filled) < 2:
            continue
        if is_ruler(filled):
            top = _top_above(sheet, row, start)
            if top:
                return _found(sheet, top, row)
        elif speaks(filled, known):
            return _from_labels(sheet, row, start, known)
    return _by_shape(sheet, start)


def speaks(filled: list[tuple[int, Value]], known: frozenset[str]) -> bool:
    """Return whether a row holds at least two different labels that the catalogue knows, and no numbers.

    A number in its first cell is a line's, whatever it is: line 2005 of a list is no head that begins with a year.
    """
    said = set()
    if filled and isinstance(filled[0][1], (int, float)):
        return False
    for _, value in filled:
        if is_number(value):
            return False
        text = str(value)
        if len(text) < 200:
            said.add(plain(text))
            said.add(plain(text.strip().split("\n", 1)[0]))
    return len(said & known) >= 2


def _from_labels(sheet: RawSheet, row: int, start: int, known: frozenset[str]) -> Found:
    top = row
    while top - 1 >= start and _is_upper(sheet, top - 1, known):
        top -= 1
    for ruler in range(row + 1, row + _MOST_ROWS + 2):
        filled = cells(sheet, ruler)
        if is_ruler(filled):
            return _found(sheet, top, ruler)
        if any(is_number(value) for _, value in filled):
            break
    bottom = _merged_bottom(sheet, top, row)
    left = cells(sheet, row)[0][0]
    while bottom + 1 < top + _MOST_ROWS and _is_lower(cells(sheet, bottom + 1), left, known):
        bottom = _merged_bottom(sheet, bottom + 1, bottom + 1)
    return _found(sheet, top, bottom + 1, ruled=False)


def _is_upper(sheet: RawSheet, row: int, known: frozenset[str]) -> bool:
    """Return whether the row above a head's labels is part of it: known labels not at its left, or texts some of which are merged."""
    filled = cells(sheet, row)
    if not filled or _says_other(filled):
        return False
    if filled[0][0] > cells(sheet, row + 1)[0][0] and all(plain(str(value)) in known for _, value in filled):
        return True
    return len(filled) > 1 and any(place.top == row and (place.bottom > row or place.right > place.left) for place in sheet.merged)


def _is_lower(filled: list[tuple[int, Value]], left: int, known: frozenset[str]) -> bool:
    """Return whether the row below a head's labels is part of it: only texts, none under the first label unless it is known.

    A total's word alone begins the rows: its sums are still blank, or there is nothing to add up.
    """
    if not filled or any(is_number(value) for _, value in filled) or (len(filled) == 1 and words.is_total(str(filled[0][1]))):
        return False
    if filled[0][0] > left + 1:
        return True
    return len(filled) > 1 and sum(plain(str(value)) in known for _, value in filled) * 2 > len(filled) and not is_marker(filled[0][1])


def _says_other(filled: list[tuple[int, Value]]) -> bool:
    """Return whether a row is a unit's, a fact's or the letterhead's rather than a head's."""
    texts = [str(value) for _, value in filled]
    if any(is_number(value) for _, value in filled) or texts[0].rstrip().endswith(":"):
        return True
    if words.begins(texts[0], "letterhead"):
        return True
    return all(read_unit(text) or is_unit_label(text) or text.strip().startswith("(") for text in texts)


def _top_above(sheet: RawSheet, ruler: int, start: int) -> int:
    """Return the first row of the head that stands above a ruler, or 0."""
    row = ruler - 1
    while row > max(start, ruler - 3) and not cells(sheet, row):
        row -= 1
    top = 0
    while row >= max(start, ruler - _MOST_ROWS - 2):
        filled = cells(sheet, row)
        if not filled or _says_other(filled):
            break
        top = row if len(filled) > 1 else top
        row -= 1
    return top


def _by_shape(sheet: RawSheet, start: int) -> Found | None:
    """Return the first head known by its shape alone: rows of several texts, straight above rows with numbers."""
    for row in range(start, len(sheet.rows)):
        filled = cells(sheet, row)
        if len(filled) < 2 or _says_other(filled) or is_marker(filled[0][1]):
            continue
        bottom = _merged_bottom(sheet, row, row)
        while bottom < row + _MOST_ROWS and _is_lower(cells(sheet, bottom + 1), filled[0][0], frozenset()):
            bottom += 1
        below = [cells(sheet, bottom + step) for step in range(1, 6)]
        if any(below[:2]) and any(is_amount(value) for line in below for _, value in line):
            return _found(sheet, row, bottom + 1, ruled=False)
    return None


def _merged_bottom(sheet: RawSheet, top: int, bottom: int) -> int:
    return max((bottom, *(place.bottom for place in sheet.merged if top <= place.top <= bottom and place.bottom - place.top < _MOST_ROWS)))


def _found(sheet: RawSheet, top: int, end: int, *, ruled: bool = True) -> Found:
    """Return the head from a row to above `end`, the ruler where there is one."""
    bottom = end - 1
    while bottom > top and not cells(sheet, bottom):
        bottom -= 1
    heads = dict(head_texts(sheet, top, bottom))
    rulers = [end] if ruled else []
    if not ruled:
        after = next((row for row in (end, end + 1) if cells(sheet, row)), end)
        rulers = [after] if is_ruler(cells(sheet, after)) else []
    columns = heads or {1: ()}
    return Found(Range(top, min(columns), bottom, max(columns)), heads, tuple(rulers))
