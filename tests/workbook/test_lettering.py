"""Texts in old fonts come out in Unicode, per cell and per run, in every format that names fonts."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlrd
import xlsxwriter

from generator import workbook
from generator.cells import typed
from generator.workbook.lettering import in_unicode
from generator.workbook.scans import Run
from generator.workbook.sheets import Notice, RawSheet
from generator.workbook.spreadsheets import read_binary
from tests.elsewhere import field
from tests.workbook import old_fonts

SAVED = Path(__file__).parent / "saved"
ARCHIVED = ("2005-KH2003-bieu", "2006-15786_FDI_Hoa_Ky", "2006-Bang-bieu", "2006-Mau21_CKTC_NSH-1", "2006-Mau22_CKTC_NSH-1")
# Cells that the transcript gives in no language: the program that made it took their font for another.
MISHEARD = {"mýa": "mía", "triưu tên": "triệu tấn", "triưu lýt": "triệu lít", "so víi tỉng xŭt khèu": "so với tổng xuất khẩu",
            "so víi xŭt khèu": "so với xuất khẩu"}
ERRORS = {text: str(code) for code, text in xlrd.error_text_from_code.items()}
PLAN = "Thu ng©n s¸ch x·;Dù to¸n n¨m\nThu tõ ®Êt;1.000\nChi th\xadêng xuyªn;2.000\n"


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_old_fonts_are_read_in_every_format(tmp_path: Path, kind: str) -> None:
    """Cells, runs, capital fonts and Unicode in an old font come out as seen; the notice counts the cells and names the fonts."""
    path = old_fonts.drawn(tmp_path) if kind == "xlsx" else SAVED / f"old-fonts.{kind}"
    (sheet,) = workbook.read(path)
    assert sheet.rows == old_fonts.ROWS
    assert Notice("legacy-font", details=(("count", "7"), ("fonts", ".VnTime, VNI-Times, .VnTimeH"))) in sheet.notices


def test_the_same_letters_in_another_font_stay(tmp_path: Path) -> None:
    """Without an old font a cell's text is what it is."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("A")
        page.write("A1", "Señor Muñoz")
        page.write("B1", "Thµnh phè", book.add_format({"font_name": ".VnTime"}))
    (sheet,) = workbook.read(path)
    assert sheet.rows == (("Señor Muñoz", "Thành phố"),)


def test_inline_and_formula_texts_have_fonts_too(tmp_path: Path) -> None:
    """A text that a formula gave, or that stands in its cell, is converted like a shared one."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        page = book.add_worksheet("A")
        old = book.add_format({"font_name": "VNI-Times"})
        page.write("A1", "Hoä ngheøo", old)
        page.write_formula("B1", '="Hoä "&"caän ngheøo"', old, "Hoä caän ngheøo")
    assert workbook.read(path)[0].rows == (("Hộ nghèo", "Hộ cận nghèo"),)


def test_where_most_is_unicode_the_open_texts_stay(tmp_path: Path) -> None:
    """In a sheet typed in Unicode under old fonts, a name that could be either is left as typed."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("A")
        page.write_column("A1", ("Hộ nghèo", "Đặng Văn Ưng", "Lê Bé"), book.add_format({"font_name": ".VnTime"}))
    (sheet,) = workbook.read(path)
    assert sheet.rows == (("Hộ nghèo",), ("Đặng Văn Ưng",), ("Lê Bé",))
    assert sheet.notices == ()


def test_a_text_file_can_only_be_told_by_its_words(tmp_path: Path) -> None:
    """A .csv all in an old encoding is converted with a notice, whether its bytes are Windows' or UTF-8."""
    for encoding in ("cp1252", "utf-8"):
        path = tmp_path / "a.csv"
        path.write_bytes(PLAN.encode(encoding))
        (sheet,) = workbook.read(path)
        assert sheet.rows[0] == ("Thu ngân sách xã", "Dự toán năm")
        assert [notice.code for notice in sheet.notices] == ["legacy-undeclared"]


def test_old_words_beside_unicode_are_only_suspected(tmp_path: Path) -> None:
    """Where a sheet has Unicode too, old words stay and the first of them is shown."""
    path = tmp_path / "a.csv"
    path.write_text("Hộ nghèo;x\n" + PLAN, "utf-8")
    (sheet,) = workbook.read(path)
    assert sheet.rows[1][0] == "Thu ng©n s¸ch x·"
    assert sheet.notices == (Notice("legacy-suspected", "A2", (("encoding", "TCVN3 (ABC)"),)),)


def test_runs_of_one_encoding_are_one_text() -> None:
    """A mark in the next run joins its letter where both runs have the encoding."""
    sheet = in_unicode(RawSheet("A", (("Hoä",),)), {(1, 1): (Run("Ho", "VNI-Times"), Run("ä", "VNI-Helve"))})
    assert sheet.rows == (("Hộ",),)


def compared(value: str) -> str:
    """Return a cell for comparison: words with single blanks, small letters, numbers to seven digits, errors by their codes."""
    try:
        return f"{float(ERRORS.get(value, value)):.7g}"
    except ValueError:
        words = " ".join(value.split()).lower()
        return MISHEARD.get(words, words)


@pytest.mark.parametrize("name", ARCHIVED)
def test_archived_sheets_equal_their_transcripts(name: str) -> None:
    """Every cell of an archived workbook, hidden ones too, is what was transcribed, the case of capital fonts aside."""
    transcript = field("legacy-fonts", f"{name}.unicode.txt").read_text("utf-8")
    wanted = [compared(cell) for line in transcript.split("\n") for cell in line.split("\t") if cell.strip()]
    sheets = read_binary(field("legacy-fonts", f"{name}.xls").read_bytes())
    found = [compared(typed(value)) for sheet in sheets for line in sheet.rows for value in line if typed(value).strip()]
    assert found == wanted


def test_one_table_in_two_letterings_reads_the_same() -> None:
    """The Ministry's plan of 2003 holds one table in TCVN3 with capital fonts and in Unicode."""
    old, new = workbook.read(field("budget", "Plan_2003.xls"))

    def seen(sheet: RawSheet) -> list[list[str]]:
        return [[" ".join(typed(value).split()).upper() for value in line] for line in sheet.rows]

    assert seen(old) == seen(new)
    assert (old.value(1, 1), old.value(20, 2)) == ("BỘ TÀI CHÍNH", "HẢI PHÒNG")
