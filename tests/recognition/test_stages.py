"""The stage of a budget: of its title, else of its head, but never of a plan's head that looks back."""

from __future__ import annotations

import pytest

from generator import catalogue
from generator.recognition import recognise
from tests.recognition.drawing import drawn

TABLE = """
{title}
Đơn vị tính: 1.000 đồng
STT | Nội dung | Dự toán năm 2026 | {head}
 | TỔNG CHI NGÂN SÁCH XÃ | 1000 | 500
I | Chi đầu tư phát triển | 300 | 100
II | Chi thường xuyên | 700 | 400
"""


def stage(title: str, head: str) -> str | None:
    (table,) = recognise(drawn(TABLE.format(title=title, head=head)), "a.xlsx", catalogue.load())
    return table.stage


@pytest.mark.parametrize("head", ["Thực hiện 06 tháng", "THỰC HIỆN 9 THÁNG ĐẦU NĂM 2026", "Thực hiện quý II", "Ước thực hiện quý III"])
def test_a_head_tells_what_was_done(head: str) -> None:
    """With the title row gone, a column of what was done in a part of the year tells the stage."""
    assert stage("Biểu chi", head) == "execution"


def test_a_plan_that_looks_back_is_no_execution() -> None:
    """A plan whose title does not say how far it is stays unclear, though its head names what was done before."""
    assert stage("DỰ TOÁN CHI NGÂN SÁCH XÃ NĂM 2026", "Ước thực hiện 9 tháng năm 2025") is None
    assert stage("TÌNH HÌNH THỰC HIỆN DỰ TOÁN CHI NGÂN SÁCH XÃ 9 THÁNG NĂM 2026", "Thực hiện 9 tháng") == "execution"
