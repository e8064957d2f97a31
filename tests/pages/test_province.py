"""A province's own pages: every commune is found, sums are of like with like, nothing is ranked."""

from __future__ import annotations

import re
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.catalogue import load
from generator.pages import filters
from generator.pages.page import Page
from generator.pages.province import Above, pages
from generator.pages.province_totals import missing, newest, poor, totals
from tests.conftest import DAY, ROOT

_FORMS = ("budget-balance", "budget-revenue", "budget-spending")
_THEME = Environment(loader=FileSystemLoader(ROOT / "themes/congkhai/templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
_THEME.filters.update(filters())


def budget(side: str, plan: int | None, done: int | None, **more: Any) -> dict[str, Any]:
    """Return the entry of a budget's table as a manifest has it."""
    own = {"form": f"budget-{side}", "kind": "budget", "stage": "execution", "period": "2026-09m", "subject": None, "state": "expired",
           "posted_from": "2026-10-08", "summary": {"side": side, "line": f"tong-{side}", "plan": plan, "done": done, "prior": None}}
    return own | more


def homes(poor_homes: int, near: int, **more: Any) -> dict[str, Any]:
    """Return the entry of a list of households."""
    own = {"form": "poor-households", "kind": "households", "stage": "recognised", "period": "2026", "subject": None, "state": "posted",
           "posted_from": "2026-11-10", "summary": {"classes": {"poor": poor_homes, "near-poor": near}}}
    return own | more


def manifest(name: str, *disclosures: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a commune's manifest."""
    return {"commune": {"id": name.lower().replace(" ", "-"), "name": name, **more}, "disclosures": list(disclosures)}


def above(*manifests: dict[str, Any], name: str = "Tỉnh Thử", language: str = "vi") -> Above:
    """Return a province of the manifests."""
    return Above(name, manifests, DAY, load(), language)


def html(page: Page) -> str:
    """Return a page as the theme renders it."""
    return _THEME.get_template(page.template).render(**page.context)


def text(page: Page) -> str:
    """Return a page's words alone."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html(page)).replace("\u00a0", " ").replace("\u202f", " "))


TWO = (manifest("Xã Bưởi", budget("revenue", 100_000_000, 80_000_000), population=1000),
       manifest("Xã Đào", budget("revenue", 300_000_000, 200_000_000)))


def test_like_is_added_to_like() -> None:
    """Revenue of one period, stage and line adds up; by inhabitant only where the commune tells how many it has."""
    (total,) = totals(TWO)
    assert (total.plan, total.done, total.main, len(total.each)) == (400_000_000, 280_000_000, 280_000_000, 2)
    assert (total.per_head, total.counted) == (80_000, 1)


@pytest.mark.parametrize("more", [
    {"period": "2026-06m"}, {"stage": "settlement"}, {"subject": "co-cau"}, {"state": "replaced"}, {"summary": None},
    {"summary": {"side": "revenue", "line": "khac", "plan": 1, "done": 1, "prior": None}},
    {"summary": {"side": "revenue", "line": "tong-revenue", "plan": None, "done": None, "prior": None}}])
def test_unlike_is_not_added(more: dict[str, Any]) -> None:
    """Another period, stage, subject, line or version, or no figure at all: then there is no sum."""
    assert totals((TWO[0], manifest("Xã Khác", budget("revenue", 1, 1, **more)))) == ()


def test_a_sum_that_would_lack_a_part_is_not_given() -> None:
    """Where one of the communes gives no plan there is no sum of plans, and no share of it on the page."""
    both = (TWO[0], manifest("Xã Không", budget("revenue", None, 5_000_000)))
    (total,) = totals(both)
    assert (total.plan, total.done) == (None, 85_000_000)
    assert "dự toán." not in text(pages(above(*both))[0])


def test_the_newest_shared_period_of_what_was_carried_out_leads() -> None:
    """Nine months stand before the plan of the year, though the year ends later; a period of one commune alone does not count."""
    plan = budget("revenue", 9, None, stage="decided", period="2026")
    alone = budget("revenue", 5, 5, period="2026-12m")
    found = totals((manifest("Xã A", budget("revenue", 9, 8), plan, alone), manifest("Xã B", budget("revenue", 9, 7), plan)))
    assert {(one.alike.stage, one.alike.period) for one in found} == {("execution", "2026-09m"), ("decided", "2026")}
    assert [(one.alike.stage, one.alike.period) for one in newest(found)] == [("execution", "2026-09m")]
    assert [one.alike.stage for one in newest(totals((manifest("Xã A", plan), manifest("Xã B", plan))))] == ["decided"]


def test_poor_households_add_up_over_one_year() -> None:
    """The newest year that two communes share; a list that is not the recognised one does not count."""
    found = poor((manifest("Xã A", homes(4, 6)), manifest("Xã B", homes(5, 1), homes(9, 9, period="2025")),
                  manifest("Xã C", homes(7, 7, stage="consulted"))))
    assert found is not None
    assert (found.period, found.communes, dict(found.households)) == ("2026", 2, {"poor": 9, "near-poor": 7})
    assert poor((manifest("Xã A", homes(4, 6)),)) is None


def test_what_is_missing_is_what_the_law_asks_of_the_period() -> None:
    """Communes without any of the three tables, and those that lack one, are told apart, each with the forms it lacks."""
    every = [budget(form.removeprefix("budget-"), 2, 1) for form in _FORMS]
    given = (manifest("Xã A", *every), manifest("Xã B", *every[1:]), manifest("Xã C"))
    (first, *_) = newest(totals(given))
    found = missing(given, first.alike, load())
    assert [(one.forms, one.communes) for one in found] == [(_FORMS, ("Xã C",)), (("budget-balance",), ("Xã B",))]
    said = text(pages(above(*given))[0])
    assert "Chưa có bảng nào" in said
    assert "Chưa có: cân đối ngân sách" in said
    assert "quá hạn: mỗi xã" in said


def test_communes_stand_in_alphabetical_order_and_not_by_figures() -> None:
    """The list and the table go by the Vietnamese alphabet: Bưởi, Cau, Đào, whoever has most."""
    listed, figures = pages(above(*TWO, manifest("Xã Cau", budget("revenue", 900_000_000, 900_000_000))))
    for page in (listed, figures):
        assert re.findall(r"Xã (Bưởi|Cau|Đào)(?=</a>)", html(page)) == ["Bưởi", "Cau", "Đào"]


def test_a_commune_is_found_with_the_days_of_what_it_shows() -> None:
    """Each commune has its address, how much it shows, and each part with its newest day; one that shows nothing says so."""
    (listed,) = pages(above(manifest("Phường Một", budget("revenue", 1, 1), homes(1, 1)), manifest("Xã Hai")))
    said = text(listed)
    assert 'href="phường-một/index.html"' in html(listed)
    assert "Ngân sách 08/10/2026" in said
    assert "Hộ nghèo 10/11/2026" in said
    assert "Chưa công khai nội dung nào." in said
    assert said.index("Các phường") < said.index("Các xã", said.index("Các phường"))


def test_a_province_without_any_posting_or_name_has_a_page() -> None:
    """No commune, no name: the page says so and has no sums."""
    (listed,) = pages(above(name=""))
    assert "Chưa xã, phường nào công khai" in text(listed)
    (unknown,) = pages(above(manifest("Nơi Khác", budget("other", 1, 1, form="form-of-tomorrow"))))
    assert "Nơi Khác" in text(unknown)


def test_the_pages_speak_english_too() -> None:
    """In English no Vietnamese sentence is left over but names."""
    for page in pages(above(*TWO, manifest("Xã Cau"), language="en")):
        said = text(page)
        assert '<html lang="en">' in html(page)
        assert not re.search(r"bà con|dự toán|Cộng của|Còn thiếu", said)


def test_a_name_with_markup_stays_text() -> None:
    """A commune's name is escaped wherever it stands."""
    assert "<b>" not in html(pages(above(manifest("Xã <b>A</b>", budget("revenue", 1, 1)), TWO[0]))[0])


def test_a_hundred_communes_weigh_no_more_than_they_may() -> None:
    """The page of a province of 102 communes, each with three parts, weighs at most 60 KB before it is packed."""
    gifts = {"form": "contributions", "kind": "contributions", "stage": None, "period": None, "subject": "cau", "state": "posted",
             "posted_from": "2026-11-10", "summary": None}
    many = [manifest(f"Xã Suối Số {number}", budget("revenue", 10**10, 10**9), budget("spending", 10**10, 10**9), homes(40, 60), gifts)
            for number in range(102)]
    weights = [len(html(page).encode()) for page in pages(above(*many))]
    assert max(weights) <= 60_000
