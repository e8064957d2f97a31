"""A second build of what did not change makes no print anew: each process asks for the very same prints."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import prints
from generator.prints import Kept, Workshop
from tests.prints import fixtures

ROOT = Path(__file__).resolve().parents[2]
KEYS = """
from datetime import date
from pathlib import Path
from generator import prints
from generator.catalogue import load
from generator.prints import announced, board_set, duties, keeping, meeting, official, posters
from generator.publication.offices import chosen_folders, ready
from generator.publication.options import Options

options = Options(data=Path("data"), output=Path("nowhere/output"), to_print=Path("nowhere/paper"), today=date(2026, 11, 23), said=False)
catalogue = load()
(folder,) = chosen_folders(options)
office = ready(folder, options, catalogue)
site, board = office.site(options, catalogue), office.shown.board.values()
built = [*prints.prepare_all(board, site), *(one.job for one in duties.papers(site)), *announced.papers(site), *meeting.papers(site)]
asked = [*board_set.sets(board, site, site.commune.place[-1].name), *(one.job for one in official.notices(board, site)),
         *(job for group in posters.groups(board, site) if (job := posters.prepare(group, site, "A1", tiles=True)))]
for job in (*built, *asked):
    print(job.path, keeping._key(job))
"""


def test_every_process_asks_for_the_same_prints_of_the_sample() -> None:
    """Whatever the order in which a process holds its sets, each print of a build or on request has the same key."""
    told = [subprocess.run([sys.executable, "-c", KEYS], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True,
                           text=True, encoding="utf-8", check=True).stdout.splitlines() for seed in ("1", "4711")]
    assert len(told[0]) > 60
    assert told[0] == told[1]


def test_what_was_pressed_once_is_not_pressed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists, named ones too, are there again byte for byte, though nothing can press any more."""
    pytest.importorskip("weasyprint.text.ffi", reason="Pango is not on this machine", exc_type=OSError)
    jobs = [prints.prepare(found, fixtures.site(), names=True) for found in (fixtures.balance(), fixtures.households(8))]
    kept = Kept(tmp_path / "kept")
    for turn in ("one", "two"):
        made = [*prints.make_all(jobs, Workshop(tmp_path / turn / "site", tmp_path / turn / "paper", kept=kept))]
        assert all(one.made for one in made)
        kept.tidy()
        monkeypatch.setattr(prints, "make", None)
    first, second = ([path.read_bytes() for path in sorted((tmp_path / turn).rglob("*.pdf"))] for turn in ("one", "two"))
    assert len(first) == 2
    assert first == second
