"""What a commune owes: which periods, by which law, how it stands from day to day, and what the officer is told of it."""

from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import load
from generator.commune import Posted, Predecessor
from generator.disclosed import Disclosure
from generator.posting import events
from generator.posting.due import Item, due
from generator.posting.history import Entry
from generator.posting.owing import Books, Owed, owed
from generator.posting.store import Store
from tests.posting import drawn

CATALOGUE = load()
TABLES = ("budget-balance", "budget-revenue", "budget-spending")


def posted(form: str, stage: str, period: str, day: date, number: int = 1) -> Entry:
    """Return an entry of the history: something went public on a day."""
    return Entry(number=number, day=day, action="post", id=f"x/{form}/{stage}/{period}/-", version=1, form=form, stage=stage, period=period,
                 posted_from=day)


def books(day: date, *entries: Entry, found: tuple[Disclosure, ...] = (), **settings: object) -> Books:
    """Return a commune's books on a day."""
    commune = drawn.commune(**settings)
    happened, troubles = events.read(commune, CATALOGUE.events, "commune.toml")
    assert troubles == ()
    return Books(commune, CATALOGUE, entries, found, happened, day)


def one(asked: Books, obligation: str, period: str) -> Owed:
    """Return what is owed of an obligation for a period."""
    return next(each for each in owed(asked) if (each.obligation.id, str(each.period)) == (obligation, period))


def items(asked: Books, tmp_path: Path) -> dict[str, Item]:
    """Return what is due by its id."""
    return {each.id: each for each in due(asked, (), Store(tmp_path))}


def nine_months(day: date) -> tuple[Entry, ...]:
    """Return the three tables of nine months of 2026, posted on a day."""
    return tuple(posted(form, "execution", "2026-09m", day, number) for number, form in enumerate(TABLES, 1))


@pytest.mark.parametrize(("day", "state"), [
    (date(2026, 10, 1), "next"), (date(2026, 10, 10), "next"), (date(2026, 10, 12), "next"), (date(2026, 10, 13), "late"),
])
def test_nine_months_become_late_on_the_thirteenth(day: date, state: str) -> None:
    """10 October 2026 is a Saturday: Monday is still in time, Tuesday is late."""
    assert one(books(day), "budget-09m", "2026-09m").state(day) == state


def test_a_table_alone_is_not_the_whole(tmp_path: Path) -> None:
    """While a table is missing the duty stands, and names the missing ones; without its explanation text it is incomplete."""
    day = date(2026, 10, 20)
    part = items(books(day, *nine_months(date(2026, 10, 8))[:1]), tmp_path)["budget-09m/2026-09m"]
    assert (part.standing, part.days, len(part.missing)) == ("late", 8, 2)
    whole = items(books(day, *nine_months(date(2026, 10, 8))), tmp_path)["budget-09m/2026-09m"]
    assert (whole.standing, whole.explained) == ("incomplete", False)


def test_with_its_explanation_it_is_done(tmp_path: Path) -> None:
    """The officer's word that the explanation hangs beside it, or the text itself, makes it whole."""
    day, entries = date(2026, 10, 20), nine_months(date(2026, 10, 8))
    said = Posted(form="budget-revenue", stage="execution", period="2026-09m", posted_from=date(2026, 10, 8), explained=True)
    brought = drawn.revenue(period="2026-09m", explanation="Thu tăng do …")
    assert "budget-09m/2026-09m" not in items(books(day, *entries, posted=(said,)), tmp_path)
    assert "budget-09m/2026-09m" not in items(books(day, *entries, found=(brought,)), tmp_path)


def test_a_posting_of_tomorrow_is_not_public_today() -> None:
    """What will be posted later does not make a duty done."""
    assert len(one(books(date(2026, 10, 7), *nine_months(date(2026, 10, 8))), "budget-09m", "2026-09m").missing) == 3


@pytest.mark.parametrize(("day", "told"), [(date(2025, 11, 1), "2025-q3"), (date(2026, 11, 1), "2026-09m"),
                                           (date(2027, 11, 1), "2027-09m")])
def test_each_year_goes_by_its_own_law(day: date, told: str) -> None:
    """2025 owes quarters under the old circular, 2026 and 2027 owe months under the new decree."""
    found = {str(each.period): each.rule.statute for each in owed(books(day)) if each.obligation.stage == "execution"}
    assert told in found
    assert found[told] == ("tt-343-2016" if day.year == 2025 else "nd-73-2026")
    assert "2026-q1" not in found
    assert "2025-03m" not in found


