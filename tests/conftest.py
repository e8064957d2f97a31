"""Fixtures that many tests share: the sample's site, built once a session."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from generator.commands.build import built
from generator.publication.options import Options

ROOT = Path(__file__).parent.parent
FIELD = ROOT.parent / "shared" / "field"
DAY = date(2026, 11, 23)
# What lands must not hang on a draw of luck: CI draws the same cases each time, every other run draws new ones.
# A busy machine makes no test red: no case has a time to keep.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("elsewhere", deadline=None)
settings.load_profile("ci" if os.environ.get("CONGKHAI_CI") else "elsewhere")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")


@dataclass(frozen=True)
class Site:
    """A built site: where everything lies, and how the build ended."""

    output: Path
    to_print: Path
    report: Path
    code: int


def options_in(folder: Path, **more: object) -> Options:
    """Return a build's options that read the sample and write below a folder of the test's own."""
    chosen = {"data": ROOT / "data", "content": ROOT / "content", "output": folder / "output", "to_print": folder / "to-print",
              "today": DAY, "jobs": 2}
    return Options(**(chosen | more))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The sample's whole site, prints included."""
    folder = tmp_path_factory.mktemp("sample")
    options = options_in(folder)
    yield Site(options.output, options.to_print, options.report, built(options))
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def field() -> Path:
    """The folder of real workbooks from elsewhere; the test is skipped where it is absent."""
    if not FIELD.is_dir():
        pytest.skip("the folder of real workbooks, ../shared/field, is not here")
    return FIELD


def absent(reason: str) -> None:
    """Skip with the reason, or fail with it where CI must not pass over a browser's test."""
    if os.environ.get("CONGKHAI_CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A running browser without network habits of its own."""
    chromium = shutil.which("chromium")
    if chromium is None:
        absent("Debian's chromium is not installed")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - its absence is a reason to skip
    except ImportError:
        absent("Playwright is not installed")
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield running
        running.close()
