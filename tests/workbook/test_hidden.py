"""What a sheet hides is set aside in every format, and what a workbook holds beside its cells is told."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from generator import catalogue, workbook
from generator.cells import Range
from generator.commune import Commune
from generator.disclosure.examine import Examined, examine
from generator.sources import Source
from generator.workbook.hidden import without_hidden
from generator.workbook.scans import says_something
from generator.workbook.sheets import RawSheet
from tests.workbook import old_fonts

SAVED = Path(__file__).parent / "saved"
SPENDING = (
    ("DỰ TOÁN CHI NGÂN SÁCH XÃ NĂM 2026",), ("(Dự toán đã được Hội đồng nhân dân xã quyết định)",), ("Đơn vị tính: đồng",),
    ("STT", "Nội dung", "Dự toán năm"),
    (None, "Tổng chi", 9_000_000),
    ("I", "Chi đầu tư phát triển", 2_000_000), ("II", "Chi thường xuyên", 6_000_000), ("III", "Dự phòng ngân sách", 1_000_000),
)


def codes(path: Path) -> list[str]:
    """Return the codes of a workbook's notices."""
    return [notice.code for sheet in workbook.read(path) for notice in sheet.notices]


def spending(folder: Path, *hidden: int) -> Examined:
    """Examine a budget whose rows of these numbers are hidden."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for line in SPENDING:
        page.append(line)
    for row in hidden:
        page.row_dimensions[row].hidden = True
    book.save(folder / "a.xlsx")
    return examine(Source(folder / "a.xlsx", "a.xlsx", ""), catalogue.load(), Commune(name="Xã Thử Nghiệm"))


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_hidden_rows_and_columns_are_set_aside(tmp_path: Path, kind: str) -> None:
    """A hidden row's and a hidden column's cells are gone, and notices name the row and the column."""
    path = old_fonts.drawn(tmp_path) if kind == "xlsx" else SAVED / f"old-fonts.{kind}"
    (sheet,) = workbook.read(path)
    told = {notice.code: dict(notice.details) for notice in sheet.notices}
    assert told["rows-hidden"] == {"count": "1", "rows": "6"}
    assert told["columns-hidden"] == {"count": "1", "columns": "E"}
    assert not any("ẩn" in str(value) for line in sheet.rows for value in line)


def test_a_total_over_a_hidden_row_is_checked_against_what_is_seen(tmp_path: Path) -> None:
    """A total that counts a hidden line differs from the lines that will be public, and the file says a row is hidden."""
    assert "sum-differs" not in {found.code for found in spending(tmp_path).all_findings}
    seen = spending(tmp_path, 7)
    assert {("C5", "sum-differs"), (None, "rows-hidden")} <= {(found.cell, found.code) for found in seen.all_findings}
    assert [record.row for record in seen.readings[0].records] == [5, 6, 8]


def test_a_filter_cuts_no_table_in_two(tmp_path: Path) -> None:
    """However many rows are hidden in its midst, what is seen of a table is one table."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2026"])
    page.append(["STT", "Họ và tên chủ hộ", "Thôn", "Phân loại hộ", "Số nhân khẩu"])
    for number in range(1, 41):
        page.append([number, f"Nguyễn Thị Mẫu {number}", "Thôn Một", "Hộ nghèo", 3])
        page.row_dimensions[number + 2].hidden = 5 < number < 35
    book.save(tmp_path / "a.xlsx")
    (reading,) = examine(Source(tmp_path / "a.xlsx", "a.xlsx", ""), catalogue.load(), Commune(name="Xã Thử Nghiệm")).readings
    assert [record.row for record in reading.records] == [*range(3, 8), *range(37, 43)]


def test_a_merged_text_stays_while_a_part_of_it_is_seen() -> None:
    """A head merged over a hidden column and a shown one is read; one wholly hidden is not; what lies under it is set aside."""
    merged = (Range(1, 2, 1, 3), Range(2, 2, 2, 3))
    sheet = RawSheet("A", (("x", "y", None, "z"), ("u", "v", "under")), merged, hidden_columns=frozenset({2, 4}))
    kept = without_hidden(sheet)
    assert kept.rows == (("x", "y"), ("u", "v"))
    assert [(notice.code, notice.cell) for notice in kept.notices] == [("columns-hidden", None), ("cells-covered", "C2")]


