"""Files dropped on the desk: sound names, known kinds, nothing replaced unseen, originals kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.desk import dropping, originals
from generator.desk.dropping import Tray, drop, sound_name
from tests.conftest import ROOT

FIELD = ROOT / "tests" / "field"
DAY = date(2026, 11, 23)
SOUND = (FIELD / "nothing-wrong-households.xlsx").read_bytes()


@pytest.mark.parametrize(("typed", "name"), [
    ("hộ nghèo.xlsx", "hộ nghèo.xlsx"), ("../../etc/passwd.xlsx", "passwd.xlsx"), ("C:\\Users\\a\\thu.XLSX", "thu.xlsx"),
    ("~$mo.xlsx", "mo.xlsx"), (".cong-khai.xlsx", "cong-khai.xlsx"), ("con.xlsx", "_con.xlsx"), ('a<b>:"|?*.csv', "a b.csv"),
    ("slx.\u202excod.xlsx", "slx. cod.xlsx".replace(" cod", " xcod")), ("..", ""), ("", ""), ("x\0y.xlsx", "x y.xlsx")])
def test_names_are_made_sound(typed: str, name: str) -> None:
    """Paths, signs that hide or turn the text, devices of Windows and hidden names are taken away."""
    assert sound_name(typed) == name


@given(st.text(max_size=300))
def test_no_name_leads_out(typed: str) -> None:
    """Whatever is typed, the file lies in the folder itself and isn't hidden."""
    name = sound_name(typed)
    assert name == "" or ((Path("/x") / name).parent == Path("/x") and not name.startswith((".", "~")) and len(name.encode()) < 600)


def test_only_workbooks_come_in(tmp_path: Path) -> None:
    """A program, a page, a picture, an empty file and one that only calls itself a workbook are turned away, and leave nothing behind."""
    tray = Tray()
    for name, content in (("a.exe", SOUND), ("a.html", b"<b>"), ("a.xlsx", b"\x89PNG...."), ("a.xlsx", b""), ("a.xlsx", b"<script>"),
                          ("commune.toml", b'name = "x"'), ("..", SOUND)):
        assert drop(tmp_path, name, content, tray).outcome in {"kind", "empty"}
    assert drop(tmp_path, "a.csv", b"a;b\n" * (dropping.LARGEST // 4 + 1), tray).outcome == "large"
    assert list(tmp_path.iterdir()) == []


def test_a_file_never_replaces_another_unseen(tmp_path: Path) -> None:
    """The same file again is nothing new; another of its name waits, and what was there is kept when it is replaced."""
    tray = Tray()
    other = (FIELD / "household-twice.xlsx").read_bytes()
    assert drop(tmp_path, "ho.xlsx", SOUND, tray).outcome == "taken"
    assert drop(tmp_path, "ho.xlsx", SOUND, tray).outcome == "same"
    held = drop(tmp_path, "ho.xlsx", other, tray)
    assert held.outcome == "held"
    assert (tmp_path / "ho.xlsx").read_bytes() == SOUND
    waiting = tray.waiting[held.key]
    assert dropping.put_beside(tmp_path, waiting) == "ho (2).xlsx"
    dropping.replace(tmp_path, waiting, "Trần Bảo", DAY)
    assert (tmp_path / "ho.xlsx").read_bytes() == other
    (change,) = originals.changes(tmp_path)
    assert (change.what, change.by, change.day) == ("replaced", "Trần Bảo", DAY)
    assert originals.place_of(tmp_path, "ho.xlsx", change.kept).read_bytes() == SOUND


def test_put_aside_is_kept(tmp_path: Path) -> None:
    """A file taken out of the folder lies among the originals, and the list says who took it out."""
    drop(tmp_path, "ho.xlsx", SOUND, Tray())
    dropping.put_aside(tmp_path, tmp_path / "ho.xlsx", "Trần Bảo", DAY)
    assert not (tmp_path / "ho.xlsx").exists()
    (change,) = originals.changes(tmp_path)
    assert originals.place_of(tmp_path, "ho.xlsx", change.kept).read_bytes() == SOUND


def test_both_files_of_a_name_are_told() -> None:
    """What tells two files apart is their size, how many lines they have, and the first of them."""
    side = dropping.told_of("ho.xlsx", SOUND)
    assert side.rows > 5
    assert any("DANH SÁCH" in line for line in side.lines)
    assert dropping.told_of("ho.xlsx", b"PK broken").lines == ()


def test_excel_is_seen_to_hold_a_file(tmp_path: Path) -> None:
    """The lock file that Excel or LibreOffice leaves beside an open workbook is noticed."""
    path = tmp_path / "ho.xlsx"
    assert not originals.is_open(path)
    (tmp_path / "~$ho.xlsx").touch()
    assert originals.is_open(path)
