"""The store: what is recorded, what is kept apart, what goes, and what tampering shows."""

import hashlib
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from generator.posting import history
from generator.posting.recording import Act, post
from generator.posting.seals import seal
from generator.posting.showing import show
from generator.posting.store import FOLDER, load, recall
from generator.posting.verifying import verify_chain, verify_site
from generator.release.locking import locked
from generator.release.manifests import manifest
from generator.release.writing import CannotWrite
from tests.posting import drawn

CATALOGUE = drawn.catalogue()
LATER = drawn.DAY + timedelta(days=31)


def record(data: Path, *candidates: Disclosure, days: int = 0, places: tuple[str, ...] = ()) -> tuple[history.Entry, ...]:
    day = drawn.DAY + timedelta(days=days)
    return post(show(candidates, load(data), drawn.commune(names_on_web=True), CATALOGUE, day), data, Act(day, places))


def codes(data: Path) -> list[str]:
    return [found.code for found in verify_chain(data, LATER)]


def stored(data: Path) -> Iterator[Path]:
    return (path for path in (data / FOLDER).rglob("*") if path.is_file())


def test_a_posting_is_recorded_with_its_days_places_and_digests(tmp_path: Path) -> None:
    """The entry says what, which version, from when to when, where, and of which workbook."""
    (entry,) = record(tmp_path, drawn.revenue(), places=("Nhà văn hóa Buôn Krông",))
    assert (entry.number, entry.action, entry.version, entry.places) == (1, "post", 1, ("Nhà văn hóa Buôn Krông",))
    assert (entry.posted_from, entry.posted_until, entry.source_sha256) == (drawn.DAY, drawn.DAY + timedelta(days=30), "a" * 64)


def test_the_store_gives_back_what_was_posted(tmp_path: Path) -> None:
    """A stored version is read back equal, but for names and state."""
    shown = show([drawn.revenue()], load(tmp_path), drawn.commune(), CATALOGUE, drawn.DAY)
    post(shown, tmp_path, Act(drawn.DAY))
    store = load(tmp_path)
    assert recall(store, store.entries[0]) == shown.disclosures[0]
    assert codes(tmp_path) == []


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    """Posting again what is posted leaves every byte and time as it was."""
    record(tmp_path, drawn.revenue(), drawn.households("Nguyễn Văn An"))
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in stored(tmp_path)}
    assert record(tmp_path, drawn.revenue(), drawn.households("Nguyễn Văn An"), days=2) == ()
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in stored(tmp_path)} == before


def test_names_lie_apart_and_nowhere_else(tmp_path: Path) -> None:
    """Only the names part holds a name, neither the version nor the history."""
    record(tmp_path, drawn.households("Nguyễn Văn An"))
    holding = [path.name for path in stored(tmp_path) if "Nguyễn Văn An" in path.read_text("utf-8")]
    assert holding == ["v1.names.json"]


def test_names_go_when_their_window_ends(tmp_path: Path) -> None:
    """The first posting after the last day deletes the names, says so once, and leaves the rest."""
    record(tmp_path, drawn.households("Nguyễn Văn An"))
    assert record(tmp_path, drawn.households("Nguyễn Văn An"), days=30) == ()
    assert codes(tmp_path) == ["names-kept"]
    assert [entry.action for entry in record(tmp_path, drawn.households("Nguyễn Văn An"), days=31)] == ["names-removed"]
    assert record(tmp_path, drawn.households("Nguyễn Văn An"), days=32) == ()
    assert not list((tmp_path / FOLDER).rglob("*.names.json"))
    assert codes(tmp_path) == []


def kept_names(data: Path) -> list[str]:
    return sorted(path.name for path in (data / FOLDER).rglob("*.names.json"))


def test_names_of_a_replaced_version_go_with_the_next_posting(tmp_path: Path) -> None:
    """The version before keeps its names only while the last posting may still be taken back."""
    record(tmp_path, drawn.households("Nguyễn Văn An"))
    assert [entry.action for entry in record(tmp_path, drawn.households("Nguyễn Văn Bình", source_sha256="c" * 64), days=1)] == ["post"]
    assert kept_names(tmp_path) == ["v1.names.json", "v2.names.json"]
    entries = record(tmp_path, drawn.households("Nguyễn Văn Bình", source_sha256="c" * 64), drawn.revenue(), days=2)
    assert [(entry.action, entry.version) for entry in entries] == [("post", 1), ("names-removed", 1)]
    assert kept_names(tmp_path) == ["v2.names.json"]


def test_names_of_a_replaced_version_go_with_their_window(tmp_path: Path) -> None:
    """However long nothing new is posted, the earlier list's names go when its own window ends."""
    record(tmp_path, drawn.households("Nguyễn Văn An"))
    record(tmp_path, drawn.households("Nguyễn Văn Bình", source_sha256="c" * 64), days=20)
    assert [(entry.action, entry.version) for entry in record(tmp_path, days=31)] == [("names-removed", 1)]


def test_the_history_is_a_chain_without_clocks(tmp_path: Path) -> None:
    """Each line names the digest of the line before, and no line holds a time of day."""
    record(tmp_path, drawn.revenue(1))
    record(tmp_path, drawn.revenue(2, source_sha256="c" * 64), days=1)
    first, second = (json.loads(line) for line in (tmp_path / FOLDER / history.FILE).read_bytes().splitlines())
    assert (first.get("previous", ""), second["previous"]) == ("", first["sha256"])
    assert ":" not in first["day"]


