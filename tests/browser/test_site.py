"""Each kind of page, small and large, served and from its folder: what a reader and the reader's machine can count on."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest

from tests.browser.conftest import PAGES

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

NAMELESS = """[...document.querySelectorAll('svg, img')].filter(one => !one.closest('[aria-hidden=true]') && !(one.tagName === 'IMG'
    ? one.hasAttribute('alt') : one.getAttribute('role') === 'img' && (one.getAttribute('aria-label')
    || (one.getAttribute('aria-labelledby') || '').split(' ').every(id => id && document.getElementById(id)?.textContent.trim())))
).map(one => one.outerHTML.slice(0, 200))"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WATCH = "window.broken = []; document.addEventListener('securitypolicyviolation', event => broken.push(event.violatedDirective))"


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("place", ["served", "opened"])
def test_a_page_is_whole_and_keeps_to_itself(page: Open, kind: str, place: str, request: pytest.FixtureRequest) -> None:
    """No sideways scroll at 320, 360 and 1280 px, nothing asked of another place, no error, one h1, a language, every picture named."""
    base = request.getfixturevalue(place)
    asked: list[str] = []
    faults: list[str] = []
    shown = page()
    shown.add_init_script(WATCH)
    shown.on("request", lambda one: asked.append(one.url))
    shown.on("requestfailed", lambda one: faults.append(one.url))
    shown.on("response", lambda one: faults.append(one.url) if one.status >= 400 else None)
    shown.on("console", lambda one: faults.append(one.text) if one.type in {"error", "warning"} else None)
    shown.on("pageerror", lambda one: faults.append(str(one)))
    shown.goto(base + PAGES[kind])
    for width in (320, 360, 1280):
        shown.set_viewport_size({"width": width, "height": 800})
        assert shown.evaluate(WIDER) <= 0, width
    assert faults == shown.evaluate("broken") == []
    assert all(one.startswith((base, "data:")) for one in asked), asked
    assert shown.locator("h1").count() == 1
    assert shown.evaluate("document.documentElement.lang") == "vi"
    assert shown.evaluate(NAMELESS) == []


@pytest.mark.parametrize("kind", ["home", "budget", "households"])
def test_the_first_stop_leads_to_the_content(page: Open, opened: str, kind: str) -> None:
    """The first Tab reaches a visible link to the content, and following it goes there."""
    shown = page(opened + PAGES[kind])
    shown.keyboard.press("Tab")
    first = shown.evaluate("""(() => { const one = document.activeElement, box = one.getBoundingClientRect();
        return [one.getAttribute('href'), box.height > 20 && box.top >= 0 && box.left >= 0]; })()""")
    assert first == ["#noi-dung", True]
    shown.keyboard.press("Enter")
    assert shown.locator("main#noi-dung").count() == 1
    assert shown.evaluate("location.hash") == "#noi-dung"


def everyone(shown: Any) -> list[str]:
    """Return the names that can be seen in the list, in their order."""
    found: list[str] = shown.locator("#danh-sach-ten tbody tr:visible th").all_text_contents()
    return found


def test_a_household_is_found_without_accents(page: Open, served: str) -> None:
    """Typing "dang thi" finds each Đặng Thị, accents typed find their bearers first, and nothing typed brings back the list as it was."""
    shown = page(served + PAGES["households"])
    before = everyone(shown)
    assert len(before) > 250
    shown.fill("#tim", "dang thi")
    wanted = [name for name in before if name.startswith("Đặng Thị")]
    assert sorted(name for name in everyone(shown) if "Đặng Thị" in name) == sorted(wanted) != []
    assert len(everyone(shown)) < 20
    shown.fill("#tim", "ĐẶNG THỊ")
    assert everyone(shown)[0].startswith("Đặng Thị")
    shown.fill("#tim", "y blu")
    assert {name for name in before if name.startswith("Y Blŭ")} <= set(everyone(shown))
    assert 1 < len(everyone(shown)) < 20
    shown.fill("#tim", "không có ai tên thế này")
    assert everyone(shown) == []
    assert shown.inner_text("#tim-thay")
    shown.fill("#tim", "")
    assert everyone(shown) == before


