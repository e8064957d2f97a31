"""One mistake is one finding: what hangs on a value nobody knows is not told as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.budgets import PLAN, REVENUE, SPENDING, found, reading, readings
from tests.kinds.lists import checked, places
from tests.kinds.test_contributions import LEDGER, USE


@pytest.mark.parametrize("typed", ["1.2", "khoảng 2 triệu"])
def test_an_unread_gift_leaves_the_total_alone(typed: str) -> None:
    """Where an amount of a ledger can't be read its total is not held against the others."""
    assert {code for _, code in places(checked(LEDGER.replace("| 300000 |", f"| {typed} |")))} <= {"amount-ambiguous", "amount-unreadable"}


@pytest.mark.parametrize("text", [LEDGER, USE])
def test_a_ledger_without_unit_is_one_finding(text: str) -> None:
    """Nothing is said of amounts that could not be read for want of a unit."""
    without = text.replace("Đơn vị tính: đồng\n", "").replace(": 50.000.000 đồng", ": 50.000.000")
    assert {code for _, code in places(checked(without))} == {"unit-missing"}


@pytest.mark.parametrize("cell", ["#250", "#100", "#500"])
def test_an_unread_amount_of_a_budget_is_one_finding(tmp_path: Path, cell: str) -> None:
    """A sum one of whose parts, or whose own figure, can't be read is not held to anything."""
    table = reading(tmp_path, SPENDING.replace(cell, "1.2"))
    assert {code for _, code in found(table)} <= {"amount-ambiguous", "share-wrong"}
    assert "amount-ambiguous" in {code for _, code in found(table)}


def test_an_unread_total_leaves_the_balance_alone(tmp_path: Path) -> None:
    """A plan is not out of balance because its total can't be read."""
    told = {code for table in readings(tmp_path, PLAN.replace("TỔNG SỐ CHI | #900", "TỔNG SỐ CHI | chín trăm")) for _, code in found(table)}
    assert told == {"amount-unreadable"}


@pytest.mark.parametrize("line", ["", "Đơn vị tính: triệu đồng | | ĐVT: đồng"])
def test_a_budget_without_one_unit_is_one_finding(tmp_path: Path, line: str) -> None:
    """Missing and contradictory units are told, and no want of amounts."""
    table = reading(tmp_path, REVENUE.replace("Đơn vị tính: đồng", line or "Số liệu"))
    assert {code for _, code in found(table)} == {"units-contradict" if line else "unit-missing"}


def test_members_that_are_no_number_leave_the_totals_alone() -> None:
    """Neither the total of members nor the text that counts them is held against a count nobody knows."""
    text = """
DANH SÁCH HỘ NGHÈO ĐƯỢC CÔNG NHẬN NĂM 2026
STT | Họ và tên chủ hộ | Thôn, buôn | Phân loại | Số khẩu
1 | Nguyễn Văn An | Thôn 2 | Hộ nghèo | bốn
2 | Lê Thị Bưởi | Thôn Tân Lập | Hộ nghèo | 3
 | Tổng cộng: 2 hộ, 7 khẩu | | | 7
"""
    assert places(checked(text)) == {("E3", "count-unreadable")}
