"""The reader's choices of size and contrast: remembered where they can be, at once, and absent where no script runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import PAGES

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

SIZE = "parseFloat(getComputedStyle(document.body).fontSize)"
PAPER = "getComputedStyle(document.body).backgroundColor"
SHIFTS = """new PerformanceObserver(list => { for (const one of list.getEntries()) window.moved = (window.moved || 0) + one.value; })
    .observe({type: 'layout-shift', buffered: true})"""

SPACED = "*{letter-spacing:.12em!important;word-spacing:.16em!important;line-height:1.5!important}p{margin-bottom:2em!important}"


@pytest.mark.parametrize("place", ["served", "opened"])
def test_size_and_contrast_are_remembered(page: Open, place: str, request: pytest.FixtureRequest) -> None:
    """What is chosen on one page holds on the next before it is drawn, and one more press goes on to the next size and back."""
    base = request.getfixturevalue(place)
    shown = page(base + PAGES["home"])
    before, paper = shown.evaluate(SIZE), shown.evaluate(PAPER)
    size, contrast = shown.locator("[data-choose=size]"), shown.locator("[data-choose=contrast]")
    assert "vừa" in size.inner_text()
    size.click()
    contrast.click()
    assert shown.evaluate(SIZE) == pytest.approx(before * 1.2)
    assert contrast.get_attribute("aria-pressed") == "true"
    assert shown.evaluate(PAPER) != paper
    shown.goto(base + PAGES["budget"])
    assert shown.evaluate(SIZE) == pytest.approx(before * 1.2)
    assert "lớn" in size.inner_text()
    assert contrast.get_attribute("aria-pressed") == "true"
    size.click()
    size.click()
    contrast.click()
    shown.reload()
    assert (shown.evaluate(SIZE), shown.evaluate(PAPER)) == (before, paper)


def test_a_browser_that_keeps_nothing_still_shows_the_choice(page: Open, opened: str) -> None:
    """Where storage is refused a choice lasts as long as the page, and nothing fails."""
    shown = page()
    faults: list[str] = []
    shown.on("pageerror", lambda one: faults.append(str(one)))
    shown.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }})")
    shown.goto(opened + PAGES["home"])
    before = shown.evaluate(SIZE)
    shown.locator("[data-choose=size]").click()
    assert shown.evaluate(SIZE) > before
    assert faults == []


def test_without_scripts_there_is_nothing_to_press(page: Open, opened: str) -> None:
    """Controls that would do nothing are not there; the search page is still one link away."""
    shown = page(opened + PAGES["home"], java_script_enabled=False)
    assert shown.locator("button:visible, input:visible").count() == 0
    assert shown.locator('main a[href="tim-kiem/index.html"]').is_visible()


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_moves_while_a_page_opens(page: Open, served: str, kind: str) -> None:
    """Large text and high contrast from the visit before don't shift what is already there, and wide text stays within a small screen."""
    shown = page(viewport={"width": 320, "height": 700})
    shown.add_init_script("localStorage.setItem('congkhai-size', '3'); localStorage.setItem('congkhai-contrast', 'more');" + SHIFTS)
    shown.goto(served + PAGES[kind])
    shown.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
    assert shown.evaluate("window.moved || 0") == 0
    assert shown.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("kind", PAGES)
def test_wider_letters_stay_within_a_small_screen(page: Open, served: str, kind: str) -> None:
    """With the spacing of WCAG 1.4.12, which stands for wider typefaces as well, nothing moves sideways on the smallest screen."""
    shown = page(viewport={"width": 320, "height": 700}, bypass_csp=True)
    shown.goto(served + PAGES[kind])
    narrow = shown.evaluate("document.querySelector('main').scrollHeight")
    shown.add_style_tag(content=SPACED)
    assert shown.evaluate("document.querySelector('main').scrollHeight") > narrow
    assert shown.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