def test_a_day_nobody_told_is_only_expected(tmp_path: Path) -> None:
    """Until the resolution's day is told the deadline counts from the law's last day, and once past it is asked about, not judged."""
    before = items(books(date(2026, 12, 1)), tmp_path)["budget-decided/2027"]
    assert (before.standing, before.expected, before.last, before.words) == ("next", True, date(2027, 1, 19), "nghị quyết dự toán 2027")
    after = items(books(date(2027, 1, 20)), tmp_path)["budget-decided/2027"]
    assert (after.standing, after.days) == ("asking", 0)
    told = items(books(date(2027, 1, 20), events={"nghị quyết dự toán 2027": date(2026, 12, 18)}), tmp_path)["budget-decided/2027"]
    assert (told.standing, told.last, told.days) == ("late", date(2027, 1, 18), 2)


def test_a_workbook_tells_the_day_of_its_resolution() -> None:
    """The day in the line above a table starts the count when commune.toml says nothing."""
    cited = drawn.revenue(stage="decided", period="2027", facts={"decision": "28/NQ-HĐND ngày 11/12/2026"})
    found = one(books(date(2027, 1, 5), found=(cited,)), "budget-decided", "2027").due
    assert found
    assert found.day == date(2027, 1, 10)


def test_the_year_waits_for_its_report(tmp_path: Path) -> None:
    """The whole year counts from the day the report was sent: unknown until told, then ten days, over Tết to the next working day."""
    day = date(2027, 2, 1)
    waiting = items(books(day), tmp_path)["budget-12m/2026-12m"]
    assert (waiting.standing, waiting.last) == ("waiting", None)
    told = items(books(day, events={"gửi báo cáo cả năm 2026": date(2027, 1, 27)}), tmp_path)["budget-12m/2026-12m"]
    assert (told.day, told.last) == (date(2027, 2, 6), date(2027, 2, 11))


def test_the_list_of_households_is_known_by_its_day() -> None:
    """A list recognised in November 2026 answers the review of 2026 whichever year its title names."""
    asked = books(date(2026, 11, 23), posted("poor-households", "recognised", "2027", date(2026, 11, 10)))
    assert one(asked, "households-recognised", "2026").missing == ()
    assert one(books(date(2026, 11, 23)), "households-recognised", "2026").missing == ("poor-households",)


def test_what_the_next_stage_overtook_is_no_longer_asked_for() -> None:
    """Once the decided budget is public nobody is told to publish the draft."""
    entries = tuple(posted(form, "decided", "2027", date(2026, 12, 22), number) for number, form in
                    enumerate((*TABLES, "budget-transfers", "budget-spending-agencies"), 1))
    names = {(each.obligation.id, str(each.period)) for each in owed(books(date(2027, 1, 5), *entries))}
    assert ("budget-draft", "2027") not in names
    assert ("budget-draft", "2027") in {(each.obligation.id, str(each.period)) for each in owed(books(date(2027, 1, 5)))}


def test_a_commune_owes_nothing_of_before_its_day() -> None:
    """What was due before the merger was its predecessors'."""
    merged = (Predecessor(name="Xã Suối Cũ", until=date(2025, 6, 30)),)
    days = [each.due.last for each in owed(books(date(2025, 7, 10), predecessor=merged)) if each.due]
    assert days
    assert min(days) >= date(2025, 7, 1)
    assert min(each.due.last for each in owed(books(date(2025, 7, 10))) if each.due) < date(2025, 7, 1)


def test_days_of_the_year_are_told_before_they_come(tmp_path: Path) -> None:
    """Each milestone is told once, by its next day, and none is ever late."""
    found = [each for each in items(books(date(2026, 11, 23)), tmp_path).values() if each.sort == "remind"]
    days = {each.id.partition("/")[0]: each.last for each in found}
    assert days["review-ends"] == date(2026, 12, 14)
    assert days["quarterly-list"] == date(2027, 1, 5)
    assert {each.standing for each in found} == {"next"}


def test_what_is_late_comes_first(tmp_path: Path) -> None:
    """The list begins with what is overdue, then goes by day."""
    found = tuple(items(books(date(2026, 11, 23)), tmp_path).values())
    late = [each.standing == "late" for each in found]
    assert late == sorted(late, reverse=True)
    rest = [each.last for each in found if each.standing != "late" and each.last]
    assert rest == sorted(rest)
