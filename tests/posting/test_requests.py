"""Requests: what the office owes whom asked, and by when."""

from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import load
from generator.posting import history
from generator.posting.history import Entry
from generator.posting.requests import all_requests, duties, open_requests
from generator.posting.store import FOLDER

FRIDAY = date(2026, 11, 20)


def asked(number: int = 1, sort: str = "removal", *, private: bool = False, received: date = FRIDAY) -> Entry:
    return Entry(number=0, day=received, action="request", id="x", version=1, request=number, sort=sort, received=received, private=private)


def done(number: int = 1, action: str = "request-done") -> Entry:
    return Entry(number=0, day=date(2026, 11, 24), action=action, id="x", version=1, request=number)


def owed(*entries: Entry) -> list[tuple[str, date]]:
    return [(duty.rule.id, duty.by) for duty in duties(all_requests(entries), load())]


@pytest.mark.parametrize(("sort", "rule", "by"), [
    ("removal", "data-request-removal", date(2026, 12, 10)),
    ("withdrawal", "data-request-removal", date(2026, 12, 10)),
    ("correction", "data-request-correction", date(2026, 11, 30)),
])
def test_a_request_is_answered_in_two_working_days_and_acted_upon(sort: str, rule: str, by: date) -> None:
    """A request of a Friday is answered by Wednesday, the 24th being a day off; a correction has ten days, a removal twenty."""
    assert owed(asked(sort=sort)) == [("data-request-answer", date(2026, 11, 25)), (rule, by)]


def test_what_was_private_has_its_notice() -> None:
    """Where something private had been public the notice is due in three days, days off or not."""
    assert ("data-breach-notice", date(2026, 11, 23)) in owed(asked(private=True))


def test_a_removal_done_leaves_the_answer() -> None:
    """Once the person is out, the answer alone is owed; once that is given, nothing."""
    assert owed(asked(), done(action="removed")) == [("data-request-answer", date(2026, 11, 25))]
    assert owed(asked(), done(action="removed"), done()) == []


def test_open_requests_are_read_from_the_history(tmp_path: Path) -> None:
    """What the history holds as asked and not as done stands open."""
    path = tmp_path / FOLDER / history.FILE
    path.parent.mkdir()
    path.write_bytes(history.extended(path, [asked(1), asked(2), done(1)]))
    assert [request.number for request in open_requests(tmp_path)] == [2]
    assert open_requests(tmp_path / "nowhere") == ()
