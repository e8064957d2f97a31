"""The marked copy: the cells marked, and all the rest of the officer's workbook as it was."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from generator.report.marking.styles import COLOURS
from tests.report.drawn import FRONT, THU, full, item, mark, opened, parts, picture, telling

TOUCHED = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml", THU, "xl/comments1.xml",
           "xl/drawings/vmlDrawing1.vml", FRONT}


@pytest.fixture
def both(tmp_path: Path) -> tuple[Worksheet, Worksheet, bytes]:
    """A full workbook's sheet before and after cells D5, C6 and B5 of it were marked, and the copy."""
    path = full(tmp_path)
    copy = mark(path, telling(item("B5", "notice"), item("D5"), item("C6", "warning")))
    return opened(path.read_bytes()), opened(copy), copy


def test_only_touched_parts_differ(tmp_path: Path) -> None:
    """Every part that needs no change has the bytes it had."""
    path = full(tmp_path)
    before, after = parts(path), parts(mark(path, telling(item("D5"))))
    assert {name for name in after if after[name] != before.get(name)} == TOUCHED
    assert before.keys() - after.keys() == set()


def test_the_sheet_differs_in_the_marked_cell_alone(tmp_path: Path) -> None:
    """With the mark and the view's selection taken out, the sheet's part is the one it was."""
    path = full(tmp_path)
    before, after = parts(path)[THU].decode(), parts(mark(path, telling(item("C6"))))[THU].decode()
    cell = re.compile(r'<c[^>]* r="C6"[^>]*>')
    assert cell.sub("", after) == cell.sub("", before).replace(' tabSelected="1"', "")


@pytest.mark.parametrize(("cell", "severity"), [("B5", "notice"), ("D5", "error"), ("C6", "warning")])
def test_each_doubtful_cell_is_coloured_and_commented(both: tuple[Worksheet, Worksheet, bytes], cell: str, severity: str) -> None:
    """A cell, blank or not, has the colour of its severity and a comment with code, what and how to mend."""
    found = both[1][cell]
    assert found.fill.fgColor.rgb == COLOURS[severity]  # type: ignore[index]
    assert all(word in found.comment.text for word in ("amount-ambiguous", f"Điều thấy ở {cell}.", "Hãy sửa <ô> & lưu."))


def test_no_other_cell_is_marked(both: tuple[Worksheet, Worksheet, bytes]) -> None:
    """All cells that nothing was said of keep their look."""
    looks = [{cell.coordinate: (cell.fill.fgColor.rgb, cell.number_format, cell.font.b, cell.border.left.style)
              for row in sheet.iter_rows() for cell in row if cell.coordinate not in ("B5", "D5", "C6")} for sheet in both[:2]]
    assert looks[0] == looks[1]


def test_a_marked_cell_keeps_its_format_but_for_the_colour(both: tuple[Worksheet, Worksheet, bytes]) -> None:
    """Number format, face, border and alignment of a marked cell are its own."""
    old, new = (sheet["C6"] for sheet in both[:2])
    assert (new.number_format, new.font.b, new.font.name, new.border.left.style, new.alignment.horizontal) == (
        old.number_format, old.font.b, old.font.name, old.border.left.style, old.alignment.horizontal)
    assert new.value == old.value == 6000


def test_widths_and_heights_survive(both: tuple[Worksheet, Worksheet, bytes]) -> None:
    """Columns are as wide and rows as high as they were."""
    old, new = both[:2]
    assert new.column_dimensions["B"].width == old.column_dimensions["B"].width > 37
    assert new.row_dimensions[5].height == old.row_dimensions[5].height == 42


def test_formulas_keep_their_stored_values(tmp_path: Path) -> None:
    """A formula, marked or not, stands with the value that was stored with it."""
    copy = mark(full(tmp_path), telling(item("C8")))
    assert (opened(copy)["C8"].value, opened(copy, values=True)["C8"].value) == ("=SUM(C4:C7)", 22_000)


def test_validations_survive(both: tuple[Worksheet, Worksheet, bytes]) -> None:
    """A drop-down list is there still."""
    lists = [(str(one.sqref), one.formula1) for one in both[1].data_validations.dataValidation]
    assert lists == [("B4:B7", '"Một,Hai"')]


def test_conditional_formats_survive(both: tuple[Worksheet, Worksheet, bytes]) -> None:
    """A rule of colour is there still, with the part of it that only newer programs know."""
    assert [str(one.sqref) for one in both[1].conditional_formatting] == ["C4:C7"]
    assert b"x14:dataBar" in parts(both[2])[THU]


def test_pictures_and_charts_survive(both: tuple[Worksheet, Worksheet, bytes]) -> None:
    """A picture's bytes and a chart are there still, joined to the sheet."""
    after = parts(both[2])
    assert after["xl/media/image1.png"] == picture().getvalue()
    assert "xl/charts/chart1.xml" in after
    assert b"<drawing " in after[THU]


def test_the_officers_comments_survive(both: tuple[Worksheet, Worksheet, bytes]) -> None:
    """What the officer had written on a cell stands first, then what was found; its box is there still."""
    text = both[1]["B5"].comment.text
    assert text.index("Lời chú của cán bộ") < text.index("amount-ambiguous")
    assert parts(both[2])["xl/drawings/vmlDrawing1.vml"].count(b"<v:shape ") == 3


def test_a_table_of_excel_survives(both: tuple[Worksheet, Worksheet, bytes]) -> None:
    """A table drawn in Excel is there still, after the drawing that was joined to the sheet."""
    content = parts(both[2])[THU]
    assert 0 < content.index(b"<legacyDrawing ") < content.index(b"<tableParts ")
    assert list(both[1].tables) == ["Table1"]


