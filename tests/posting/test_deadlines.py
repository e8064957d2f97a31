"""Deadlines: the dates worked out by hand, what is late, and what may be said of it in public."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from generator import periods
from generator.catalogue import load
from generator.disclosure.timing import Verdict
from generator.posting import workdays
from generator.posting.deadlines import Due, First, count, firsts, judge, judge_in_public, named
from generator.posting.history import Entry

CATALOGUE = load()
CALENDAR = workdays.calendar(CATALOGUE.work_days, CATALOGUE.work_years)
CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "worked_days.toml").read_text("utf-8"))["case"]
EXECUTION = CATALOGUE.deadline("budget-execution", date(2026, 9, 30))
START = date(2026, 9, 30)
LAST = date(2026, 10, 12)
assert EXECUTION


@pytest.mark.parametrize("case", CASES, ids=[f"{case['rule']}-{case['start']}" for case in CASES])
def test_a_deadline_is_the_day_worked_out_by_hand(case: dict[str, Any]) -> None:
    """The rule in force for the period, counted from the event over weekends, holidays and swapped days, ends on the day found by hand."""
    period = periods.read(case["period"]) if "period" in case else None
    rule = named(CATALOGUE, case["rule"], period, case["start"])
    assert rule is not None
    assert count(rule, case["start"], CALENDAR) == Due(case["due"], case["last"])
    assert case["source"]
    assert case["why"]


def test_there_are_twenty_of_them_at_least() -> None:
    """Tết 2027 is among them."""
    assert len(CASES) >= 20
    assert any(case["due"] in {date(2027, 2, 6), date(2027, 2, 15)} for case in CASES)


@pytest.mark.parametrize(("published", "expected"), [
    (date(2026, 10, 8), Verdict("on-time", date(2026, 10, 10), LAST)), (LAST, Verdict("on-time", date(2026, 10, 10), LAST)),
    (LAST + timedelta(days=1), Verdict("late", date(2026, 10, 10), LAST, 1)),
    (date(2026, 11, 11), Verdict("late", date(2026, 10, 10), LAST, 30)), (None, Verdict("unknown", date(2026, 10, 10), LAST)),
])
def test_late_begins_the_day_after_the_last(published: date | None, expected: Verdict) -> None:
    """The last day is in time, the day after it is one day late, and nothing is said of what was not posted."""
    assert judge(EXECUTION, START, published, CALENDAR) == expected


def test_without_the_event_nobody_knows() -> None:
    """A deadline that counts from a day nobody told judges nothing."""
    assert judge(EXECUTION, None, LAST, CALENDAR) == Verdict()


def first(said: date, recorded: date | None = None) -> First:
    """Return a first posting, recorded the day it began unless told otherwise."""
    return First(said, recorded or said)


def test_in_public_only_certain_rules_judge() -> None:
    """A verdict needs a certain rule, a known event and a posting; a reading is not told."""
    reading = CATALOGUE.deadline("contributions", START)
    assert reading
    assert judge_in_public(EXECUTION, START, first(LAST), CALENDAR).state == "on-time"
    assert judge_in_public(EXECUTION, START, None, CALENDAR) == Verdict()
    assert judge_in_public(EXECUTION, None, first(LAST), CALENDAR) == Verdict()
    assert judge_in_public(reading, START, first(LAST), CALENDAR) == Verdict()


def test_a_posting_recorded_later_than_it_says_proves_nothing_else() -> None:
    """Where the day stated and the day recorded judge alike the verdict stands; otherwise the page keeps silent."""
    early, late = date(2026, 10, 8), date(2026, 10, 20)
    assert judge_in_public(EXECUTION, START, first(early, LAST), CALENDAR).state == "on-time"
    assert judge_in_public(EXECUTION, START, first(early, late), CALENDAR) == Verdict()
    assert judge_in_public(EXECUTION, START, first(late, late), CALENDAR).days_late == 8


def test_a_year_whose_days_off_are_not_settled_is_not_judged() -> None:
    """While the days off of 2027 are not announced no page says "late" of a day counted through them."""
    start = date(2027, 3, 31)
    assert judge(EXECUTION, start, date(2027, 4, 8), CALENDAR).state == "on-time"
    assert judge_in_public(EXECUTION, start, first(date(2027, 4, 8)), CALENDAR) == Verdict()


def post(number: int, day: date, **changes: object) -> Entry:
    """Return an entry of the history."""
    fields: dict[str, object] = {"number": number, "day": day, "action": "post", "id": "a", "version": 1, "posted_from": day}
    return Entry(**{**fields, **changes})  # type: ignore[arg-type]


def test_the_first_posting_counts_and_what_was_taken_back_does_not() -> None:
    """A later version does not make a disclosure late; a posting taken back never was."""
    entries = [post(1, START), post(2, LAST), post(3, LAST + timedelta(days=3), version=2),
               Entry(number=4, day=LAST, action="retracted", id="a", version=1, numbers=(1,))]
    assert firsts(entries[:3]) == {"a": First(START, START)}
    assert firsts(entries) == {"a": First(LAST, LAST)}
