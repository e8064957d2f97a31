"""The launchers and the locks: what a fresh machine is given."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

ROOT = Path(__file__).parent.parent
_TAG = f"cp{sys.version_info[0]}{sys.version_info[1]}"
LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-cluster.lock", "requirements-bundle.lock")


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_every_library_with_hashes(lock: str) -> None:
    """Each library of a lock has one exact version and at least one hash."""
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    pins = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert pins
    assert all(re.match(r"[a-z0-9-]+==[^ ]+ .*--hash=sha256:[0-9a-f]{64}", line) for line in pins)


@pytest.mark.parametrize("name", [*LOCKS, "requirements.in", "requirements-test.in", "requirements-bundle.in", "pyproject.toml", "congkhai",
                                  "congkhai.cmd", "docs/bat-dau.html"])
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
    assert words.index('"py -3"') < words.index('"python"')
    for part in ("requirements.lock", "requirements-test.lock", "--require-hashes", "-m generator %*", "-m tests.benchmarks", "-m pytest"):
        assert part in words


def test_every_jump_of_the_windows_launcher_has_its_place() -> None:
    """Each label that is jumped to or called stands once; each that stands is reached."""
    words = (ROOT / "congkhai.cmd").read_text("utf-8")
    labels = re.findall(r"^:(\w+)$", words, re.MULTILINE)
    assert len(labels) == len(set(labels))
    assert set(labels) == set(re.findall(r"(?:goto |call :)(\w+)", words))


def test_a_fault_after_a_double_click_on_windows_stays_to_be_read() -> None:
    """Every way out with a fault before a command runs goes by the pause, which a window without a word alone makes."""
    words = (ROOT / "congkhai.cmd").read_text("utf-8")
    before, _, need = words.partition("\n:need\n")
    assert before.count("exit /b 2") == 1
    assert before.rstrip().endswith(':failed\nif "%~1"=="" pause\nexit /b 2')
    assert need.count("exit /b 2") == 2
    assert words.count("call :need || goto failed") == 2


@pytest.mark.parametrize("launcher", ["congkhai", "congkhai.cmd"])
def test_a_launcher_installs_from_a_bundles_wheels_alone(launcher: str) -> None:
    """Where wheels are there, pip comes from them and asks no network; the same hashes hold."""
    lines = (ROOT / launcher).read_text("utf-8").splitlines()
    (line,) = [line for line in lines if "--no-index" in line]
    assert "--find-links" in line
    assert "wheels" in line.lower()
    assert any("--without-pip" in one for one in lines)
    assert any("pip-*.whl" in one for one in lines)
    assert sum("--require-hashes" in one for one in lines) == 1


def test_both_launchers_ask_the_same_of_a_python() -> None:
    """New enough, and one that the bundle's wheels are for; on Windows 64 bits too. The question is asked here of this very Python."""
    windows = re.search(r'^set "FITS=(.*)"$', (ROOT / "congkhai.cmd").read_text("utf-8"), re.MULTILINE)
    posix = re.search(r"^fits='(.*?)'$", (ROOT / "congkhai").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert windows
    assert posix
    assert "%" not in windows[1]
    folders = (None, [f"a-1-{_TAG}-{_TAG}-x.whl"], ["a-1-cp39-cp39-x.whl"], [f"a-1-{_TAG}-abi3-x.whl"])
    for asked in (windows[1], posix[1]):
        assert [_asked(asked, names) for names in folders] == [0, 0, 1, 1]


def _asked(question: str, names: list[str] | None) -> int:
    """Return what a Python answers where a folder of wheels holds these names, or where there is none."""
    with TemporaryDirectory() as folder:
        wheels = Path(folder) / "wheels"
        if names is not None:
            wheels.mkdir()
        for name in names or ():
            (wheels / name).touch()
        return subprocess.run([sys.executable, "-c", question, wheels], check=False).returncode


@pytest.mark.skipif(shutil.which("sh") is None, reason="this machine has no POSIX shell")
def test_the_launcher_without_a_python_says_what_to_install(tmp_path: Path) -> None:
    """With no Python at all the launcher ends with 2 and names the version and the page of steps."""
    shutil.copy(ROOT / "congkhai", tmp_path)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "dirname"):
        (tools / name).symlink_to(str(shutil.which(name)))
    told = subprocess.run([str(tools / "sh"), tmp_path / "congkhai", "desk"], env={"PATH": str(tools), "CONGKHAI_PYTHON": "no-such-python"},
                          capture_output=True, text=True, encoding="utf-8", check=False)
    assert told.returncode == 2
    assert "Python 3.11" in told.stderr
    assert "bat-dau.html" in told.stderr


def test_the_launcher_without_a_word_lists_the_commands() -> None:
    """In a terminal nothing opens by itself: what may be typed is told."""
    told = subprocess.run([sys.executable, "-m", "generator"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert told.returncode == 2
    assert "desk" in told.stderr
    assert (ROOT / "congkhai").read_text("utf-8").rstrip().endswith('*) exec "$venv/bin/python" -m generator "$@" ;;\nesac')
