"""Marked copies of packages that are odd, hostile or damaged."""

from __future__ import annotations

import contextlib
import io
import re
import unicodedata
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment

from generator import workbook
from generator.cells import Unreadable
from generator.report.marking import marked
from tests.report.drawn import FRONT, THU, WORDS, changed, full, item, mark, opened, parts, telling


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
