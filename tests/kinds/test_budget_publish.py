"""What of a budget is public, and what its page begins with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator import catalogue
from generator.disclosed import Disclosure
from generator.findings import finding
from generator.kinds import budget
from tests.kinds.budgets import COMMUNE, PLAN, REVENUE, SPENDING, published, reading, readings


def test_lines_have_their_keys_as_addresses_and_know_their_parents(tmp_path: Path) -> None:
    """A known line's address is its key, and the tree is kept."""
    records = published(reading(tmp_path, SPENDING)).records
    assert [(record.id, record.parent, record.level) for record in records] == [
        ("tong-chi", "", 0),
        ("chi-dau-tu", "tong-chi", 1),
        ("chi-thuong-xuyen", "tong-chi", 1),
        ("giao-duc", "chi-thuong-xuyen", 2),
        ("y-te", "chi-thuong-xuyen", 2),
    ]


def test_addresses_are_unique_where_a_label_stands_twice(tmp_path: Path) -> None:
    """Two unknown lines of one label get the address of their parents in front."""
    drawn = SPENDING + "\n- | Chi tiền điện | #1 | #1 | #100\n3 | Chi bảo vệ môi trường | #0 | #0 | \n- | Chi tiền điện | #1 | #1 | #100"
    ids = [record.id for record in published(reading(tmp_path, drawn)).records]
    assert len(set(ids)) == len(ids)
    assert {"y-te-chi-tien-dien", "moi-truong-chi-tien-dien"} <= set(ids)


def test_the_published_percentage_is_ours(tmp_path: Path) -> None:
    """A wrong percentage is replaced by the one worked out; a right one stays as printed."""
    records = published(reading(tmp_path, SPENDING.replace("#33.3", "#43.3").replace("#57.1", "#57.14"))).records
    assert [record.values["share"] for record in records[:3]] == [50.0, 33.3, 57.14]


def test_the_summary_of_spending_names_the_largest_fields_in_residents_words(tmp_path: Path) -> None:
    """The largest leaves come first, under plain names; groups and totals are not among them."""
    summary = published(reading(tmp_path, SPENDING)).summary
    assert summary["side"] == "spending"
    assert summary["total"] == {
        "id": "tong-chi",
        "key": "tong-chi",
        "name": "Tổng chi",
        "plan": 1_000_000,
        "done": 500_000,
        "prior": None,
        "share": 50.0,
        "same_period": None,
    }
    assert [(one["key"], one["done"]) for one in summary["top"]] == [("giao-duc", 250_000), ("y-te", 150_000), ("chi-dau-tu", 100_000)]
    assert summary["top"][0]["name"] == "Giáo dục, dạy nghề"


def test_a_two_sided_balance_is_one_disclosure(tmp_path: Path) -> None:
    """The two sides join; revenue, spending and what is left are told."""
    sides = readings(tmp_path, PLAN)
    assert budget.joinable(sides)
    assert not budget.joinable((sides[0], sides[0]))
    parts = published(*sides)
    assert parts.summary["revenue"]["plan"] == parts.summary["spending"]["plan"] == 900_000
    assert parts.summary["difference"] == 0
    assert {record.side for record in parts.records} == {"revenue", "spending"}
    assert parts.columns == ("marker", "label", "plan")


def test_a_plan_shows_the_year_before_beside_it(tmp_path: Path) -> None:
    """In a plan "Ước thực hiện năm 2025" is the year before, and the percentage is the plan of it."""
    drawn = """DỰ TOÁN THU NGÂN SÁCH XÃ NĂM 2026
(Dự toán đã được Hội đồng nhân dân xã quyết định)
Đơn vị tính: 1.000 đồng
STT | Nội dung | Ước thực hiện năm 2025 | Dự toán năm 2026 | So sánh (%)
| TỔNG THU NGÂN SÁCH XÃ | #800 | #1000 | #125
I | Các khoản thu ngân sách xã hưởng 100% | #300 | #400 | #133.3
II | Thu bổ sung từ ngân sách cấp tỉnh | #500 | #600 | #120"""
    one = reading(tmp_path, drawn)
    assert one.findings == ()
    total = published(one).summary["total"]
    assert (total["prior"], total["plan"], total["done"], total["share"]) == (800_000, 1_000_000, None, 125.0)