def test_exact_accents_stand_first(page: Open, served: str) -> None:
    """Of all whose names are alike but for accents, those as typed stand before the others."""
    shown = page(served + PAGES["households"])
    shown.fill("#tim", "hương")
    found = ["hương" in name.lower() for name in everyone(shown)]
    assert found[0]
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize(("moment", "named"), [("2026-12-10T23:30:00+07:00", True), ("2026-12-11T00:30:00+07:00", False)])
def test_names_go_by_themselves(page: Open, opened: str, moment: str, named: bool) -> None:  # noqa: FBT001 - the case says it
    """If nobody rebuilds the site, the page itself blanks the names after their last day in Việt Nam, and counts stay."""
    shown = page()
    shown.clock.set_fixed_time(moment)
    shown.goto(opened + PAGES["households"])
    assert bool(everyone(shown)) == named
    assert ("Đặng Thị Đào" in shown.content()) == named
    assert "120 hộ nghèo" in shown.inner_text("main")


def test_givers_names_go_by_themselves(page: Open, opened: str) -> None:
    """On a purpose's page persons are blanked after the last day, organisations and amounts stay."""
    shown = page()
    shown.clock.set_fixed_time("2026-12-10T12:00:00+07:00")
    shown.goto(opened + PAGES["contribution"])
    before = shown.text_content("main")
    shown.clock.set_fixed_time("2027-03-01T12:00:00+07:00")
    shown.reload()
    after = shown.text_content("main")
    assert "Bùi Thị Hương" in before
    assert "Bùi Thị Hương" not in after
    assert "Hợp tác xã Nông nghiệp Tân Lập" in after


@pytest.mark.parametrize("kind", ["home", "budget", "households", "contribution", "text"])
def test_everything_is_read_without_javascript(page: Open, opened: str, kind: str) -> None:
    """With scripts off the page says all that it says with them, apart from the search that needs them."""
    with_scripts, without = page(), page(java_script_enabled=False)
    with_scripts.clock.set_fixed_time("2026-11-23T12:00:00+07:00")
    for shown in (with_scripts, without):
        shown.goto(opened + PAGES[kind])
    for part in ("h1", "h2", "main tr", "main p:not([role=status])"):
        assert without.locator(part).all_text_contents() == with_scripts.locator(part).all_text_contents()
    hidden = without.locator("main tr:not(:visible), main h2:not(:visible)")
    assert hidden.evaluate_all("all => all.filter(one => !one.closest('details:not([open])')).length") == 0


@pytest.mark.parametrize(("kind", "wanted"), [
    ("home", ("Ngân sách",)),
    ("overview", ("10.334.637", "11.826.000")),
    ("budget", ("TỔNG THU", "10.334.637")),
    ("households", ("Đặng Thị Đào", "Y Ngơi Ksơr", "Hộ thế nào thì được xét")),
    ("contribution", ("Hợp tác xã Nông nghiệp Tân Lập", "28.500.000", "Ẩn danh")),
])
def test_a_printed_page_holds_what_matters(page: Open, opened: str, kind: str, wanted: tuple[str, ...]) -> None:
    """Printed from the browser a page holds its figures and lists, and not the way around the site."""
    shown = page()
    shown.clock.set_fixed_time("2026-11-23T12:00:00+07:00")
    shown.goto(opened + PAGES[kind])
    shown.emulate_media(media="print")
    assert shown.locator("h1").is_visible()
    assert not shown.locator(".skip").is_visible()
    text = " ".join(" ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(shown.pdf(format="A4"))).pages).split())
    assert [one for one in wanted if one.casefold() not in text.casefold()] == []
