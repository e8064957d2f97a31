"""A double click opens the desk on each system: the launchers' text says so, in the form that the system takes."""

from __future__ import annotations

import shutil
import subprocess

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
    assert '"%VENV%\\Scripts\\python.exe" -m generator desk || pause' in desk


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
    assert entries["Exec"].endswith("%k")
