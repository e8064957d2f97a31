"""Files made to hurt whoever opens them end as one code, in a moment, without reading another file."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import openpyxl
import pytest

from generator import jobs, workbook
from generator.cells import Unreadable
from tests.drawing import workbook as drawn

TABLE = "STT | Họ và tên\n1 | Trần Thị Thử"
LAUGHS = b'<!DOCTYPE l [<!ENTITY a0 "ha">' + b"".join(
    b'<!ENTITY a%d "&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;">' % (step, *[step - 1] * 8) for step in range(1, 12)) + b"]>"


def code_of(path: Path) -> str:
    """Return the code with which a file is refused, its first cell where it is read."""
    try:
        return str(workbook.read(path)[0].value(1, 1))
    except Unreadable as fault:
        return fault.code


def outcome(path: Path) -> str:
    """Return what becomes of a file in a worker: a code, its first cell, or how the worker failed."""
    (one,) = jobs.run(code_of, [path], timeout=10)
    return str(one.failure or one.result)


def with_part(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """Return a copy of a package with bytes of one part replaced; they must be there."""
    copy = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as changed:
        for name in package.namelist():
            content = package.read(name)
            assert name != part or old in content
            changed.writestr(name, content.replace(old, new, 1) if name == part else content)
    return copy


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_entities_are_never_expanded(tmp_path: Path, part: str) -> None:
    """A billion laughs in any part that is read is refused unread."""
    path = with_part(drawn(tmp_path, TABLE), part, b'standalone="yes"?>', b'standalone="yes"?>' + LAUGHS)
    assert outcome(path) == "workbook-damaged"


def test_no_other_file_is_read(tmp_path: Path) -> None:
    """An entity that names a file of the reader's machine brings nothing of it."""
    (tmp_path / "secret").write_text("bí mật", "utf-8")
    entity = f'<!DOCTYPE s [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'.encode()
    path = with_part(drawn(tmp_path, TABLE), "xl/sharedStrings.xml", b'standalone="yes"?>', b'standalone="yes"?>' + entity)
    assert outcome(path) == "workbook-damaged"


def test_entities_of_a_document_are_never_expanded(tmp_path: Path) -> None:
    """The same holds for an .ods."""
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("content.xml", LAUGHS + b"<a>&a11;</a>")
    assert outcome(path) == "workbook-damaged"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_file_without_end_is_not_read(tmp_path: Path) -> None:
    """A pipe that nobody writes to, and a device that never ends, are no workbooks."""
    os.mkfifo(tmp_path / "a.xlsx")
    assert outcome(tmp_path / "a.xlsx") == "workbook-unknown"
    assert outcome(Path("/dev/zero")) == "workbook-unknown"


def test_a_part_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    """A part whose unpacked size was forged is damaged, however much would come out of it."""
    path = drawn(tmp_path, TABLE)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/calcChain.xml", bytes(50_000_000))
        size = package.getinfo("xl/calcChain.xml").compress_size
    content = path.read_bytes().replace((50_000_000).to_bytes(4, "little"), (20).to_bytes(4, "little"))
    path.write_bytes(content)
    assert size < 100_000
    assert outcome(path) in {"workbook-damaged", "STT"}


def test_fifty_thousand_merges_are_read(tmp_path: Path) -> None:
    """Merged ranges beyond number are read beside the table."""
    merges = b"".join(b'<mergeCell ref="D%d:E%d"/>' % (row, row) for row in range(10, 50_010))
    path = with_part(drawn(tmp_path, TABLE), "xl/worksheets/sheet1.xml", b"</sheetData>",
                     b'</sheetData><mergeCells count="50000">' + merges + b"</mergeCells>")
    assert outcome(path) == "STT"


def test_a_million_rows_of_borders_are_passed_over(tmp_path: Path) -> None:
    """Rows that hold nothing but a format, down to the sheet's end, make no table long."""
    rows = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (row, row) for row in range(10, 1_048_577))
    path = with_part(drawn(tmp_path, TABLE), "xl/worksheets/sheet1.xml", b"</sheetData>", rows + b"</sheetData>")
    assert len(workbook.read(path)[0].rows) == 2


def test_dates_of_1904_are_days_of_today(tmp_path: Path) -> None:
    """A workbook that counts its days from 1904 gives the days that were typed."""
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.worksheets[0]["A1"] = openpyxl.utils.datetime.from_ISO8601("2026-03-15")
    book.save(tmp_path / "a.xlsx")
    assert code_of(tmp_path / "a.xlsx") == "2026-03-15"


def test_parts_in_utf_16_are_scanned(tmp_path: Path) -> None:
    """A sheet written in UTF-16 hides no row from the scan."""
    path = drawn(tmp_path, TABLE)
    with zipfile.ZipFile(path) as package:
        text = package.read("xl/worksheets/sheet1.xml").decode()
    hidden = text.replace('encoding="UTF-8"', 'encoding="UTF-16"').replace('<row r="2"', '<row r="2" hidden="1"')
    changed = with_part(path, "xl/worksheets/sheet1.xml", text.encode(), hidden.encode("utf-16"))
    assert workbook.read(changed)[0].rows == (("STT", "Họ và tên"),)
