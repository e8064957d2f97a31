"""Events: what officers write in plain words, what a workbook's line says, and a period's own end."""

from datetime import date

import pytest

from generator.catalogue import load
from generator.disclosed import Disclosure
from generator.posting.events import day_in, read, start
from tests.posting import drawn

EVENTS = load().events
FILE = "commune.toml"


def told(typed: str, day: date = date(2026, 12, 18)) -> list[tuple[str, str, str]]:
    """Return id, stage and subject of the events that one entry of commune.toml makes."""
    found, _ = read(drawn.commune(events={typed: day}), EVENTS, FILE)
    return [(one.event.id, one.event.stage, one.about) for one in found]


@pytest.mark.parametrize(("typed", "expected"), [
    ("nghị quyết dự toán 2027", ("resolution-issued", "decided", "2027")),
    ("Nghị quyết quyết toán năm 2025", ("resolution-issued", "settlement", "2025")),
    ("khai mac ky hop du toan 2027", ("session-opened", "draft", "2027")),
    ("Gửi báo cáo cả năm 2026", ("report-submitted", "execution", "2026")),
    ("công nhận hộ nghèo: 2026", ("decided", "recognised", "2026")),
    ("quyết định vận động Làm cầu qua suối Mây", ("decided", "", "lam-cau-qua-suoi-may")),
])
def test_an_event_is_written_in_plain_words(typed: str, expected: tuple[str, str, str]) -> None:
    """With or without accents, case and "năm", the entry names the event and what it is about."""
    assert told(typed) == [expected]


@pytest.mark.parametrize(("typed", "code"), [
    ("nghị quyêt du tonn 2027", "event-unknown"), ("", "event-unknown"), ("resolution-issued/decided/2026", "event-unknown"),
    ("nghị quyết dự toán", "event-about-nothing"), ("nghị quyết dự toán quý 9", "event-about-nothing"),
])
def test_a_misspelt_event_is_told(typed: str, code: str) -> None:
    """An entry that is not known, or says of no year, is a finding with what was typed, and no event."""
    found, troubles = read(drawn.commune(events={typed: date(2026, 12, 18)}), EVENTS, FILE)
    assert (found, [(one.code, one.typed) for one in troubles]) == ((), [(code, typed)])


def test_the_nearest_event_is_offered() -> None:
    """A slip of the keys is answered with the right words."""
    _, troubles = read(drawn.commune(events={"nghị quyêt dự toon 2027": date(2026, 12, 18)}), EVENTS, FILE)
    assert dict(troubles[0].details)["near"] == "nghị quyết dự toán"


@pytest.mark.parametrize(("text", "day"), [
    ("Nghị quyết số 28/NQ-HĐND ngày 19/12/2025", date(2025, 12, 19)), ("QĐ 12 ngày 05 tháng 11 năm 2026", date(2026, 11, 5)),
    ("ngày 31/02/2026", None), ("Nghị quyết số 28/NQ-HĐND", None), ("", None),
])
def test_a_decision_tells_its_day(text: str, day: date | None) -> None:
    """The day of a decision is read from the line that cites it; a day that is none is not guessed at."""
    assert day_in(text) == day


def decided(**changes: object) -> Disclosure:
    """Return a decided budget of 2027."""
    return drawn.revenue(id="suoi-may/budget-revenue/decided/2027/-", stage="decided", period="2027", **changes)


def test_what_the_officer_wrote_comes_before_the_workbook() -> None:
    """The day in commune.toml holds, then that of the workbook's own line; without either nobody knows."""
    happened, _ = read(drawn.commune(events={"nghị quyết dự toán 2027": date(2026, 12, 18)}), EVENTS, FILE)
    cited = decided(facts={"decision": "28/NQ-HĐND ngày 17/12/2026"})
    assert start("resolution-issued", cited, happened, EVENTS) == date(2026, 12, 18)
    assert start("resolution-issued", cited, (), EVENTS) == date(2026, 12, 17)
    assert start("resolution-issued", decided(), (), EVENTS) is None


def test_an_event_of_another_year_or_stage_says_nothing() -> None:
    """The resolution on 2026, or on a settlement, does not start the count for the budget of 2027."""
    happened, _ = read(drawn.commune(events={"nghị quyết dự toán 2026": date(2025, 12, 18),
                                             "nghị quyết quyết toán 2027": date(2028, 3, 18)}), EVENTS, FILE)
    assert start("resolution-issued", decided(), happened, EVENTS) is None


def test_a_period_ends_by_itself() -> None:
    """Nobody has to write down that six months ended on 30 June."""
    assert start("period-ended", drawn.revenue(), (), EVENTS) == date(2026, 6, 30)
