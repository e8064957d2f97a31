"""The Ministry's own workbooks: what adds up, what differs by rounding, what differs for good."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator import catalogue
from generator.disclosure.examine import examine
from generator.kinds import Parts, budget
from generator.records.record import Reading
from generator.sources import Source
from tests.kinds.budgets import COMMUNE, published

BILLION = 10**9


@cache
def sheets(path: Path) -> dict[str, Reading]:
    """Return a workbook's tables by the name of their sheet."""
    return {str(one.table.sheet.name): one for one in examine(Source(path, path.name, "0" * 64), catalogue.load(), COMMUNE).readings}


def of_2012(field: Path) -> dict[str, Reading]:
    """Return the tables of the settlement of 2012."""
    return sheets(field / "budget" / "Final_2012.xls")


def test_balance_revenue_and_spending_of_2012_are_publishable(field: Path) -> None:
    """No error stands in the balances, the revenue, or any spending table; all are older than the catalogue's first law."""
    tables = of_2012(field)
    wanted = {
        "M01+": "budget-balance",
        "M02+": "budget-balance",
        "M03+": "budget-revenue",
        "M04+": "budget-spending",
        "M06+": "budget-spending",
        "M07+": "budget-spending-agencies",
        "M08+": "budget-spending",
        "M09+": "budget-transfers",
    }
    assert {name: tables[name].table.form for name in wanted} == wanted
    assert all(tables[name].publishable for name in wanted)


def test_the_printed_deficit_differs_from_spending_less_revenue(field: Path) -> None:
    """The first table prints a deficit of 173,815 billion; its own totals make 132,473."""
    (found,) = (one for one in of_2012(field)["M01+"].findings if one.code == "balance-differs")
    assert (found.cell, found.severity, dict(found.details)["difference"]) == ("D29", "warning", "132.473.000.000.000")
    assert published(of_2012(field)["M01+"]).summary["difference"] == -132_473 * BILLION


def test_eight_sums_of_provinces_are_off_by_rounding_alone(field: Path) -> None:
    """In the provinces' table eight sums down the page are off by a đồng, and nothing is off by more."""
    table = of_2012(field)["M09+"]
    down = {one.cell for one in table.findings if one.cell in {f"{column}{row}" for column in "GH" for row in (13, 41, 56, 69)}}
    assert len(down) == 8
    assert {(one.code, one.severity) for one in table.findings} == {("sum-rounded", "notice")}


def test_totals_after_their_parts_follow_their_formulas(field: Path) -> None:
    """Total (A+B+C), then D, then (A+B+C+D): all hold to the last digit, and the first is what the balance spends."""
    parts = published(of_2012(field)["M04+"])
    assert of_2012(field)["M04+"].findings == ()
    assert parts.summary["total"]["done"] == 1_170_924 * BILLION
    assert [record.within for record in parts.records if record.level == 2] == [True, True, True]


def test_revenue_of_2012_to_the_dong(field: Path) -> None:
    """The total at the foot of the revenue table is the sum of its sections, refunds included."""
    parts = published(of_2012(field)["M03+"])
    assert of_2012(field)["M03+"].findings == ()
    assert parts.summary["total"]["done"] == 1_038_451 * BILLION
    assert parts.summary["top"][0]["done"] == 246_690 * BILLION
    assert _line(parts, "Thuế thu nhập cá nhân") == 44_958_500_000_000
    assert _line(parts, "Số hoàn thuế giá trị gia tăng") == -89_689 * BILLION


def test_plans_are_plans(field: Path) -> None:
    """The plan of 2012 says so in its columns, the parts by level of government too."""
    tables = sheets(field / "budget" / "Plan_2012.xls")
    assert {name: set(tables[name].table.columns) for name in ("M01", "M04")} == {
        "M01": {"marker", "label", "plan"},
        "M04": {"marker", "label", "plan", "plan_central", "plan_local"},
    }
    assert published(tables["M04"]).summary["total"]["plan"] == 903_100 * BILLION


def test_the_ministrys_tables_agree_with_each_other(field: Path) -> None:
    """Held side by side, the totals of revenue and spending are those of the balance."""
    tables = [one for one in of_2012(field).values() if one.table.form]
    assert [found.code for found in budget.check_together(tables, catalogue.load(), COMMUNE)] == []


def _line(parts: Parts, label: str) -> object:
    return next(record.values["done"] for record in parts.records if record.values["label"] == label)
