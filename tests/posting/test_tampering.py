"""One byte altered anywhere, in the site or in the record, is found."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from generator.posting.sealing import sealed
from generator.posting.store import FOLDER
from generator.posting.verifying import verify_chain
from generator.release.sums import FILE, verify_sums
from tests.conftest import Site
from tests.posting import drawn
from tests.posting.test_taking_back import SECOND, posted


def flip(path: Path, place: int) -> None:
    """Alter one bit of one byte of a file."""
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= 1
    path.write_bytes(bytes(content))


def test_a_byte_altered_in_any_file_of_the_sample_is_found(sample: Site, tmp_path: Path) -> None:
    """Each file of the site, whatever it is, is named once a single byte of it is another."""
    copy = tmp_path / "output"
    shutil.copytree(sample.output, copy)
    assert verify_sums(copy) == ()
    files = [path for path in sorted(copy.rglob("*")) if path.is_file() and path.name != FILE]
    for number, path in enumerate(files):
        flip(path, number * 7919)
    assert {found.file for found in verify_sums(copy)} == {path.relative_to(copy).as_posix() for path in files}


@pytest.mark.parametrize("place", [0, 1, 63, 64, 66, 5_000, -1, -2])
def test_a_byte_altered_in_the_sums_is_found(sample: Site, tmp_path: Path, place: int) -> None:
    """The list of sums itself can't be altered unseen."""
    copy = tmp_path / "output"
    shutil.copytree(sample.output, copy, copy_function=lambda source, target: Path(target).hardlink_to(source))
    content = (copy / FILE).read_bytes()
    (copy / FILE).unlink()
    (copy / FILE).write_bytes(content)
    flip(copy / FILE, place)
    assert verify_sums(copy)


def test_a_byte_altered_in_any_file_of_the_record_is_found(tmp_path: Path) -> None:
    """History, stored versions and kept names: at every place of every file."""
    posted(tmp_path, drawn.households("Nguyễn Văn An"), drawn.revenue())
    posted(tmp_path, SECOND, drawn.revenue(2, source_sha256="f" * 64), days=1)
    assert verify_chain(tmp_path) == ()
    for path in sorted(path for path in (tmp_path / FOLDER).rglob("*.json*") if path.is_file()):
        whole = path.read_bytes()
        for place in range(0, len(whole), 5):
            flip(path, place)
            assert verify_chain(tmp_path), (path.name, place)
            path.write_bytes(whole)
    assert verify_chain(tmp_path) == ()


def test_the_offices_own_tool_gets_the_head(tmp_path: Path) -> None:
    """The command is run with the head as its last word; one that is missing or fails is told and leaves the record whole."""
    posted(tmp_path, drawn.revenue())
    script = "import sys, pathlib; pathlib.Path('head.sig').write_text(sys.argv[1])"
    assert sealed(tmp_path, (sys.executable, "-c", script)) == ()
    assert len((tmp_path / FOLDER / "head.sig").read_text()) == 64
    assert [found.code for found in sealed(tmp_path, ("no-such-tool-anywhere",))] == ["seal-failed"]
    assert [found.code for found in sealed(tmp_path, (sys.executable, "-c", "raise SystemExit(3)"))] == ["seal-failed"]
    assert sealed(tmp_path, ()) == ()
    assert verify_chain(tmp_path) == ()