@pytest.mark.parametrize("line", [0, 1, 2])
def test_an_altered_line_is_found(tmp_path: Path, line: int) -> None:
    """One digit changed anywhere in the history shows, the last line included."""
    for day in range(3):
        record(tmp_path, drawn.revenue(day, source_sha256=str(day) * 64), days=day)
    path = tmp_path / FOLDER / history.FILE
    lines = path.read_bytes().splitlines()
    lines[line] = lines[line].replace(b'"posted_until":"2026-08', b'"posted_until":"2027-08')
    path.write_bytes(b"\n".join(lines) + b"\n")
    assert codes(tmp_path) == ["history-altered"]


def test_a_removed_line_is_found(tmp_path: Path) -> None:
    """A line taken out of the middle breaks the chain; one cut off the end leaves a version without its line."""
    for day in range(3):
        record(tmp_path, drawn.revenue(day, source_sha256=str(day) * 64), days=day)
    path = tmp_path / FOLDER / history.FILE
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + lines[2])
    assert codes(tmp_path) == ["history-altered", "history-entry-missing"]
    path.write_bytes(lines[0] + lines[1])
    assert codes(tmp_path) == ["history-entry-missing"]


def test_a_damaged_line_is_a_finding_and_the_rest_is_used(tmp_path: Path) -> None:
    """Rubbish in the history is told; postings go on after it and stay chained."""
    record(tmp_path, drawn.revenue())
    path = tmp_path / FOLDER / history.FILE
    path.write_bytes(path.read_bytes() + b"\xff{rubbish\n")
    record(tmp_path, drawn.households("Hộ A"), days=1)
    assert len(load(tmp_path).entries) == 2
    assert [found.code for found in verify_chain(tmp_path)] == ["history-damaged"]


def test_an_altered_version_is_not_shown(tmp_path: Path) -> None:
    """A stored version whose bytes changed is told and not used."""
    record(tmp_path, drawn.revenue())
    (path,) = (tmp_path / FOLDER).rglob("v1.json")
    path.write_bytes(path.read_bytes().replace(b"1000000", b"9000000"))
    assert codes(tmp_path) == ["posted-copy-damaged"]
    found = show([], load(tmp_path), drawn.commune(), CATALOGUE, drawn.DAY)
    assert (found.disclosures, [each.code for each in found.findings]) == ((), ["posted-copy-damaged"])


def test_altered_names_are_not_shown(tmp_path: Path) -> None:
    """A name slipped into the names part is not believed."""
    record(tmp_path, drawn.households("Nguyễn Văn An"))
    (path,) = (tmp_path / FOLDER).rglob("v1.names.json")
    path.write_bytes(path.read_bytes().replace("Nguyễn Văn An".encode(), b"Ai Khac"))
    assert show([], load(tmp_path), drawn.commune(names_on_web=True), CATALOGUE, drawn.DAY).disclosures[0].names == {}


def test_a_day_before_the_history_is_refused(tmp_path: Path) -> None:
    """Days in the history never go back."""
    record(tmp_path, drawn.revenue(), days=3)
    with pytest.raises(CannotWrite) as refused:
        record(tmp_path, drawn.households("Hộ A"))
    assert refused.value.code == "day-before-history"


def test_two_postings_at_once_do_not_mix(tmp_path: Path) -> None:
    """A posting that finds another at work stops before it writes."""
    record(tmp_path, drawn.revenue())
    before = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in stored(tmp_path)}
    with locked(tmp_path / FOLDER / "lock"), pytest.raises(CannotWrite) as refused:
        record(tmp_path, drawn.households("Hộ A"))
    assert refused.value.code == "build-running"
    assert {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in stored(tmp_path)} == before


def test_no_id_leaves_the_store(tmp_path: Path) -> None:
    """Whatever a subject holds, its files lie under posted/."""
    record(tmp_path, drawn.revenue(id="suoi-may/budget-revenue/-/2026/../../../x"), drawn.revenue(id=".." + "/" * 3 + "ạ" * 300))
    assert {path.parent.parent for path in stored(tmp_path) if path.name == "v1.json"} == {tmp_path / FOLDER / "posted"}
    assert codes(tmp_path) == []


def test_a_site_is_held_against_the_history(tmp_path: Path) -> None:
    """A site as it was posted agrees; one whose figures are others under the same version does not."""
    record(tmp_path / "data", drawn.revenue())
    for amount, expected in ((1_000_000, []), (9_000_000, ["site-history-differs"])):
        shown = (seal(drawn.revenue(amount)),)
        (tmp_path / "manifest.json").write_bytes(manifest(Site(drawn.commune(), drawn.DAY, CATALOGUE, shown)))
        assert [found.code for found in verify_site(tmp_path / "data", tmp_path)] == expected


def test_a_site_without_its_manifest_is_told(tmp_path: Path) -> None:
    """A manifest that is gone or damaged is one finding."""
    assert [found.code for found in verify_site(tmp_path, tmp_path)] == ["sums-damaged"]


def test_a_history_that_can_not_be_read_stops_all(tmp_path: Path) -> None:
    """A history that is there and can't be opened is no empty history: nothing is shown or recorded as if nothing had been posted."""
    (tmp_path / FOLDER / history.FILE).mkdir(parents=True)
    with pytest.raises(CannotWrite) as refused:
        load(tmp_path)
    assert refused.value.code == "store-unreadable"
