"""Errors in an .xlsb are told, though calamine gives them as blanks."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from generator import workbook
from generator.cells import Unreadable
from generator.workbook.binary_package import scan

RELATIONS = ('<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
             'Target="worksheets/sheet1.bin"/></Relationships>')


def record(kind: int, body: bytes = b"") -> bytes:
    """Return a record of a part, its kind in one or two bytes."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + bytes([len(body)]) + body


def text(words: str) -> bytes:
    """Return a text as the parts hold it."""
    return struct.pack("<I", len(words)) + words.encode("utf-16-le")


def cell(column: int) -> bytes:
    """Return the head of a cell."""
    return struct.pack("<II", column, 0)


def package(folder: Path) -> Path:
    """Write a package of one sheet: a number in A2, #REF! in B2."""
    sheet = (record(129) + record(148, struct.pack("<IIII", 1, 1, 0, 1)) + record(145) + record(0, struct.pack("<I", 1) + bytes(21))
             + record(5, cell(0) + struct.pack("<d", 4.0)) + record(3, cell(1) + bytes([0x17])) + record(146) + record(130))
    bundle = record(156, struct.pack("<II", 0, 1) + text("rId1") + text("Hộ nghèo"))
    path = folder / "a.xlsb"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("xl/workbook.bin", record(131) + record(143) + bundle + record(144) + record(132))
        parts.writestr("xl/_rels/workbook.bin.rels", RELATIONS)
        parts.writestr("xl/worksheets/sheet1.bin", sheet)
    return path


def test_the_error_stands_in_its_cell(tmp_path: Path) -> None:
    """The error's text comes in its place, the number beside it as it was."""
    (sheet,) = workbook.read(package(tmp_path))
    assert (sheet.name, sheet.rows) == ("Hộ nghèo", ((), (4.0, "#REF!")))


def test_a_package_cut_short_is_refused(tmp_path: Path) -> None:
    """A package whose records can't be followed may hide anything, so it is not read."""
    path = tmp_path / "b.xlsb"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("xl/workbook.bin", b"\x9c\x01\xff")
        parts.writestr("xl/_rels/workbook.bin.rels", RELATIONS)
    with pytest.raises(Unreadable, match="workbook-damaged"):
        scan(path.read_bytes())
