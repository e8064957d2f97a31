"""Totals and sub-totals of lists, at every level: which lines each closes, what it should say, and the cells that make it up."""

from __future__ import annotations

import pytest

from tests.kinds.lists import checked, places

LEVELS = """
DANH SÁCH HỘ NGHÈO ĐƯỢC CÔNG NHẬN NĂM 2026
STT | Họ và tên chủ hộ | Phân loại | Số khẩu
 | Thôn 2 | |
1 | Nguyễn Văn An | Hộ nghèo | 4
2 | Lê Thị Bưởi | Hộ nghèo | 3
 | Cộng thôn 2 | | 7
 | Thôn Tân Lập | |
3 | Hồ Văn Tám | Hộ nghèo | 5
 | Cộng thôn Tân Lập | | 5
 | Tổng số hộ nghèo | | 12
 | Buôn Čư Mây | |
4 | Y Blŭ Êban | Hộ cận nghèo | 2
 | Cộng buôn Čư Mây | | 2
 | Tổng cộng | | 14
"""


def differing(text: str) -> dict[str | None, dict[str, str]]:
    return {found.cell: dict(found.details) for found in checked(text).findings if found.code == "total-differs"}


def test_totals_at_three_levels_hold() -> None:
    """Hamlets, a class over two hamlets and the whole list add up, and nothing is found."""
    assert places(checked(LEVELS)) == set()


@pytest.mark.parametrize(("line", "wrong", "cell", "cells", "difference"), [
    ("| Cộng thôn 2 | | 7", "| Cộng thôn 2 | | 8", "D6", "D4:D5", "1"),
    ("| Cộng thôn Tân Lập | | 5", "| Cộng thôn Tân Lập | | 6", "D9", "D8:D8", "1"),
    ("| Tổng cộng | | 14", "| Tổng cộng | | 1400", "D14", "D4:D12", "1.386"),
])
def test_a_wrong_total_names_its_own_cells(line: str, wrong: str, cell: str, cells: str, difference: str) -> None:
    """A sub-total is told against its own part, the last total against all lines."""
    told = differing(LEVELS.replace(line, wrong))
    assert {at: (words["cells"], words["difference"]) for at, words in told.items()} == {cell: (cells, difference)}


def test_a_total_that_can_be_read_in_two_ways_is_told() -> None:
    """A point in a total is a warning there: the lines are published without it."""
    reading = checked(LEVELS.replace("| Tổng cộng | | 14", "| Tổng cộng | | 1.4"))
    assert [(found.cell, found.code, found.severity) for found in reading.findings] == [("D14", "amount-ambiguous", "warning")]


def test_a_total_above_its_lines_holds_for_what_follows() -> None:
    """A list may begin with its total."""
    text = """
DANH SÁCH HỘ NGHÈO ĐƯỢC CÔNG NHẬN NĂM 2026
STT | Họ và tên chủ hộ | Phân loại | Số khẩu
 | Tổng cộng | | {total}
1 | Nguyễn Văn An | Hộ nghèo | 4
2 | Lê Thị Bưởi | Hộ nghèo | 3
"""
    assert differing(text.format(total=7)) == {}
    assert set(differing(text.format(total=9))) == {"D3"}
