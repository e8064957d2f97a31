"""`template` as it is typed: which files it writes, what it refuses, what it never writes over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.templates.conftest import DESIGNS


def template(*words: str) -> tuple[int, str, str]:
    """Run the command; return its exit code and what it said on stdout and stderr."""
    done = subprocess.run([sys.executable, "-m", "generator", "template", *words, "--today", "2026-11-23"], cwd=ROOT, capture_output=True,
                          text=True, timeout=120, check=False)
    return done.returncode, done.stdout, done.stderr


def test_all_writes_every_workbook(tmp_path: Path) -> None:
    """Every form's workbooks are written and named on stdout, that of a table declared beside the data too."""
    code, out, _ = template("--all", "--output", str(tmp_path))
    assert code == 0
    assert {path.stem for path in tmp_path.iterdir()} == {design.file for design in DESIGNS} | {"table-lich-thu-gom-rac-thai"}
    assert len(out.splitlines()) == len(DESIGNS) + 1


def test_a_form_writes_its_own_for_each_stage(tmp_path: Path) -> None:
    """A form named gives its workbooks alone, with the commune's name in them where its folder is named."""
    assert template("budget-transfers", "--output", str(tmp_path), "--data", str(ROOT / "data"))[0] == 0
    assert {path.stem for path in tmp_path.iterdir()} == {design.file for design in DESIGNS if design.form == "budget-transfers"}


def test_a_workbook_somebody_filled_in_is_kept(tmp_path: Path) -> None:
    """A file of the same name with anything else in it is never written over."""
    mine = tmp_path / "so-dong-gop.xlsx"
    mine.write_bytes(b"filled in")
    code, out, _ = template("contributions", "--output", str(tmp_path))
    assert (code, mine.read_bytes()) == (1, b"filled in")
    assert str(mine) in out


def test_an_unknown_form_or_none_is_told(tmp_path: Path) -> None:
    """Nothing is written, the message says what to type instead, and no traceback is shown."""
    for words in (("no-such-form",), ()):
        code, _, err = template(*words, "--output", str(tmp_path / "mau"))
        assert code == 2
        assert "congkhai forms" in err
        assert "Traceback" not in err
    assert not (tmp_path / "mau").exists()
