"""Ledgers with a column of amounts for each kind of gift, or with several purposes in one table."""

from __future__ import annotations

import pytest

from generator.catalogue import load
from generator.kinds import contributions
from tests.kinds.lists import COMMUNE, checked, places

PARTED = """
SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026
Khoản đóng góp: Làm cầu Suối Mây
Đơn vị tính: đồng
STT | Ngày | Người đóng góp | Tiền mặt | Hiện vật (quy ra tiền) | Ngày công (quy ra tiền){total}
1 | 01/03/2026 | Nguyễn Văn An | 200000 | | 500000{one}
2 | 02/03/2026 | Công ty TNHH Mây Xanh | | 3.000.000 | {two}
3 | 03/03/2026 | Y Blŭ Êban | 100000 | | {three}
 | Tổng cộng | | 300000 | 3000000 | 500000{whole}
"""
PLAIN = PARTED.format(total="", one="", two="", three="", whole="")
SUMMED = PARTED.format(total=" | Tổng cộng", one=" | 700000", two=" | 3000000", three=" | 100000", whole=" | 3800000")
TOTAL_FIRST = """
SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026
Khoản đóng góp: Làm cầu Suối Mây
Đơn vị tính: đồng
STT | Ngày | Người đóng góp | Tổng giá trị | Tiền mặt | Giá trị hiện vật | Giá trị ngày công
1 | 01/03/2026 | Nguyễn Văn An | 700000 | 200000 | | 500000
2 | 02/03/2026 | Công ty TNHH Mây Xanh | 3000000 | | 3000000 |
"""
GIFTS = [("money", 200_000), ("labour", 500_000), ("goods", 3_000_000), ("money", 100_000)]


@pytest.mark.parametrize("text", [PLAIN, SUMMED])
def test_each_amount_is_a_gift_of_its_kind(text: str) -> None:
    """A row with money and labour is two gifts; totals of every column hold, and nothing is found."""
    reading = checked(text)
    assert [(record.values["gift_kind"], record.values["amount"]) for record in reading.records] == GIFTS
    assert places(reading) == set()


def test_a_total_that_stands_first_is_no_gift() -> None:
    """Whichever side the row's own total stands, it is not counted with its parts."""
    reading = checked(TOTAL_FIRST)
    assert [(record.values["gift_kind"], record.values["amount"]) for record in reading.records] == GIFTS[:3]
    assert places(reading) == set()


@pytest.mark.parametrize(("old", "new", "cell"), [
    ("| 300000 | 3000000 | 500000", "| 300001 | 3000000 | 500000", "D8"),
    ("| 300000 | 3000000 | 500000", "| 300000 | 3000000 | 50000", "F8"),
    (" | 700000", " | 900000", "G5"),
    (" | 3800000", " | 3800001", "G8"),
])
def test_each_column_and_each_row_is_held_to_its_total(old: str, new: str, cell: str) -> None:
    """A total of a column of one kind, of a row, or of all is told where it differs."""
    assert (cell, "total-differs") in places(checked(SUMMED.replace(old, new)))


def test_what_is_published_has_the_kinds_and_no_further_columns() -> None:
    """The public lines are gifts with kind and amount; the sum by kinds is the ledger's."""
    parts = contributions.publish((checked(PLAIN),), load(), COMMUNE)
    assert not {column for column in parts.columns if column.startswith("amount_")}
    assert {kind["key"]: kind["amount"] for kind in parts.summary["kinds"]} == {"money": 300_000, "goods": 3_000_000, "labour": 500_000}


MIXED = """
SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026
Đơn vị tính: đồng
STT | Ngày | Người đóng góp | Khoản đóng góp | Số tiền
1 | 01/03/2026 | Nguyễn Văn An | Làm cầu | 200000
2 | 02/03/2026 | Nguyễn Văn An | {purpose} | 300000
"""


def test_several_purposes_in_one_table_are_one_finding_with_the_cure() -> None:
    """The column is named with the purposes in it, once; one purpose throughout is the ledger's own."""
    assert places(checked(MIXED.format(purpose="Sửa nhà văn hóa"))) == {("D3", "purposes-several")}
    assert checked(MIXED.format(purpose="Làm cầu")).table.subject == "lam-cau"


CONVERTED = """
SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026
Khoản đóng góp: Làm cầu Suối Mây
Đơn vị tính: đồng
STT | Ngày | Người đóng góp | Số tiền | Hiện vật, ngày công | Giá trị quy đổi
1 | 01/03/2026 | Nguyễn Văn An | 200000 | 2 bao xi măng | 180000
2 | 02/03/2026 | Lê Thị Bưởi | | 3 ngày công | 750000
3 | 03/03/2026 | Y Blŭ Êban | 100000 | |
 | Tổng cộng | | 300000 | | 930000
"""


def test_what_is_converted_stands_beside_the_money() -> None:
    """A column of converted values is goods, or labour where the line says so, beside the gifts of money."""
    reading = checked(CONVERTED)
    assert [(record.values["gift_kind"], record.values["amount"]) for record in reading.records] == [
        ("money", 200_000), ("goods", 180_000), ("labour", 750_000), ("money", 100_000)]
    assert places(reading) == set()


def test_a_row_total_above_what_its_columns_say_is_told() -> None:
    """A total that holds goods which no column values is an error at that row, not money left out in silence."""
    text = CONVERTED.split(" | Tổng cộng", maxsplit=1)[0].replace("Giá trị quy đổi", "Thành tiền").replace("| 180000", "| 380000")
    assert ("F5", "total-differs") in places(checked(text))
