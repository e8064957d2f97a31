"""The records of an .xls tell what it hides, what was never calculated, and what it holds beside its cells."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from generator import workbook
from generator.cells import Unreadable
from generator.workbook.binary import scan
from generator.workbook.scans import Scan

WORKBOOK, SHEET = struct.pack("<HHHH", 0x0600, 0x05, 0, 0), struct.pack("<HHHH", 0x0600, 0x10, 0, 0)
EMPTY, ERROR = b"\x03\0\0\0\0\0\xff\xff", b"\x02\0\x07\0\0\0\xff\xff"


def record(kind: int, body: bytes = b"") -> bytes:
    """Return a record as the stream holds it."""
    return struct.pack("<HH", kind, len(body)) + body


def formula(row: int, column: int, result: bytes) -> bytes:
    """Return a formula's record with its stored result."""
    return record(0x06, struct.pack("<HHH", row, column, 0) + result + bytes(8))


def stream(*cells: bytes, top: bytes = b"") -> bytes:
    """Return a workbook of one sheet of these records; `top` stands with the workbook's own."""
    def head(start: int) -> bytes:
        return record(0x809, WORKBOOK) + top + record(0x85, struct.pack("<IBBBB", start, 0, 0, 1, 0) + b"A") + record(0x0A)

    return head(len(head(0))) + record(0x809, SHEET) + b"".join(cells) + record(0x0A)


def scanned(*cells: bytes) -> Scan:
    """Return the scan of a sheet of these records."""
    return scan(stream(*cells))[0][0]


def told(*cells: bytes, top: bytes = b"") -> list[str]:
    """Return the codes of the notices of a workbook of these records."""
    return [notice.code for notice in scan(stream(*cells, top=top))[1]]


def test_hidden_rows_and_columns_are_told() -> None:
    """The flags of rows and of ranges of columns are read."""
    row = record(0x208, struct.pack("<HHHHHHI", 4, 0, 9, 255, 0, 0, 0x20))
    columns = record(0x7D, struct.pack("<HHHHHH", 1, 2, 2560, 0, 1, 0))
    assert (scanned(row, columns).hidden_rows, scanned(row, columns).hidden_columns) == ({5}, {2, 3})


def test_formulas_without_a_value_are_told_where_none_has_one() -> None:
    """An empty text as a result means nothing was calculated, unless another formula was."""
    assert scanned(formula(0, 0, EMPTY), formula(1, 2, EMPTY)).empty_formulas == ("A1", "C2")
    assert scanned(formula(0, 0, EMPTY), formula(1, 2, struct.pack("<d", 4.0))).empty_formulas == ()


def test_errors_are_told() -> None:
    """An error as a cell and as a formula's result is read as its text."""
    cell = record(0x205, struct.pack("<HHHBB", 1, 1, 0, 0x17, 1))
    assert scanned(formula(0, 0, ERROR), cell).errors == {(1, 1): "#DIV/0!", (2, 2): "#REF!"}


def test_far_cells_make_a_sheet_sparse() -> None:
    """A number in the last corner of a sheet is far, one near its start is not."""
    assert scanned(record(0x203, struct.pack("<HHHd", 65535, 255, 0, 1.0))).sparse
    assert not scanned(record(0x203, struct.pack("<HHHd", 9, 9, 0, 1.0))).sparse


@pytest.mark.parametrize(("body", "top", "code"), [
    (record(0x1C, bytes(12)), b"", "comments-present"),
    (record(0x14, b"\x0d\0\0&LUBND xa Mau"), b"", "headers-present"),
    (record(0x5D, struct.pack("<HHHH", 0x15, 18, 8, 1) + bytes(14)), b"", "pictures-present"),
    (b"", record(0x1AE, struct.pack("<HH", 1, 5) + b"\0b.xls"), "links-present"),
    (b"", record(0x18, struct.pack("<HBBHHHBBBB", 0, 0, 1, 3, 0, 0, 0, 0, 0, 0) + b"\0K\x1e\x05\0"), "names-present"),
])
def test_what_stands_beside_the_cells_is_told(body: bytes, top: bytes, code: str) -> None:
    """Comments, headers, pictures, links and named values give a notice each."""
    assert told(body, top=top) == [code]


@pytest.mark.parametrize("top", [
    record(0x1AE, b"\x01\0\x01\x04"),
    record(0x18, struct.pack("<HBBHHHBBBB", 0, 0, 1, 11, 0, 0, 0, 0, 0, 0) + b"\0K\x3b" + bytes(10)),
    record(0x18, struct.pack("<HBBHHHBBBB", 0x20, 0, 1, 11, 0, 0, 0, 0, 0, 0) + b"\0\x06\x1e" + bytes(10)),
])
def test_a_workbooks_own_references_are_not_told(top: bytes) -> None:
    """The workbook itself as a book, a name for its cells and a built-in name hold nothing."""
    assert told(top=top) == []


def test_a_locked_stream_is_told() -> None:
    """A workbook that asks for a password is told before anything is read."""
    with pytest.raises(Unreadable, match="workbook-encrypted"):
        scan(stream(top=record(0x2F, bytes(6))))


def test_records_cut_short_are_refused(tmp_path: Path) -> None:
    """Records that can't be followed may hide anything, so the file is not read."""
    path = tmp_path / "a.xls"
    path.write_bytes(stream(record(0x208, b"\0")))
    with pytest.raises(Unreadable, match="workbook-damaged"):
        workbook.read(path)
