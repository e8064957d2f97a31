"""commune.toml written by the form: what the officer wrote besides stays, and what comes out can be read."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator import commune_file
from generator.cells import Unreadable
from generator.desk import settings_file
from generator.sources import Folder
from tests.conftest import ROOT


def read(home: Path) -> commune_file.Commune:
    """The commune that the program reads of a folder, free of findings."""
    commune, found = commune_file.read(Folder("xa", home, ()))
    assert found == ()
    return commune


def test_a_first_start_makes_a_whole_file(tmp_path: Path) -> None:
    """What the form asks is read back as it was typed; a place in a hamlet is known to be there."""
    settings_file.save(tmp_path, {"name": "Xã Mới", "names_on_web": False, "telephone": "0262 1", "site": ""}, {"name": "Nguyễn A"},
                       ["Thôn Một", "Buôn Hai"], ["Nhà văn hóa Thôn Một", "Trụ sở"])
    commune = read(tmp_path)
    assert (commune.name, commune.names_on_web, commune.telephone, commune.signatory.name) == ("Xã Mới", False, "0262 1", "Nguyễn A")
    assert [(one.name, one.hamlet) for one in commune.place] == [("Nhà văn hóa Thôn Một", "Thôn Một"), ("Trụ sở", "")]


def test_comments_and_other_entries_stay(tmp_path: Path) -> None:
    """Only the line that was changed changes, in the sample's settings too; unknown entries and comments stay where they are."""
    shutil.copy(ROOT / "data" / "mau" / "commune.toml", tmp_path)
    path = tmp_path / "commune.toml"
    path.write_text("# lời ghi của cán bộ\nla = 1\n" + path.read_text("utf-8"), "utf-8")
    before = path.read_text("utf-8").splitlines()
    commune, _ = commune_file.read(Folder("xa", tmp_path, ()))
    shown = settings_file.form_of(commune)
    settings_file.save(tmp_path, {key: shown[key] for key in settings_file.SINGLE if shown[key] != ""} | {"telephone": "0262 9"},
                       {key: shown[f"signatory_{key}"] for key in settings_file.SIGNATORY}, shown["hamlets"].split("\n"),
                       shown["places"].split("\n"))
    after = path.read_text("utf-8").splitlines()
    assert set(before) ^ set(after) == {'telephone = "0262 000 0000"', 'telephone = "0262 9"'}
    assert len(before) == len(after)


def test_households_of_a_hamlet_stay_when_another_is_added(tmp_path: Path) -> None:
    """A hamlet that is named again keeps the number of its households."""
    (tmp_path / "commune.toml").write_text('name = "X"\n[[hamlet]]\nname = "Thôn A"\nhouseholds = 12\n', "utf-8")
    settings_file.save(tmp_path, {"name": "X"}, {}, ["Thôn B", "Thôn A"], [])
    assert [(one.name, one.households) for one in read(tmp_path).hamlet] == [("Thôn B", None), ("Thôn A", 12)]


def test_posting_days_are_set_once(tmp_path: Path) -> None:
    """A table's first day is changed where it stands and added where it doesn't."""
    settings_file.save(tmp_path, {"name": "X"}, {}, [], [])
    wanted = {"form": "budget-revenue", "stage": "execution", "period": "2026-09m", "subject": ""}
    for day in (8, 9):
        settings_file.state_days(tmp_path, [wanted | {"posted_from": date(2026, 10, day)}])
    settings_file.tell_event(tmp_path, "công nhận hộ nghèo 2026", date(2026, 11, 5))
    commune = read(tmp_path)
    assert [(one.form, one.posted_from.day) for one in commune.posted] == [("budget-revenue", 9)]
    assert commune.events == {"công nhận hộ nghèo 2026": date(2026, 11, 5)}


def test_a_damaged_file_is_not_written_over(tmp_path: Path) -> None:
    """Settings that make no sense are told and stay as they are."""
    path = tmp_path / "commune.toml"
    path.write_text('name = "X\n', "utf-8")
    with pytest.raises(Unreadable, match="commune-file-damaged"):
        settings_file.save(tmp_path, {"name": "Y"}, {}, [], [])
    assert path.read_text("utf-8") == 'name = "X\n'
