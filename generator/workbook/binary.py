"""Scan the records of an .xls for what calamine doesn't tell: errors, hidden rows and columns, far cells, formulas never calculated."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Iterator
from dataclasses import replace

import xlrd
from xlrd.compdoc import CompDoc

from generator.cells import Unreadable, address
from generator.workbook import binary_extras, binary_fonts
from generator.workbook.scans import RECORD_FAULTS, Scan
from generator.workbook.sheets import Notice

_BEGIN, _END, _SHEET, _LOCKED = 0x809, 0x0A, 0x85, 0x2F
_ROW, _COLUMNS, _ERROR, _FORMULA = 0x208, 0x7D, 0x205, 0x06
_CELLS = {_FORMULA, _ERROR, 0x201, 0x203, 0x204, 0x27E, 0xFD, 0xD6}
_HIDDEN_ROW, _HIDDEN_COLUMN, _LAST_COLUMN = 0x20, 0x01, 256
_NO_NUMBER, _IS_ERROR, _IS_EMPTY = b"\xff\xff", 2, 3
_MANY_CELLS = 4_000_000


def scan(content: bytes) -> tuple[tuple[Scan, ...], tuple[Notice, ...]]:
    """Return a scan of each sheet in the workbook's order, and what the file holds beside its cells.

    Unreadable: "workbook-encrypted", or "workbook-damaged" where the records can't be followed.
    """
    try:
        stream = _stream(content)
        top = tuple(_records(stream, 0))
        _refuse_locked(top)
        parts = [tuple(_records(stream, struct.unpack_from("<I", body)[0])) for kind, body in top if kind == _SHEET]
        scans = _judged([_scan(part) for part in parts], parts)
        if binary_fonts.names_old(top):
            scans = [replace(one, lettered=found) for one, found in zip(scans, binary_fonts.lettered(content), strict=True)]
        return tuple(scans), binary_extras.notices(content, top, parts)
    except Unreadable:
        raise
    except RECORD_FAULTS:
        raise Unreadable("workbook-damaged") from None


def _refuse_locked(top: Iterable[tuple[int, bytes]]) -> None:
    if any(kind == _LOCKED for kind, _ in top):
        raise Unreadable("workbook-encrypted")


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


def _scan(part: Iterable[tuple[int, bytes]]) -> Scan:
    """Return the scan of a sheet's records; as empty formulas, all whose stored value is an empty text."""
    rows: set[int] = set()
    columns: set[int] = set()
    errors: dict[tuple[int, int], str] = {}
    empty: list[str] = []
    last = far = 0
    for kind, body in part:
        if kind == _ROW and struct.unpack_from("<H", body, 12)[0] & _HIDDEN_ROW:
            rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _COLUMNS and struct.unpack_from("<H", body, 8)[0] & _HIDDEN_COLUMN:
            first, end = struct.unpack_from("<HH", body)
            columns.update(range(first + 1, min(end, _LAST_COLUMN - 1) + 2))
        elif kind in _CELLS:
            row, column = (place + 1 for place in struct.unpack_from("<HH", body))
            last, far = max(last, row), max(far, column)
            if (code := _error(kind, body)) is not None:
                errors[row, column] = xlrd.error_text_from_code.get(code, "#N/A")
            elif kind == _FORMULA and body[12:14] == _NO_NUMBER and body[6] == _IS_EMPTY:
                empty.append(address(row, column))
    return Scan(frozenset(rows), frozenset(columns), tuple(empty), errors, sparse=last * far > _MANY_CELLS)


def _judged(scans: list[Scan], parts: list[tuple[tuple[int, bytes], ...]]) -> list[Scan]:
    """Return scans with their empty formulas only where no formula of the workbook has a value: then nothing was ever calculated."""
    formulas = sum(kind == _FORMULA for part in parts for kind, _ in part)
    if formulas and formulas == sum(len(one.empty_formulas) for one in scans):
        return scans
    return [replace(one, empty_formulas=()) for one in scans]


def _error(kind: int, body: bytes) -> int | None:
    """Return the code of the error that a cell or a formula's stored value holds, or None."""
    if kind == _ERROR:
        return body[6] if body[7] else None
    return body[8] if kind == _FORMULA and body[12:14] == _NO_NUMBER and body[6] == _IS_ERROR else None
