"""Prints that were asked for outlive builds, are true after each, and an officer's own files are never touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.prints import standing
from generator.prints.requests import Request
from tests.prints.test_requests import BOARD, a_site

ASKED = Request(["budget-revenue"], "poster", "A2")
PATH = "theo-yeu-cau/ngan-sach/2026/09-thang/ap-phich-A2.pdf"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A commune's folder with one print that was asked for."""
    folder = tmp_path / "old"
    put(folder, PATH, b"first")
    standing.note(folder, ASKED, [PATH])
    return folder


def put(folder: Path, path: str, content: bytes) -> None:
    """Write a file, its folders too."""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(content)


def built(old: Path, new: Path, content: bytes = b"second") -> list[str]:
    """Do what a build does with what stands; return the findings' codes."""
    found = standing.standing(old)
    jobs, told = found.jobs(BOARD, a_site())
    for job in jobs:
        put(new, job.path, content)
    found.keep(new)
    return [each.code for each in told]


def test_a_print_asked_for_is_made_again_by_every_build(old: Path, tmp_path: Path) -> None:
    """It is there after one build and after the next, with what it shows then."""
    assert built(old, tmp_path / "one") == []
    assert built(tmp_path / "one", tmp_path / "two", b"third") == []
    assert (tmp_path / "two" / PATH).read_bytes() == b"third"


def test_a_print_that_was_removed_is_asked_for_no_more(old: Path, tmp_path: Path) -> None:
    """Who deletes the files of a request is rid of it."""
    (old / PATH).unlink()
    assert built(old, tmp_path / "new") == []
    assert not (tmp_path / "new").exists()


def test_what_may_hang_no_more_goes_and_that_is_said(old: Path, tmp_path: Path) -> None:
    """A request that no disclosure answers to any more ends with a notice that names the file."""
    found = standing.standing(old)
    jobs, told = found.jobs({}, a_site())
    found.keep(tmp_path / "new")
    assert jobs == []
    assert [(each.code, dict(each.details)["title"]) for each in told] == [("print-ended", "ap-phich-A2.pdf")]
    assert standing.standing(tmp_path / "new").entries == ()


def test_a_file_changed_by_hand_stays_after_every_build(old: Path, tmp_path: Path) -> None:
    """Its bytes are the officer's, its print is not made, and that is said each time."""
    put(old, PATH, b"signed and scanned")
    assert built(old, tmp_path / "one") == ["print-own"]
    assert built(tmp_path / "one", tmp_path / "two") == ["print-own"]
    assert (tmp_path / "two" / PATH).read_bytes() == b"signed and scanned"


def test_an_officer_s_own_file_is_carried_over(old: Path, tmp_path: Path) -> None:
    """A file that was never ours stays where it was put."""
    put(old, "theo-yeu-cau/bien-ban/da-ky.pdf", b"scan")
    assert built(old, tmp_path / "new") == []
    assert (tmp_path / "new" / "theo-yeu-cau/bien-ban/da-ky.pdf").read_bytes() == b"scan"


def test_a_build_without_prints_forgets_no_request(old: Path, tmp_path: Path) -> None:
    """It makes nothing, and the next build with prints makes all again."""
    standing.standing(old).keep(tmp_path / "bare")
    assert not (tmp_path / "bare" / PATH).exists()
    assert built(tmp_path / "bare", tmp_path / "new") == []
    assert (tmp_path / "new" / PATH).read_bytes() == b"second"


def test_the_same_request_is_written_down_once(old: Path) -> None:
    """Asking again changes nothing; asking for another paper adds to it."""
    standing.note(old, ASKED, [PATH])
    standing.note(old, Request(["budget-revenue"], "poster", "A1"), [])
    assert [entry.paper for entry in standing.standing(old).entries] == ["A2", "A1"]


def test_a_damaged_note_costs_no_file(old: Path) -> None:
    """Where the note cannot be read all files are the officer's own."""
    (old / "theo-yeu-cau/.asked.json").write_bytes(b"{")
    found = standing.standing(old)
    assert (found.entries, found.own) == ((), (PATH,))


def test_nothing_asked_for_leaves_nothing(tmp_path: Path) -> None:
    """A commune without requests has no folder for them."""
    assert built(tmp_path / "old", tmp_path / "new") == []
    assert list(tmp_path.iterdir()) == []
