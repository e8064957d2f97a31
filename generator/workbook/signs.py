"""Take signs that turn, hide or break what is read out of a sheet's texts: what stands in a cell is what everybody sees there."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.cells import Value, address
from generator.workbook.sheets import Notice, RawSheet

# Control characters, marks and overrides of direction, tags without a shape, halves of characters, and what is no character at all.
_SIGNS = re.compile("[\x00-\x08\x0e-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff"
                    "\ud800-\udfff\U000e0000-\U000e007f]")


def without_signs(sheet: RawSheet) -> RawSheet:
    """Return a sheet whose texts hold no such sign, with a notice on how many cells had one; the same sheet where none had."""
    found = [(row, column) for row, line in enumerate(sheet.rows, 1) for column, value in enumerate(line, 1)
             if isinstance(value, str) and _SIGNS.search(value)]
    name = _SIGNS.sub("", sheet.name) if sheet.name else sheet.name
    if not found:
        return sheet if name == sheet.name else replace(sheet, name=name)
    rows = {row for row, _ in found}
    lines = tuple(tuple(map(_plain, line)) if row in rows else line for row, line in enumerate(sheet.rows, 1))
    notice = Notice("signs-removed", address(*found[0]), (("count", str(len(found))),))
    return replace(sheet, name=name, rows=lines, notices=(*sheet.notices, notice))


def _plain(value: Value) -> Value:
    return _SIGNS.sub("", value) if isinstance(value, str) else value
