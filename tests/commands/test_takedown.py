"""takedown: a person is out of every place at once and stays out; a whole list too; budgets stay; requests are registered."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.papers.paper import Letterhead, Paper
from generator.papers.word import docx
from generator.posting.store import FOLDER
from generator.release.pieces import pieces
from tests.commands.conftest import FIELD, Place, Run, kept
from tests.commands.test_bad_input import LIST, said

NAME, OTHER, DAY, LEDGER = "Trần Thị Thử", "Nguyễn Văn Mẫu", "2026-11-23", "dong-gop"


def everywhere(place: Place, name: str = NAME) -> list[str]:
    """Return every file of site, prints and store that holds a name."""
    files = kept(place.root / "site") | {f"store/{path}": content for path, content in kept(place.commune / FOLDER).items()}
    return [path for path, content in files.items() if name.encode() in content]


def stored(place: Place) -> list[str]:
    """Return every file of the store that holds the name."""
    return [path for path in everywhere(place) if path.startswith("store/")]


@pytest.fixture
def posted(place: Place, run: Run) -> Place:
    """A commune whose list with names is built and posted, beside a table of a form of its own."""
    place.declare()
    assert run(place.words("post", today="2026-11-20")).code == 0
    assert stored(place)
    return place


def take(place: Place, *more: str) -> list[str]:
    """Return what is typed to take something down."""
    return place.words("takedown", "--no-prints", *more)


def test_a_person_is_out_of_site_and_store_at_once(posted: Place, run: Run) -> None:
    """The site is built again without the name, the store forgets it, the page and the history say so without it."""
    assert run(posted.words("build")).code == 0
    assert NAME in posted.page(LIST)
    assert run(take(posted, "--person", NAME)).code == 0
    assert everywhere(posted) == []
    assert "không còn được nêu tên" in posted.page(LIST)
    actions = [json.loads(line)["action"] for line in (posted.commune / FOLDER / "history.jsonl").read_bytes().splitlines()]
    assert {"request", "removed"} < set(actions)
    assert run(posted.words("verify")).code == 0


def test_the_person_stays_out_on_every_rebuild_from_the_workbook(posted: Place, run: Run) -> None:
    """A workbook that still has the line, saved again or in another version, brings nobody back."""
    assert run(take(posted, "--person", NAME, "--no-build")).code == 0
    shutil.copyfile(FIELD / "columns-in-another-order.xlsx", posted.commune / "nothing-wrong-households.xlsx")
    told = run(posted.words("build", today="2026-11-25"))
    assert said("person-left-out", told.err) or told.code == 0
    assert everywhere(posted) == []


def test_the_person_stays_out_when_the_workbook_is_lost(posted: Place, run: Run) -> None:
    """What is shown from the store leaves the person out too."""
    (posted.commune / "nothing-wrong-households.xlsx").unlink()
    assert run(take(posted, "--person", NAME)).code == 0
    assert everywhere(posted) == []
    assert "không còn được nêu tên" in posted.page(LIST)


def test_restoring_names_the_person_again(posted: Place, run: Run) -> None:
    """When the officer says so the name comes back from the workbook."""
    assert run(take(posted, "--person", NAME, "--no-build")).code == 0
    assert run(take(posted, "--restore", "1")).code == 0
    assert run(posted.words("build")).code == 0
    assert NAME in posted.page(LIST)


def test_a_lost_removal_names_nobody(posted: Place, run: Run) -> None:
    """Without the file that says who is out, the form names nobody, and both build and verify say so."""
    assert run(take(posted, "--person", NAME, "--no-build")).code == 0
    (posted.commune / FOLDER / "removals.jsonl").unlink()
    assert run(posted.words("build")).code == 1
    assert everywhere(posted) == []
    assert run(posted.words("verify")).code == 1


@pytest.mark.parametrize("typed", ["trần thị thử", "Tran Thi Thu"])
def test_a_name_is_found_as_typed_or_without_marks(posted: Place, run: Run, typed: str) -> None:
    """Small letters, or no marks at all, still mean the one person of that name."""
    assert run(take(posted, "--person", typed, "--no-build")).code == 0
    assert stored(posted) == []


@pytest.mark.parametrize("typed", ["Thử", "Trần Thị Thứ"])
def test_nobody_is_guessed(posted: Place, run: Run, typed: str) -> None:
    """A part of a name, or one with other marks, lists who it may be, without the name, and removes nobody."""
    before = kept(posted.commune / FOLDER)
    told = run(take(posted, "--person", typed))
    assert told.code == 1
    assert NAME not in told.all
    assert "1. " in told.out
    assert kept(posted.commune / FOLDER) == before
    assert run(take(posted, "--person", typed, "--pick", "1", "--no-build")).code == 0
    assert stored(posted) == []


def test_an_unknown_name_is_told(posted: Place, run: Run) -> None:
    """A name that is nowhere removes nobody."""
    assert run(take(posted, "--person", "Không Có Ai")).code == 1


def test_a_whole_list_is_taken_down(posted: Place, run: Run) -> None:
    """The address answers with a note, the store keeps no name, and building again doesn't bring it back."""
    assert run(take(posted, "--disclosure", LIST, "--no-build")).code == 0
    assert run(posted.words("build", today="2026-11-26")).code == 0
    assert everywhere(posted) == []
    page = posted.page(LIST)
    assert "đã được gỡ khỏi trang ngày 23/11/2026" in page
    entries = json.loads((posted.output / "manifest.json").read_bytes())["disclosures"]
    assert all(entry["form"] != "poor-households" for entry in entries)


