"""Files from other programs' test suites: each reads right, or gives the one finding that fits it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from generator import jobs, workbook
from generator.cells import Range, Unreadable, Value, position
from generator.workbook.sheets import RawSheet
from tests.elsewhere import field

REFUSED = {
    "apache-poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-6123461607817216.xlsx": "workbook-damaged",
    "apache-poi/password.xls": "workbook-encrypted",
    "apache-poi/poc-xmlbomb.xlsx": "workbook-damaged",
    "apache-poi/sheetProtection_allLocked.xlsx": "workbook-empty",
    "calamine/OOM_alloc3.xls": "workbook-damaged",
    "calamine/misc_biff5_parsing.xls": "workbook-empty",
    "calamine/pass_protected.xlsb": "workbook-encrypted",
    "csvkit/null_byte.csv": "workbook-unknown",
    "frictionless-py/compression/implicit-zip.csv": "workbook-unknown",
    "messytables/badcolspan.html": "workbook-unknown",
    "messytables/invisible_text.html": "workbook-unknown",
    "messytables/simple.zip": "workbook-unknown",
    "msoffcrypto-tool/inputs/xor_password_123456789012345.xls": "workbook-encrypted",
    "phpspreadsheet/Reader/CSV/empty.csv": "workbook-empty",
    "phpspreadsheet/Reader/XLS/pwtest.xls": "workbook-encrypted",
    "phpspreadsheet/Reader/XLSX/HiddenSheet.xlsx": "workbook-empty",
    "phpspreadsheet/Reader/Xml/CorruptedXmlFile.xml": "workbook-unknown",
    "phpspreadsheet/Reader/Xml/XEETestInvalidUTF-16.xml": "workbook-unknown",
    "phpspreadsheet/Reader/Xml/XEETestInvalidUTF-7-single-quote.xml": "workbook-unknown",
    "phpspreadsheet/Reader/Xml/XEETestInvalidUTF-7_DoubleEncoded.xml": "workbook-unknown",
    "sheetjs-test_files/column_width.htm": "workbook-unknown",
    "sheetjs-test_files/password_2002_40_basecrypto.xls": "workbook-encrypted",
}
# For each file that is read: its sheet, and cells of it by their addresses.
READ: dict[str, tuple[str | None, dict[str, Value]]] = {
    "agate-excel/test_ambiguous_date.xls": ("Sheet1", {"A1": "s", "A2": date(1900, 1, 1)}),
    "agate-excel/test_skip_lines.xls": ("test.csv", {"A1": None, "A4": "number"}),
    "apache-poi/1904DateWindowing.xls": ("Sheet1", {"A1": date(2000, 1, 1), "B1": date(2000, 1, 1)}),
    "apache-poi/DateFormats.xls": ("Sheet1", {"A5": "UK date", "B5": date(2007, 8, 10)}),
    "apache-poi/SampleSS.strict.xlsx": ("Sheet Number 2", {"A1": "Start of 2nd sheet", "D7": 13.0}),
    "apache-poi/SimpleStrict.xlsx": ("Sheet1", {"A1": "test", "C6": 6.0}),
    "apache-poi/XRefCalc.xls": ("Sheet1", {"B2": "x123", "E4": 46.74}),
    "apache-poi/comments.xls": ("Sheet1", {"B1": "row1", "A3": "row3"}),
    "apache-poi/externalFunctionExample.xls": ("Sheet1", {"B1": "2000/2/5", "A5": 1.2}),
    "apache-poi/testEXCEL_5.xls": ("Feuil1", {"A1": "Sample Excel Worksheet - Numbers and their Squares"}),
    "apache-poi/unicodeSheetName.xlsx": ("Sheet・1", {"A1": 1.0, "A9": 9.0}),
    "apache-poi/xlsx-corrupted.xlsx": ("Sheet1", {"C1": "XXE", "D2": "foo"}),
    "calamine/biff5-rich-text-string.xls": ("Sheet1", {"A3": "No."}),
    "calamine/covered.ods": ("sheet1", {"A1": "a1", "A2": "a2", "A3": None}),
    "calamine/date_1904.xls": ("Sheet1", {"A1": date(2021, 1, 1), "A3": timedelta(days=10, seconds=54610)}),
    "calamine/date_iso.xlsx": ("Sheet", {"A1": date(2021, 1, 1), "A2": datetime(2021, 1, 1, 10, 10, 10)}),  # noqa: DTZ001 - a cell has no zone
    "calamine/encoded_entities.xlsx": ("Sheet1", {"A1": "&"}),
    "calamine/header-row.xlsx": ("Sheet1", {"C3": "Note 1", "A10": "put data here"}),
    "calamine/issues.ods": ("issue2", {"A3": 3.0, "B3": "c"}),
    "calamine/merge_cells.xlsx": ("Sheet1", {"A1": "Row Merge", "B2": "Chunk Merged"}),
    "calamine/nonstandard-xml-ns-prefix.xlsx": ("Sheet1", {"A1": "a", "B3": 4.0}),
    "calamine/richtext_issue.ods": ("datatypes", {"A1": "abc"}),
    "calamine/special_cells.ods": ("sheet1", {"A1": "Split\nLine", "A3": "Value   With 3 spaces"}),
    "calamine/table_with_absolute_paths.xlsx": ("table", {"A1": "Item", "B5": "East"}),
    "calamine/with-annotation.ods": ("table1", {"A1": "cell a.1"}),
    "csvkit/blanks.csv": (None, {"A2": None, "B2": "NA"}),
    "csvkit/test_header_newline.csv": (None, {"B1": "b", "C2": "f"}),
    "csvkit/test_utf16_big.csv": (None, {"A1": "a", "C3": "ʤ"}),
    "frictionless-py/blank-headers.csv": (None, {"B1": None, "B3": "Julie"}),
    "frictionless-py/duplicate-rows.csv": (None, {"B2": "John", "B4": "John"}),
    "frictionless-py/issue-312.xlsx": ("invalid", {"C1": None, "B6": "german"}),
    "messytables/blank_line.ods": ("Sheet1", {"A2": "Bob", "C5": date(2015, 11, 11)}),
    "messytables/multilineods.ods": ("Sheet1", {"A1": "1\n2\n3\n4"}),
    "messytables/spanish_chars.csv": (None, {"H1": "Descripción", "G2": "229,932.50"}),
    "messytables/utf-16le_encoded.csv": (None, {"A1": "Organisation_code"}),
    "phpspreadsheet/Reader/CSV/line_break_in_enclosure_with_escaped_quotes.csv": (None, {"A2": "Test", "C5": "http://google.com"}),
    "phpspreadsheet/Reader/CSV/premiere.utf16le.csv": (None, {"A1": "première", "A3": "𐐀"}),
    "phpspreadsheet/Reader/CSV/premiere.win1252.csv": (None, {"A1": "première", "C2": "sixième"}),
    "phpspreadsheet/Reader/Ods/HiddenMergeCellsTest.ods": ("Sheet1", {"B1": 2.0, "A2": 12.0, "B2": None, "C2": None}),
    "phpspreadsheet/Reader/Ods/corruptMeta.ods": ("Sheet1", {"A1": "Hello", "B1": "World"}),
    "phpspreadsheet/Reader/Ods/nomimetype.ods": ("Sheet1", {"A1": "Hello", "B1": "World"}),
    "phpspreadsheet/Reader/XLS/maccentraleurope.biff5.xls": ("Ärkusz1", {"I1": "Ładowność", "P3": 12000.0}),
    "phpspreadsheet/Reader/XLSX/fakewebservice.xlsx": ("Sheet1", {"A1": "phony result"}),
    "phpspreadsheet/Reader/XLSX/namespacepurl.xlsx": ("ml_out", {"A1": "Item", "B2": 1.5}),
    "phpspreadsheet/Reader/XLSX/rootZipFiles.xlsx": ("Data", {"A1": "TEST CELL"}),
    "phpspreadsheet/Reader/XLSX/utf16be.xlsx": ("Sheet1", {"A1": 1}),
    "rows/empty-cells.ods": ("Sheet1", {"C2": None, "D2": "r1f4"}),
    "rows/text_in_percent_cell.xlsx": ("Sheet1", {"A3": 0.232, "B7": "text"}),
    "sheetjs-test_files/ErrorTypes.csv": (None, {"A2": "#NULL!", "B3": "#DIV/0!"}),
    "sheetjs-test_files/LONumbers.xls": ("Sheet1", {"B1": 1, "C2": -1.2}),
    "sheetjs-test_files/formulae_test_simple.xlsx": ("Sheet1", {"A1": 1.0, "A6": "#VALUE!", "B6": 55.0}),
    "sheetjs-test_files/merge_cells.xls": ("Merge", {"A1": "A1:B2", "C1": "C1:C2"}),
    "sheetjs-test_files/rich_text_stress.xlsx": ("Sheet1", {"B1": "this text is normal, sure enough"}),
    "tablib/errors.xls": ("Feuille1", {"A2": "#DIV/0!", "D2": "#N/A"}),
    "tablib/xlsx_cell_values.xlsx": ("Sheet1", {"A1": "Hello World"}),
    "tabulator-py/doublequote.csv": (None, {"E1": "AÑO", "E2": "2019"}),
    "tabulator-py/merged-cells.xlsx": ("Лист1", {"A1": "data"}),
    "tabulator-py/preserve-formatting-percentage.xlsx": ("Sheet1", {"B2": 0.52}),
    "tabulator-py/table-with-ints-floats-dates.ods": ("test", {"A2": 2013.0, "C2": date(2009, 8, 16)}),
    "xlrd/issue20.xls": ("Sheet1", {"A1": "aasa", "A12": "legenda "}),
    "xlrd/ragged.xls": ("Sheet1", {"A3": "f", "D5": "l"}),
}
TOLD = {
    "phpspreadsheet/Reader/CSV/premiere.utf16le.csv": {"signs-removed"},
    "apache-poi/comments.xls": {"comments-present"}, "calamine/with-annotation.ods": {"comments-present"},
    "apache-poi/XRefCalc.xls": {"links-present"}, "xlrd/issue20.xls": {"headers-present"},
    "phpspreadsheet/Reader/Ods/HiddenMergeCellsTest.ods": {"cells-covered"}, "calamine/covered.ods": {"cells-covered"},
}


def read(path: Path) -> tuple[RawSheet, ...] | str:
    """Return a file's sheets, or the code with which it is refused."""
    try:
        return workbook.read(path)
    except Unreadable as fault:
        return fault.code