def test_print_areas_follow_their_sheet(both: tuple[Worksheet, Worksheet, bytes]) -> None:
    """Names that count sheets count the new first one too."""
    assert both[1].print_area == both[0].print_area
    assert both[1].print_title_rows == both[0].print_title_rows == "$3:$3"
    assert both[1].parent.defined_names["TongThu"].attr_text == "Thu!$C$8"


def test_the_copy_opens_on_its_first_sheet_alone(both: tuple[Worksheet, Worksheet, bytes]) -> None:
    """The list of findings comes first and is the only sheet chosen, so that nothing is typed into two at once."""
    book = both[1].parent
    assert book.sheetnames == ["Kết quả kiểm tra", "Bìa", "Thu"]
    assert book.active.title == "Kết quả kiểm tra"
    assert [bool(sheet.sheet_view.tabSelected) for sheet in book] == [True, False, False]


def test_the_first_sheet_lists_the_findings_with_links(tmp_path: Path) -> None:
    """Every finding is listed in its order, with a link to its cell; one on a sheet leads to the sheet."""
    copy = mark(full(tmp_path), telling(item(None, "warning", code="period-missing"), item("B5", "notice"), item("D5")))
    sheet = opened(copy, "Kết quả kiểm tra")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows() if isinstance(row[0].value, str) and row[0].value.isdecimal()]
    assert [(row[3], row[7]) for row in rows] == [(None, "period-missing"), ("B5", "amount-ambiguous"), ("D5", "amount-ambiguous")]
    links = [cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'Thu'!A3", "'Thu'!A1", "'Thu'!B5", "'Thu'!B5", "'Thu'!D5", "'Thu'!D5"]


def test_the_first_sheet_says_what_will_be_published(tmp_path: Path) -> None:
    """Each table is named with what becomes of it, and its totals."""
    sheet = opened(mark(full(tmp_path), telling()), "Kết quả kiểm tra")
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert texts[-3:] == ["Trang “Thu”: Thu ngân sách xã", "Chưa công khai được.", "Để so với bản giấy: Số dòng: 3"]


def test_several_findings_on_a_cell_make_one_comment(tmp_path: Path) -> None:
    """Two findings on one cell are said together, in the colour of the graver."""
    cell = opened(mark(full(tmp_path), telling(item("D6", "notice", code="sum-rounded"), item("D6", "error"))))["D6"]
    assert "sum-rounded" in cell.comment.text
    assert "amount-ambiguous" in cell.comment.text
    assert cell.fill.fgColor.rgb == COLOURS["error"]


@pytest.mark.parametrize("cell", ["D1", "C1:D1"])
def test_a_merged_range_is_marked_where_it_shows(tmp_path: Path, cell: str) -> None:
    """A finding within a merged range, or on a range, is put on the cell that shows."""
    sheet = opened(mark(full(tmp_path), telling(item(cell))))
    assert sheet["A1"].comment
    assert sheet["A1"].fill.fgColor.rgb == COLOURS["error"]


@pytest.mark.parametrize("cell", ["A2", "C2", "H2", "B30", "D5", "AA6"])
def test_blank_cells_are_put_in_where_they_belong(tmp_path: Path, cell: str) -> None:
    """A cell that isn't there, in a row that may not be there, is put in the order of rows and columns."""
    content = mark(full(tmp_path), telling(item(cell), item("D4")))
    places = re.findall(rb'<(?:row|c)[^>]* r="([A-Z]*)(\d+)"', parts(content)[THU])
    order = [(int(row), len(letters), letters) for letters, row in places]
    assert order == sorted(order)
    assert opened(content)[cell].comment


def test_a_row_does_not_deny_the_cell_put_at_its_end(tmp_path: Path) -> None:
    """A row that says how far its cells reach says so no more when one is put in beyond."""
    content = parts(mark(full(tmp_path), telling(item("AA6"))))[THU]
    assert re.search(rb'<row r="5" spans="1:4"', content)
    assert re.search(rb'<row r="6" x14ac:dyDescent="0.25">', content)


def test_many_merged_ranges_are_followed(tmp_path: Path) -> None:
    """Among thousands of merged ranges, and one over every row, each finding is put where its own range shows."""
    path = tmp_path / "gop.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Thu")
        sheet.merge_range("D1:E4000", "dọc")
        for row in range(4000):
            sheet.merge_range(row, 0, row, 1, "ngang")
    copy = opened(mark(path, telling(*(item(f"B{row}") for row in range(1, 4001, 7)), item("E3000", "notice"))))
    assert copy["A8"].comment
    assert copy["A8"].fill.fgColor.rgb == COLOURS["error"]
    assert copy["D1"].fill.fgColor.rgb == COLOURS["notice"]


def test_the_same_workbook_gives_the_same_bytes(tmp_path: Path) -> None:
    """A copy made twice is the same."""
    path = full(tmp_path)
    assert mark(path, telling(item("D5"))) == mark(path, telling(item("D5")))


def test_a_row_of_findings_is_as_tall_as_its_texts(tmp_path: Path) -> None:
    """What is found and how to mend it stand whole where the program that opens the copy fits no rows; short rows are left to it."""
    long = replace(item("D5"), message="Các khoản bên dưới cộng lại không bằng tổng. " * 6)
    sheet = opened(mark(full(tmp_path), telling(item("C6"), long)), "Kết quả kiểm tra")
    rows = {str(row[3].value): row[3].row for row in sheet.iter_rows() if row[3].value in ("C6", "D5")}
    heights = {cell: sheet.row_dimensions[row].height for cell, row in rows.items()}
    assert heights["C6"] is None
    assert heights["D5"] >= 6 * 15.75
    assert len(long.message) <= heights["D5"] / 15.75 * sheet.column_dimensions["F"].width
