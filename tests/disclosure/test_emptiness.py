"""A table nobody filled in is told as empty; one filled cell makes it a table."""

from __future__ import annotations

import pytest

from generator.catalogue import load
from generator.disclosure.emptiness import answered, is_empty
from tests.disclosure.test_examine import whole
from tests.recognition.drawing import drawn

BUDGET = """
TÌNH HÌNH THỰC HIỆN CHI NGÂN SÁCH XÃ 06 THÁNG ĐẦU NĂM 2026
Đơn vị tính: 1.000 đồng
STT | Nội dung | Dự toán năm 2026 | Thực hiện 06 tháng | So sánh (%)
| TỔNG CHI NGÂN SÁCH XÃ | | |
I | Chi đầu tư phát triển | | |
II | Chi thường xuyên | {amount} | |
"""
LIST = """
DANH SÁCH HỘ NGHÈO ĐƯỢC CÔNG NHẬN NĂM 2026
STT | Họ và tên chủ hộ | Thôn, buôn | Phân loại | Số khẩu
1 | {name} | | |
2 | | | |
3 | | | |
"""


@pytest.mark.parametrize(("text", "corner"), [(BUDGET.format(amount=""), "A3"), (LIST.format(name=""), "A2")])
def test_a_form_not_filled_in_has_one_finding_at_its_head(text: str, corner: str) -> None:
    """Printed lines or numbers without anything beside them are one finding, and no other check is told."""
    (reading,) = whole(drawn(text)).readings
    assert [(found.code, found.cell) for found in reading.findings] == [("table-empty", corner)]
    assert (reading.records, reading.publishable) == ((), False)


@pytest.mark.parametrize("text", [BUDGET.format(amount="700"), BUDGET.format(amount="-"), LIST.format(name="Đỗ Văn Thử")])
def test_one_filled_cell_makes_a_table(text: str) -> None:
    """An amount, a dash or a name makes it a table, checked like any other."""
    (reading,) = whole(drawn(text)).readings
    assert not is_empty(reading, load().form(str(reading.table.form)))
    assert "table-empty" not in {found.code for found in reading.findings}
    assert [found.code for found in answered(reading).findings] == ["table-empty"]


def test_blanks_are_nothing() -> None:
    """Cells of spaces alone leave a table empty."""
    (reading,) = whole(drawn(BUDGET.format(amount="'   "))).readings
    assert [found.code for found in reading.findings] == ["table-empty"]
