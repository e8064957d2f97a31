"""`publish` takes a sound, fresh site to its place and records it; a stale or broken one goes nowhere."""

from __future__ import annotations

import json
import os
import shutil
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


@pytest.fixture(params=["sftp", "s3"])
def remote(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Path]]:
    """A real server on the loopback that rclone reaches, and the folder it serves; rclone itself plays both parts of the servers."""
    if shutil.which("rclone") is None:
        pytest.skip("rclone is not installed")
    served, port = tmp_path / "served", {"sftp": 21987, "s3": 21988}[request.param]
    (served / "cong-khai").mkdir(parents=True)
    words = {"sftp": ["serve", "sftp", str(served), "--no-auth"],
             "s3": ["serve", "s3", str(served), "--auth-key", "ma,khoa"]}[request.param]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(["rclone", *words, "--addr", f"127.0.0.1:{port}"], **quiet)
    settings = {
        "sftp": {"TYPE": "sftp", "HOST": "127.0.0.1", "PORT": str(port), "USER": "x", "PASS": _obscured("x"), "SHELL_TYPE": "none",
                 "DISABLE_HASHCHECK": "true"},
        "s3": {"TYPE": "s3", "PROVIDER": "Other", "ENDPOINT": f"http://127.0.0.1:{port}", "ACCESS_KEY_ID": "ma",
               "SECRET_ACCESS_KEY": "khoa", "FORCE_PATH_STYLE": "true"},
    }[request.param]
    for name, value in settings.items():
        monkeypatch.setenv(f"RCLONE_CONFIG_TINH_{name}", value)
    monkeypatch.setenv("RCLONE_CONFIG", os.devnull)
    for _ in range(100):
        if server.poll() is not None:
            pytest.skip(f"this rclone has no server for {request.param}")
        if subprocess.run(["rclone", "lsf", "tinh:cong-khai"], check=False, **quiet).returncode == 0:
            break
        time.sleep(0.1)
    yield "tinh:cong-khai", served / "cong-khai"
    server.kill()
    server.wait()


def _obscured(word: str) -> str:
    return subprocess.run(["rclone", "obscure", word], check=True, capture_output=True, text=True).stdout.strip()


def test_a_move_to_a_server_is_cut_and_goes_on(place: Place, run: Run, remote: tuple[str, Path]) -> None:
    """Killed in the middle of a move to a real server, the next one makes the place whole; a second sends nothing."""
    built(place, run)
    name, served = remote
    words = place.words("publish", "--to", name)
    cut = subprocess.Popen([sys.executable, "-m", "generator", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        if any(served.rglob("*.css")) or cut.poll() is not None:
            break
        time.sleep(0.02)
    cut.kill()
    cut.wait()
    assert run(words).code == 0
    sent = {path.relative_to(served).as_posix(): path.read_bytes() for path in served.rglob("*") if path.is_file()}
    assert sent == {path.relative_to(place.output).as_posix(): path.read_bytes() for path in place.output.rglob("*") if path.is_file()}
    assert json.loads(sent["manifest.json"])["commune"]["name"] == "Xã Thử"
    assert "không phải gửi gì" in run(words).err
