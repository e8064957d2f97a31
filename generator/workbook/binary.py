"""Scan the records of an .xls for what calamine doesn't tell: errors, hidden rows and columns."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import xlrd
from xlrd.compdoc import CompDoc, CompDocError

from generator.workbook.package import Scan

_SHEET, _BEGIN, _END = 0x85, 0x809, 0x0A
_ROW, _COLUMNS, _ERROR, _FORMULA = 0x208, 0x7D, 0x205, 0x06
_HIDDEN_ROW, _HIDDEN_COLUMN, _LAST_COLUMN = 0x20, 0x01, 256
_IS_ERROR: Final = b"\xff\xff"
_FAULTS = (CompDocError, struct.error, IndexError, ValueError, AssertionError, KeyError, TypeError, OSError)


def scan(path: Path) -> tuple[Scan, ...]:
    """Return a scan of each sheet in the workbook's order; nothing for a file whose records can't be followed."""
    try:
        stream = _stream(path.read_bytes())
        starts = [struct.unpack_from("<I", body)[0] for kind, body in _records(stream, 0) if kind == _SHEET]
        return tuple(_scan(stream, start) for start in starts)
    except _FAULTS:
        return ()


def _stream(content: bytes) -> bytes:
    if not content.startswith(xlrd.compdoc.SIGNATURE):
        return content
    document = CompDoc(content, logfile=io.StringIO())
    for name in ("Workbook", "Book"):
        memory, base, length = document.locate_named_stream(name)
        if memory:
            return bytes(memory[base:base + length])
    return b""


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """Give the records of one part of the stream, those of charts drawn on the sheet left out."""
    depth = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth < 1:
            return
        if depth == 1:
            yield kind, stream[place + 4:place + 4 + length]
        place += 4 + length


def _scan(stream: bytes, start: int) -> Scan:
    rows: set[int] = set()
    columns: set[int] = set()
    errors: dict[tuple[int, int], str] = {}
    for kind, body in _records(stream, start):
        if kind == _ROW and struct.unpack_from("<H", body, 12)[0] & _HIDDEN_ROW:
            rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _COLUMNS and struct.unpack_from("<H", body, 8)[0] & _HIDDEN_COLUMN:
            first, last = struct.unpack_from("<HH", body)
            columns.update(range(first + 1, min(last, _LAST_COLUMN - 1) + 2))
        elif kind in (_ERROR, _FORMULA) and (code := _error(kind, body)) is not None:
            row, column = struct.unpack_from("<HH", body)
            errors[row + 1, column + 1] = xlrd.error_text_from_code.get(code, "#N/A")
    return Scan(frozenset(rows), frozenset(columns), (), errors)


def _error(kind: int, body: bytes) -> int | None:
    """Return the code of the error that a cell or a formula's stored value holds, or None."""
    if kind == _ERROR:
        return body[6] if body[7] else None
    return body[8] if body[12:14] == _IS_ERROR and body[6] == 2 else None
