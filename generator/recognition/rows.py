"""Which rows of a table are records, and why the others are not: totals and headings of lists, rulers, blanks, notes, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.catalogue.forms import Form
from generator.cells import Value, is_blank
from generator.recognition import words
from generator.recognition.body import Filled
from generator.recognition.layout import Block
from generator.recognition.marks import cells, is_amount, is_number
from generator.recognition.table import SetAside

_FEW = 3
_WHOLE = 100
_WRITTEN = 5


def sort_rows(block: Block, form: Form | None, columns: Mapping[str, int]) -> tuple[tuple[int, ...], tuple[SetAside, ...]]:
    """Return the rows that are records, and all others under the head with the reason, in the sheet's order."""
    rows: list[int] = []
    aside = [SetAside(row, "ruler") for row in (*block.head.rulers, *block.body.rulers)]
    aside += [SetAside(row, "blank") for row in block.body.blanks]
    aside += _closing(block)
    for row, why in _judged(block, form, columns):
        if why:
            aside.append(SetAside(row, why))
        else:
            rows.append(row)
    return tuple(rows), tuple(sorted(aside, key=lambda one: one.row))


def _judged(block: Block, form: Form | None, columns: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    if form is None:
        yield from ((row, "") for row in block.body.rows)
        return
    used = sorted(set(columns.values()))
    listed = not form.options.get("totals_are_rows")
    marker = next((columns[column.key] for column in form.column if column.read == "marker" and column.key in columns), 0)
    for row in block.body.rows:
        line = block.sheet.rows[row - 1]
        filled = [(column, line[column - 1]) for column in used if column <= len(line) and not is_blank(line[column - 1])]
        if not filled:
            whole = cells(block.sheet, row)
            other = "blank" if any(column in block.head.heads for column, _ in whole) else "note"
            yield row, "heading" if listed and len(whole) == 1 else other
        elif listed:
            yield row, _list_row(filled, marker, len(used))
        else:
            yield row, "note" if _is_ratio(filled) else ""


def _list_row(filled: Filled, marker: int, width: int) -> str:
    """Return why a row of a list is no record: "total", "heading", or "" for a record."""
    mark: Value = filled[0][1] if filled[0][0] == marker else None
    texts = [str(value) for column, value in filled if isinstance(value, str) and (column != marker or not _is_count(value))]
    if not texts:
        return ""
    if not _is_count(mark) and (words.is_total(texts[0]) or (len(filled) < width and words.is_subtotal(texts[0]))):
        return "total"
    if len(filled) == 1 and width >= _FEW:
        return "heading" if not _is_count(filled[0][1]) else ""
    outlined = mark is not None and not _is_count(mark)
    return "heading" if outlined and len(filled) <= _FEW and len(filled) < width - 1 else ""


def _is_ratio(filled: Filled) -> bool:
    """Return whether a row of amounts gives a ratio instead ("Tỷ lệ bội chi so GDP"): so named, and too small for a table's unit."""
    if not any(isinstance(value, str) and words.begins(value, "ratios") for _, value in filled):
        return False
    last = filled[-1][1]
    return abs(last) <= _WHOLE if isinstance(last, (int, float)) else len(str(last)) <= _WRITTEN or not is_amount(last)


def _is_count(value: Value) -> bool:
    return is_number(value) or (isinstance(value, str) and value.strip().strip(".").isdecimal())


def _closing(block: Block) -> Iterable[SetAside]:
    """Yield the rows below a table: its notes, then signatures and all that follows them."""
    why = "note"
    for row in dict.fromkeys(line.row for line in block.below):
        signed = any(words.begins(line.text, "signatures") or words.is_dated(line.text) for line in block.below if line.row == row)
        why = "signature" if signed else why
        yield SetAside(row, why)