def test_rows_of_no_height_are_hidden(tmp_path: Path) -> None:
    """A row or column drawn to nothing is as hidden as one that says so."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("A")
        page.write_column("A1", ("một", "hai"))
        page.write("C1", "ba")
        page.set_row(1, 0)
        page.set_column("C:C", 0)
    assert workbook.read(path)[0].rows == (("một",),)


@given(st.frozensets(st.integers(1, 5)), st.frozensets(st.integers(1, 4)))
def test_nothing_hidden_is_left(rows: frozenset[int], columns: frozenset[int]) -> None:
    """Whatever is hidden, its cells are blank and all others as they were."""
    drawn = tuple(tuple(f"{row}.{column}" for column in range(1, 5)) for row in range(1, 6))
    sheet = RawSheet("A", drawn, hidden_rows=rows, hidden_columns=columns)
    kept = without_hidden(sheet)
    for row in range(1, 6):
        for column in range(1, 5):
            hidden = row in rows or column in columns
            assert kept.value(row, column) == (None if hidden else f"{row}.{column}")


def comment(page: Worksheet) -> None:
    """Put a comment on a cell."""
    page["A1"].comment = openpyxl.comments.Comment("riêng", "ai đó")


def name_of_cells(page: Worksheet) -> None:
    """Name a range of the workbook."""
    page.parent.defined_names["Vung"] = openpyxl.workbook.defined_name.DefinedName("Vung", attr_text="'Sheet'!$A$1:$B$9")


def name_of_a_value(page: Worksheet) -> None:
    """Name a value."""
    page.parent.defined_names["Khoa"] = openpyxl.workbook.defined_name.DefinedName("Khoa", attr_text='"0977 000 001"')


def header(page: Worksheet) -> None:
    """Write a letterhead into the page's header."""
    page.oddHeader.left.text = "UBND xã Suối Mây"


def page_number(page: Worksheet) -> None:
    """Number the pages."""
    page.oddFooter.center.text = "Trang &P/&N"


@pytest.mark.parametrize(("change", "told"), [
    (comment, ["comments-present"]), (name_of_cells, []), (name_of_a_value, ["names-present"]), (header, ["headers-present"]),
    (page_number, []),
])
def test_what_stands_beside_the_cells_is_told(tmp_path: Path, change: object, told: list[str]) -> None:
    """Comments, named values and headers with words give a notice; named cells and numbers of pages hold nothing."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "x"
    change(book.worksheets[0])  # type: ignore[operator]
    book.save(tmp_path / "a.xlsx")
    assert codes(tmp_path / "a.xlsx") == told


@pytest.mark.parametrize(("part", "code"), [
    ("xl/vbaProject.bin", "macros-present"), ("xl/externalLinks/externalLink1.xml", "links-present"),
    ("xl/media/image1.PNG", "pictures-present"), ("xl/embeddings/Microsoft_Word_Document.docx", "objects-present"),
])
def test_parts_that_are_never_opened_are_told(tmp_path: Path, part: str, code: str) -> None:
    """Macros, links to other files, pictures and embedded documents give a notice each."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "x"
    book.save(tmp_path / "a.xlsm")
    with zipfile.ZipFile(tmp_path / "a.xlsm", "a") as package:
        package.writestr(part, b"x")
    assert codes(tmp_path / "a.xlsm") == [code]


@pytest.mark.parametrize(("text", "says"), [
    ("&CTrang &P/&N", False), ('&L&"Times New Roman,Bold"&12UBND xã', True), ("", False), ("&D &T", False),
])
def test_a_header_says_something_beyond_a_number(text: str, *, says: bool) -> None:
    """One word beside the number of a page is nothing, two are."""
    assert says_something([text]) == says
