"""What shows between the tables of a year: periods that are missing or lie over each other, and amounts off their history."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import catalogue
from generator.kinds import KINDS
from generator.records.record import Reading
from tests.kinds.budgets import COMMUNE, SPENDING, found, reading


def of(folder: Path, months: str, text: str = SPENDING) -> Reading:
    """Return the table for so many months of 2026."""
    return reading(folder, text.replace("06 THÁNG", f"{months} THÁNG").replace("06 tháng", f"{months} tháng"), f"{months}.xlsx")


def together(*tables: Reading) -> set[tuple[str, str | None, str]]:
    told = KINDS["budget"].check_together(tables, catalogue.load(), COMMUNE)
    return {(one.file, one.cell, one.code) for one in told}


def test_periods_one_after_the_other_are_no_gap(tmp_path: Path) -> None:
    """Three and six months leave nothing out; nor does a first table for six."""
    assert together(of(tmp_path, "03"), of(tmp_path, "06")) == set()
    assert together(of(tmp_path, "06")) == set()


def test_a_period_left_out_is_told_at_the_next(tmp_path: Path) -> None:
    """Three and nine months without six is a warning at the nine months' table, which names the six."""
    assert together(of(tmp_path, "09"), of(tmp_path, "03")) == {("09.xlsx", "A3", "period-gap")}
    (one,) = KINDS["budget"].check_together((of(tmp_path, "03"), of(tmp_path, "09")), catalogue.load(), COMMUNE)
    assert dict(one.details)["periods"] == "6 tháng đầu năm 2026"


QUARTER = SPENDING.replace("06 THÁNG ĐẦU NĂM 2026", "QUÝ {number} NĂM 2025").replace("2026", "2025").replace("06 tháng", "quý")


def test_quarters_are_counted_as_quarters(tmp_path: Path) -> None:
    """The first and the third quarter without the second is a gap."""
    first, third = (reading(tmp_path, QUARTER.replace("{number}", number), f"quy-{number}.xlsx") for number in ("I", "III"))
    assert ("quy-III.xlsx", "A3", "period-gap") in together(first, third)


def test_two_ways_of_counting_a_year_lie_over_each_other(tmp_path: Path) -> None:
    """A quarter beside months of one year is told at the table that stands apart."""
    quarter = reading(tmp_path, QUARTER.replace("{number}", "I"), "quy-I.xlsx")
    months = reading(tmp_path, SPENDING.replace("2026", "2025"), "06.xlsx")
    assert ("06.xlsx", "A3", "periods-overlap") in together(quarter, months)


def test_a_neighbour_a_hundredfold_off_is_told_once(tmp_path: Path) -> None:
    """Done a hundred times the plan is told in the table itself, and not again against an earlier period."""
    wrong = of(tmp_path, "06", SPENDING.replace("#400 | #250 | #62.5", "#400 | #40000 | #10000"))
    assert ("D7", "amount-outlier") in found(wrong)
    assert "amount-outlier" not in {code for _, _, code in together(of(tmp_path, "03"), wrong)}


@pytest.mark.parametrize(("plan", "told"), [("#390000", True), ("#24999", False)])
def test_little_done_in_half_a_year_is_told_from_a_thousandth(tmp_path: Path, plan: str, told: bool) -> None:  # noqa: FBT001 - a table of cases
    """In half a year a hundredth of the plan may be all that was done; a thousandth is told."""
    table = reading(tmp_path, SPENDING.replace("#400 | #250 | #62.5", f"{plan} | #250 | "))
    assert (("D7", "amount-outlier") in found(table)) == told
