"""Temporary folders go with the work they were made for, whatever ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from generator import jobs
from generator.scratch import scratch

LEAVES = """
import os, signal, sys, tempfile, time
from generator.scratch import scratch
with scratch() as folder:
    (folder / "names.html").write_text("x")
    print("ready", flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's temporary folder is the test's own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def leave(item: str) -> str:
    """Leave a folder behind and end as the item says."""
    folder = tempfile.mkdtemp(prefix="weasyprint-")
    if item == "die":
        os._exit(3)
    if item == "sleep":
        time.sleep(60)
    if item == "raise":
        raise ValueError(item)
    return folder


def test_what_workers_leave_goes_with_their_pool(place: Path) -> None:
    """Workers that end well, die, raise or run out of time leave nothing in the system's temporary folder."""
    done = list(jobs.run(leave, ["a", "die", "raise", "sleep"], workers=2, timeout=3.0))
    assert [one.failure for one in done] == [None, "crashed", "crashed", "timeout"]
    assert Path(done[0].result or "").parent.parent == place
    assert list(place.iterdir()) == []


def test_work_left_early_leaves_no_folder(place: Path) -> None:
    """A caller who stops listening leaves nothing either."""
    outcomes = jobs.run(leave, ["a"] * 9, workers=2)
    assert Path(next(outcomes).result or "").is_dir()
    outcomes.close()  # type: ignore[attr-defined]
    assert list(place.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends processes in another way")
def test_what_a_killed_run_left_goes_with_the_next(place: Path) -> None:
    """A run that was killed leaves its folder, which stays while it lives and is gone once another begins."""
    with subprocess.Popen([sys.executable, "-c", LEAVES], env=os.environ | {"TMPDIR": str(place)}, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        with scratch():
            assert len([*place.rglob("names.html")]) == 1
        process.send_signal(signal.SIGKILL)
    assert len([*place.rglob("names.html")]) == 1
    with scratch() as folder:
        assert folder is not None
        assert sorted(place.iterdir()) == [folder, folder.with_suffix(".lock")]
    assert list(place.iterdir()) == []


def test_a_scratch_folder_is_for_its_user_alone() -> None:
    """What lies in it may name persons."""
    with scratch() as folder:
        assert folder is not None
        assert folder.stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_without_a_place_for_it_work_goes_on(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the temporary folder is missing there is no scratch, and jobs run all the same."""
    monkeypatch.setattr(tempfile, "tempdir", str(place / "missing"))
    with scratch() as folder:
        assert folder is None
    assert [one.result for one in jobs.run(str, [1])] == ["1"]
