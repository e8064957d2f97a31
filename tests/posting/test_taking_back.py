"""The last posting taken back, and what was taken down, as the history alone tells."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.disclosed import Disclosure
from generator.posting import takedown
from generator.posting.coming import coming_down
from generator.posting.history import Entry
from generator.posting.recording import Act, post
from generator.posting.showing import Shown, show
from generator.posting.store import FOLDER, load
from generator.posting.takedown import Asked, find, naming
from generator.posting.verifying import verify_chain, verify_head
from generator.release.writing import CannotWrite
from tests.posting import drawn

CATALOGUE = drawn.catalogue()
ON_WEB = drawn.commune(names_on_web=True)
SECOND = drawn.households("Nguyễn Văn Bình", source_sha256="c" * 64)


def shown(data: Path, *candidates: Disclosure, day: date = drawn.DAY) -> Shown:
    return show(candidates, load(data), ON_WEB, CATALOGUE, day)


def posted(data: Path, *candidates: Disclosure, days: int = 0) -> tuple[Entry, ...]:
    day = drawn.DAY + timedelta(days=days)
    return post(shown(data, *candidates, day=day), data, Act(day))


def names(found: Shown) -> list[str]:
    return [name["head_name"] for one in found.disclosures for name in one.names.values()]


def test_taking_back_returns_the_state_before(tmp_path: Path) -> None:
    """Version 1 is on show again with its names, the workbook of version 2 is held back, and the history says so."""
    posted(tmp_path, drawn.households("Nguyễn Văn An"))
    next_day = drawn.DAY + timedelta(days=1)
    before = shown(tmp_path, drawn.households("Nguyễn Văn An"), day=next_day)
    posted(tmp_path, SECOND, days=1)
    assert names(shown(tmp_path, SECOND, day=next_day)) == ["Nguyễn Văn Bình"]
    entries = takedown.retract(tmp_path, next_day)
    assert [(entry.action, entry.version) for entry in entries] == [("retracted", 2), ("names-removed", 2)]
    found = shown(tmp_path, SECOND, day=next_day)
    assert found.disclosures == before.disclosures
    assert "retracted-held" in [each.code for each in found.findings]
    assert verify_chain(tmp_path) == ()


def test_the_same_list_saved_again_does_not_come_back(tmp_path: Path) -> None:
    """What was taken back is known by its content and names, whatever file holds it; another name in it is a correction."""
    posted(tmp_path, drawn.households("Nguyễn Văn An"))
    takedown.retract(tmp_path, drawn.DAY)
    assert shown(tmp_path, drawn.households("Nguyễn Văn An", source_sha256="e" * 64)).disclosures == ()
    assert names(shown(tmp_path, drawn.households("Nguyễn Văn Anh", source_sha256="e" * 64))) == ["Nguyễn Văn Anh"]
    kept = b"".join(path.read_bytes() for path in (tmp_path / FOLDER).rglob("*") if path.is_file())
    assert "Nguyễn".encode() not in kept
    assert verify_chain(tmp_path) == ()


def test_a_first_posting_taken_back_leaves_nothing(tmp_path: Path) -> None:
    """Nothing is shown of what was posted once and taken back, and no name is kept."""
    posted(tmp_path, drawn.households("Nguyễn Văn An"))
    takedown.retract(tmp_path, drawn.DAY)
    assert shown(tmp_path, drawn.households("Nguyễn Văn An")).disclosures == ()
    assert not list((tmp_path / FOLDER).rglob("*.names.json"))


def test_a_corrected_workbook_after_taking_back_is_another_version(tmp_path: Path) -> None:
    """No number is used twice."""
    posted(tmp_path, drawn.households("Nguyễn Văn An"))
    posted(tmp_path, SECOND, days=1)
    takedown.retract(tmp_path, drawn.DAY + timedelta(days=1))
    third = drawn.households("Nguyễn Văn Cảnh", source_sha256="d" * 64)
    assert [(entry.action, entry.version) for entry in posted(tmp_path, third, days=2)] == [("post", 3)]


def test_nothing_is_taken_back_twice_or_after_a_removal(tmp_path: Path) -> None:
    """Only the last posting comes back, and none that a removal followed."""
    with pytest.raises(CannotWrite):
        takedown.retract(tmp_path, drawn.DAY)
    listed = drawn.households("Nguyễn Văn An", "Y Blŭ Êban")
    posted(tmp_path, listed)
    takedown.remove(tmp_path, find(naming(load(tmp_path), (listed,)), "Nguyễn Văn An"), Asked(drawn.DAY), drawn.DAY)
    with pytest.raises(CannotWrite) as refused:
        takedown.retract(tmp_path, drawn.DAY)
    assert refused.value.code == "nothing-to-retract"


def test_two_of_one_name_in_one_hamlet_are_two(tmp_path: Path) -> None:
    """The line tells them apart; where neither line is the same any more, both stay out."""
    twins = drawn.households("Nguyễn Văn An", "Nguyễn Văn An")
    told_apart = tuple(replace(record, values={**record.values, "members": place}) for place, record in enumerate(twins.records, 1))
    lines = replace(twins, records=told_apart)
    found = find((lines,), "Nguyễn Văn An")
    assert len(found) == 2
    takedown.remove(tmp_path, found[:1], Asked(drawn.DAY), drawn.DAY)
    assert names(shown(tmp_path, lines)) == ["Nguyễn Văn An"]
    assert names(shown(tmp_path, twins)) == []


def test_the_head_on_paper_is_found_in_the_chain(tmp_path: Path) -> None:
    """A head printed on minutes anchors the history: rewritten, it is found no more."""
    posted(tmp_path, drawn.revenue())
    head = load(tmp_path).head
    assert verify_head(tmp_path, head[:12].upper()) == ()
    assert [each.code for each in verify_head(tmp_path, "0" * 12)] == ["anchor-unknown"]


def test_names_coming_down_are_known_by_day(tmp_path: Path) -> None:
    """A list that names persons says its last day; once its names are gone it is said no more."""
    posted(tmp_path, drawn.households("Nguyễn Văn An"), drawn.revenue())
    (one,) = coming_down((), load(tmp_path), drawn.DAY)
    assert (one.until, one.days) == (drawn.DAY + timedelta(days=30), 30)
    posted(tmp_path, days=31)
    assert coming_down((), load(tmp_path), drawn.DAY) == ()
