"""What lies in a bundle, and what is told where it can't be made."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from generator.bundling import packing
from generator.bundling.wheels import _reason
from generator.commands.arguments import parse
from generator.commands.bundle import run
from tests.conftest import ROOT


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """A bundle with one file in the place of the wheels."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    (wheels / "pip-1-py3-none-any.whl").write_bytes(b"wheel")
    (wheels / "note.txt").write_bytes(b"no wheel")
    packing.pack(ROOT, wheels, tmp_path / "a.zip")
    return tmp_path / "a.zip"


def test_a_bundle_has_all_that_the_program_runs_on(packed: Path) -> None:
    """Launchers, rooms, templates, fonts, pages, locks, wheels and the page of three steps, all in one folder."""
    with zipfile.ZipFile(packed) as content:
        names = set(content.namelist())
        page = content.read("congkhai/bat-dau.html").decode()
    assert {"congkhai/congkhai.cmd", "congkhai/congkhai", "congkhai/congkhai.command", "congkhai/congkhai.desktop", "congkhai/data/",
            "congkhai/generator/__main__.py", "congkhai/generator/catalogue/statutes.toml", "congkhai/requirements.lock",
            "congkhai/requirements-bundle.lock", "congkhai/docs/bat-dau.html", "congkhai/wheels/pip-1-py3-none-any.whl"} <= names
    fonts = {f"congkhai/{path.relative_to(ROOT).as_posix()}" for path in ROOT.glob("themes/**/*.ttf")}
    assert fonts
    assert fonts <= names
    assert all(name.startswith("congkhai/") for name in names)
    assert page.count("<ol>") == 3
    assert all(block.count("<li>") == 3 for block in page.split("<ol>")[1:] for block in [block.partition("</ol>")[0]])


def test_a_bundle_takes_nothing_of_the_office_along(packed: Path) -> None:
    """No workbook, no record, nothing built, no cache and no hidden file."""
    with zipfile.ZipFile(packed) as content:
        inner = [name.removeprefix("congkhai/") for name in content.namelist()]
    assert [name for name in inner if name.startswith(("data/", "output/", "to-print/", "mau/"))] == ["data/"]
    assert [name for name in inner if any(part.startswith((".", "__pycache__")) for part in name.split("/"))] == []
    assert [name for name in inner if name.endswith(("note.txt", ".pyc"))] == []


def test_launchers_may_be_run_after_unpacking(packed: Path) -> None:
    """The three that Linux and macOS run carry the right to; nothing else does."""
    with zipfile.ZipFile(packed) as content:
        runnable = {entry.filename for entry in content.infolist() if entry.external_attr >> 16 & 0o111 and not entry.is_dir()}
    assert runnable == {"congkhai/congkhai", "congkhai/congkhai.command", "congkhai/congkhai.desktop"}


def test_the_same_files_make_the_same_zip(packed: Path) -> None:
    """Packed twice the bytes are equal."""
    again = packed.with_name("b.zip")
    packing.pack(ROOT, packed.with_name("wheels"), again)
    assert again.read_bytes() == packed.read_bytes()


def test_wheels_that_cannot_be_had_are_told_and_nothing_is_written(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without any place to fetch from the command ends with 2, names system and version, and an older bundle stays."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    target = tmp_path / "goi.zip"
    target.write_bytes(b"older")
    assert run(parse(["bundle", "--platform", "windows", "--python", "3.13", "--output", str(target)])) == 2
    said = capsys.readouterr().err
    assert "Windows, Python 3.13: No matching distribution found for anyio==" in said
    assert "://" not in said
    assert target.read_bytes() == b"older"
    assert [path.name for path in tmp_path.iterdir()] == ["goi.zip"]


def test_the_reason_names_no_address() -> None:
    """Of all that pip says the last error is told, without the places it looked at."""
    assert _reason("WARNING: Retrying\nERROR: Could not find x (from versions: none)\nERROR: No match for x at https://a.example/b/\n") == (
        "No match for x at")
    assert _reason("/usr/bin/python3: No module named pip\n") == "/usr/bin/python3: No module named pip"
