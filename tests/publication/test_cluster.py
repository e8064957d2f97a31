"""A cluster builds the same province: a real scheduler and two real workers as processes of their own, one of them killed in the middle."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator import jobs
from generator.cells import Unreadable
from generator.commands.build import built
from generator.publication.options import ROOT, Options
from tests.conftest import DAY
from tests.drawing import workbook
from tests.kinds.budgets import SPENDING
from tests.publication.test_province import contents

pytest.importorskip("distributed", reason="the cluster's library is not installed")
COMMUNES = 5
_PATIENCE = 60.0


@pytest.fixture
def options(tmp_path: Path) -> Options:
    """A province of several communes with one workbook each."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "province.toml").write_text('name = "Tỉnh Thử"\n', "utf-8")
    for number in range(COMMUNES):
        own = data / f"xa-{number}"
        own.mkdir()
        (own / "commune.toml").write_text(f'name = "Xã Số {number}"\n', "utf-8")
        workbook(own, SPENDING, name="chi.xlsx")
    return Options(data=data, output=tmp_path / "output", to_print=tmp_path / "to-print", today=DAY, jobs=2, prints=False)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler on this machine, and its two workers."""
    file = tmp_path / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path,
             "env": {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}}
    words = [sys.executable, "-m", "dask"]
    running = [subprocess.Popen([*words, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
                                 "--scheduler-file", str(file)], **quiet)]  # type: ignore[call-overload]
    running += [subprocess.Popen([*words, "worker", "--scheduler-file", str(file), "--nworkers", "1", "--nthreads", "1", "--no-nanny",
                                  "--no-dashboard", "--local-directory", str(tmp_path)], **quiet)  # type: ignore[call-overload]
                for _ in range(2)]
    until = time.monotonic() + _PATIENCE
    while not (file.is_file() and file.read_text("utf-8").rstrip().endswith("}")) and time.monotonic() < until:
        time.sleep(0.1)
    address = file.read_text("utf-8").split('"address": "')[1].split('"')[0]
    yield address, running[1:]
    for process in reversed(running):
        process.kill()
        process.wait()


def test_a_cluster_gives_the_same_bytes_though_a_worker_dies(options: Options, cluster: tuple[str, list[subprocess.Popen[bytes]]]) -> None:
    """Two workers build what one process builds; what the killed one had in hand is done by the other."""
    assert built(options) == 0
    alone = contents(options.output)
    shutil.rmtree(options.output.parent / ".cache")
    address, workers = cluster
    building = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--data", str(options.data), "--output", str(options.output), "--to-print",
         str(options.to_print), "--today", DAY.isoformat(), "--no-prints", "--scheduler", address],
        cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    until = time.monotonic() + _PATIENCE
    while not list(options.output.parent.glob(".output.new-*/.xa-*.part")) and building.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
    workers[0].kill()
    _, said = building.communicate(timeout=_PATIENCE * 2)
    assert building.returncode == 0, said
    assert workers[1].poll() is None
    assert contents(options.output) == alone


@pytest.mark.parametrize(("address", "code"), [
    ("tcp://10.0.0.5:8786", "scheduler-open"), ("tcp://example.org:8786", "scheduler-open"),
    ("tcp://127.0.0.1:9", "scheduler-unreachable")])
def test_a_cluster_that_cannot_be_used_is_told(options: Options, address: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address open to strangers is refused before anything is sent; one where nobody answers is told, and the old site stays."""
    monkeypatch.setattr(jobs, "PATIENCE", 1.0)
    with pytest.raises(Unreadable, match=code):
        built(replace(options, scheduler=address))
    assert not options.output.exists()
