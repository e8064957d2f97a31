"""Text files are read in the encodings and with the separators that programs write."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import workbook
from generator.cells import Unreadable
from generator.workbook.delimited import decode, separator

TEXT = "STT;Họ và tên;Số tiền\r\n1;Đặng Văn Ưng;1.200.000\r\n"
ROWS = (("STT", "Họ và tên", "Số tiền"), ("1", "Đặng Văn Ưng", "1.200.000"))


def written(folder: Path, content: bytes) -> Path:
    """Write bytes to a file and return it."""
    path = folder / "a.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    """The same table comes out of every form of Unicode, with or without a mark."""
    assert workbook.read(written(tmp_path, TEXT.encode(encoding)))[0].rows == ROWS


def test_windows_1258_is_read(tmp_path: Path) -> None:
    """Vietnamese Windows' own encoding, with its tones apart, comes out composed."""
    content = "STT,Tên\n1,".encode("cp1258") + "Ðạ".replace("Ðạ", "Đa").encode("cp1258") + b"\xf2\n"
    assert workbook.read(written(tmp_path, content))[0].rows[1] == ("1", "Đạ")


@pytest.mark.parametrize(("text", "expected"), [
    ("a;b;c\n1;2,5;3\n", ";"), ("a,b,c\n1,2,3\n", ","), ("a\tb\n1\t2\n", "\t"),
    ("UBND xã, huyện\n\nSTT;Tên;Tiền\n1;A;1,5\n2;B;2,5\n", ";"), ("một cột\nhai\n", ","),
])
def test_the_separator_is_told(text: str, expected: str) -> None:
    """The separator is the one that cuts the lines alike, whatever else stands in them."""
    assert separator(text) == expected


def test_quotes_keep_line_breaks_and_separators(tmp_path: Path) -> None:
    """A quoted cell may hold anything."""
    (sheet,) = workbook.read(written(tmp_path, 'a,b\n"một, ""hai""\nba",4\n'.encode()))
    assert sheet.name is None
    assert sheet.rows == (("a", "b"), ('một, "hai"\nba', "4"))


def test_excels_separator_line_keeps_the_rows_in_place(tmp_path: Path) -> None:
    """A first line "sep=;" is obeyed, and the row numbers stay those of the file."""
    assert workbook.read(written(tmp_path, b"sep=;\na;b\n"))[0].rows == ((), ("a", "b"))


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    """No bytes make the reader fail without a code."""
    try:
        sheets = workbook.read(written(tmp_path, content))
    except Unreadable as fault:
        assert fault.code.startswith("workbook-")  # noqa: PT017 - either answer is right
    else:
        assert any(sheet.rows for sheet in sheets)


@given(st.text(alphabet=st.characters(blacklist_categories=("Cc", "Cs"))))
def test_text_is_decoded_as_it_was(text: str) -> None:
    """Text in UTF-8 with a mark is decoded as it was."""
    assert decode(text.encode("utf-8-sig")) == text
