"""Windows: the officer's days first, then the recorded ones, then the rule's."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commune import Posted
from generator.posting.windows import Window, reversed_days, window
from generator.posting.workdays import WorkCalendar
from tests.posting import drawn

CATALOGUE = drawn.catalogue()


def test_thirty_days_do_not_count_the_first() -> None:
    """Thirty days from 8 July end on 7 August, the last day on show."""
    assert window(drawn.revenue(), drawn.commune(), CATALOGUE, drawn.DAY) == (date(2026, 7, 8), date(2026, 8, 7))


def test_a_stage_has_its_own_rule() -> None:
    """A draft's five working days skip the weekend."""
    found = window(drawn.revenue(stage="draft"), drawn.commune(), CATALOGUE, date(2026, 7, 8))
    assert found.posted_until == date(2026, 7, 15)


def test_working_days_skip_tet() -> None:
    """Three working days from Friday 13 February 2026 pass over Tết to the week after it."""
    found = window(drawn.households("Hộ A", stage="consulted"), drawn.commune(), CATALOGUE, date(2026, 2, 13))
    assert found.posted_until == date(2026, 2, 25)


def test_a_recorded_day_stands_against_the_day_of_the_build() -> None:
    """What was posted keeps its recorded days whenever the site is built."""
    recorded = Window(date(2026, 6, 1), date(2026, 7, 1))
    assert window(drawn.revenue(), drawn.commune(), CATALOGUE, drawn.DAY, recorded) == recorded


def test_the_workbooks_own_line_wins_over_the_recorded_day() -> None:
    """A posting line in the workbook moves the window and its end."""
    found = drawn.revenue(facts={"posted_from": "2026-07-01"})
    recorded = Window(date(2026, 6, 1), date(2026, 7, 1))
    assert window(found, drawn.commune(), CATALOGUE, drawn.DAY, recorded) == (date(2026, 7, 1), date(2026, 7, 31))


def test_a_stated_end_wins_over_the_rule() -> None:
    """An officer may end a posting on another day than the rule's."""
    found = drawn.revenue(facts={"posted_until": "2026-07-20"})
    assert window(found, drawn.commune(), CATALOGUE, drawn.DAY).posted_until == date(2026, 7, 20)


def test_a_stated_end_ends_a_recorded_posting_early() -> None:
    """An end written into commune.toml later shortens what was recorded."""
    ended = drawn.commune(posted=(Posted(form="budget-revenue", posted_from=date(2026, 6, 1), posted_until=date(2026, 6, 10)),))
    found = window(drawn.revenue(), ended, CATALOGUE, drawn.DAY, Window(date(2026, 6, 1), date(2026, 7, 1)))
    assert found == (date(2026, 6, 1), date(2026, 6, 10))


def test_the_most_specific_entry_wins() -> None:
    """An entry for the period beats one for the stage, which beats one for the form, in any order."""
    entries = (Posted(form="budget-revenue", posted_from=date(2026, 1, 1)),
               Posted(form="budget-revenue", stage="execution", period="2026-06m", posted_from=date(2026, 7, 3)),
               Posted(form="budget-revenue", stage="execution", posted_from=date(2026, 2, 2)))
    for order in (entries, entries[::-1]):
        assert window(drawn.revenue(), drawn.commune(posted=order), CATALOGUE, drawn.DAY).posted_from == date(2026, 7, 3)


def test_an_entry_for_something_else_says_nothing() -> None:
    """Entries of another form, stage, period or subject are passed over."""
    first = date(2026, 1, 1)
    others = (Posted(form="poor-households", posted_from=first), Posted(form="budget-revenue", stage="draft", posted_from=first),
              Posted(form="budget-revenue", period="2025", posted_from=first),
              Posted(form="budget-revenue", subject="cau", posted_from=first))
    assert window(drawn.revenue(), drawn.commune(posted=others), CATALOGUE, drawn.DAY).posted_from == drawn.DAY


def test_the_workbooks_line_beats_a_wide_entry() -> None:
    """A line in the workbook is about that table alone, so it beats an entry for all periods."""
    wide = drawn.commune(posted=(Posted(form="budget-revenue", posted_from=date(2026, 1, 1)),))
    assert window(drawn.revenue(facts={"posted_from": "2026-07-02"}), wide, CATALOGUE, drawn.DAY).posted_from == date(2026, 7, 2)


def test_no_rule_no_end() -> None:
    """A form without a posting rule, or a day before the law, has no last day."""
    assert window(drawn.revenue(form="unruled"), drawn.commune(), CATALOGUE, drawn.DAY).posted_until is None
    assert window(drawn.revenue(), drawn.commune(), CATALOGUE, date(2012, 1, 1)).posted_until is None


def test_days_stated_the_wrong_way_round_are_not_followed() -> None:
    """An end before its beginning is told and the rule's end is used."""
    found = drawn.revenue(facts={"posted_from": "2026-07-08", "posted_until": "2026-07-01"})
    assert reversed_days(found, drawn.commune())
    assert window(found, drawn.commune(), CATALOGUE, drawn.DAY).posted_until == date(2026, 8, 7)


@pytest.mark.parametrize(("day", "holds"), [("2026-07-07", False), ("2026-07-08", True), ("2026-08-07", True), ("2026-08-08", False)])
def test_both_ends_are_on_show(day: str, *, holds: bool) -> None:
    """A window holds its first and its last day and no other beyond."""
    assert Window(date(2026, 7, 8), date(2026, 8, 7)).holds(date.fromisoformat(day)) is holds


@given(st.dates(date(2024, 1, 1), date(2027, 12, 1)), st.integers(1, 12))
def test_working_days_end_on_a_working_day(day: date, days: int) -> None:
    """So many working days later is a working day, and no fewer calendar days later."""
    end = WorkCalendar().after(day, days, working=True)
    assert WorkCalendar().is_working(end)
    between = [day + timedelta(days=step) for step in range(1, (end - day).days + 1)]
    assert sum(map(WorkCalendar().is_working, between)) == days
