"""Workbooks that can't be changed in place: a copy of the same look, marked."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from generator.report.marking import marked
from tests.elsewhere import field
from tests.report.drawn import WORDS, item, telling

MIDNIGHT, MORNING = datetime(2026, 2, 3), datetime(2026, 2, 3, 7, 30)  # noqa: DTZ001 - a sheet's days have no zone
TEXT = "THU NGÂN SÁCH;;\nSTT;Nội dung;Số tiền\n1;=1+1;1.2\n2;Khoản hai;2.000.000\n"


def drawn(folder: Path, told: object = None) -> openpyxl.Workbook:
    """Return the marked copy of a .csv as another program reads it."""
    path = folder / "thu.csv"
    path.write_text(TEXT, "utf-8-sig")
    content, suffix = marked(path, told or telling(item("C3", sheet=None)), WORDS)  # type: ignore[arg-type]
    assert suffix == ".xlsx"
    return openpyxl.load_workbook(io.BytesIO(content))


def test_a_csv_is_drawn_anew_with_its_marks(tmp_path: Path) -> None:
    """A .csv becomes a sheet of texts as typed, its doubtful cell coloured, commented and linked to."""
    book = drawn(tmp_path)
    sheet = book["Bảng"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=3)]
    assert rows == [["STT", "Nội dung", "Số tiền"], ["1", "=1+1", "1.2"]]
    assert sheet["B3"].data_type == "s"
    assert "amount-ambiguous" in sheet["C3"].comment.text
    links = [cell.hyperlink.location for row in book["Kết quả kiểm tra"].iter_rows() for cell in row if cell.hyperlink]
    assert links[-1] == "'Bảng'!C3"


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    """The copy of one file has the same bytes each time."""
    path = tmp_path / "thu.csv"
    path.write_text(TEXT, "utf-8")
    assert marked(path, telling(), WORDS) == marked(path, telling(), WORDS)


@pytest.mark.parametrize("suffix", [".xls", ".ods"])
def test_old_and_open_formats_are_drawn_anew(suffix: str, tmp_path: Path) -> None:
    """Every workbook of the field in these formats is given a copy that another program opens, with our sheet first."""
    del tmp_path
    tried = 0
    for path in sorted(field().rglob(f"*{suffix}"))[:12]:
        try:
            content, _ = marked(path, telling(), WORDS)
        except ValueError:
            continue
        assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames[0] == "Kết quả kiểm tra"
        tried += 1
    assert tried


def test_values_merges_and_hidden_parts_are_drawn(tmp_path: Path) -> None:
    """Days, truths, merged ranges, hidden rows, columns and sheets, and names that Excel refuses."""
    from generator.cells import Range  # noqa: PLC0415 - only this test draws a raw sheet
    from generator.report.marking import redrawn  # noqa: PLC0415 - only this test draws a raw sheet
    from generator.workbook.sheets import RawSheet  # noqa: PLC0415 - only this test draws a raw sheet

    long = "Danh sách hộ nghèo: thôn 1/2 và các thôn khác"
    raw = (RawSheet(long, (("Tiêu đề", None), (date(2026, 2, 3), MORNING), (True, 1.5)), (Range(1, 1, 1, 2),),
                    hidden_rows=frozenset({3}), hidden_columns=frozenset({2})),
           RawSheet(long, (("x",),), visibility="hidden"))
    content, names = redrawn.drawn(raw, "Bảng")
    (tmp_path / "a.xlsx").write_bytes(content)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet = book.worksheets[0]
    assert [cell.value for row in sheet["A1:B3"] for cell in row] == [
        "Tiêu đề", None, MIDNIGHT, MORNING, True, 1.5]
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:B1"]
    assert (sheet.row_dimensions[3].hidden, sheet.column_dimensions["B"].hidden) == (True, True)
    assert [one.sheet_state for one in book.worksheets] == ["visible", "hidden"]
    assert len(set(book.sheetnames)) == 2
    assert names[long] in book.sheetnames
