"""Scan the records of an .xlsb for what calamine doesn't tell: errors, hidden rows and columns, far cells."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
from collections.abc import Iterator

import xlrd

from generator.cells import Unreadable
from generator.workbook import package_extras
from generator.workbook.scans import RECORD_FAULTS, Scan, Scans, records

_ROW, _SHEET, _ERROR, _ERROR_OF_FORMULA, _COLUMNS = 0, 156, 3, 11, 60
_HIDDEN_ROW, _HIDDEN_COLUMN, _LAST_COLUMN = 0x10, 0x01, 16_384
_LAST_CELL_RECORD = 11
_MANY_CELLS = 4_000_000
_LINK = re.compile(rb"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb'\b(Id|Target)="([^"]*)"')


def scan(content: bytes) -> Scans:
    """Return a scan of each sheet by its name; Unreadable("workbook-damaged") where the records can't be followed."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            sheets = {name: _scan(package.read(part)) for name, part in _parts(package) if not part.endswith(".xml")}
            return Scans(sheets, package_extras.notices(package, ()))
    except RECORD_FAULTS:
        raise Unreadable("workbook-damaged") from None


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    links = (dict(_ATTRIBUTE.findall(match[0])) for match in _LINK.finditer(package.read("xl/_rels/workbook.bin.rels")))
    targets = {link[b"Id"].decode(): link[b"Target"].decode() for link in links}
    for kind, body in records(package.read("xl/workbook.bin")):
        if kind == _SHEET:
            link, rest = _text(body[8:])
            target = targets[link]
            yield _text(rest)[0], target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _text(body: bytes) -> tuple[str, bytes]:
    end = 4 + 2 * struct.unpack_from("<I", body)[0]
    return body[4:end].decode("utf-16-le"), body[end:]


def _scan(content: bytes) -> Scan:
    row = far = 0
    rows: set[int] = set()
    columns: set[int] = set()
    errors: dict[tuple[int, int], str] = {}
    for kind, body in records(content):
        if kind == _ROW:
            row = struct.unpack_from("<I", body)[0] + 1
            if body[11] & _HIDDEN_ROW:
                rows.add(row)
        elif kind == _COLUMNS and struct.unpack_from("<H", body, 16)[0] & _HIDDEN_COLUMN:
            first, last = struct.unpack_from("<II", body)
            columns.update(range(first + 1, min(last, _LAST_COLUMN - 1) + 2))
        elif 0 < kind <= _LAST_CELL_RECORD:
            column = struct.unpack_from("<I", body)[0] + 1
            far = max(far, column)
            if kind in (_ERROR, _ERROR_OF_FORMULA):
                errors[row, column] = xlrd.error_text_from_code.get(body[8], "#N/A")
    return Scan(frozenset(rows), frozenset(columns), errors=errors, sparse=row * far > _MANY_CELLS)
