"""The pages in Debian's Chromium, opened from files as from a USB stick."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.pages import pages
from tests.pages import fixtures
from tests.pages.conftest import TEXTS, THEME, environment

pytestmark = pytest.mark.browser
LIST, PURPOSE = "ho-ngheo/2026/cong-nhan/index.html", "dong-gop/lam-cau-suoi-may/index.html"


def written(base: Path, until: date) -> Path:
    """Write a site whose names stay until a day, and return its folder."""
    shown = (
        replace(fixtures.households(), posted_until=until),
        replace(fixtures.gifts(), posted_until=until),
        fixtures.use(),
        fixtures.budget("budget-spending", "2026-09m"),
        fixtures.decided(),
        fixtures.balance(),
    )
    env = environment()
    for page in pages(fixtures.site(*shown), TEXTS):
        (base / page.path).parent.mkdir(parents=True, exist_ok=True)
        (base / page.path).write_text(env.get_template(page.template).render(**page.context), "utf-8")
    shutil.copytree(THEME / "static", base / "theme")
    return base


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site whose names may be shown."""
    return written(tmp_path_factory.mktemp("shown"), date(2999, 1, 1))


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site that nobody rebuilt after the names' last day."""
    return written(tmp_path_factory.mktemp("past"), date(2020, 1, 1))


def found(page: object) -> list[str]:
    """Return the names that stand on the page after a search, in their order."""
    return page.locator("#danh-sach-ten tbody tr:visible th").all_text_contents()  # type: ignore[attr-defined,no-any-return]


def test_search_finds_without_accents_and_puts_exact_ones_first(browser: object, shown: Path) -> None:
    """Typing "dang thi huong" finds "Đặng Thị Hương"; with accents typed, those who bear them stand first."""
    page = browser.new_page()  # type: ignore[attr-defined]
    page.goto(f"file://{shown / LIST}")
    everyone = found(page)
    assert len(everyone) == 40
    page.fill("#tim", "dang thi huong")
    assert set(found(page)) == {"Đặng Thị Hương"}
    page.fill("#tim", "Ánh")
    assert found(page)[0].endswith("Ánh")
    page.fill("#tim", "y blu")
    assert {name.split()[1] for name in found(page)} == {"Blŭ"}
    page.fill("#tim", "xyz")
    assert page.inner_text("#tim-thay") == "Không thấy hộ nào."
    page.fill("#tim", "")
    assert found(page) == everyone
    page.close()


def test_names_are_blank_after_their_last_day(browser: object, past: Path) -> None:
    """The page's own script takes names away in case nobody rebuilt; counts and organisations stay."""
    page = browser.new_page()  # type: ignore[attr-defined]
    page.goto(f"file://{past / LIST}")
    assert page.locator("#danh-sach-ten tbody tr").count() == 0
    assert page.text_content("#danh-sach-ten").count("đã hết thời gian niêm yết") == page.locator(".hamlet h3").count() > 0
    assert page.locator("#tim").count() == 0
    assert "13 hộ nghèo" in page.inner_text(".answer")
    page.goto(f"file://{past / PURPOSE}")
    assert "Đặng Thị Hương" not in page.content()
    assert "Hợp tác xã Cà phê Suối Mây" in page.inner_text("#so-ten")
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_moves_sideways_and_every_target_can_be_hit(browser: object, shown: Path, width: int) -> None:
    """Wide tables scroll in their own region; links outside sentences are at least 24 px high; nothing fails to load."""
    context = browser.new_context(viewport={"width": width, "height": 800})  # type: ignore[attr-defined]
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    for path in sorted(shown.rglob("index.html")):
        page.goto(f"file://{path}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        small = page.evaluate("""[...document.querySelectorAll('a,button,summary,input')].filter(one => {
            const box = one.getBoundingClientRect();
            return box.height && (box.height < 24 || box.width < 24) && !one.closest('p') && !one.closest('.skip');
        }).map(one => one.outerHTML)""")
        assert not small, path
    assert not failed
    context.close()


def test_without_javascript_everything_is_there(browser: object, shown: Path) -> None:
    """With scripts off the list stands in full, and the search field gives way to the browser's own find."""
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"file://{shown / LIST}")
    assert page.locator("#danh-sach-ten tbody tr").count() == 40
    assert not page.locator("#tim").is_visible()
    assert page.get_by_text("Ctrl+F").is_visible()
    context.close()
