"""Signs that turn or break a text are gone when a sheet is read, and the officer is told where they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import workbook
from generator.workbook.sheets import RawSheet
from generator.workbook.signs import without_signs


@pytest.mark.parametrize(("typed", "read"), [
    ("Nguyễn \u202eAn\u202c", "Nguyễn An"), ("\u2067Thôn\u2069 Một", "Thôn Một"), ("A\x00B\x08C\x7f", "ABC"), ("a\ud800b", "ab"),
    ("x\U000e0041\U000e007fy", "xy"), ("\u200fông A\u061c", "ông A"),
])
def test_each_sign_goes(typed: str, read: str) -> None:
    """What turns, hides or breaks is taken out and counted, with the first cell."""
    sheet = without_signs(RawSheet("Bảng", (("STT", "x"), (1, typed))))
    assert sheet.rows == (("STT", "x"), (1, read))
    assert [(notice.code, notice.cell, notice.details) for notice in sheet.notices] == [("signs-removed", "B2", (("count", "1"),))]


@pytest.mark.parametrize("text", ["Nguyễn Văn An", "H'Blŭ Niê", "hai\ndòng\tcột\x0b", "Chi – 2026", "\u00adng«n", "đ\u0300", "1\u00a0000"])
def test_lawful_letters_stay(text: str) -> None:
    """Vietnamese and Ê Đê letters, line ends, blanks, and letters of old fonts stay, and nothing is told."""
    sheet = RawSheet("Bảng", ((text, 1, None),))
    assert without_signs(sheet) is sheet


def test_a_file_is_read_without_them(tmp_path: Path) -> None:
    """A .csv with an override of direction is read without it, and its sheet says so."""
    path = tmp_path / "a.csv"
    path.write_text("STT,Họ và tên\n1,Nguyễn \u202eAn\n", "utf-8")
    (sheet,) = workbook.read(path)
    assert sheet.rows[1] == ("1", "Nguyễn An")
    assert "signs-removed" in {notice.code for notice in sheet.notices}
