"""What is wrong within a budget table: for each rule one table that passes and one that fails by the least amount."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.budgets import PLAN, REVENUE, SPENDING, found, reading, readings


@pytest.mark.parametrize("drawn", [PLAN, SPENDING, REVENUE])
def test_a_sound_table_has_no_findings(tmp_path: Path, drawn: str) -> None:
    """Nothing is found where everything adds up."""
    assert [one.findings for one in readings(tmp_path, drawn)] == [()] * len(readings(tmp_path, drawn))


def test_a_total_off_beyond_rounding_is_an_error_at_its_cell(tmp_path: Path) -> None:
    """Two lines in thousands may miss one thousand; a miss of two is an error that names the total's cell."""
    one = reading(tmp_path, SPENDING.replace("#400 | #57.1", "#402 | #57.4"))
    assert ("D6", "sum-differs") in found(one)
    assert not one.publishable


def test_a_total_off_by_rounding_is_a_notice(tmp_path: Path) -> None:
    """A miss of one step with two addends is rounding, and the table stays publishable."""
    one = reading(tmp_path, SPENDING.replace("#250 | #62.5", "#251 | #62.75"))
    assert found(one) == {("D6", "sum-rounded")}
    assert one.publishable


def test_the_step_is_the_last_digit_given(tmp_path: Path) -> None:
    """Amounts with one decimal of a thousand have a step of a hundred đồng, so a whole thousand is no rounding."""
    one = reading(
        tmp_path,
        SPENDING.replace("#250 | #62.5", "#251 | #62.75")
        .replace("#100 | #33.3", "#100.5 | #33.5")
        .replace("#500 | #50\n", "#500.5 | #50.05\n"),
    )
    assert ("D6", "sum-differs") in found(one)


def test_of_which_lines_need_not_add_up(tmp_path: Path) -> None:
    """The spending list of 2017 to 2025 is "trong đó": its fields are not the whole."""
    drawn = """THỰC HIỆN CHI NGÂN SÁCH XÃ QUÝ I NĂM 2025
Đơn vị tính: 1.000 đồng
STT | Nội dung | Dự toán năm | Thực hiện quý I
| TỔNG CHI | #1000 | #300
1 | Chi giáo dục | #400 | #100
2 | Chi y tế | #100 | #20"""
    one = reading(tmp_path, drawn)
    assert found(one) == set()
    assert [record.within for record in one.records] == [False, True, True]


def test_investment_and_recurrent_spending_make_up_the_total_even_then(tmp_path: Path) -> None:
    """Where the total is split into its two great parts, they must add up in any year."""
    drawn = """THỰC HIỆN CHI NGÂN SÁCH XÃ QUÝ I NĂM 2025
Đơn vị tính: 1.000 đồng
STT | Nội dung | Dự toán năm | Thực hiện quý I
| TỔNG CHI | #1000 | #300
I | Chi đầu tư phát triển | #400 | #100
II | Chi thường xuyên | #600 | #205"""
    assert found(reading(tmp_path, drawn)) == {("D4", "sum-differs")}


def test_a_blank_part_counts_for_nothing(tmp_path: Path) -> None:
    """A dash is no amount: the others alone must make up the total."""
    one = reading(tmp_path, SPENDING.replace("#300 | #150 | #50", "- | #150 | "))
    assert ("C6", "sum-differs") in found(one)


def test_a_wrong_percentage_is_told_and_not_refused(tmp_path: Path) -> None:
    """A share off by one in its last digit is a warning."""
    one = reading(tmp_path, SPENDING.replace("#33.3", "#33.4"))
    assert found(one) == {("E5", "share-wrong")}
    assert one.publishable


def test_own_part_above_state_revenue_is_an_error(tmp_path: Path) -> None:
    """The commune can't keep more than was collected."""
    one = reading(tmp_path, REVENUE.replace("Phí, lệ phí | #600000 | #600000", "Phí, lệ phí | #600000 | #600002"))
    assert ("D7", "own-above-state") in found(one)


def test_transfers_are_not_collected_here(tmp_path: Path) -> None:
    """Transfers stand in the commune's column alone, so its total may be above the State's."""
    assert not {code for _, code in found(reading(tmp_path, REVENUE))} & {"own-above-state"}
    typed_noughts = REVENUE.replace("cấp trên | | #5000000 | | #", "cấp trên | #0 | #5000000 | #0 | #")
    assert not {code for _, code in found(reading(tmp_path, typed_noughts))} & {"own-above-state"}


