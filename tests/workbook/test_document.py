"""Errors in an .ods are told, and a package without its mimetype is read."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from generator import workbook
from generator.cells import Range, Unreadable

CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:body><office:spreadsheet>
<table:table table:name="Thu"><table:table-row table:number-rows-repeated="2">
<table:table-cell table:number-columns-repeated="3"/></table:table-row>
<table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="string"
 office:string-value="" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="4"><text:p>4</text:p></table:table-cell></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""
MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def package(folder: Path, *, tidy: bool = True, manifest: str = MANIFEST) -> Path:
    """Write an .ods of one sheet: #REF! in C3, a number beside it; an untidy one has blanks between its tags and no mimetype."""
    path = folder / "a.ods"
    with zipfile.ZipFile(path, "w") as parts:
        if tidy:
            parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", CONTENT.replace("\n", "") if tidy else CONTENT)
        parts.writestr("META-INF/manifest.xml", manifest)
    return path


@pytest.mark.parametrize("tidy", [True, False])
def test_the_error_stands_in_its_cell(tmp_path: Path, *, tidy: bool) -> None:
    """The error's text comes in its place, counted through repeated rows and cells."""
    (sheet,) = workbook.read(package(tmp_path, tidy=tidy))
    assert (sheet.name, sheet.rows) == ("Thu", ((), (), (None, None, "#REF!", 4.0)))


HIDING = """<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
<table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>Thu</text:p></table:table-cell>
<table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>cột ẩn</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="filter" table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="5"/>
</table:table-row><table:table-row><table:table-cell table:formula="of:=1+1"/>
<table:table-cell office:value-type="date" office:date-value="2026-03-15"/></table:table-row>
<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"""


def test_hidden_merged_and_uncalculated_cells_are_told(tmp_path: Path) -> None:
    """Filtered rows and collapsed columns are set aside, merged ranges and formulas without a value known by their places."""
    start, end = CONTENT.index("<table:table-row"), CONTENT.index("</table:table>")
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("content.xml", CONTENT[:start] + HIDING + CONTENT[end:])
    (sheet,) = workbook.read(path)
    assert sheet.rows == (("Thu",), (), (), (None, date(2026, 3, 15)))
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.empty_formulas) == ({2, 3}, {3}, ("A4",))
    assert sheet.merged == (Range(1, 1, 1, 2),)


@pytest.mark.parametrize("blanks", [0, 5000])
def test_a_far_cell_changes_nothing_else(tmp_path: Path, blanks: int) -> None:
    """Cells of every sort read the same whether or not another lies thousands of rows and columns away."""
    cells = """<table:table-row><table:table-cell office:value-type="float" office:value="4.5"/>
<table:table-cell office:value-type="boolean" office:boolean-value="true"/>
<table:table-cell office:value-type="date" office:date-value="2026-03-15"/>
<table:table-cell office:value-type="string"><text:p>một<text:s text:c="2"/>hai</text:p><text:p>ba</text:p></table:table-cell>
</table:table-row>"""
    far = f"""<table:table-row table:number-rows-repeated="{blanks or 1}"><table:table-cell/></table:table-row><table:table-row>
<table:table-cell table:number-columns-repeated="{blanks or 1}"/><table:table-cell office:value-type="float" office:value="1"/>
</table:table-row>"""
    start, end = CONTENT.index("<table:table-row"), CONTENT.index("</table:table>")
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("content.xml", CONTENT[:start] + cells + far + CONTENT[end:])
    (sheet,) = workbook.read(path)
    assert sheet.rows[0] == (4.5, True, date(2026, 3, 15), "một  hai\nba")
    assert sheet.value((blanks or 1) + 2, (blanks or 1) + 1) == 1.0


def test_an_encrypted_document_is_told(tmp_path: Path) -> None:
    """A document whose manifest speaks of encryption needs its password."""
    with pytest.raises(Unreadable, match="workbook-encrypted"):
        workbook.read(package(tmp_path, manifest="<manifest:encryption-data/>"))
