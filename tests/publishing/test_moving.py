"""A site moves in an order that leaves nothing public that should not be, and a move that was cut goes on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.publishing.archive import pack
from generator.publishing.folder import FolderPlace
from generator.publishing.moving import is_whole, move, place_of
from generator.publishing.steps import steps
from generator.release import sums
from generator.release.writing import CannotWrite


class Cut(Exception):  # noqa: N818 - what happens to a connection
    """The connection is gone."""


class Shaky(FolderPlace):
    """A folder that is reached over a connection which is cut after so many files."""

    def __init__(self, folder: Path, left: int) -> None:
        super().__init__(folder)
        self.left = left

    def send(self, source: Path, names: Iterable[str]) -> None:
        """Send one file after the other until the connection is cut."""
        for name in names:
            if self.left == 0:
                raise Cut
            self.left -= 1
            super().send(source, [name])


def laid(folder: Path, files: dict[str, str], *, naming: tuple[str, ...] = ()) -> Path:
    """Write a site of one commune with a manifest that says which pages name persons."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    shown = [{"page": name, "names_persons": name in naming} for name in files if name.endswith(".html")]
    (folder / "manifest.json").write_text(json.dumps({"disclosures": shown}), "utf-8")
    sums.write_sums(folder)
    return folder


OLD = {"index.html": "1", "ho-ngheo/index.html": "Nguyễn Văn An", "chi/index.html": "1", "cu.html": "x", "theme/site.css": "a"}
NEW = {"index.html": "2", "ho-ngheo/index.html": "13 hộ", "chi/index.html": "1", "chi.csv": "b", "theme/site.css": "a"}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The site of yesterday, which names persons on one page."""
    return laid(tmp_path / "old", OLD, naming=("ho-ngheo/index.html",))


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The site of today: the names are down, a page is gone, a file is new."""
    return laid(tmp_path / "new", NEW)


def held(folder: Path) -> dict[str, bytes]:
    """Return what a place holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_names_come_down_first_and_pages_go_last(old: Path, new: Path) -> None:
    """First the page that named persons, then what is gone, then files, pages, manifest and sums; what is the same is not sent."""
    todo = steps(FolderPlace(new).read, FolderPlace(old).read)
    assert list(todo) == [
        ("first", ("ho-ngheo/index.html",)), ("removed", ("cu.html",)), ("files", ("chi.csv",)), ("pages", ("index.html",)),
        ("manifests", ("manifest.json",)), ("whole", ("SHA256SUMS",))]
    assert todo.sent == 5


def test_a_folder_comes_to_hold_the_site(old: Path, new: Path, tmp_path: Path) -> None:
    """After a move the place holds the site and nothing else, whole by its sums; a second move sends nothing."""
    place = FolderPlace(tmp_path / "served")
    move(old, place, lambda *_: None)
    before = (tmp_path / "served/chi/index.html").stat().st_ino
    move(new, place, lambda *_: None)
    assert held(tmp_path / "served") == held(new)
    assert is_whole(tmp_path / "served")
    assert (tmp_path / "served/chi/index.html").stat().st_ino == before
    assert move(new, place, lambda *_: None).sent == 0


@pytest.mark.parametrize("after", range(5))
def test_a_move_that_was_cut_goes_on(old: Path, new: Path, tmp_path: Path, after: int) -> None:
    """Cut after any file, the page that named persons is the first to be other, and the next move makes the place whole."""
    served = tmp_path / "served"
    move(old, FolderPlace(served), lambda *_: None)
    with pytest.raises(Cut):
        move(new, Shaky(served, after), lambda *_: None)
    assert ("Nguyễn Văn An" in (served / "ho-ngheo/index.html").read_text("utf-8")) == (after == 0)
    move(new, FolderPlace(served), lambda *_: None)
    assert held(served) == held(new)


@pytest.mark.parametrize("after", range(8))
def test_a_province_that_was_cut_goes_on(tmp_path: Path, after: int) -> None:
    """Wherever a province's move is cut, communes' sums included, the next one brings what is missing and nothing is forgotten."""
    served, old, new = tmp_path / "served", tmp_path / "old", tmp_path / "new"
    for site, files in ((old, OLD), (new, NEW)):
        for commune in ("xa-an", "xa-binh"):
            laid(site / commune, files)
        sums.write_sums(site)
    move(old, FolderPlace(served), lambda *_: None)
    with pytest.raises(Cut):
        move(new, Shaky(served, after), lambda *_: None)
    move(new, FolderPlace(served), lambda *_: None)
    assert held(served) == held(new)


def test_everything_may_be_sent_again(new: Path, tmp_path: Path) -> None:
    """A place that somebody altered without its sums is made right by sending all again."""
    served = tmp_path / "served"
    move(new, FolderPlace(served), lambda *_: None)
    (served / "index.html").write_text("khác", "utf-8")
    assert move(new, FolderPlace(served), lambda *_: None).sent == 0
    move(new, FolderPlace(served), lambda *_: None, again=True)
    assert held(served) == held(new)


def test_what_the_words_mean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path is a folder, a drive's too; a name with a colon is a remote of rclone's, which must be there."""
    assert isinstance(place_of(str(tmp_path)), FolderPlace)
    assert isinstance(place_of("D:/congkhai"), FolderPlace)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotWrite) as told:
        place_of("tinh:cong-khai")
    assert told.value.code == "publish-no-rclone"


def test_a_zip_is_the_site_and_the_same_bytes_each_time(new: Path, tmp_path: Path) -> None:
    """The portal's zip holds every file of the site, sums included, and packing again gives the same bytes."""
    assert pack(new, tmp_path / "a.zip") == len(held(new))
    pack(new, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
