"""`publish` takes a sound, fresh site to its place and records it; a stale or broken one goes nowhere."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.posting.store import FOLDER
from tests.commands.conftest import Place, Run


def built(place: Place, run: Run) -> None:
    """Build the commune's site without prints."""
    assert run(place.words("build", "--no-prints")).code == 0


def test_a_site_is_published_and_recorded(place: Place, run: Run, tmp_path: Path) -> None:
    """The folder comes to hold the site, the history has the postings, and the officer is told by when names must be down."""
    built(place, run)
    told = run(place.words("publish", "--to", str(tmp_path / "served")))
    assert told.code == 0
    assert (tmp_path / "served/manifest.json").read_bytes() == (place.output / "manifest.json").read_bytes()
    assert (place.commune / FOLDER / "history.jsonl").is_file()
    assert "phải được gỡ sau ngày" in told.out
    assert "không phải gửi gì" in run(place.words("publish", "--to", str(tmp_path / "served"))).err


def test_a_zip_for_the_portal(place: Place, run: Run, tmp_path: Path) -> None:
    """A name that ends in .zip is packed."""
    built(place, run)
    assert run(place.words("publish", "--to", str(tmp_path / "trang.zip"))).code == 0
    assert (tmp_path / "trang.zip").stat().st_size > 0


def test_where_to_is_asked_or_set(place: Place, run: Run, tmp_path: Path) -> None:
    """Without a place nothing happens; commune.toml may say it once for all."""
    built(place, run)
    told = run(place.words("publish"))
    assert (told.code, "--to" in told.err) == (2, True)
    settings = place.commune / "commune.toml"
    settings.write_text(f'publish = "{(tmp_path / "served").as_posix()}"\n' + settings.read_text("utf-8"), "utf-8")
    built(place, run)
    assert run(place.words("publish")).code == 0
    assert (tmp_path / "served/index.html").is_file()


@pytest.mark.parametrize(("harm", "code"), [("data", "publish-stale"), ("day", "publish-stale"), ("page", "publish-not-whole")])
def test_what_is_stale_or_broken_goes_nowhere(place: Place, run: Run, tmp_path: Path, harm: str, code: str) -> None:
    """Settings changed since the build, another day, or a page changed by hand: nothing is sent and nothing recorded."""
    built(place, run)
    words = place.words("publish", "--to", str(tmp_path / "served"))
    if harm == "data":
        with (place.commune / "commune.toml").open("a", encoding="utf-8") as file:
            file.write("\n# khác\n")
    elif harm == "day":
        words[words.index("--today") + 1] = "2026-11-24"
    else:
        (place.output / "index.html").write_text("khác", "utf-8")
    told = run(words)
    assert (told.code, code in told.err) == (2, True)
    assert not (tmp_path / "served").exists()
    assert not (place.commune / FOLDER / "history.jsonl").exists()


QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
PLACE = "tinh:cong-khai"


def _sftp(folder: Path, port: int) -> tuple[list[str], dict[str, str]]:
    """Return the command of an SFTP server, rclone's own, and the settings by which rclone reaches it."""
    return (["rclone", "serve", "sftp", str(folder), "--no-auth", "--addr", f"127.0.0.1:{port}"],
            {"TYPE": "sftp", "HOST": "127.0.0.1", "PORT": str(port), "USER": "x", "PASS": _obscured("x"), "SHELL_TYPE": "none",
             "DISABLE_HASHCHECK": "true"})


def _s3(_: Path, port: int) -> tuple[list[str], dict[str, str]]:
    """Return the command of a server that speaks S3, moto's, and the settings by which rclone reaches it."""
    server = shutil.which("moto_server", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if server is None:
        pytest.skip("moto_server is not installed")
    return ([server, "-H", "127.0.0.1", "-p", str(port)],
            {"TYPE": "s3", "PROVIDER": "Other", "ENDPOINT": f"http://127.0.0.1:{port}", "ACCESS_KEY_ID": "ma",
             "SECRET_ACCESS_KEY": "khoa", "FORCE_PATH_STYLE": "true"})


@pytest.fixture(params=[_sftp, _s3], ids=["sftp", "s3"])
def remote(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A real server on the loopback that rclone reaches, as a place to publish to; skipped where one of both is not installed."""
    if shutil.which("rclone") is None:
        pytest.skip("rclone is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (tmp_path / "served").mkdir()
    words, settings = request.param(tmp_path / "served", port)
    for name, value in settings.items():
        monkeypatch.setenv(f"RCLONE_CONFIG_TINH_{name}", value)
    monkeypatch.setenv("RCLONE_CONFIG", os.devnull)
    monkeypatch.delenv("AWS_CA_BUNDLE", raising=False)
    with subprocess.Popen(words, **QUIET) as server:
        for _ in range(100):
            if subprocess.run(["rclone", "mkdir", PLACE], check=False, **QUIET).returncode == 0:
                break
            time.sleep(0.2)
        yield PLACE
        server.kill()


def _obscured(word: str) -> str:
    return subprocess.run(["rclone", "obscure", word], check=True, capture_output=True, text=True).stdout.strip()


def _names(place: str) -> set[str]:
    """Return the files that a place holds."""
    listed = subprocess.run(["rclone", "lsf", "-R", "--files-only", place], check=True, capture_output=True, text=True)
    return set(listed.stdout.splitlines())


def _held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.skipif(sys.platform == "win32", reason="a group of processes is POSIX")
def test_a_move_to_a_server_is_cut_and_goes_on(place: Place, run: Run, remote: str, tmp_path: Path) -> None:
    """Killed in the middle of a move to a real server, the next one makes the place whole; a second sends nothing."""
    built(place, run)
    words = place.words("publish", "--to", remote)
    slow = os.environ | {"RCLONE_BWLIMIT": "16k", "RCLONE_TRANSFERS": "1"}
    cut = subprocess.Popen([sys.executable, "-m", "generator", *words], env=slow, start_new_session=True, **QUIET)
    while cut.poll() is None and not any(name.endswith(".css") for name in _names(remote)):
        time.sleep(0.05)
    os.killpg(cut.pid, signal.SIGKILL)
    cut.wait()
    assert "SHA256SUMS" not in _names(remote)
    assert run(words).code == 0
    subprocess.run(["rclone", "copy", remote, str(tmp_path / "sent")], check=True, **QUIET)
    assert _held(tmp_path / "sent") == _held(place.output)
    assert json.loads((tmp_path / "sent" / "manifest.json").read_bytes())["commune"]["name"] == "Xã Thử"
    assert "không phải gửi gì" in run(words).err


def test_what_is_gone_is_taken_from_a_server(place: Place, run: Run, remote: str, tmp_path: Path) -> None:
    """A page that the new site has no more is removed from a real server, and what changed is sent."""
    built(place, run)
    assert run(place.words("publish", "--to", remote)).code == 0
    before = _names(remote)
    for book in place.commune.glob("*.xlsx"):
        book.rename(tmp_path / book.name)
    shutil.rmtree(place.commune / FOLDER)
    built(place, run)
    assert run(place.words("publish", "--to", remote)).code == 0
    assert before - _names(remote)
    subprocess.run(["rclone", "copy", remote, str(tmp_path / "sent")], check=True, **QUIET)
    assert _held(tmp_path / "sent") == _held(place.output)
