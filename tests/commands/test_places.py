"""Places that can't be written: the old site stays whole, nothing half made is left, and a sentence says what to do."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.release.locking import locked
from generator.release.staging import lock_of
from tests.commands.conftest import Place, Run, kept, ran
from tests.commands.test_bad_input import said
from tests.conftest import ROOT


def may(*words: str) -> bool:
    """Return whether this account may do what needs the rights of root."""
    return os.name == "posix" and os.geteuid() == 0 and subprocess.run(words, capture_output=True, check=False).returncode == 0


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """Let nobody, root included, write into a folder."""
    if not may("chattr", "+i", str(folder)):
        pytest.skip("only root on a disk with attributes can take the right to write from itself")
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", str(folder)], check=True)


@contextmanager
def small(folder: Path, size: str) -> Iterator[None]:
    """Give a folder a disk of its own that is soon full."""
    folder.mkdir()
    if not may("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)):
        pytest.skip("only root can give a folder a small disk of its own")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("which", ["output", ""])
def test_a_read_only_place(place: Place, run: Run, which: str) -> None:
    """A site, or the folder it lies in, that can't be written: exit code 2, the sentence, the old site, no leftovers."""
    assert run(place.words("build")).code == 0
    before = kept(place.root / "site")
    with unwritable(place.output.parent / which):
        told = run(place.words("build", today="2026-12-24"))
    assert told.code == 2
    assert said("output-read-only", told.err)
    assert kept(place.root / "site") == before


@pytest.mark.parametrize("size", ["200k", "1200k"])
def test_a_full_disk(place: Place, run: Run, size: str) -> None:
    """A disk that is full, at once or on the way, ends with 2, keeps what was there and holds nothing half written."""
    with small(place.root / "site", size):
        (place.output / "old").mkdir(parents=True)
        (place.output / "SHA256SUMS").write_bytes(b"")
        told = run([*place.words("build"), "--data", str(ROOT / "data")])
        left = sorted(path.name for path in place.output.parent.iterdir() if not path.name.endswith(".lock"))
        inside = sorted(path.name for path in place.output.iterdir())
    assert told.code == 2
    assert said("disk-full", told.err)
    assert (left, inside) == (["output"], ["SHA256SUMS", "old"])


def test_a_print_that_finds_the_disk_full(place: Place, run: Run) -> None:
    """A disk that only the prints fill is no warning but the end of the build."""
    with small(place.root / "site", "64k"):
        told = run([word for word in place.words("build") if word != "--no-prints"])
        left = [path.name for path in place.output.parent.iterdir() if not path.name.endswith((".lock", ".cache"))]
    assert told.code == 2
    assert said("disk-full", told.err)
    assert not said("print-failed", told.err)
    assert left == []


def test_an_output_that_is_a_file(place: Place, run: Run) -> None:
    """A file in the site's place is left as it is."""
    place.output.parent.mkdir()
    place.output.write_text("mine", "utf-8")
    told = run(place.words("build"))
    assert told.code == 2
    assert said("output-not-a-folder", told.err)
    assert place.output.read_text("utf-8") == "mine"


def test_an_output_that_is_not_ours(place: Place, run: Run) -> None:
    """A folder with other people's files is not touched."""
    place.output.mkdir(parents=True)
    (place.output / "letter.txt").write_text("mine", "utf-8")
    told = run(place.words("build"))
    assert told.code == 2
    assert said("output-not-ours", told.err)
    assert [path.name for path in place.output.iterdir()] == ["letter.txt"]


def test_two_builds_at_once(place: Place, run: Run) -> None:
    """While one build holds the place another ends with 2 at once and changes nothing."""
    assert run(place.words("build")).code == 0
    before = kept(place.root / "site")
    with locked(lock_of(place.output)):
        told = ran(place.words("build", today="2026-12-24"))
    assert told.code == 2
    assert said("build-running", told.err)
    assert kept(place.root / "site") == before
    assert run(place.words("build")).code == 0


def test_the_data_is_never_written(place: Place, run: Run) -> None:
    """`build` and `check` leave the data folder byte for byte as it was, refused workbooks included."""
    place.add("cut-short.xlsx")
    before = kept(place.data)
    assert run(place.words("build")).code == 1
    assert run(["check", str(place.commune)]).code == 1
    assert kept(place.data) == before


def test_relative_paths_from_another_folder(place: Place) -> None:
    """Paths are meant from where the command is typed, and the site has no trace of where that was."""
    words = ["build", "--data", "data", "--output", "out", "--to-print", "paper", "--no-prints", "--today", "2026-11-23"]
    told = ran(words, place.root)
    assert told.code == 0, told.err
    assert (place.root / "out" / "index.html").is_file()
    assert not (ROOT / "out").exists()
    assert all(str(place.root).encode() not in content for content in kept(place.root / "out").values())
