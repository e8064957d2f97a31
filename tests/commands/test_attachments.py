"""Attachments from folder to page: public only where marked free of names, bare everywhere, in the history by digest."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from generator.attachments import carrying
from generator.posting.history import Entry, read
from generator.posting.store import FOLDER
from tests.attachments import drawn
from tests.commands.conftest import FIELD, SETTINGS, Place, Run, kept
from tests.commands.test_bad_input import said
from tests.commands.test_takedown import LIST, NAME, take

ENTRIES = """
[[attachment]]
file = "Biên bản.pdf"
title = "Biên bản niêm yết"
form = "poor-households"
free_of_names = true

[[attachment]]
file = "bang-tin.jpg"
title = "Ảnh bảng tin"
form = "poor-households"
free_of_names = true

[[attachment]]
file = "danh-sach-ky.png"
title = "Danh sách đã ký"
form = "poor-households"
"""
PUBLIC = {f"{LIST}/dinh-kem/bien-ban-niem-yet.pdf", f"{LIST}/dinh-kem/anh-bang-tin.jpg"}
PAPER = f"xa-thu/{LIST}/dinh-kem/danh-sach-da-ky.png"


def attach(place: Place, entries: str = ENTRIES, **files: bytes) -> None:
    """Put files into the commune's folder of attachments and name them in its settings."""
    folder = place.commune / "dinh-kem"
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (place.commune / "commune.toml").write_text(SETTINGS + entries, "utf-8")


@pytest.fixture
def carrying_place(place: Place) -> Place:
    """A commune whose list carries minutes, a photograph and a signed list that may name persons."""
    for name in ("ledger", "spending"):
        (place.commune / f"nothing-wrong-{name}.xlsx").unlink()
    attach(place, **{"Biên bản.pdf": drawn.paper(), "bang-tin.jpg": drawn.photograph(), "danh-sach-ky.png": drawn.drawing()})
    return place


def posts(place: Place) -> list[Entry]:
    """Return the postings of the history, oldest first."""
    return [entry for entry in read(place.commune / FOLDER / "history.jsonl", "")[0] if entry.action == "post"]


def attached(folder: Path) -> set[str]:
    """Return the attachments below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("dinh-kem/*")}


def test_attachments_are_bare_listed_and_recorded(carrying_place: Place, run: Run) -> None:
    """What is free of names is in the site, the rest beside the prints; nothing planted is anywhere; page, manifest and history tell."""
    place, to_print = carrying_place, carrying_place.output.parent / "to-print"
    assert run(place.words("build")).code == 0
    assert (attached(place.output), attached(to_print)) == (PUBLIC, {PAPER})
    assert [name for name, content in kept(place.output.parent).items() if drawn.held(content)] == []
    page = place.page(LIST)
    assert "Biên bản niêm yết</a>" in page
    assert "ảnh JPG" in page
    assert "Danh sách đã ký" not in page
    (entry,) = json.loads((place.output / "manifest.json").read_bytes())["disclosures"]
    assert {one["file"] for one in entry["attachments"]} == PUBLIC
    assert run(place.words("post")).code == 0
    digests = {name: hashlib.sha256((place.output / name).read_bytes()).hexdigest() for name in PUBLIC}
    assert digests.items() <= posts(place)[-1].attached.items()
    assert set(posts(place)[-1].attached) == {*PUBLIC, PAPER.removeprefix("xa-thu/")}
    assert run(place.words("post")).code == 0
    assert len(posts(place)) == 1
    assert run(place.words("verify")).code == 0


def test_an_attachment_exchanged_is_recorded_or_found(carrying_place: Place, run: Run) -> None:
    """An attachment that is not the one recorded is told by verify; posting it records it under the same version."""
    place = carrying_place
    assert run(place.words("post")).code == 0
    attach(place, **{"bang-tin.jpg": drawn.photograph(3)})
    assert run(place.words("build")).code == 0
    assert said("attachment-altered", run(place.words("verify")).out)
    assert run(place.words("post")).code == 0
    assert [entry.version for entry in posts(place)] == [1, 1]
    assert run(place.words("verify")).code == 0


def test_what_may_name_persons_leaves_the_board_with_the_list(carrying_place: Place, run: Run) -> None:
    """After the last day the signed list is not beside the prints any more; what is free of names stays public."""
    assert run(carrying_place.words("build", today="2026-12-11")).code == 0
    assert (attached(carrying_place.output), attached(carrying_place.output.parent / "to-print")) == (PUBLIC, set())


def test_a_person_taken_down_takes_the_signed_list_along(carrying_place: Place, run: Run) -> None:
    """A scan that may still name the person is not copied out any more, and the officer is told."""
    assert run(carrying_place.words("post")).code == 0
    assert run(take(carrying_place, "--person", NAME, "--no-build")).code == 0
    told = run(carrying_place.words("build"))
    assert told.code == 0
    assert attached(carrying_place.output.parent / "to-print") == set()
    report = json.loads((carrying_place.output.parent / "build-report.json").read_bytes())
    assert "attachment-held" in {found["code"] for found in report["findings"]}


def test_a_name_in_a_paper_marked_free_of_names_stops_the_release(carrying_place: Place, run: Run) -> None:
    """The text of a PDF is searched as every other file is."""
    attach(carrying_place, **{"Biên bản.pdf": drawn.paper("Can cuoc 040200999888")})
    told = run(carrying_place.words("build"))
    assert told.code == 2
    assert "bien-ban-niem-yet.pdf" in told.err
    assert not carrying_place.output.exists()


def test_what_cannot_be_taken_is_told(place: Place, run: Run) -> None:
    """A file that is missing, elsewhere, of another kind or damaged is named, and the rest is published."""
    names = ("../commune.toml", "khong-co.pdf", "word.pdf", "hong.pdf")
    entries = "".join(f'[[attachment]]\nfile = "{name}"\ntitle = "Văn bản"\nform = "poor-households"\n' for name in names)
    attach(place, entries, **{"word.pdf": b"PK\x03\x04 Word", "hong.pdf": b"%PDF-1.7\nhong"})
    told = run(place.words("build"))
    assert told.code == 1
    assert all(said(code, told.err) for code in ("attachment-missing", "attachment-kind", "attachment-damaged"))
    assert all(name in told.err for name in names)
    assert attached(place.output) == set()
    assert place.page(LIST)


def test_what_belongs_to_nothing_or_is_said_nowhere_is_told(place: Place, run: Run) -> None:
    """An unknown disclosure and a file nobody named are warnings; a workbook lying there is not read."""
    attach(place, '[[attachment]]\nfile = "tep.png"\ntitle = "Văn bản"\nform = "budget-revenue"\n', **{"tep.png": drawn.drawing()})
    shutil.copyfile(FIELD / "nothing-wrong-ledger.xlsx", place.commune / "dinh-kem" / "so-khac.xlsx")
    assert run(place.words("build")).code == 0
    report = json.loads((place.output.parent / "build-report.json").read_bytes())
    assert {found["code"] for found in report["findings"]} >= {"attachment-unclaimed", "attachment-undeclared"}


def test_a_file_too_large_is_told(place: Place, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a telephone could hardly open is refused by its size."""
    monkeypatch.setattr(carrying, "MOST", 100)
    attach(place, '[[attachment]]\nfile = "tep.png"\ntitle = "Văn bản"\nform = "poor-households"\n', **{"tep.png": drawn.drawing()})
    assert said("attachment-too-large", run(place.words("build")).err)
