"""Gifts for certificates: found by receipt number or whole name, in ledgers that may be published alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import load
from generator.commune import Commune
from generator.disclosure.examine import examine
from generator.disclosure.site import Site
from generator.papers.certificate import certificate
from generator.papers.gifts import Gift, found
from generator.sources import Source
from tests.drawing import workbook
from tests.papers.drawn import texts

LEDGER = """
SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026
Mục đích: Làm đường vào buôn Mẫu
Hình thức: Tự nguyện
Đơn vị tính: đồng
STT | Ngày | Số phiếu thu | Người đóng góp | Thôn | Hình thức | Hiện vật | Số tiền | Đồng ý nêu tên
#1 | 03/02/2026 | PT01 | Nguyễn Văn Mẫu | Buôn Mẫu | Tiền | | #500000 | Có
#2 | 04/02/2026 | PT02 | Đặng Thị Thử | Buôn Mẫu | Hiện vật | 3 bao xi măng | #300000 | Không
#3 | 05/02/2026 | PT03 | Hợp tác xã Thử Nghiệm | | Tiền | | #5000000 |
#4 | 06/02/2026 | PT04 | Đặng Thị Thử | Buôn Khác | Tiền | | #200000 | Không
#5 | 07/02/2026 | PT05 | | Buôn Mẫu | Tiền | | #100000 |
"""


def gifts(folder: Path, typed: str, ledger: str = LEDGER) -> tuple[Gift, ...]:
    """Return what is found of a drawn ledger."""
    path = workbook(folder, ledger)
    read = examine(Source(path, path.name, "0" * 64), load(), Commune(name="Xã Thử", id="xa"))
    return found(read.readings, typed, load())


def test_a_receipt_finds_its_gift_with_all_that_the_ledger_says(tmp_path: Path) -> None:
    """Also of a person who did not agree to be named: it is the giver who asks."""
    assert gifts(tmp_path, "pt02") == (Gift(
        giver="Đặng Thị Thử", giver_kind="person", purpose="Làm đường vào buôn Mẫu", line="2", hamlet="Buôn Mẫu", kind="Hiện vật",
        goods="3 bao xi măng", amount=300_000, day=date(2026, 2, 4), receipt="PT02", voluntary="Tự nguyện"),)


@pytest.mark.parametrize("typed", ["Đặng Thị Thử", "dang thi thu", "ĐẶNG  THỊ THỬ"])
def test_a_name_finds_each_gift_by_itself(tmp_path: Path, typed: str) -> None:
    """Two of one name may be two persons: their gifts are never added up."""
    assert [(one.receipt, one.hamlet) for one in gifts(tmp_path, typed)] == [("PT02", "Buôn Mẫu"), ("PT04", "Buôn Khác")]


@pytest.mark.parametrize("typed", ["", " ", "Thử", "Đặng Thị", "PT0", "Ẩn danh", "..."])
def test_a_part_of_a_name_or_nothing_finds_nobody(tmp_path: Path, typed: str) -> None:
    """What is not the whole name or number could mean another person."""
    assert gifts(tmp_path, typed) == ()


def test_a_refused_ledger_gives_no_certificate(tmp_path: Path) -> None:
    """An amount in doubt stands in the way of every gift of its ledger."""
    assert gifts(tmp_path, "PT01", LEDGER.replace("#5000000", "1.2")) == ()


def test_a_certificate_says_the_amount_in_words(tmp_path: Path) -> None:
    """In letters as vouchers write them; a gift without an amount leaves the line to the hand."""
    [gift] = gifts(tmp_path, "pt02")
    site = Site(Commune(name="Xã Thử", id="xa"), date(2026, 3, 1), load(), ())
    assert "Bằng chữ: Ba trăm nghìn đồng." in texts(certificate(gift, site))
    assert "Bằng chữ: …" in texts(certificate(replace(gift, amount=None), site))