def test_dashes_stay_and_blanks_stay(tmp_path: Path) -> None:
    """A "-" is told as a dash, a blank as nothing; neither is nought."""
    one = published(reading(tmp_path, REVENUE.replace("Thu bổ sung cân đối | |", "Thu bổ sung cân đối | - |")))
    lines = {record.id: record for record in one.records}
    assert lines["bo-sung-can-doi"].dashes == ("plan_nsnn",)
    assert "plan_nsnn" not in lines["bo-sung-can-doi"].values
    assert "plan_nsnn" not in lines["bo-sung-muc-tieu"].values
    assert lines["bo-sung-muc-tieu"].dashes == ()


def test_rounding_and_quarters_are_said_under_the_table(tmp_path: Path) -> None:
    """A reader who adds up is told why it may not fit."""
    rounded = reading(tmp_path, SPENDING.replace("#250 | #62.5", "#251 | #62.75"))
    assert len(published(rounded).notes) == 1
    quiet = reading(tmp_path, SPENDING)
    assert published(quiet).notes == ()
    signed = replace(quiet, findings=(finding("sum-differs", "x", "s", "A1", level="notice"),))
    assert published(signed).notes != published(rounded).notes


def shown(folder: Path, drawn: str, name: str) -> Disclosure:
    """Return a drawn table as it is shown."""
    one = reading(folder, drawn, name)
    parts, table = published(one), one.table
    return Disclosure(
        id=f"thu-nghiem/{table.form}/{table.stage}/{table.period}/-",
        commune="thu-nghiem",
        form=str(table.form),
        kind="budget",
        title="",
        columns=parts.columns,
        records=parts.records,
        stage=table.stage,
        period=str(table.period),
        summary=dict(parts.summary),
    )


def test_a_page_may_set_the_year_before_and_the_plan_beside_it(tmp_path: Path) -> None:
    """The same months a year before, the decided plan and the other side are found among what is shown."""
    now, before = shown(tmp_path, SPENDING, "a.xlsx"), shown(tmp_path, SPENDING.replace("2026", "2027"), "b.xlsx")
    compared = budget.compare(before, (now, before), catalogue.load())
    assert compared["year_before"] == {"id": now.id, "ids": [now.id], "done": 500_000, "plan": 1_000_000, "change_share": 0.0}
    assert compared["plan_of_year"] is None
    assert (compared["revenue_id"], compared["spending_id"]) == (None, before.id)


def test_the_same_months_a_year_before_may_be_quarters(tmp_path: Path) -> None:
    """Six months stand beside the first two quarters of 2025; no percent is reckoned, since the law's rows changed with 2026."""

    def quarter(number: str, amount: int) -> str:
        return (
            f"THỰC HIỆN CHI NGÂN SÁCH XÃ QUÝ {number} NĂM 2025\nĐơn vị tính: 1.000 đồng\n"
            f"STT | Nội dung | Dự toán năm | Thực hiện quý {number}\n"
            f"| TỔNG CHI | #900 | #{amount}\n1 | Chi giáo dục | #400 | #{amount - 10}\n2 | Chi y tế | #100 | #10"
        )

    now = shown(tmp_path, SPENDING, "now.xlsx")
    first, second = shown(tmp_path, quarter("I", 150), "one.xlsx"), shown(tmp_path, quarter("II", 250), "two.xlsx")
    compared = budget.compare(now, (first, second), catalogue.load())["year_before"]
    assert (compared["done"], compared["change_share"], compared["ids"]) == (400_000, None, [first.id, second.id])
    assert compared["id"] == "thu-nghiem/budget-spending/execution/2025-06m/-"
    assert budget.compare(now, (first,), catalogue.load())["year_before"] is None


def test_every_public_value_is_a_budgets_own(tmp_path: Path) -> None:
    """What a check may show of a budget is all its public columns."""
    one = reading(tmp_path, SPENDING)
    assert [set(values) for values in budget.masked(one, catalogue.load(), COMMUNE)] == [{"label", "plan", "done", "share"}] * 5


def test_days_and_papers_beside_the_table_are_public(tmp_path: Path) -> None:
    """The posting day the officer stated and the paper the table came with are facts, days as ISO."""
    drawn = SPENDING.replace(
        "Đơn vị tính", "Kèm theo Quyết định số 12/QĐ-UBND ngày 07/7/2026\nNiêm yết từ ngày 08/7/2026 đến ngày 07/8/2026\nĐơn vị tính"
    )
    facts = published(reading(tmp_path, drawn)).facts
    assert facts == {"decision": "12/QĐ-UBND", "posted_from": "2026-07-08", "posted_until": "2026-08-07"}
