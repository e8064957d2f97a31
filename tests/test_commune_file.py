"""commune.toml is read entry by entry, and every mistake is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import commune_file
from generator.findings import tell
from generator.sources import Folder


def settings(folder: Path, content: str | bytes) -> Folder:
    """Write a commune.toml and return its folder."""
    (folder / "commune.toml").write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return Folder("suoi-may", folder, ())


def test_settings_are_read(tmp_path: Path) -> None:
    """Names, choices and hamlets come through, the rest by default."""
    content = 'name = "Xã Suối Mây"\nnames_on_web = true\n[[hamlet]]\nname = "Buôn Êa"\nhouseholds = 90\n'
    commune, found = commune_file.read(settings(tmp_path, content))
    assert found == ()
    assert (commune.name, commune.id, commune.names_on_web, commune.hamlet[0].name) == ("Xã Suối Mây", "suoi-may", True, "Buôn Êa")


def test_names_of_persons_are_off_by_default(tmp_path: Path) -> None:
    """A commune that says nothing shows no person's name on the web."""
    assert not commune_file.read(settings(tmp_path, 'name = "Xã Suối Mây"'))[0].names_on_web


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_windows_saves_is_read(tmp_path: Path, encoding: str) -> None:
    """A byte order mark, UTF-16 and Windows' line ends don't matter."""
    commune, found = commune_file.read(settings(tmp_path, 'name = "Phường Mây"\r\nsample = true\r\n'.encode(encoding)))
    assert (commune.name, commune.kind, commune.sample, found) == ("Phường Mây", "phường", True, ())


@pytest.mark.parametrize(("content", "code", "detail"), [
    ("name = “Xã Suối Mây”", "commune-file-damaged", ("line", "1")),
    ('name = "Xã"\nsite =\n', "commune-file-damaged", ("line", "2")),
    (b'name = "a"\nx = "\xff\xff"', "commune-file-damaged", ("line", "2")),
    ("sample = true", "commune-name-missing", None),
    ('name = "Xã A"\nnames_on_wed = true', "commune-entry-misspelt", ("meant", "names_on_web")),
    ('name = "Xã A"\nshow_names = false', "commune-entry-misspelt", ("meant", "names_on_web")),
    ('name = "Xã A"\n[[postd]]\nform = "poor-households"', "commune-entry-misspelt", ("meant", "posted")),
    ('name = "Xã A"\n[[predecesor]]\nname = "Xã B"', "commune-entry-misspelt", ("meant", "predecessor")),
    ('name = "Xã A"\ntelefone = "1"', "commune-entry-unknown", ("entry", "telefone")),
    ('name = "Xã A"\nwebsite = "https://a.vn"', "commune-entry-unknown", ("entry", "website")),
    ('name = "Xã A"\nnames_on_web = "có"', "commune-entry-wrong", ("entry", "names_on_web")),
    ('name = "Xã A"\n[[hamlet]]\nname = 3', "commune-entry-wrong", ("entry", "hamlet[0].name")),
    ("name = 5", "commune-entry-wrong", ("entry", "name")),
    ('name = "Xã A"\ncomments = "javascript:alert(1)"', "commune-entry-wrong", ("entry", "comments")),
    ('name = "Xã A"\nsatisfaction = "www.a.vn"', "commune-entry-wrong", ("entry", "satisfaction")),
])
def test_each_mistake_is_told(tmp_path: Path, content: str | bytes, code: str, detail: tuple[str, str] | None) -> None:
    """One mistake is one finding that names its line or entry, and has its words."""
    found = commune_file.read(settings(tmp_path, content))[1]
    assert [one.code for one in found] == [code]
    assert detail is None or detail in found[0].details
    assert tell(found[0]).message
    assert tell(found[0], "en").message != tell(found[0]).message


def test_one_mistake_does_not_hide_the_others(tmp_path: Path) -> None:
    """Wrong entries are told together and the right ones kept."""
    commune, found = commune_file.read(settings(tmp_path, 'name = "Xã A"\nnames_on_web = 1\nx = 2\nemail = "a@b.vn"'))
    assert [one.code for one in found] == ["commune-entry-wrong", "commune-entry-unknown"]
    assert commune.email == "a@b.vn"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """Without commune.toml there is a commune without a name, and the finding that says what to do."""
    commune, found = commune_file.read(Folder("a", tmp_path, ()))
    assert (commune.name, [one.code for one in found]) == ("", ["commune-file-missing"])


def test_the_nearest_settings_are_found(tmp_path: Path) -> None:
    """A workbook two folders down belongs to the commune above it."""
    settings(tmp_path, 'name = "Xã Suối Mây"')
    (tmp_path / "2026" / "quy-1").mkdir(parents=True)
    assert commune_file.near(tmp_path / "2026" / "quy-1").name == "Xã Suối Mây"


def test_a_province_is_read(tmp_path: Path) -> None:
    """province.toml makes a province, and no file makes none."""
    assert commune_file.read_province(tmp_path) == (None, ())
    (tmp_path / "province.toml").write_text('name = "Tỉnh Mây"', "utf-8")
    province, found = commune_file.read_province(tmp_path)
    assert province is not None
    assert (province.name, found) == ("Tỉnh Mây", ())
