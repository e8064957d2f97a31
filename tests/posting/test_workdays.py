"""Working days: weekends, holidays, days swapped by decision."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import load
from generator.catalogue.duties import WorkDay, WorkYear
from generator.posting.workdays import WorkCalendar, calendar

CALENDAR = calendar(load().work_days, load().work_years)


@pytest.mark.parametrize(("day", "works"), [
    (date(2026, 8, 22), True), (date(2026, 8, 31), False), (date(2026, 1, 2), False), (date(2026, 1, 10), True), (date(2026, 1, 17), False),
    (date(2026, 11, 24), False), (date(2027, 2, 10), False), (date(2027, 2, 11), True), (date(2025, 4, 26), True),
])
def test_swapped_days_and_holidays(day: date, works: bool) -> None:  # noqa: FBT001 - a table of days
    """A Saturday worked for another day is a working day, the day given off is none."""
    assert CALENDAR.is_working(day) is works


def test_without_decisions_a_saturday_is_none() -> None:
    """The package alone does not know the worked Saturdays."""
    assert not WorkCalendar().is_working(date(2026, 8, 22))


def test_an_earlier_entry_of_a_day_or_year_comes_first() -> None:
    """What a commune says of a day stands before what the catalogue says."""
    day = date(2026, 8, 22)
    own = calendar([WorkDay(day=day, works=False, source="x"), WorkDay(day=day, works=True, source="y")],
                   [WorkYear(year=2027, source="x"), WorkYear(year=2027, source="y", certain="uncertain")])
    assert not own.is_working(day)
    assert own.is_settled(date(2027, 1, 1), date(2027, 12, 31))


def test_a_year_nobody_announced_is_not_settled() -> None:
    """A count that ends in a year that isn't settled is not settled."""
    assert CALENDAR.is_settled(date(2026, 1, 1), date(2026, 12, 31))
    assert not CALENDAR.is_settled(date(2026, 12, 28), date(2027, 1, 5))


@given(st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.integers(0, 40))
def test_so_many_working_days_lie_between(day: date, days: int) -> None:
    """The day found is a working day unless none was counted, and as many working days lie after the start up to it."""
    end = CALENDAR.after(day, days, working=True)
    between = [date.fromordinal(number) for number in range(day.toordinal() + 1, end.toordinal() + 1)]
    assert sum(map(CALENDAR.is_working, between)) == days
    assert CALENDAR.is_working(CALENDAR.next_working(end))
    assert not days or CALENDAR.is_working(end)
