"""Kept prints: what did not change is not printed again, what may be named no more is gone, and damage costs time only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator import prints
from generator.disclosure.site import Made
from generator.prints import Kept, Workshop, keeping
from generator.prints.job import PrintJob

HTML = "<html lang='vi'><title>Bảng</title><p>Thôn Đồng Lau"
CONTENT = b"%PDF-1.7\nsheet\n%%EOF"


def job(folder: Path, name: str = "a.pdf", **more: object) -> PrintJob:
    """Return a job whose file is to lie in a folder."""
    return replace(PrintJob("x/y", "Bảng", "list", "A4", name, public=True, html=HTML, folder=folder), **more)  # type: ignore[arg-type]


def put(folder: Path, one: PrintJob) -> Kept:
    """Keep a print as if it had been made."""
    one.target.parent.mkdir(parents=True, exist_ok=True)
    one.target.write_bytes(CONTENT)
    kept = Kept(folder)
    kept.put(one, keeping.made(one, 3, "weasyprint"))
    return kept


def test_what_was_kept_is_taken_as_a_file_of_its_own(tmp_path: Path) -> None:
    """The same job gets the same bytes, pages and maker, and no inode is shared with what is kept."""
    first = put(tmp_path / "kept", job(tmp_path / "one"))
    again = job(tmp_path / "two")
    assert first.take(again) == Made("x/y", "print", "A4", "a.pdf", "list", 3, len(CONTENT), "weasyprint", True)
    assert again.target.read_bytes() == CONTENT
    assert {path.stat().st_nlink for path in tmp_path.rglob("*") if path.is_file()} == {1}


@pytest.mark.parametrize("other", [{"html": HTML + "."}, {"least": 17.0}, {"named": True}])
def test_another_job_finds_nothing(tmp_path: Path, other: dict[str, object]) -> None:
    """Other words, another type or names in it make another print."""
    assert put(tmp_path / "kept", job(tmp_path)).take(job(tmp_path, **other)) is None


def test_another_font_style_or_library_makes_all_prints_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What surrounds the HTML is part of what is asked for."""
    kept = put(tmp_path / "kept", job(tmp_path))
    monkeypatch.setattr(keeping, "surroundings", lambda: "another Pango")
    assert kept.take(job(tmp_path)) is None


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(b""), lambda path: path.write_bytes(path.read_bytes()[:-2]),
                                    lambda path: path.write_bytes(b"\xff" * 40), lambda path: path.unlink()])
def test_a_damaged_or_lost_print_is_made_again(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    """Nothing unsound is ever taken, and nothing is raised."""
    kept = put(tmp_path / "kept", job(tmp_path))
    damage(next((tmp_path / "kept").iterdir()))
    assert kept.take(job(tmp_path)) is None


def test_names_not_printed_now_are_not_kept(tmp_path: Path) -> None:
    """After a build that did not print a named list its kept print is gone; prints without names stay."""
    put(tmp_path / "kept", job(tmp_path, named=True))
    put(tmp_path / "kept", job(tmp_path))
    Kept(tmp_path / "kept").tidy()
    assert [path.suffix for path in (tmp_path / "kept").iterdir()] == [".plain"]


def test_names_printed_now_stay_kept(tmp_path: Path) -> None:
    """A named list that this build took is there for the next."""
    put(tmp_path / "kept", job(tmp_path, named=True))
    kept = Kept(tmp_path / "kept")
    assert kept.take(job(tmp_path, named=True))
    kept.tidy()
    assert len([*(tmp_path / "kept").iterdir()]) == 1


def test_a_place_that_cannot_be_written_keeps_nothing_and_says_nothing(tmp_path: Path) -> None:
    """Where the folder can't be made, prints go on without it."""
    (tmp_path / "kept").write_bytes(b"a file, no folder")
    kept = put(tmp_path / "kept", job(tmp_path))
    kept.tidy()
    assert kept.take(job(tmp_path)) is None


def test_a_second_making_prints_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With kept prints the press is not asked."""
    kept = put(tmp_path / "kept", job(tmp_path))
    monkeypatch.setattr(prints, "make", None)
    [done] = prints.make_all([job(tmp_path)], Workshop(tmp_path / "site", tmp_path / "paper", kept=kept))
    assert done.made is not None
    assert (tmp_path / "site" / "a.pdf").read_bytes() == CONTENT