def test_a_budget_is_not_taken_down(posted: Place, run: Run) -> None:
    """Budgets stay: they are corrected by a new version."""
    told = run(take(posted, "--disclosure", "ngan-sach/2026/06-thang/chi"))
    assert told.code == 1
    assert "không nêu tên ai" in told.err


def test_a_request_is_registered_with_its_days_and_answered(posted: Place, run: Run) -> None:
    """A correction is answered in two working days and made in ten; once answered it is open no more."""
    told = run(take(posted, "--request", "correction", "--disclosure", LIST, "--received", "2026-11-20"))
    assert told.code == 0
    assert "25/11/2026" in told.out
    assert "30/11/2026" in told.out
    assert "Yêu cầu số 1" in run(take(posted, "--list")).out
    assert run(take(posted, "--done", "1")).code == 0
    assert "không có yêu cầu nào còn mở" in run(take(posted, "--list")).out


def test_something_private_has_its_record(posted: Place, run: Run) -> None:
    """The record for the notice lies beside the prints, says the days, and names nobody."""
    assert run(take(posted, "--person", NAME, "--private")).code == 0
    (record,) = (posted.root / "site" / "to-print").rglob("yeu-cau-1.docx")
    text = " ".join(" ".join(piece.text for piece in pieces(record)).split())
    assert "BIÊN BẢN" in text
    assert "72 giờ" in text
    assert "26/11/2026" in text
    assert NAME not in text


def test_a_number_of_several_communes_answers_none(posted: Place, run: Run) -> None:
    """In a province each commune numbers its own requests: what one of them took down is not brought back by another's number."""
    (posted.data / "province.toml").write_text('name = "Tỉnh Thử"\n', "utf-8")
    shutil.copytree(posted.commune, posted.data / "xa-khac")
    assert run(take(posted, "--person", NAME, "--all", "--no-build")).code == 0
    told = run(take(posted, "--restore", "1"))
    assert told.code == 1
    assert "xa-khac, xa-thu" in told.out
    assert run(take(posted, "--restore", "1", "--only", "xa-thu")).code == 0
    assert run(posted.words("post")).code == 0
    files = kept(posted.data)
    assert [path.split("/")[0] for path in files if path.endswith(".names.json") and NAME.encode() in files[path]] == ["xa-thu"]


def test_papers_that_still_name_the_person_are_told_or_deleted(posted: Place, run: Run) -> None:
    """What the program made and nobody changed is deleted; an officer's own file is named, and so is a scan nobody can search."""
    requested = posted.root / "site" / "to-print" / "xa-thu" / "theo-yeu-cau"
    requested.mkdir(parents=True)
    (requested.parent.parent / ".congkhai").touch()
    paper = docx(Paper("", "", Letterhead(("UBND",), "", "", ()), "", f"Xác nhận của bà {NAME}", (), ()))
    (requested / "giay.docx").write_bytes(paper)
    (requested / "thu.txt").write_text(f"Kính gửi bà {NAME.upper()}", "utf-8")
    (requested / "khac.txt").write_text(f"Kính gửi ông {OTHER}", "utf-8")
    (requested / "ban-ky.jpg").write_bytes(b"scan")
    told = run(take(posted, "--person", NAME))
    assert told.code == 0
    assert {path.name for path in requested.iterdir() if path.is_file()} == {"thu.txt", "khac.txt", "ban-ky.jpg"}
    assert "thu.txt" in told.out
    assert "ban-ky.jpg" in told.out
    assert "khac.txt" not in told.out
    assert "Đã xóa 1 tệp" in told.out


def test_a_giver_stays_as_an_anonymous_gift(place: Place, run: Run) -> None:
    """A giver who is taken down leaves the gift and its amount, and every sum as it was."""
    assert run(place.words("post", today="2026-11-20")).code == 0
    assert run(place.words("build", today="2026-11-20")).code == 0
    (page,) = Path(place.output / LEDGER).glob("*/index.html")
    names = next((place.commune / FOLDER).rglob("*contributions*/v1.names.json"))
    giver = next(iter(json.loads(names.read_bytes())["names"].values()))["giver"]
    before = page.read_text("utf-8")
    assert run(take(place, "--person", giver, "--all")).code == 0
    after = page.read_text("utf-8")
    assert giver not in after
    assert after.count("<tr id=") == before.count("<tr id=")
    assert "500.000" in after
    assert everywhere(place, giver) == []
