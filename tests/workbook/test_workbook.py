"""Files are read by what is in them, and what can't be read is told by one code."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import jobs, workbook
from generator.cells import Range, Unreadable
from tests.drawing import workbook as drawn
from tests.elsewhere import field

TABLE = """
STT | Họ và tên | Số tiền
1   | Y Blŭ Êban | 1.200.000
2   | Đặng Thị Yến | #350000
"""


def code_of(path: Path) -> str:
    """Return the code with which a file is refused, "" for one that is read."""
    try:
        workbook.read(path)
    except Unreadable as fault:
        return fault.code
    return ""


def test_cells_come_as_typed(tmp_path: Path) -> None:
    """Text stays text, numbers are numbers, blanks None."""
    (sheet,) = workbook.read(drawn(tmp_path, TABLE))
    assert sheet.name == "Trang 1"
    assert sheet.rows == (("STT", "Họ và tên", "Số tiền"), ("1", "Y Blŭ Êban", "1.200.000"), ("2", "Đặng Thị Yến", 350000.0))


def test_rows_and_columns_count_from_a1(tmp_path: Path) -> None:
    """A table that begins at C4 keeps its places, blank ends are cut."""
    book = openpyxl.Workbook()
    book.active["C4"], book.active["D4"], book.active["A9"] = "x", "", " "
    book.save(tmp_path / "a.xlsx")
    (sheet,) = workbook.read(tmp_path / "a.xlsx")
    assert sheet.value(4, 3) == "x"
    assert sheet.rows[:4] == ((), (), (), (None, None, "x"))


def test_merged_hidden_and_error_cells_are_told(tmp_path: Path) -> None:
    """Merged ranges, hidden sheets, rows and columns, errors, and formulas without a value are part of what was typed."""
    book = openpyxl.Workbook()
    page = book.active
    page["A1"], page["B2"], page["D2"], page["A4"] = "Tên", date(2026, 3, 15), "=1+1", "#REF!"
    page["A4"].data_type = "e"
    page.merge_cells("A1:B1")
    page.row_dimensions[3].hidden = True
    page.column_dimensions["C"].hidden = True
    book.create_sheet("Ẩn").sheet_state = "veryHidden"
    book.save(tmp_path / "a.xlsx")
    sheet, hidden = workbook.read(tmp_path / "a.xlsx")
    assert sheet.merged == (Range(1, 1, 1, 2),)
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.empty_formulas) == ({3}, {3}, ("D2",))
    assert (sheet.value(2, 2), sheet.value(4, 1)) == (date(2026, 3, 15), "#REF!")
    assert (hidden.name, hidden.visibility) == ("Ẩn", "very hidden")


def test_texts_are_composed(tmp_path: Path) -> None:
    """A text typed in pieces is composed, and so is the sheet's name."""
    (sheet,) = workbook.read(drawn(tmp_path, "Tri\u00ea\u0323u \u0111\u00f4\u0300ng", sheet="Hô\u0323 nghèo"))
    assert (sheet.name, sheet.rows) == ("Hộ nghèo", (("Triệu đồng",),))


@pytest.mark.parametrize("name", ["a.xls", "a.csv", "a.txt", "a"])
def test_a_false_extension_does_not_matter(tmp_path: Path, name: str) -> None:
    """A workbook is a workbook whatever its name ends in."""
    assert workbook.read(drawn(tmp_path, TABLE).rename(tmp_path / name))[0].value(2, 2) == "Y Blŭ Êban"


def test_a_far_cell_costs_nothing(tmp_path: Path) -> None:
    """A stray cell in the sheet's last corner doesn't make a table of seventeen thousand million cells."""
    book = openpyxl.Workbook()
    book.active["A1"] = "STT"
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "a.xlsx")
    (outcome,) = jobs.run(workbook.read, [tmp_path / "a.xlsx"])
    assert outcome.result is not None
    assert outcome.result[0].value(1, 1) == "STT"
    assert outcome.result[0].value(1048576, 16384) == "x"


def test_a_false_dimension_is_not_believed(tmp_path: Path) -> None:
    """A sheet that claims a million rows has the rows it has."""
    path = drawn(tmp_path, TABLE)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'<dimension ref="A1:C3"/>', b'<dimension ref="A1:XFD1048576"/>'))
    assert workbook.read(tmp_path / "b.xlsx")[0].rows == workbook.read(path)[0].rows


