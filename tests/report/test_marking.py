"""The marked copy: the cells marked, and all the rest of the officer's workbook as it was."""

from __future__ import annotations

import contextlib
import io
import re
import unicodedata
import warnings
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from generator import workbook
from generator.cells import Unreadable
from generator.report.marking import marked
from generator.report.marking.styles import COLOURS
from generator.report.telling import FileTold
from tests.report.drawn import WORDS, changed, full, item, parts, picture, telling

THU = "xl/worksheets/sheet2.xml"
FRONT = "xl/worksheets/sheetCk1.xml"
TOUCHED = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml", THU, "xl/comments1.xml",
           "xl/drawings/vmlDrawing1.vml", FRONT}


def mark(path: Path, told: FileTold) -> bytes:
    """Return a marked copy's bytes."""
    return marked(path, told, WORDS)[0]


def opened(content: bytes, sheet: str = "Thu", *, values: bool = False) -> Worksheet:
    """Return a sheet of a marked copy as another program reads it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found: Worksheet = openpyxl.load_workbook(io.BytesIO(content), data_only=values)[sheet]
    return found


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


def test_a_workbook_saved_by_another_program_keeps_its_comments(tmp_path: Path) -> None:
    """What openpyxl wrote, comments and widths included, survives too."""
    path = tmp_path / "thu.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Thu"
    sheet["B2"], sheet["B3"], sheet.column_dimensions["B"].width = "x", "=1+1", 33
    sheet["B2"].comment, sheet["C2"].comment = Comment("Cũ", "A"), Comment("Cũ nữa", "A")
    book.save(path)
    found = opened(mark(path, telling(item("B2"), item("B3", "warning"))))
    assert found["B2"].comment.text.startswith("Cũ\n\nLỖI · amount-ambiguous")
    assert (found["C2"].comment.text, found.column_dimensions["B"].width, found["B3"].value) == ("Cũ nữa", 33, "=1+1")
    assert "XEM LẠI" in found["B3"].comment.text


def test_a_sheet_of_the_same_name_is_left_alone(tmp_path: Path) -> None:
    """Where the officer has a sheet of our sheet's name, ours takes a number."""
    path = tmp_path / "thu.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "KẾT QUẢ KIỂM TRA"
    book.save(path)
    assert openpyxl.load_workbook(io.BytesIO(mark(path, telling()))).sheetnames == ["Kết quả kiểm tra (2)", "KẾT QUẢ KIỂM TRA"]


def test_links_lead_to_a_sheet_named_in_decomposed_letters(tmp_path: Path) -> None:
    """A sheet whose name is in decomposed letters, as a Mac writes it, is marked, and linked to by its own name."""
    name = unicodedata.normalize("NFD", "Hộ nghèo")
    path = tmp_path / "thu.xlsx"
    book = openpyxl.Workbook()
    book.active.title = name
    book.active["A1"] = "x"
    book.save(path)
    copy = mark(path, telling(item("A1", sheet="Hộ nghèo")))
    assert opened(copy, name)["A1"].comment
    links = [cell.hyperlink.location for row in opened(copy, "Kết quả kiểm tra").iter_rows() for cell in row if cell.hyperlink]
    assert links[-1] == f"'{name}'!A1"


def test_macros_stay_and_with_them_the_suffix(tmp_path: Path) -> None:
    """A workbook with macros keeps them, and a suffix under which Excel opens it."""
    path = full(tmp_path)
    types = parts(path)["[Content_Types].xml"].replace(b"openxmlformats-officedocument.spreadsheetml.sheet.main",
                                                       b"ms-excel.sheet.macroEnabled.main")
    path = changed(path, {"[Content_Types].xml": types.replace(b"application/vnd.ms-excel", b"application/vnd.ms-excel"),
                          "xl/vbaProject.bin": b"\xd0\xcf macro"}, "thu.xlsm")
    content, suffix = marked(path, telling(item("D5")), WORDS)
    assert suffix == ".xlsm"
    assert parts(content)["xl/vbaProject.bin"] == b"\xd0\xcf macro"


