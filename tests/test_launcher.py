"""The launchers and the locks: what a fresh machine is given."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-cluster.lock")


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_every_library_with_hashes(lock: str) -> None:
    """Each library of a lock has one exact version and at least one hash."""
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    pins = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert pins
    assert all(re.match(r"[a-z0-9-]+==[^ ]+ .*--hash=sha256:[0-9a-f]{64}", line) for line in pins)


@pytest.mark.parametrize("name", [*LOCKS, "requirements.in", "requirements-test.in", "pyproject.toml", "congkhai", "congkhai.cmd"])
def test_no_file_names_an_index(name: str) -> None:
    """No address from which packages are fetched stands in a file."""
    text = (ROOT / name).read_text("utf-8")
    assert "index-url" not in text
    assert not re.search(r"https?://\S*(simple|pypi)", text)


@pytest.mark.parametrize("platform", ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"])
def test_lock_resolves_for_each_platform(platform: str, tmp_path: Path) -> None:
    """What the lock pins is to be had, as wheels with the pinned hashes, on Linux, Windows and macOS."""
    uv = Path(sys.executable).with_name("uv")
    command = [uv, "pip", "install", "--quiet", "--dry-run", "--target", tmp_path, "--python-platform", platform,
               "--python-version", "3.11", "--require-hashes", "--only-binary", ":all:", "--requirement", ROOT / "requirements.lock"]
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


@pytest.mark.skipif(shutil.which("sh") is None, reason="this machine has no POSIX shell")
def test_launcher_is_a_posix_script() -> None:
    """The launcher parses in a plain POSIX shell and is executable."""
    launcher = ROOT / "congkhai"
    assert subprocess.run(["sh", "-n", launcher], check=False).returncode == 0
    assert launcher.stat().st_mode & 0o111


def test_windows_launcher_has_the_same_commands() -> None:
    """The Windows launcher looks for py -3, then python, installs the same locks and ends its lines with CR LF."""
    text = (ROOT / "congkhai.cmd").read_bytes()
    assert text.count(b"\n") == text.count(b"\r\n")
    words = text.decode("utf-8")
    assert words.index("py -3 -c") < words.index("python -c")
    for part in ("requirements.lock", "requirements-test.lock", "--require-hashes", "-m generator %*", "-m tests.benchmarks", "-m pytest"):
        assert part in words
