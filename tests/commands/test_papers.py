"""Official papers as an officer asks for them: where they lie, what is never public, what is said when nothing is meant."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document

from generator.commands import choices, prints_voice
from generator.prints import office, requests
from tests.commands.conftest import Place, Run, kept

HIDDEN = "Trần Thị Thử"  # in the ledger, and did not agree to be named


def words_of(path: Path) -> str:
    """Return what a .docx says outside its tables."""
    return "\n".join(place.text for place in Document(str(path)).paragraphs)


def test_papers_lie_in_to_print_as_pdf_and_docx(place: Place, run: Run) -> None:
    """One notice and minutes for the posting points there are, and nothing of it in the site."""
    told = run(place.words("prints", "dong-gop", "--purpose", "papers"))
    assert told.code == 0
    made = sorted(path.name for path in (place.output.parent / "to-print").rglob("van-ban/*.docx"))
    assert made == ["bien-ban-ket-thuc.docx", "bien-ban-niem-yet.docx", "thong-bao.docx"]
    assert all(name in told.out for name in made)
    assert not place.output.exists()


def test_a_certificate_is_made_for_who_asks_and_is_nowhere_else(place: Place, run: Run) -> None:
    """A giver who did not agree to be named has it in to-print; the site, the kept prints and the terminal don't know the name."""
    (place.commune / "commune.toml").write_text('name = "Xã Thử"\n', "utf-8")
    place.declare()
    assert run(place.words("build")).code == 0
    told = run(place.words("prints", "tran", "thi", "thu", "--purpose", "certificate"))
    assert told.code == 0
    assert "Thử" not in told.all
    [paper] = (place.output.parent / "to-print").rglob("giay-xac-nhan/*.docx")
    assert f"Ông (bà): {HIDDEN}" in words_of(paper)
    assert paper.name == "lam-duong-vao-buon-mau-2.docx"
    assert not [name for name, content in kept(place.root / "site").items() if "giay-xac-nhan" not in name and HIDDEN.encode() in content]
    assert not list((place.output.parent / ".cache").rglob("*.named"))
    assert not list(place.output.rglob("*giay-xac-nhan*"))


@pytest.mark.parametrize(("words", "sort"), [(("Nguyễn", "Khác"), "certificate"), (("zzz",), "papers"), (("dong-gop",), "decision")])
def test_what_is_not_there_is_said_in_a_sentence(place: Place, run: Run, words: tuple[str, ...], sort: str) -> None:
    """An unknown giver, an unknown table and a decision that no law asks for end with 2 and write nothing."""
    told = run(place.words("prints", *words, "--purpose", sort))
    assert told.code == 2
    assert "không" in told.err
    assert not list((place.root / "site").rglob("*.docx"))


def test_minutes_hold_the_end_of_the_record(place: Place, run: Run) -> None:
    """After a posting was recorded its last digest stands on the minutes; a record that was altered is not vouched for."""
    assert run(place.words("post")).code == 0
    history = place.commune / ".cong-khai" / "history.jsonl"
    last = history.read_text("utf-8").splitlines()[-1].split('"sha256":"')[-1][:8]
    paper = place.output.parent / "to-print" / "xa-thu" / "theo-yeu-cau"
    assert run(place.words("prints", "ho-ngheo", "--purpose", "minutes")).code == 0
    assert f"có mã: {last} " in words_of(next(paper.rglob("bien-ban-niem-yet.docx")))
    history.write_bytes(history.read_bytes().replace(b'"version":1', b'"version":7', 1))
    run(place.words("prints", "ho-ngheo", "--purpose", "minutes"))
    assert "Mã dòng cuối của sổ công khai: \t" in words_of(next(paper.rglob("bien-ban-niem-yet.docx")))


def test_a_paper_that_an_officer_worked_on_stays(place: Place, run: Run) -> None:
    """A .docx saved by another program is not written over, and the officer is told; one as it was made is made anew."""
    asked = place.words("prints", "thuc-hien", "ngan-sach", "--purpose", "notice")
    assert run(asked).code == 0
    [paper] = (place.output.parent / "to-print").rglob("thong-bao.docx")
    made = paper.read_bytes()
    assert run(asked).code == 0
    assert paper.read_bytes() == made
    edited = Document(str(paper))
    edited.core_properties.modified = datetime(2026, 11, 24, tzinfo=UTC)
    edited.add_paragraph("Đã sửa")
    edited.save(str(paper))
    told = run(asked)
    assert told.code == 0
    assert "thong-bao.docx" in told.err
    assert "Đã sửa" in words_of(paper)


def test_the_command_takes_what_can_be_asked_for() -> None:
    """Every purpose that prints know may be typed, the office's own papers and sounds among them, and none that they don't."""
    assert (*requests.PURPOSES, *office.PURPOSES, prints_voice.PURPOSE) == choices.PURPOSES
