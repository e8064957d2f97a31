"""Languages: one file for a room or one for all; what is missing falls back and is listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import periods, wording
from generator.catalogue.texts import texts
from generator.commands.arguments import parse
from generator.commands.forms import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two rooms of Vietnamese, and a third language with one file for all."""
    (tmp_path / "hat.vi.toml").write_text('a = "một"\n[in]\nb = "hai"\nc = "ba"\n', "utf-8")
    (tmp_path / "nha.vi.toml").write_text('d = "bốn"\n', "utf-8")
    (tmp_path / "xx.toml").write_text('[hat]\na = "sa"\n[hat.in]\nb = "dua"\n', "utf-8")
    return tmp_path


def test_one_file_adds_a_language_and_what_it_lacks_is_vietnamese(folder: Path) -> None:
    """Rooms it does not speak of are Vietnamese whole."""
    assert wording.whole("hat", "xx", folder) == {"a": "sa", "in": {"b": "dua", "c": "ba"}}
    assert wording.whole("nha", "xx", folder) == {"d": "bốn"}
    assert wording.languages(folder) == ("vi", "xx")


def test_a_rooms_own_file_lies_over_the_file_for_all(folder: Path) -> None:
    """Both may be there: the room's own wins."""
    (folder / "hat.xx.toml").write_text('a = "SA"\n', "utf-8")
    assert wording.whole("hat", "xx", folder)["a"] == "SA"
    assert wording.whole("hat", "xx", folder)["in"] == {"b": "dua", "c": "ba"}


def test_the_texts_a_language_lacks_are_listed(folder: Path) -> None:
    """By room and key, in the order of the files; a language nobody wrote lacks all of them."""
    assert wording.missing("xx", folder) == (("hat", "in.c"), ("nha", "d"))
    assert len(wording.missing("yy", folder)) == 4


def test_every_reader_of_texts_falls_back() -> None:
    """Amounts, periods and rooms speak Vietnamese in a language that has no file."""
    assert periods.name(periods.read("2026-09m"), "yy") == "9 tháng đầu năm 2026"
    assert texts("pages", "yy") == texts("pages")


def test_the_command_lists_what_english_lacks(capsys: pytest.CaptureFixture[str]) -> None:
    """`forms --texts en` names room and key of what is Vietnamese alone."""
    assert run(parse(["forms", "--texts", "en"])) == 0
    assert "spoken: percent\n" in capsys.readouterr().out
