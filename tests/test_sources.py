"""What lies under a data folder: one commune, several with a province, the sample alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import sources
from generator.cells import Unreadable


def lay(data: Path, *names: str) -> Path:
    """Write files under a data folder; a commune.toml names its folder's commune, in "mau" the sample."""
    for name in names:
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        sample = "sample = true\n" if path.parent.name == "mau" else ""
        path.write_text(f'name = "Xã Suối Mây"\n{sample}' if path.name == "commune.toml" else name, "utf-8")
    return data


def seen(data: Path) -> dict[str, list[str]]:
    """Return the ids of the communes with the names of their files."""
    return {folder.id: [source.path.name for source in folder.sources] for folder in sources.communes(data)}


def test_one_commune_lies_in_the_data_folder(tmp_path: Path) -> None:
    """A lone commune has its id from its name, its files in order, and no settings, pictures or lock files among them."""
    data = lay(tmp_path, "commune.toml", "b.xlsx", "a.xls", "2026/c.csv",
               "~$b.xlsx", ".~lock.b.xlsx#", "anh.JPG", ".cong-khai/x.json", "ghi-chu.txt")
    assert seen(data) == {"suoi-may": ["c.csv", "a.xls", "b.xlsx"]}


def test_one_commune_lies_in_a_folder_of_its_own(tmp_path: Path) -> None:
    """A lone folder is the commune, by the folder's name."""
    assert seen(lay(tmp_path, "may-trang/commune.toml", "may-trang/a.xlsx")) == {"may-trang": ["a.xlsx"]}


def test_several_communes_need_a_province(tmp_path: Path) -> None:
    """Two communes without province.toml are refused, with it they are both there."""
    lay(tmp_path, "a/commune.toml", "a/1.xlsx", "b/commune.toml", "b/2.xlsx")
    with pytest.raises(Unreadable, match="commune-outside-province"):
        sources.communes(tmp_path)
    lay(tmp_path, "province.toml")
    assert seen(tmp_path) == {"a": ["1.xlsx"], "b": ["2.xlsx"]}


@pytest.mark.parametrize("other", ["commune.toml", "1.xlsx", "b/commune.toml"])
def test_the_sample_goes_when_another_is_there(tmp_path: Path, other: str) -> None:
    """The sample is shown alone, and left out once another commune has as much as a file."""
    lay(tmp_path, "mau/commune.toml", "mau/1.xlsx")
    assert seen(tmp_path) == {"mau": ["1.xlsx"]}
    assert "mau" not in seen(lay(tmp_path, other))


def test_a_missing_folder_and_an_empty_one_are_told_apart(tmp_path: Path) -> None:
    """No folder and no file are two findings."""
    with pytest.raises(Unreadable, match="data-folder-missing"):
        sources.communes(tmp_path / "none")
    with pytest.raises(Unreadable, match="data-folder-empty"):
        sources.communes(tmp_path)


def test_a_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    """A source's digest changes with a byte of the file."""
    first = sources.source(lay(tmp_path, "a.xlsx") / "a.xlsx", "a.xlsx")
    (tmp_path / "a.xlsx").write_text("b", "utf-8")
    assert sources.source(tmp_path / "a.xlsx", "a.xlsx").sha256 != first.sha256
    assert len(first.sha256) == 64


def test_named_files_come_once_whatever_their_extension(tmp_path: Path) -> None:
    """A file named twice, once by its folder, is one source; a file named outright may end in anything."""
    lay(tmp_path, "a.xlsx", "b.txt")
    found = sources.named([tmp_path, tmp_path / "a.xlsx", tmp_path / "b.txt"])
    assert [source.path.name for source in found] == ["a.xlsx", "b.txt"]


def test_names_are_composed(tmp_path: Path) -> None:
    """A file name that came in pieces is told composed."""
    lay(tmp_path, "xa\u0303.xlsx")
    assert sources.named([tmp_path])[0].name.endswith("xã.xlsx")


@pytest.mark.parametrize("said", [
    "../../evil", "/etc", "..\\\\x", "a/../../b", "..", ".", "C:\\\\x", "", "   ", "\\u202e../x", "%2e%2e/x", "<b>", "x" * 300,
])
def test_an_id_can_not_leave_the_site(tmp_path: Path, said: str) -> None:
    """Whatever commune.toml says its id is, it is one plain part of an address."""
    folder = tmp_path / "xa-thu"
    folder.mkdir()
    (folder / "commune.toml").write_text(f'name = "Xã Thử"\nid = "{said}"\n', "utf-8")
    (found,) = sources.communes(tmp_path)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found.id)
    assert len(found.id) <= 80
