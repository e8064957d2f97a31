"""Every kind of page is held against axe-core's rules: small and wide, light and dark, and at 7:1 in high contrast."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import PAGES
from tests.conftest import absent

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

RUN = """async rules => (await axe.run(document, rules.length ? {runOnly: {type: 'rule', values: rules}} : {}))
    .violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message || ''}`))"""
# Lines of a list are alike: a few of each stand for all.
FEWER = """document.querySelectorAll(`tbody tr:nth-child(n+5), .hamlet:nth-of-type(n+3), .bars > li:nth-child(n+4),
    .index li:nth-child(n+3), .index section:nth-of-type(n+5), .days > li:nth-child(n+4), .letter:nth-of-type(n+4)`)
    .forEach(one => one.remove())"""
WIDE = ["color-contrast", "target-size", "scrollable-region-focusable", "heading-order", "label", "link-name", "button-name"]
ENHANCED = ["color-contrast", "color-contrast-enhanced"]


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core as the installed package carries it."""
    try:
        import axe_playwright_python  # noqa: PLC0415 - its absence is a reason to skip
    except ImportError:
        absent("axe-playwright-python is not installed")
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("kind", [kind for kind in PAGES if kind not in {"year", "balance", "counts"}])  # those are made as others are
def test_no_rule_of_accessibility_is_broken(page: Open, opened: str, axe: str, kind: str) -> None:
    """No violation on any kind of page, at 320 px in light and 1280 px in dark; with high contrast all text has 7:1 in both."""
    shown = page(opened + PAGES[kind], viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    shown.evaluate(FEWER)
    shown.evaluate(axe)
    broken = {"320 px, light": shown.evaluate(RUN, [])}
    shown.evaluate("document.documentElement.dataset.contrast = 'more'")
    broken["light, high contrast"] = shown.evaluate(RUN, ENHANCED)
    shown.set_viewport_size({"width": 1280, "height": 900})
    shown.emulate_media(color_scheme="dark")
    broken["dark, high contrast"] = shown.evaluate(RUN, ENHANCED)
    shown.evaluate("document.documentElement.dataset.contrast = 'usual'")
    broken["1280 px, dark"] = shown.evaluate(RUN, WIDE)
    assert {view: found for view, found in broken.items() if found} == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_the_opened_menu_breaks_no_rule(page: Open, opened: str, axe: str, width: int) -> None:
    """All sections are reached by keyboard, and the page is no wider than the screen."""
    shown = page(opened + PAGES["home"], viewport={"width": width, "height": 800}, reduced_motion="reduce")
    shown.locator(".menu summary").focus()
    shown.keyboard.press("Enter")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.closest('.rest') !== null")
    assert shown.evaluate("document.documentElement.scrollWidth") == width
    shown.evaluate(FEWER)
    shown.evaluate(axe)
    assert shown.evaluate(RUN, []) == []