@pytest.fixture(scope="module")
def outcomes() -> dict[str, tuple[RawSheet, ...] | str]:
    """What became of each file, in workers with the usual limits; a name where one hung or died."""
    root = field("messy")
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {str(one.item.relative_to(root)): one.result if one.failure is None and one.result else str(one.failure)
            for one in jobs.run(read, files, workers=2)}


def test_every_file_has_its_expectation(outcomes: dict[str, object]) -> None:
    """The table names every file that lies there, and no other."""
    assert set(outcomes) == {*REFUSED, *READ}


@pytest.mark.parametrize(("name", "code"), REFUSED.items(), ids=REFUSED)
def test_what_cannot_be_read_has_one_finding(name: str, code: str, outcomes: dict[str, object]) -> None:
    """A file that is damaged, locked, empty or no workbook is told by the code that fits it."""
    assert outcomes[name] == code


@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_reads_right(name: str, outcomes: dict[str, tuple[RawSheet, ...]]) -> None:
    """The cells of a file are what the program that wrote it meant."""
    title, cells = READ[name]
    sheet = next(one for one in outcomes[name] if one.name == title)
    assert {cell: sheet.value(*position(cell)) for cell in cells} == cells
    assert {notice.code for one in outcomes[name] for notice in one.notices} == TOLD.get(name, set())


def test_merged_ranges_come_from_every_format(outcomes: dict[str, tuple[RawSheet, ...]]) -> None:
    """An .xlsx, an .xls and an .ods tell what is merged in them."""
    assert Range(1, 1, 1, 2) in outcomes["calamine/merge_cells.xlsx"][0].merged
    assert Range(1, 1, 2, 2) in outcomes["sheetjs-test_files/merge_cells.xls"][0].merged
    assert Range(2, 1, 3, 1) in outcomes["calamine/covered.ods"][0].merged
