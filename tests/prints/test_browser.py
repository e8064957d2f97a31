"""The machine's browser as the press: the same words into the same file, the same bytes twice."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from generator import prints
from generator.prints import Workshop, browser
from generator.prints.job import Grow
from tests.prints import fixtures

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not browser.found(), reason="no browser on this machine")]

MINUTE = 90.0


@pytest.mark.skipif(sys.platform != "linux", reason="only a forked worker sees what this process lacks")
def test_without_weasyprint_the_browser_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the libraries the same print is made by the browser, and says so."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.delitem(sys.modules, "generator.prints.press", raising=False)
    monkeypatch.delitem(sys.modules, "generator.prints.tags", raising=False)
    jobs = [prints.prepare(found, fixtures.site(), names=True) for found in (fixtures.revenue(), fixtures.households())]
    done = [one.made for one in prints.make_all(jobs, Workshop(tmp_path, tmp_path, timeout=MINUTE))]
    assert [(one.made_by, one.path) for one in done if one] == [("browser", job.path) for job in jobs]
    reader = pypdf.PdfReader(tmp_path / jobs[0].path)
    told = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "987.654.321.000" in told
    assert len(reader.pages) == (done[0].pages if done[0] else 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only a forked worker sees what this process lacks")
def test_what_the_browser_leaves_out_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A poster made by the browser comes with a notice; a board set is not made at all, since its cover would promise what isn't there."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.delitem(sys.modules, "generator.prints.press", raising=False)
    monkeypatch.delitem(sys.modules, "generator.prints.tags", raising=False)
    poster = prints.prepare(fixtures.balance(), fixtures.site(), names=True)
    jobs = [replace(poster, grow=Grow(17.0, 44.0, 22.0)), replace(poster, path="bo.pdf", members=(poster,))]
    done = [*prints.make_all(jobs, Workshop(tmp_path, tmp_path, timeout=MINUTE))]
    assert [one.finding.code for one in done if one.finding] == ["print-plainer", "prints-unavailable"]
    assert [bool(one.made) for one in done] == [True, False]


def test_two_makings_give_the_same_bytes(tmp_path: Path) -> None:
    """The browser's dates are taken out."""
    job = prints.prepare(fixtures.balance(), fixtures.site(), names=True)
    assert browser.press(job, tmp_path / "a.pdf") == browser.press(job, tmp_path / "b.pdf") == 1
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
