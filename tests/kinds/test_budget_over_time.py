"""A line is found again in each period, its years are told apart by the law's rows, and what changed is worked out line by line."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator import catalogue
from generator.commune import Commune, Predecessor
from generator.disclosed import Disclosure, PublicRecord
from generator.kinds.budget.changes import changes
from generator.kinds.budget.over_time import over_time, side_of
from generator.kinds.budget.per_head import counts_hold, per_head
from generator.kinds.budget.years import broken, years

FORM = catalogue.load().form("budget-spending")


def line(ident: str, done: int | None, *, plan: int | None = None, key: str = "", **more: object) -> PublicRecord:
    """Return a line; its label is its id."""
    values: dict[str, Any] = {"label": more.pop("label", ident), "plan": plan, "done": done, "note": more.pop("note", None)}
    return PublicRecord(id=ident, key=key, values={name: value for name, value in values.items() if value is not None}, **more)  # type: ignore[arg-type]


def table(period: str, *records: PublicRecord, stage: str = "execution", **more: object) -> Disclosure:
    """Return a spending table of a period."""
    return Disclosure(
        id=f"x/budget-spending/{stage}/{period}/-", commune="x", form="budget-spending", kind="budget", title="T", columns=(),
        stage=stage, period=period, records=records, **more,  # type: ignore[arg-type]
    )


def test_a_line_is_found_by_its_key_whatever_it_is_called() -> None:
    """The same key in two tables is one line, the earlier period first."""
    found = over_time([table("2026-09m", line("a", 9, key="giao-duc", label="Giáo dục")), table("2026-06m", line("b", 6, key="giao-duc"))])
    assert [(one.disclosure.period, one.done) for one in found["giao-duc"]] == [("2026-06m", 6), ("2026-09m", 9)]


def test_a_line_without_a_key_is_found_by_its_words_under_its_parent() -> None:
    """The same words under another parent are another line."""
    first = table("2026-03m", line("p", 3, key="kinh-te"), line("x", 1, label="Khuyến nông", parent="p"))
    second = table("2026-06m", line("q", 6, key="moi-truong"), line("x", 2, label="khuyến nông", parent="q"), line("kt", 4, key="kinh-te"),
                   line("y", 3, label="KHUYẾN NÔNG", parent="kt"))
    assert [one.done for one in over_time([first, second])["kinh-te-khuyen-nong"]] == [1, 3]


def test_two_lines_that_cannot_be_told_apart_have_no_course() -> None:
    """The same words twice under one parent are never guessed at."""
    assert over_time([table("2026-03m", line("a", 1, label="Khác"), line("b", 2, label="Khác"))]) == {}


def test_a_dash_is_none_and_a_blank_is_not_known() -> None:
    """A dash gives a moment of nothing, a blank gives none."""
    dash = PublicRecord(id="a", key="k", values={"label": "A"}, dashes=("done",))
    found = over_time([table("2026-03m", dash), table("2026-06m", line("a", None, key="k"))])
    assert [one.done for one in found["k"]] == [0]


def test_in_a_plan_nothing_is_done() -> None:
    """A decided budget gives its plan alone, and its share is not of the plan."""
    planned = PublicRecord(id="a", key="k", values={"label": "A", "plan": 5, "done": 4, "share": 111.0})
    (moment,) = over_time([table("2026", planned, stage="decided")])["k"]
    assert (moment.plan, moment.done, moment.share, moment.main) == (5, None, None, 5)


def test_the_side_of_a_line_is_told_by_the_total_above_it() -> None:
    """In a balance of one column a line is on the side of the total it lies under."""
    records = (line("t", 1), line("x", 1, parent="t"), line("c", 1), line("free", 1))
    one = table("2026-06m", *records, summary={"side": "balance", "revenue": {"id": "t"}, "spending": {"id": "c"}})
    assert [side_of(one, record) for record in records] == ["revenue", "revenue", "spending", ""]


def test_quarters_are_added_until_one_is_missing() -> None:
    """What was done counts from January; after a gap nothing is guessed."""
    shown = [table(f"2025-q{number}", line("a", 10 * number, key="k")) for number in (1, 2, 4)]
    (year,) = years(over_time(shown)["k"], FORM)
    assert [(step.months, step.amount, step.added) for step in year.steps] == [(3, 10, False), (6, 30, True)]


def test_a_year_ends_in_its_settlement_and_keeps_the_plan_last_told() -> None:
    """Months are not added; the settlement stands last and its plan is the year's."""
    shown = [
        table("2026", line("a", None, plan=100, key="k"), stage="decided"),
        table("2026-06m", line("a", 40, plan=100, key="k")),
        table("2026-09m", line("a", 70, plan=110, key="k")),
        table("2026", line("a", 99, plan=120, key="k"), stage="settlement"),
    ]
    (year,) = years(over_time(shown)["k"], FORM)
    assert year.plan == 120
    assert [(step.months, step.amount, step.settled) for step in year.steps] == [(6, 40, False), (9, 70, False), (12, 99, True)]


def test_years_on_both_sides_of_a_new_law_are_apart() -> None:
    """The rows of 2025 and 2026 are not the same set; those of 2026 and 2027 are."""
    assert broken(FORM, 2025, 2026)
    assert not broken(FORM, 2026, 2027)
    found = years(over_time([table("2025-12m", line("a", 1, key="k")), table("2026-12m", line("a", 2, key="k"))])["k"], FORM)
    assert len({year.rows for year in found}) == 2


def test_lines_are_held_against_all_quarters_of_the_year_before() -> None:
    """A line is set beside the sum of the quarters, the largest difference first, with the note; one not told in each is left out."""
    before = (table("2025-q1", line("a", 10, key="a"), line("b", 1, key="b"), line("c", 5, key="c")),
              table("2025-q2", line("a", 20, key="a"), line("b", 1, key="b")))
    records = (line("a", 31, key="a"), line("b", 90, key="b", note="Sau bão"), line("c", 9, key="c"), line("new", 3, key="new"))
    now = table("2026-06m", *records)
    found = changes(now, before)
    assert [(one.identity, one.now, one.then, one.note) for one in found] == [("b", 90, 2, "Sau bão"), ("a", 31, 30, "")]


def test_only_the_ends_of_the_tree_are_held_against_the_year_before() -> None:
    """A group and a total are told by their parts; a part that is only some of a line does not make it a group."""
    records = (line("t", 9, key="t", style="total"), line("g", 9, key="g"), line("a", 9, key="a", parent="g"),
               line("w", 2, key="w", parent="a", within=True))
    assert [one.identity for one in changes(table("2026-06m", *records), (table("2025-06m", *records),))] == ["a"]


def test_each_gets_whole_amounts_half_rounded_up() -> None:
    """A total shared by a count is whole đồng; without a count, or below half a đồng each, there is nothing to say."""
    found = (per_head(7, 2), per_head(10, 4), per_head(1, 3), per_head(5, None))
    assert [one.each if one else None for one in found] == [4, 3, None, None]


def test_counts_of_today_do_not_stand_for_long_ago_nor_for_units_that_were_merged() -> None:
    """Only this year and the last, and only periods that begin after the last merger."""
    day = date(2026, 11, 23)
    merged = Commune(name="Xã A", predecessor=(Predecessor(name="Xã B", until=date(2025, 6, 30)),))
    assert [counts_hold(Commune(name="Xã A"), table(period), day) for period in ("2024", "2025-q1", "2026-09m")] == [False, True, True]
    assert [counts_hold(merged, table(period), day) for period in ("2025-q1", "2025-q3", "2026-09m")] == [False, True, True]
