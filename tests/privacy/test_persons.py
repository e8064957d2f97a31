"""What may point at a person: two heads of one name are told apart by the birth year alone, and small counts are crossed with nothing."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
import xlsxwriter

from generator.__main__ import main
from tests.privacy.reading import text_of

HEADS = ("STT", "Họ và tên chủ hộ", "Ngày sinh", "Thôn, buôn", "Phân loại hộ", "Số nhân khẩu", "Số CCCD")
SMALL, POOR, NEAR = "Buôn Nhỏ", "Hộ nghèo", "Hộ cận nghèo"
Built = Callable[..., Path]


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """Return how to build a list of households and get the site's folder."""

    def build(rows: list[tuple[object, ...]], *, named: bool) -> Path:
        own = tmp_path / "data" / "xa-thu"
        own.mkdir(parents=True)
        posted = '[[posted]]\nform = "poor-households"\nposted_from = 2026-11-10\n'
        (own / "commune.toml").write_text(f'name = "Xã Thử"\nnames_on_web = {str(named).lower()}\n{posted}', "utf-8")
        with xlsxwriter.Workbook(own / "ho-ngheo.xlsx") as book:
            sheet = book.add_worksheet("Danh sách")
            above = ("DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2026", "(Kèm theo Quyết định số 12/QĐ-UBND ngày 09/11/2026)", "")
            for number, row in enumerate([*((text,) for text in above), HEADS, *rows]):
                sheet.write_row(number, 0, row)
        places = ["--data", str(tmp_path / "data"), "--output", str(tmp_path / "output"), "--to-print", str(tmp_path / "to-print")]
        assert main(["build", *places, "--today", "2026-11-23", "--no-prints"]) == 0
        return tmp_path / "output"

    return build


def household(number: int, name: str, born: str, hamlet: str, kind: tuple[str, int] = (POOR, 4)) -> tuple[object, ...]:
    """Return a row of the list; `kind` is the class and the members."""
    return number, name, born, hamlet, *kind, f"09906800{number:04}"


def test_namesakes_of_one_hamlet_get_the_birth_year_and_nothing_more(built: Built) -> None:
    """Two heads of one name in one hamlet stand with their years; the third in another hamlet, and everybody else, without."""
    rows = [household(1, "Nguyễn Văn Mẫu", "15/03/1962", "Thôn Một"), household(2, "Nguyễn Văn Mẫu", "02/09/1975", "Thôn Một"),
            household(3, "Nguyễn Văn Mẫu", "21/11/1980", "Thôn Hai"), household(4, "Trần Thị Thử", "08/08/1958", "Thôn Một")]
    output = built(rows, named=True)
    page = unescape((output / "ho-ngheo/2026/cong-nhan/index.html").read_text("utf-8"))
    assert {"1962", "1975"} <= set(re.findall(r"Nguyễn Văn Mẫu[^\d<]*(\d{4})", page))
    whole = " ".join(text_of(path) for path in sorted(output.rglob("*")) if path.is_file())
    assert not [text for text in ("15/03/1962", "15-03-1962", "1962-03-15", "1980", "1958", "0990680000") if text in whole]


def test_small_counts_are_crossed_with_nothing(built: Built) -> None:
    """A hamlet of three households shows that it has three, on no page and in no file which class they are or how many live in them."""
    rows = [household(number, f"Trần Thị {letter}", "08/08/1958", "Thôn Lớn", ((POOR, NEAR)[number % 2], 3))
            for number, letter in enumerate("ABCDEGHIKLMN", 1)]
    rows += [household(20, "Lê Văn A", "1970", SMALL, (POOR, 11)), household(21, "Lê Văn B", "1971", SMALL, (NEAR, 11)),
             household(22, "Lê Văn C", "1972", SMALL, (NEAR, 11))]
    output = built(rows, named=False)
    seen = 0
    for path in sorted(output.rglob("*.csv")):
        for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"))):
            if SMALL in row:
                seen += 1
                assert {cell for cell in row if cell.isdigit()} <= {"3"}, path
    for path in sorted(output.rglob("*.html")):
        for row in re.findall(r"<tr\b.*?</tr>", path.read_text("utf-8"), re.DOTALL):
            text = unescape(re.sub(r"<[^>]*>", " ", row))
            if SMALL in text:
                seen += 1
                assert set(re.findall(r"\d+", text)) <= {"3"}, (path, text)
    assert seen >= 2
    files = [path for path in sorted(output.rglob("*")) if path.suffix in {".html", ".csv", ".json", ".xlsx"}]
    whole = {path: text_of(path) for path in files}
    assert not [path for path, text in whole.items() if re.search(r"\b33\b[^.]{0,20}(nhân khẩu|người)", text)]
    assert not [path for path, text in whole.items() if re.search(rf"{SMALL}[^.<]{{0,60}}(hộ nghèo|hộ cận nghèo)\W{{0,3}}\d", text)]
