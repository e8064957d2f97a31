"""Any course of days: builds and postings in any order, clocks set back, workbooks lost; names are never seen outside their window."""

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.posting.recording import Act, post
from generator.posting.showing import Shown, show
from generator.posting.store import FOLDER, load
from generator.posting.verifying import verify_chain
from generator.release.writing import CannotWrite
from tests.posting import drawn

CATALOGUE = drawn.catalogue()
START = date(2026, 7, 1)
FROM, UNTIL = date(2026, 7, 8), date(2026, 8, 7)
STEP = st.tuples(st.integers(0, 60), st.booleans(), st.sampled_from(["kept", "lost", "changed"]))


def walk(data: Path, steps: list[tuple[int, bool, str]]) -> Iterator[tuple[date, Shown]]:
    """Yield the day and what is on show after each step; a posting that goes back in time is refused and changes nothing."""
    facts = {"posted_from": FROM.isoformat()}
    books = {"kept": [drawn.households("Nguyễn Văn An", facts=facts)], "lost": [],
             "changed": [drawn.households("Nguyễn Văn An", "Y Blŭ Êban", facts=facts, source_sha256="c" * 64)]}
    for days, posts, book in steps:
        day = START + timedelta(days=days)
        shown = show(books[book], load(data), drawn.commune(names_on_web=True), CATALOGUE, day)
        yield day, shown
        if posts and day < load(data).last_day:
            with pytest.raises(CannotWrite):
                post(shown, data, Act(day))
        elif posts:
            post(shown, data, Act(day))


@settings(max_examples=60, deadline=None)
@given(st.lists(STEP, min_size=1, max_size=6))
def test_names_are_seen_in_their_window_alone(steps: list[tuple[int, bool, str]]) -> None:
    """On every day names show on web or board only from the stated first to the last day, and nothing shows before it."""
    with tempfile.TemporaryDirectory() as folder:
        for day, shown in walk(Path(folder), steps):
            for each in (*shown.disclosures, *shown.board.values(), *shown.replaced):
                assert each.posted_from is not None
                assert each.posted_from <= day or each.state == "replaced"
                assert not each.names or FROM <= day <= UNTIL


@settings(max_examples=40, deadline=None)
@given(st.lists(STEP, min_size=1, max_size=6))
def test_what_was_posted_stays_and_the_store_stays_whole(steps: list[tuple[int, bool, str]]) -> None:
    """Whatever comes, a posted disclosure stays on show from its day on, the chain holds, and no name outlives its window."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        for day, shown in walk(data, steps):
            store = load(data)
            assert {name for name in store.latest if day >= FROM} <= {each.id for each in shown.disclosures}
            assert verify_chain(data) == ()
            if store.last_day > UNTIL:
                assert not list((data / FOLDER).rglob("*.names.json"))
