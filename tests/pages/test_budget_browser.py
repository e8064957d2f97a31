"""The budget table opens and closes in Debian's Chromium, by keyboard, and stays where it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.test_budget_page import SPENDING

pytestmark = pytest.mark.browser
WAY = "#s5 .fold"


def rows(page: object) -> int:
    """Return how many lines of the table are to be seen."""
    return page.locator("#bang tbody tr:visible").count()  # type: ignore[attr-defined,no-any-return]


def test_a_group_closes_by_keyboard_and_stays_where_it_was(browser: object, folder: Path) -> None:
    """Its lines go, the lines after it come up, the button says so and does not move; the way back gives them all again."""
    page = browser.new_page(viewport={"width": 360, "height": 700})  # type: ignore[attr-defined]
    page.goto(f"file://{folder / SPENDING}")
    everything = rows(page)
    page.focus(WAY)
    where = page.locator(WAY).bounding_box()
    page.keyboard.press("Enter")
    assert page.get_attribute(WAY, "aria-expanded") == "false"
    assert rows(page) == everything - 15
    assert page.locator(WAY).bounding_box() == where
    page.goto(f"file://{folder / SPENDING}#s8")
    assert rows(page) == everything
    assert page.locator("#s8").is_visible()
    page.click(".fold-all")
    assert rows(page) == 4
    page.click(".fold-all")
    assert rows(page) == everything
    page.close()


def test_a_group_opened_again_keeps_what_is_closed_in_it(browser: object, folder: Path) -> None:
    """A line that was closed inside a group is still closed when the group opens."""
    page = browser.new_page()  # type: ignore[attr-defined]
    page.goto(f"file://{folder / SPENDING}")
    everything = rows(page)
    page.click("#s6 .fold")
    page.click(WAY)
    page.click(WAY)
    assert rows(page) == everything - 1
    page.close()


def test_nothing_shifts_and_without_script_all_lines_stand_open(browser: object, folder: Path) -> None:
    """The page is laid out once; with scripts off there is no button and every line is there."""
    page = browser.new_page()  # type: ignore[attr-defined]
    page.goto(f"file://{folder / SPENDING}")
    shift = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().reduce((sum, one) => sum + one.value, 0)))
        .observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 300))"""
    assert page.evaluate(shift) == 0
    everything = rows(page)
    page.close()
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"file://{folder / SPENDING}")
    assert rows(page) == everything
    assert not page.locator(".fold:visible").count()
    context.close()
