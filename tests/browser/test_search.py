"""The site's search: from the home page into the year, folded, the exact ones first, and an ordinary list where no script runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import PAGES

pytestmark = pytest.mark.browser
Open = Callable[..., Any]


def hits(shown: Any) -> list[str]:
    """Return what the search shows, titles and lines, in their order."""
    found: list[str] = shown.locator(".found a").all_text_contents()
    return found


@pytest.mark.parametrize("place", ["served", "opened"])
def test_a_question_from_home_is_answered_on_the_search_page(page: Open, place: str, request: pytest.FixtureRequest) -> None:
    """Words typed at home without accents find the line of the table, with its figure, and its link goes to that line."""
    base = request.getfixturevalue(place)
    shown = page(base + PAGES["home"], viewport={"width": 360, "height": 740})
    shown.fill("#tim-trang", "chi giao duc 9 thang")
    shown.keyboard.press("Enter")
    shown.wait_for_url("**/tim-kiem/index.html?q=*")
    assert hits(shown) == ["Chi ngân sách · 9 tháng đầu năm 2026", "Chi giáo dục, đào tạo và dạy nghề"]
    assert "3,11 tỷ" in shown.inner_text(".found")
    assert shown.inner_text("#tim-thay") == "Thấy 1 kết quả."
    shown.locator(".found li a").click()
    assert "ngan-sach/2026/09-thang/chi/index.html#" in shown.url
    shown.wait_for_selector(":target", state="attached")
    shown.go_back()
    assert len(hits(shown)) == 2


def test_another_year_takes_the_question_along(page: Open, opened: str) -> None:
    """Choosing another year or all of them asks the same there."""
    shown = page(opened + PAGES["search"])
    shown.fill("#tim", "chi giáo dục")
    own = hits(shown)
    shown.locator("[data-keep]", has_text="2025").click()
    shown.wait_for_url("**/2025/**")
    assert shown.input_value("#tim") == "chi giáo dục"
    other = hits(shown)
    shown.locator("[data-keep]", has_text="Mọi năm").click()
    shown.wait_for_url("**/moi-nam/**")
    assert set(own) | set(other) <= set(hits(shown))
    assert not set(own) & set(other) - {"Chi giáo dục, đào tạo và dạy nghề"}


def test_exact_accents_stand_before_the_others(page: Open, opened: str) -> None:
    """"thu" finds "Thủ" and "Thư" as well, but lines with "thu" itself stand first when accents are typed."""
    shown = page(opened + PAGES["search"])
    shown.fill("#tim", "chi")
    assert not shown.locator(".found .first-match").count()
    shown.fill("#tim", "đường")
    exact = shown.locator(".found .first-match a").all_text_contents()
    assert exact
    assert all("đường" in text.lower() for text in exact)
    lines = shown.locator(".found li a").all_text_contents()
    assert lines[: len(exact)] == exact


def test_nobody_is_named_in_the_index(page: Open, opened: str) -> None:
    """Names of households' heads and of givers are found on their lists, never by the site's search."""
    shown = page(opened + "tim-kiem/moi-nam/index.html")
    text = shown.text_content("main")
    for kind, where in (("households", "#danh-sach-ten tbody th"), ("contribution", "[data-person]")):
        shown.goto(opened + PAGES[kind])
        names = {name.strip() for name in shown.locator(where).all_text_contents() if len(name.split()) > 2}
        assert names
        assert not {name for name in names if name in text}


def test_without_scripts_the_index_is_a_list(page: Open, opened: str) -> None:
    """The whole index stands there, and the page says to use the browser's own find."""
    shown = page(opened + PAGES["search"], java_script_enabled=False)
    assert shown.locator("#muc-luc li:visible").count() > 100
    assert not shown.locator("#tim").is_visible()
    assert shown.get_by_text("Ctrl+F").is_visible()
    assert shown.get_by_text("Ctrl+F").evaluate("one => getComputedStyle(one).display") != "none"
