"""Budget tables held side by side."""

from __future__ import annotations

from pathlib import Path

from generator import catalogue
from generator.kinds import budget
from tests.kinds.budgets import COMMUNE, PLAN, SPENDING, readings


def told(folder: Path, *drawn: str) -> set[tuple[str, str | None, str]]:
    """Return what shows between drawn tables, as (file, cell, code)."""
    tables = [one for number, text in enumerate(drawn) for one in readings(folder, text, f"{number}.xlsx")]
    return {(found.file, found.cell, found.code) for found in budget.check_together(tables, catalogue.load(), COMMUNE)}


def test_a_plan_whose_sides_are_equal_balances(tmp_path: Path) -> None:
    """Nothing shows where revenue and spending are equal."""
    assert told(tmp_path, PLAN) == set()


def test_a_plan_off_by_more_than_its_step_does_not_balance(tmp_path: Path) -> None:
    """Two thousand more spending than revenue is an error at the spending total."""
    unequal = PLAN.replace("TỔNG SỐ CHI | #900", "TỔNG SỐ CHI | #902").replace("#680", "#682")
    assert told(tmp_path, unequal) == {("0.xlsx", "D5", "plan-unbalanced")}


def test_a_settlement_names_what_is_left(tmp_path: Path) -> None:
    """The line of what is left must be revenue less spending."""
    drawn = """CÂN ĐỐI QUYẾT TOÁN NGÂN SÁCH XÃ NĂM 2024
Đơn vị tính: đồng
Nội dung thu | Quyết toán | Nội dung chi | Quyết toán
TỔNG SỐ THU | #9000 | TỔNG SỐ CHI | #8000
I. Các khoản thu xã hưởng 100% | #9000 | I. Chi thường xuyên | #8000
 | | Kết dư ngân sách | #1000"""
    assert told(tmp_path, drawn) == set()
    assert told(tmp_path, drawn.replace("#1000", "#1002")) == {("0.xlsx", "D6", "balance-differs")}


def test_a_spending_table_must_come_to_the_balance_of_its_period(tmp_path: Path) -> None:
    """The total of a table is held against the balance of the same period and stage."""
    balance = """ĐÁNH GIÁ CÂN ĐỐI NGÂN SÁCH XÃ 06 THÁNG ĐẦU NĂM 2026
Đơn vị tính: 1.000 đồng
STT | Nội dung | Dự toán năm 2026 | Thực hiện 06 tháng
I | TỔNG SỐ THU | #1000 | #600
II | TỔNG SỐ CHI | #1000 | #500"""
    assert told(tmp_path, balance, SPENDING) == set()
    assert told(tmp_path, balance.replace("#500", "#502"), SPENDING) == {("1.xlsx", "D4", "totals-disagree")}


def test_nine_months_are_not_below_six(tmp_path: Path) -> None:
    """A line counted from January that falls is told at the later table, beyond the step."""
    later = SPENDING.replace("06 THÁNG ĐẦU NĂM", "09 THÁNG NĂM").replace("06 tháng", "09 tháng")
    assert told(tmp_path, SPENDING, later) == set()
    fallen = later.replace("#500 | #50\n", "#498 | #49.8\n").replace("#400 | #57.1", "#398 | #56.9").replace("#150 | #50", "#148 | #49.3")
    assert told(tmp_path, SPENDING, fallen) == {("1.xlsx", cell, "later-below-earlier") for cell in ("D4", "D6", "D8")}


def test_quarters_that_stand_alone_may_fall(tmp_path: Path) -> None:
    """The quarters before 2026 are each for themselves."""

    def quarter(number: str, amount: int) -> str:
        return (
            f"THỰC HIỆN CHI NGÂN SÁCH XÃ QUÝ {number} NĂM 2025\nĐơn vị tính: 1.000 đồng\n"
            f"STT | Nội dung | Dự toán năm | Thực hiện quý {number}\n"
            f"| TỔNG CHI | #1000 | #{amount}\n1 | Chi giáo dục | #400 | #{amount - 10}\n2 | Chi y tế | #100 | #10"
        )

    assert told(tmp_path, quarter("I", 300), quarter("II", 200)) == set()


def test_the_plan_in_an_execution_table_is_the_plan_decided(tmp_path: Path) -> None:
    """The plan's total is held against the budget the council decided."""
    decided = """DỰ TOÁN CHI NGÂN SÁCH XÃ THEO LĨNH VỰC NĂM 2026
(Dự toán đã được Hội đồng nhân dân xã quyết định)
Đơn vị tính: 1.000 đồng
STT | Nội dung | Dự toán năm 2026
| TỔNG CHI NGÂN SÁCH XÃ | #1000
I | Chi đầu tư phát triển | #300
II | Chi thường xuyên | #700"""
    assert told(tmp_path, decided, SPENDING) == set()
    raised = decided.replace("#1000", "#1100").replace("#700", "#800")
    assert told(tmp_path, raised, SPENDING) == {("1.xlsx", "C4", "plan-disagrees")}