def test_prefixes_and_strict_namespaces_are_kept(tmp_path: Path) -> None:
    """In a part whose tags have a prefix the added cells and drawing have it too; a strict package is given strict relations."""
    path = full(tmp_path)
    sheet = parts(path)[THU].replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main")
    sheet = re.sub(rb"<(/?)(?=[a-zA-Z]+[ />])(?!x14|xm)", rb"<\1x:", sheet).replace(b"xmlns=", b"xmlns:x=")
    book = parts(path)["xl/workbook.xml"].replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                                  b"http://purl.oclc.org/ooxml/spreadsheetml/main")
    after = parts(mark(changed(path, {THU: sheet, "xl/workbook.xml": book}, "strict.xlsx"), telling(item("D5"), item("D40"))))
    assert b'<x:c r="D5" ' in after[THU]
    assert b'<x:row r="40"><x:c r="D40" ' in after[THU]
    assert b'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"' in after["xl/_rels/workbook.xml.rels"]
    assert b'<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main">' in after[FRONT]


@pytest.mark.parametrize(("part", "hostile"), [
    ("xl/comments1.xml", b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><comments>&b;</comments>'),
    ("xl/comments1.xml", b"<comments><authors></comments>"),
    ("xl/drawings/vmlDrawing1.vml", b"<xml>cut sho"),
    ("xl/styles.xml", b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></styleSheet>'),
    ("[Content_Types].xml", b""),
])
def test_a_part_that_cannot_be_followed_is_not_mended(tmp_path: Path, part: str, hostile: bytes) -> None:
    """Entities are not resolved and broken parts not repaired: the workbook is drawn anew from what can be read of it."""
    path = changed(full(tmp_path), {part: hostile}, "ban-doc.xlsx")
    found = opened(mark(path, telling(item("D5"))))
    assert found["D5"].comment
    assert found["B5"].value == "Khoản 2"


def test_what_was_typed_cannot_break_the_copy(tmp_path: Path) -> None:
    """Signs of XML, control characters and what Excel would take for its own escapes are told as typed."""
    odd = item("D5")
    odd = type(odd)(odd.code, odd.severity, odd.label, odd.sheet, odd.cell, "a\x00<b>&\"'_x0041_", "=1+1 “\x1f”", odd.help)
    sheet = opened(mark(full(tmp_path), telling(odd)), "Kết quả kiểm tra")
    row = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "1")
    assert row[4:6] == ("a<b>&\"'_x005F_x0041_", "=1+1 “”")


def test_a_copy_reads_as_the_workbook_does(tmp_path: Path) -> None:
    """Our own reader finds in a copy the values of the officer's sheets, and the list before them."""
    path = full(tmp_path)
    (tmp_path / "copy.xlsx").write_bytes(mark(path, telling(item("D5"))))
    before, after = workbook.read(path), workbook.read(tmp_path / "copy.xlsx")
    assert [(sheet.name, sheet.rows, sheet.merged) for sheet in after[1:]] == [(sheet.name, sheet.rows, sheet.merged) for sheet in before]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_gets_past(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever bytes of whatever part are changed, there is a copy that a reader of zips opens, or the one error that the reader raises."""
    path = full(tmp_path)
    whole = parts(path)
    name = data.draw(st.sampled_from(sorted(whole)))
    place = data.draw(st.integers(0, len(whole[name])))
    hurt = whole[name][:place] + data.draw(st.binary(max_size=4)) + whole[name][place + data.draw(st.integers(0, 40)):]
    path = changed(path, {name: hurt}, "hong.xlsx")
    with contextlib.suppress(Unreadable):
        copy = mark(path, telling(item("D5"), item("B5"), item("A30")))
        assert FRONT in parts(copy)
