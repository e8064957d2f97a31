"""Whether anything is to be done is found without loading what builds."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cells import Unreadable
from generator.commands.build import built
from generator.publication.options import ROOT, Options
from generator.publication.outset import Outset
from tests.conftest import DAY
from tests.drawing import workbook
from tests.kinds.budgets import SPENDING


@pytest.fixture
def options(tmp_path: Path) -> Options:
    """A commune with one workbook, built without prints."""
    own = tmp_path / "data"
    own.mkdir()
    (own / "commune.toml").write_text('name = "Xã Suối Mây"\n', "utf-8")
    workbook(own, SPENDING, name="chi.xlsx")
    return Options(data=own, output=tmp_path / "output", to_print=tmp_path / "to-print", today=DAY, jobs=1, prints=False)


def test_the_same_inputs_leave_nothing_to_be_done(options: Options) -> None:
    """Before a build there is something to be done; after it there is not; another day, or a lost report, asks for it again."""
    assert not Outset(options).same
    assert built(options) == 0
    assert Outset(options).same
    assert Outset(options).counts()["disclosures"] == 1
    assert not Outset(replace(options, today=DAY.replace(day=24))).same
    assert not Outset(replace(options, prints=True)).same
    options.report.unlink()
    assert not Outset(options).same


def test_a_commune_that_is_not_there_is_refused(options: Options) -> None:
    """An id that no folder has is refused with what was typed."""
    with pytest.raises(Unreadable, match="commune-unknown") as told:
        Outset(replace(options, only="suoi-khac"))
    assert told.value.details["typed"] == "suoi-khac"


def test_nothing_that_builds_is_loaded_to_find_it_out() -> None:
    """Neither Pelican nor what reads workbooks or sets type is loaded before it is known that there is something to be done."""
    heavy = ("pelican", "weasyprint", "openpyxl", "pandas", "docx", "generator.workbook", "generator.pages")
    asked = f"import sys, generator.__main__, generator.commands.build; print([one for one in {heavy!r} if one in sys.modules])"
    said = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
