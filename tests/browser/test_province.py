"""A province's pages in a real browser: found by typing, wide enough for a small phone, no rule of accessibility broken."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.pages.province import pages
from tests.browser.test_access import ENHANCED, RUN, Open, axe
from tests.conftest import ROOT
from tests.pages.test_province import above, budget, homes, html, manifest

pytestmark = pytest.mark.browser
__all__ = ["axe"]


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A province of three communes, one without a posting, as files."""
    folder = tmp_path_factory.mktemp("province")
    own = (budget("revenue", 100_000_000, 80_000_000), budget("spending", 100_000_000, 60_000_000), homes(4, 6))
    given = (manifest("Xã Suối Đào", *own, population=1000), manifest("Phường Nương Mưa", *own[:2]), manifest("Xã Gò Hạc"))
    for page in pages(above(*given)):
        (folder / page.path).parent.mkdir(exist_ok=True)
        (folder / page.path).write_text(html(page), "utf-8")
    shutil.copytree(ROOT / "themes/congkhai/static", folder / "theme")
    return folder


@pytest.mark.parametrize("name", ["index.html", "tong-hop/index.html"])
def test_no_rule_of_accessibility_is_broken(page: Open, province: Path, axe: str, name: str) -> None:
    """No violation at 320 px in light, nor at 1280 px in dark; 7:1 in high contrast; nothing sticks out sideways."""
    shown = page((province / name).as_uri(), viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    assert shown.evaluate("document.documentElement.scrollWidth") <= 320
    assert shown.locator(".menu a:visible").count() == 2
    shown.evaluate(axe)
    broken = {"320 px, light": shown.evaluate(RUN, [])}
    shown.set_viewport_size({"width": 1280, "height": 900})
    shown.emulate_media(color_scheme="dark")
    broken["1280 px, dark"] = shown.evaluate(RUN, [])
    shown.evaluate("document.documentElement.dataset.contrast = 'more'")
    broken["dark, high contrast"] = shown.evaluate(RUN, ENHANCED)
    assert {view: found for view, found in broken.items() if found} == {}


def test_a_commune_is_found_without_accents(page: Open, province: Path) -> None:
    """Typing "suoi dao" leaves that commune alone, and says how many there are; without a script all of them stand there."""
    shown: Any = page((province / "index.html").as_uri())
    shown.fill("#tim", "suoi dao")
    shown.wait_for_function("document.querySelector('#tim-thay').textContent.includes('1')")
    assert [one.inner_text() for one in shown.locator(".found [data-row] > a").all()] == ["Xã Suối Đào"]
    plain = page((province / "index.html").as_uri(), java_script_enabled=False)
    assert plain.locator("[data-row]").count() == 3
    assert plain.locator("[data-unscripted]").is_visible()
    assert not plain.locator("form.search").is_visible()