def test_a_table_without_amounts_is_refused(tmp_path: Path) -> None:
    """A form with nothing but dashes in it is no disclosure."""
    empty = "\n".join(line if number < 3 else line.split(" | #")[0] + " | - | - | -" for number, line in enumerate(SPENDING.split("\n")))
    assert "no-amounts" in {code for _, code in found(reading(tmp_path, empty))}


def test_an_execution_table_without_what_was_done_is_refused(tmp_path: Path) -> None:
    """A table said to be of six months that only holds the plan tells nothing, and must not show the plan as done."""
    plan_only = SPENDING.replace("Thực hiện 06 tháng", "Lĩnh vực phụ trách")
    assert "figure-missing" in {code for _, code in found(reading(tmp_path, plan_only))}


def test_an_amount_a_hundred_times_the_plan_is_told(tmp_path: Path) -> None:
    """A separator misread shows as a hundredfold; ninety-nine times is not told."""

    def drawn(amount: int) -> str:
        return (
            "THỰC HIỆN CHI NGÂN SÁCH XÃ QUÝ I NĂM 2025\nĐơn vị tính: 1.000 đồng\nSTT | Nội dung | Dự toán năm | Thực hiện quý I\n"
            f"| TỔNG CHI | #1000 | #300\n1 | Chi giáo dục | #10 | #{amount}\n2 | Chi y tế | #100 | #20"
        )

    assert found(reading(tmp_path, drawn(1000))) == {("D5", "amount-outlier")}
    assert found(reading(tmp_path, drawn(990))) == set()


def test_a_period_older_than_the_law_is_held_to_its_outline_with_warnings(tmp_path: Path) -> None:
    """Before 2017 a sum that differs is a warning, and the table stays publishable."""
    one = reading(
        tmp_path,
        SPENDING.replace("06 THÁNG ĐẦU NĂM 2026", "NĂM 2015")
        .replace("Thực hiện 06 tháng", "Thực hiện")
        .replace("năm 2026", "năm")
        .replace("#400 | #57.1", "#402 | #57.4"),
    )
    assert [(finding.code, finding.severity) for finding in one.findings] == [("sum-differs", "warning"), ("sum-differs", "warning")][
        : len(one.findings)
    ]
    assert one.findings
    assert one.publishable


def test_a_ratio_is_no_amount(tmp_path: Path) -> None:
    """A line that is a ratio stands blank, said by a notice, and enters no sum."""
    drawn = """CÂN ĐỐI NGÂN SÁCH NHÀ NƯỚC NĂM 2012
(Dự toán đã được Hội đồng nhân dân quyết định)
Đơn vị tính: tỷ đồng
STT | Chỉ tiêu | Dự toán
A | TỔNG THU | #700
B | TỔNG CHI | #900
C | BỘI CHI | #200
1 | Bội chi trong nước | #150
2 | Bội chi ngoài nước | #50
3 | Tỷ lệ bội chi so năm trước | #153.5
D | Vay | #200"""
    one = reading(tmp_path, drawn)
    assert {code for _, code in found(one)} <= {"ratio-line"}
    assert next(record for record in one.records if record.row == 10).values["plan"] is None


def test_a_ruler_that_promises_a_sum_is_kept_to_with_a_warning(tmp_path: Path) -> None:
    """Where the row under the head says 1=2+3, a line whose parts miss by more than rounding is told, not refused."""
    drawn = """THỰC HIỆN CHI NGÂN SÁCH XÃ QUÝ I NĂM 2025
Đơn vị tính: 1.000 đồng
STT | Nội dung | Thực hiện quý I
| | Tổng số | ĐTPT | TX
A | B | 1=2+3 | 2 | 3
| TỔNG CHI | #300 | #100 | #200
1 | Chi giáo dục | #100 | #40 | #60"""
    assert found(reading(tmp_path, drawn)) == set()
    one = reading(tmp_path, drawn.replace("#40 | #60", "#40 | #63"))
    assert ("C7", "sum-differs") in found(one)
    assert one.publishable
