"""What registers owe: each quarter or year by itself, and once an event was told that nobody could know beforehand."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.catalogue import load
from generator.disclosed import Disclosure
from generator.posting import events
from generator.posting.due import due
from generator.posting.history import Entry
from generator.posting.occasions import occasions
from generator.posting.owing import Books, owed
from generator.posting.store import Store
from generator.report.due_list import as_text
from tests.posting import drawn

CATALOGUE = load()
NOTHING: Mapping[str, date] = MappingProxyType({})
DAY = date(2026, 11, 23)


def books(day: date, *entries: Entry, found: tuple[Disclosure, ...] = (), told: Mapping[str, date] = NOTHING) -> Books:
    """Return a commune's books on a day, with events as officers write them."""
    commune = drawn.commune(events=dict(told))
    happened, troubles = events.read(commune, CATALOGUE.known_events, "commune.toml")
    assert troubles == ()
    return Books(commune, CATALOGUE, entries, found, happened, day)


def posted(form: str, period: str, day: date, stage: str = "-", subject: str = "-") -> Entry:
    """Return an entry of the history: a register went public on a day."""
    return Entry(number=1, day=day, action="post", id=f"x/{form}/{stage}/{period}/{subject}", version=1, form=form, period=period,
                 stage=None if stage == "-" else stage, posted_from=day)


@pytest.mark.parametrize(("form", "period", "last"), [
    ("reception-schedule", "2027-q1", date(2026, 12, 25)), ("petitions", "2026-q4", date(2027, 1, 8)),
    ("anti-corruption", "2026", date(2027, 1, 8)), ("outreach-plan", "2027-q1", date(2027, 1, 11)),
    ("satisfaction", "2026", date(2027, 3, 31)), ("dialogues", "2026-q4", date(2027, 1, 8)), ("projects", "2026", date(2027, 1, 8)),
])
def test_a_register_is_owed_by_the_day_worked_out_by_hand(form: str, period: str, last: date) -> None:
    """Five working days of January 2027 end on Friday 8, the reception of 1 January hangs on 25 December, the 10th is a Sunday."""
    one = next(one for one in owed(books(DAY)) if one.obligation.forms == (form,) and str(one.period) == period)
    assert one.due
    assert (one.due.last, one.state(DAY), one.state(last)) == (last, "next", "next")
    assert one.name("vi").count("2026") + one.name("vi").count("2027") == 1


def test_only_the_newest_period_is_asked_for_and_a_reading_is_never_late() -> None:
    """In November the plan of the third quarter is of no use to anybody; that of the fourth may be overdue, by a rule that is not sure."""
    found = {str(one.period): one.state(DAY) for one in owed(books(DAY)) if one.obligation.forms == ("outreach-plan",)}
    assert found == {"2026-q4": "asking", "2027-q1": "next", "2027-q2": "next"}
    entry = posted("outreach-plan", "2026-q4", date(2026, 10, 5))
    assert {str(one.period): one.state(DAY) for one in owed(books(DAY, entry)) if one.obligation.forms == ("outreach-plan",)} == {
        "2026-q4": "done", "2027-q1": "next", "2027-q2": "next"}


@pytest.mark.parametrize(("period", "state"), [("2026", "done"), ("2026-10", "done"), ("2026-11", "asking"), ("2025", "asking")])
def test_a_schedule_of_the_year_or_of_the_first_month_serves_as_well(period: str, state: str) -> None:
    """Whoever posts a reception schedule each month or once a year is asked for no other."""
    one = next(one for one in owed(books(DAY, posted("reception-schedule", period, date(2026, 9, 1))))
               if one.obligation.forms == ("reception-schedule",) and str(one.period) == "2026-q4")
    assert one.state(DAY) == state


def test_what_nobody_can_know_beforehand_is_not_asked_for() -> None:
    """No relief campaign, no land recovered, nobody recruited: nothing is owed."""
    assert occasions(books(DAY)) == ()


def test_an_event_told_is_counted_from() -> None:
    """Receiving ended on 10 November: fifteen days on is the 25th; the land plan of 20 November falls on Saturday 5 December."""
    asked = books(DAY, told={"kết thúc tiếp nhận vận động cứu trợ bão số 13": date(2026, 11, 10),
                             "Phê duyệt kế hoạch sử dụng đất 2027": date(2026, 11, 20),
                             "quyết định phí, lệ phí 2027": date(2026, 12, 4)})
    assert {one.id: (one.due.day, one.due.last) for one in occasions(asked) if one.due} == {
        "relief-campaign-received-bao-so-13/2026": (date(2026, 11, 25), date(2026, 11, 25)),
        "land-plan-2027/2026": (date(2026, 12, 5), date(2026, 12, 7)),
        "fees-2027/2026": (date(2026, 12, 11), date(2026, 12, 11))}


def test_a_decision_of_one_form_starts_no_other() -> None:
    """The day of the fees' decision is the fees' alone, though many forms count from a decision."""
    found = occasions(books(DAY, told={"quyết định phí, lệ phí 2027": date(2026, 12, 4)}))
    assert [one.missing for one in found] == [("fees",)]


def test_a_workbook_that_cites_its_decision_need_not_be_told_of() -> None:
    """A land plan read but not posted is owed from the day it cites; once posted it is done."""
    plan = Disclosure(id="suoi-may/land-plan/-/2027/-", commune="suoi-may", form="land-plan", kind="register", title="Kế hoạch sử dụng đất",
                      columns=(), period="2027", records=(), source_sha256="c" * 64, facts={"decision": "12/QĐ-UBND ngày 20/11/2026"})
    (owing,) = occasions(books(DAY, found=(plan,)))
    assert (owing.due and owing.due.last, owing.name("vi"), owing.state(DAY)) == (date(2026, 12, 7), "Kế hoạch sử dụng đất", "next")
    (done,) = occasions(books(DAY, posted("land-plan", "2027", date(2026, 11, 22)), found=(plan,)))
    assert done.state(DAY) == "done"


def test_a_campaign_posted_is_known_by_its_subject(tmp_path: Path) -> None:
    """What was received is public, what was given out is not: two deadlines, of which one is past and said to be late."""
    told = {"kết thúc tiếp nhận vận động cứu trợ bão số 13": date(2026, 9, 10),
            "kết thúc phân phối vận động cứu trợ bão số 13": date(2026, 10, 14)}
    entry = posted("relief-campaign", "2026", date(2026, 9, 20), "received", "bao-so-13")
    asked = books(DAY, entry, told=told)
    found = {one.obligation.stage: one.state(DAY) for one in occasions(asked)}
    assert found == {"received": "done", "given": "late"}
    text = as_text(asked.commune, due(asked, (), Store(tmp_path)), DAY, "vi")
    assert "Vận động cứu trợ · bão số 13: chậm 10 ngày (hạn cuối 13/11/2026)" in text
