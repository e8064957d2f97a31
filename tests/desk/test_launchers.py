"""A double click opens the desk on each system: the launchers' text says so, in the form that the system takes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT


def test_a_double_click_on_windows_opens_the_desk() -> None:
    """Without a word congkhai.cmd opens the desk from its own folder, and a fault stays to be read; its lines end with CR LF."""
    content = (ROOT / "congkhai.cmd").read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    words = content.decode()
    assert words.index('if "%~1"=="" goto desk') < words.index("-m generator %*")
    _, _, desk = words.partition("\r\n:desk\r\n")
    assert 'cd /d "%HERE%"' in desk
    assert '"%VENV%\\Scripts\\python.exe" -m generator desk || goto failed' in desk


@pytest.mark.skipif(shutil.which("sh") is None, reason="this machine has no POSIX shell")
def test_a_double_click_on_macos_opens_the_desk() -> None:
    """congkhai.command parses in a plain shell, may be run, and opens the desk from its own folder."""
    path = ROOT / "congkhai.command"
    assert subprocess.run(["sh", "-n", path], check=False).returncode == 0
    assert path.stat().st_mode & 0o111
    assert 'cd "$(dirname -- "$0")" && exec ./congkhai desk' in path.read_text("utf-8")


def test_a_desktop_entry_opens_the_desk() -> None:
    """congkhai.desktop is an application in Vietnamese too, and starts the desk in the folder that it lies in."""
    lines = (ROOT / "congkhai.desktop").read_text("utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    entries = dict(line.split("=", 1) for line in lines[1:])
    assert entries["Type"] == "Application"
    assert entries["Name[vi]"].startswith("Công khai")
    assert "./congkhai desk" in entries["Exec"]
    assert "CONGKHAI_CLICKED=1" in entries["Exec"]
    assert entries["Exec"].endswith("%k")


def test_a_double_click_inside_the_zip_is_told_to_unpack_first() -> None:
    """Windows shows a zip as a folder: congkhai.cmd started there finds no program beside it, says so and stays open."""
    words = (ROOT / "congkhai.cmd").read_text("utf-8")
    lines = words.splitlines()
    at = lines.index('if exist "%HERE%generator\\__main__.py" goto unpacked')
    assert "giai nen" in lines[at + 1]
    assert lines[at + 2:at + 4] == ["goto failed", ":unpacked"]


@pytest.mark.skipif(shutil.which("sh") is None, reason="this machine has no POSIX shell")
def test_a_fault_after_a_double_click_on_linux_opens_the_page_of_steps(tmp_path: Path) -> None:
    """Without a window of its own the launcher's words are lost; the page that says what to install is opened in their place."""
    shutil.copy(ROOT / "congkhai", tmp_path)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "dirname"):
        (tools / name).symlink_to(str(shutil.which(name)))
    opener = tools / "xdg-open"
    opener.write_text(f'#!{tools}/sh\necho "$1" > "{tmp_path}/opened"\n', "utf-8")
    opener.chmod(0o755)
    asked = {"PATH": str(tools), "CONGKHAI_PYTHON": "no-such-python"}
    for clicked in ({}, {"CONGKHAI_CLICKED": "1"}):
        assert subprocess.run([str(tools / "sh"), tmp_path / "congkhai", "desk"], env=asked | clicked, capture_output=True,
                              check=False).returncode == 2
        assert (tmp_path / "opened").exists() == bool(clicked)
    assert (tmp_path / "opened").read_text("utf-8").strip() == f"{tmp_path}/docs/bat-dau.html"
