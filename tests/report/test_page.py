"""The report page: a verdict, the tables, each finding with the cells around it, nothing private, nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import catalogue
from generator.commune import Commune
from generator.disclosure.examine import examine
from generator.report.page import MOST_AROUND, page
from generator.report.telling import told
from generator.sources import source
from tests.drawing import workbook

FIELD = Path(__file__).parents[1] / "field"
COMMUNE = Commune(name="Xã Thử Nghiệm")
LEDGER = """
SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026
Khoản đóng góp: Làm cầu <Suối Mẫu>
Hình thức huy động: Tự nguyện
Đơn vị tính: đồng
STT | Ngày | Người đóng góp | Hình thức | Số tiền | Đồng ý nêu tên | Số điện thoại
#1 | 03/02/2026 | Nguyễn Văn Mẫu | Tiền | #500000 | Có | 0900000001
#2 | 04/02/2026 | Trần Thị Kín | Tiền | 1.2 | Không | 0900000002
#3 | 06/02/2026 | Hợp tác xã Thử & Nghiệm | Tiền | #5000000 | Có | 0900000003
"""
LIST = """
DANH SÁCH HỘ NGHÈO NĂM 2026
(Kèm theo Quyết định công nhận số 12/QĐ-UBND)
STT | Họ và tên chủ hộ | Thôn | Phân loại | Số nhân khẩu | Số định danh cá nhân | Ghi chú
#1 | Nguyễn Văn Mẫu | Thôn 1 | Hộ nghèo | #4 | 066000000001 | bệnh nặng
#2 | Trần Thị Thử | Thôn 1 | Hộ nghèo | 4 người | 066000000002 | Mới
#3 | Lê Văn Ví | Thôn 2 | Hộ nghèo | #3 | 066000000003 |
"""


def told_of(path: Path, language: str = "vi") -> str:
    """Return the page of a workbook."""
    loaded = catalogue.load()
    one = examine(source(path, path.name), loaded, COMMUNE)
    return page(one, told(one, loaded, language), loaded, COMMUNE, language=language)


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """The page of a ledger with an amount that may be read in two ways."""
    return told_of(workbook(tmp_path, LEDGER))


def test_each_finding_stands_with_place_words_and_way_to_mend(ledger: str) -> None:
    """A finding says where, what and how to mend it, and its code."""
    for words in ("ô E7", "“1.2” không rõ là 1,2 hay 12.", "Hãy nhập số nguyên đồng, ví dụ 1.200.000.", "amount-ambiguous", "CHƯA ĐẠT"):
        assert words in ledger


def test_the_cells_around_are_shown_as_in_excel(ledger: str) -> None:
    """Row numbers, column letters, the head and the neighbours stand around the doubtful cell, which is marked."""
    piece = re.search(r'<div class="sheet".*?</div>', ledger, re.DOTALL)
    assert piece
    assert re.findall(r'<th scope="col">(\w)</th>', piece[0]) == list("ABCDEFG")
    assert re.findall(r'<th scope="row">(\d+)</th>', piece[0]) == ["5", "6", "7", "8"]
    assert "<mark>1.2</mark>" in piece[0]
    assert "500.000" in piece[0]
    assert "Số tiền" in piece[0]


def test_private_cells_are_hidden(ledger: str) -> None:
    """Private columns, and the name of a giver who isn't to be named, are dots; a giver who agreed is named."""
    assert "0900" not in ledger
    assert "Trần Thị Kín" not in ledger
    assert "Nguyễn Văn Mẫu" in ledger
    assert ledger.count("•••") > 5


def test_a_list_shows_nothing_private(tmp_path: Path) -> None:
    """Neither a citizen number nor a note that isn't public is shown; a note that is public is."""
    shown = told_of(workbook(tmp_path, LIST))
    assert "0660000" not in shown
    assert "bệnh nặng" not in shown
    assert "<mark>4 người</mark>" in shown
    assert ">Mới<" in shown


def test_a_finding_on_a_private_cell_is_dots(tmp_path: Path) -> None:
    """The doubtful cell itself is hidden where what stands in it is private."""
    shown = told_of(workbook(tmp_path, LIST.replace("4 người", "#4")))
    assert "note-unlisted" in shown
    assert "<mark>•••</mark>" in shown


def test_all_well_is_said_plainly(tmp_path: Path) -> None:
    """A workbook without a finding passes, with counts and totals to hold against the paper."""
    shown = told_of(workbook(tmp_path, LEDGER.replace("1.2 ", "#1200000 ")))
    assert "ĐẠT: không có lỗi nào" in shown
    assert "CHƯA" not in shown
    assert "6.700.000 đồng" in shown
    assert "Những điều thấy được" not in shown


def test_no_totals_where_a_cell_could_not_be_read(ledger: str) -> None:
    """A table with an error gives no total, which would lack what couldn't be read."""
    assert "5.500.000" not in ledger


def test_the_page_needs_nothing_else(ledger: str) -> None:
    """No script, no link, no picture, no style from elsewhere."""
    assert not re.search(r"<script|<link|<img|<iframe|src=|url\(|@import|https?://", ledger)


def test_what_was_typed_is_escaped(tmp_path: Path) -> None:
    """Signs of HTML in a cell are shown and not obeyed."""
    shown = told_of(workbook(tmp_path, LEDGER.replace("| 1.2 |", "| <b>x</b> |")))
    assert "<b>" not in shown
    assert "&lt;b&gt;x&lt;/b&gt;" in shown


def test_findings_stand_in_the_order_of_the_rows(tmp_path: Path) -> None:
    """An earlier row is told before a later one, whatever its severity or kind."""
    shown = told_of(workbook(tmp_path, LEDGER.replace("03/02/2026", "31/02/2026").replace("#5000000", "năm triệu")))
    assert re.findall(r"ô (\w+)</h3>", shown) == ["B6", "E7", "E8"]


@pytest.mark.parametrize("path", sorted(FIELD.iterdir()), ids=lambda path: path.name)
def test_every_ugly_workbook_has_a_page(path: Path) -> None:
    """Each of our ugly workbooks, the unreadable included, gives a page that says whether it passes."""
    assert re.search(r'class="verdict (good|bad)">(CHƯA )?ĐẠT', told_of(path))


def test_a_page_of_very_many_findings_stays_small(tmp_path: Path) -> None:
    """Past the first five hundred findings the cells around are left out and the page says so; every finding is told all the same."""
    head = LEDGER[:LEDGER.index("#1 |")]
    rows = "\n".join(f"#{n} | 03/02/2026 | Nguyễn Văn Mẫu {n} | Tiền | 1.2 | Có | 1" for n in range(1, 521))
    shown = told_of(workbook(tmp_path, head + rows))
    assert (shown.count('<div class="sheet"'), shown.count("<h3><span"), shown.count("Vì có nhiều điều")) == (MOST_AROUND, 520, 1)


def test_the_page_speaks_english_too(tmp_path: Path) -> None:
    """With English asked for, the page's own words are English."""
    shown = told_of(workbook(tmp_path, LEDGER), "en")
    assert '<html lang="en">' in shown
    assert "NOT YET: 1 errors to mend" in shown