@pytest.mark.parametrize(("content", "code"), [
    (b"", "workbook-empty"),
    (b" \r\n", "workbook-empty"),
    (b";;;\n;;\n", "workbook-empty"),
    (b"PK\x03\x04 and no more", "workbook-damaged"),
    (b"%PDF-1.7\n", "workbook-unknown"),
    (b"<html><table><tr><td>1</td></tr></table></html>", "workbook-unknown"),
    (b"\x89PNG\r\n\x1a\n\0\0", "workbook-unknown"),
    (bytes(range(256)), "workbook-unknown"),
    (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "workbook-damaged"),
    (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "workbook-encrypted"),
])
def test_what_is_no_workbook_is_told(tmp_path: Path, content: bytes, code: str) -> None:
    """Empty, damaged, encrypted and foreign files are told apart."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert code_of(path) == code


def test_a_word_document_is_no_workbook(tmp_path: Path) -> None:
    """A zip of something else is no spreadsheet."""
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as package:
        package.writestr("[Content_Types].xml", "")
        package.writestr("word/document.xml", "")
    assert code_of(tmp_path / "a.xlsx") == "workbook-unknown"


def test_a_package_too_large_unpacked_is_not_unpacked(tmp_path: Path) -> None:
    """A zip bomb is refused by what it says of its size."""
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        for part in range(7):
            package.writestr(f"xl/worksheets/sheet{part}.xml", bytes(100 * 1024 * 1024))
    assert code_of(tmp_path / "a.xlsx") == "workbook-too-large"


@pytest.mark.parametrize(("was", "now"), [(b"xl/workbook.xml", b"xl/workbo_k.xml"), (b"worksheets/sheet1.xml", b"worksheets/sh_et1.xml")])
def test_a_package_whose_part_was_renamed_is_damaged(tmp_path: Path, was: bytes, now: bytes) -> None:
    """Without its list of sheets, or without a sheet it lists, a package is refused as damaged."""
    path = drawn(tmp_path, TABLE)
    path.write_bytes(path.read_bytes().replace(was, now))
    assert code_of(path) in {"workbook-damaged", "workbook-unknown"}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(min_value=0), st.binary(min_size=1, max_size=8))
def test_a_mutated_package_is_read_or_refused(tmp_path: Path, place: int, noise: bytes) -> None:
    """Bytes written over anywhere leave a workbook or one of our codes."""
    content = bytearray(drawn(tmp_path, TABLE).read_bytes())
    start = place % len(content)
    content[start:start + len(noise)] = noise
    path = tmp_path / "mutated.xlsx"
    path.write_bytes(content)
    assert code_of(path) in {"", "workbook-damaged", "workbook-empty", "workbook-unknown", "workbook-encrypted", "workbook-too-large"}


@pytest.mark.parametrize("folder", ["messy", "legacy-fonts", "budget"])
def test_strangers_files_are_read_or_refused(folder: str) -> None:
    """No real file of any sort kills its worker, hangs, or fails without a code."""
    files = sorted(path for path in field(folder).rglob("*") if path.is_file())
    failures = {outcome.item.name: outcome.reason for outcome in jobs.run(code_of, files, workers=2, timeout=10) if outcome.failure}
    assert failures == {}


def test_the_ministrys_sheets_are_all_there() -> None:
    """The budget of 2012 has nine sheets, its merged heads and its amounts in cells from A1."""
    sheets = workbook.read(field("budget", "Final_2012.xls"))
    assert [sheet.name for sheet in sheets] == [f"M0{number}+" for number in range(1, 10)]
    assert sheets[0].merged
    assert sheets[0].rows[0][0] == "BỘ TÀI CHÍNH"


def test_errors_of_an_old_workbook_are_not_blank() -> None:
    """An error in an .xls is read as its text, never as nothing."""
    assert workbook.read(field("messy", "tablib", "errors.xls"))[0].rows[1] == ("#DIV/0!", "#NAME?", "#N/A", "#N/A")


def test_hidden_rows_of_an_old_workbook_are_told() -> None:
    """Rows hidden in an .xls are known by their numbers."""
    sheet = next(sheet for sheet in workbook.read(field("budget", "Final_2012.xls")) if sheet.name == "M07+")
    assert sheet.hidden_rows == {11, 62, 63}
