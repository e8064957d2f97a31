"""Every day from 2026-01-01 to 2027-06-30 on the posting rules alone: who is named when, whatever is corrected, removed or set back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from generator.disclosed import Disclosure
from generator.posting import takedown
from generator.posting.recording import Act, post
from generator.posting.showing import Shown, show
from generator.posting.store import FOLDER, Store, load
from generator.posting.takedown import Asked, find, naming
from generator.posting.verifying import verify_chain
from tests.posting import drawn

CATALOGUE = drawn.catalogue()
ON_WEB = drawn.commune(names_on_web=True)
FIRST, LAST = date(2026, 1, 1), date(2027, 6, 30)
POSTED, CORRECTED, REMOVED, ENDS = date(2026, 3, 2), date(2026, 3, 12), date(2026, 3, 20), date(2026, 4, 11)
ONE = drawn.households("Nguyễn Văn An", "Y Blŭ Êban")
TWO = drawn.households("Nguyễn Văn An", "H'Mây Niê", source_sha256="c" * 64)
PLANNED = drawn.households("Trần Thị Thử", id="suoi-may/poor-households/consulted/2027/-", stage="consulted", period="2027",
                           facts={"posted_from": "2027-04-05"}, source_sha256="d" * 64)
BUDGET = drawn.revenue(source_sha256="e" * 64)


def days() -> Iterator[date]:
    return (FIRST + timedelta(days=step) for step in range((LAST - FIRST).days + 1))


def on_disk(day: date) -> tuple[Disclosure, ...]:
    """The workbooks that lie in the folder on a day."""
    own = () if day < POSTED else (ONE,) if day < CORRECTED else (TWO,)
    return (BUDGET, PLANNED, *own)


def wanted(day: date) -> set[str]:
    """Whom the web may name on a day, worked out by hand."""
    named: set[str] = set()
    if POSTED <= day < CORRECTED:
        named = {"Nguyễn Văn An", "Y Blŭ Êban"}
    elif CORRECTED <= day <= ENDS:
        named = {"Nguyễn Văn An", "H'Mây Niê"} if day < REMOVED else {"H'Mây Niê"}
    if date(2027, 4, 5) <= day <= date(2027, 4, 8):
        named |= {"Trần Thị Thử"}
    return named


def named(found: Shown) -> set[str]:
    return {name for one in found.disclosures for of in one.names.values() for name in of.values()}


def removed(data: Path, day: date) -> None:
    people = find(naming(load(data), on_disk(day)), "Nguyễn Văn An")
    assert [one.sure for one in people] == [True]
    takedown.remove(data, people, Asked(day), day)
    post(show(on_disk(day), load(data), ON_WEB, CATALOGUE, day), data, Act(day, request=1))
    takedown.settle(data, [ONE.id], day)


def held(store: Store, day: date) -> None:
    """Hold a clock set back, by little and by much, to naming nobody whom the day itself would not name."""
    for back in (1, 31, 400):
        found = show(on_disk(day), store, ON_WEB, CATALOGUE, day - timedelta(days=back))
        assert named(found) <= wanted(day), (day, back)


def test_every_day_names_whom_it_may_and_nobody_else(tmp_path: Path) -> None:
    """Posting each day, with a correction, a removal and a list still to come, the web names just whom the rules name."""
    for day in days():
        if day == REMOVED:
            removed(tmp_path, day)
        found = show(on_disk(day), load(tmp_path), ON_WEB, CATALOGUE, day)
        assert named(found) == wanted(day), day
        post(found, tmp_path, Act(day))
        store = load(tmp_path)
        kept = list((tmp_path / FOLDER).rglob("*.names.json"))
        assert not kept or wanted(day), day
        if day.day in (1, 12, 20):
            held(store, day)
    assert verify_chain(tmp_path, LAST) == ()
    text = b"".join(path.read_bytes() for path in (tmp_path / FOLDER).rglob("*") if path.is_file())
    assert all(name.encode() not in text for name in ("Nguyễn Văn An", "Y Blŭ Êban", "H'Mây Niê", "Trần Thị Thử"))
