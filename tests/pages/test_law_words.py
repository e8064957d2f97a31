"""What the law says, put into written pages: sums in force on the day, lists, days; what it says nothing of stops the page."""

from dataclasses import replace
from datetime import date

import pytest
from markdown import markdown

from generator.catalogue import load
from generator.cells import Unreadable
from generator.disclosure.site import Site
from generator.pages import Text
from generator.pages.law_words import filled
from tests.conftest import ROOT
from tests.prints import fixtures

SITE = Site(fixtures.COMMUNE, date(2026, 11, 23), load(), ())


def html(written: str, site: Site = SITE) -> str:
    """Return what becomes of a written text on the way to its page."""
    made = markdown(written, extensions=["tables", "attr_list", "generator.publication.law_marks"])
    return filled(Text("trang", "Trang", made, "9-trang.md"), site).html


@pytest.mark.parametrize(("typed", "said"), [
    ("{law:poverty-line.rural}", "1.500.000 đồng"), ("{law:poverty-line.urban}", "2.000.000 đồng"),
    ("{law:poverty-line.rural@2027-01-01}", "2.200.000 đồng"), ("{law:poverty-line.rural@2026-12-31}", "1.500.000 đồng"),
    ("{law:days.posting.households-recognised}", "30 ngày"), ("{law:days.posting.households-consulted}", "3 ngày làm việc"),
    ("{law:days.deadline.support-results}", "30 ngày kể từ ngày duyệt hoặc chi trả"),
    ("{law:milestone.review-begins}", "ngày 1/9 hằng năm"), ("{law:statute.nd-351-2025}", "Nghị định 351/2025/NĐ-CP"),
])
def test_a_placeholder_becomes_what_the_law_says(typed: str, said: str) -> None:
    """In a sentence, at a line's end, in a cell of a table and in a heading, it is the same words."""
    assert html(f"Mức {typed}.") == f"<p>Mức {said}.</p>"
    assert html(f"Mức {typed}") == f"<p>Mức {said}</p>"
    assert f"<td>{said}</td>" in html(f"| a | b |\n|---|---|\n| 1 | {typed} |")
    assert html(f"## Mức {typed}") == f"<h2>Mức {said}</h2>"


def test_the_same_page_says_another_sum_in_another_year() -> None:
    """The sum is that of the day the site is made for."""
    assert "2.200.000 đồng" in html("{law:poverty-line.rural} mỗi tháng", replace(SITE, day=date(2027, 1, 1)))


def test_alone_in_a_paragraph_it_is_a_list() -> None:
    """Entitlements stand as points of a list where the placeholder is alone, as words in a row among others."""
    alone = html("{law:entitlements.poor}")
    assert alone.startswith("<ul><li>Thẻ bảo hiểm y tế")
    assert alone.count("<li>") == sum(one.household_class == "poor" for one in SITE.catalogue.entitlements)
    assert "; " in html("Được: {law:entitlements.poor}")


@pytest.mark.parametrize("typed", [
    "{law:poverty-line.nong-thon}", "{law:luong-co-so}", "{law:poverty-line.rural@2031-01-01}", "{law:poverty-line.rural@mai}", "{law:}",
    "{law:days.households-recognised}", "{law:statute.nd-0-2000}", "{law:entitlements.rich}",
])
def test_what_the_law_says_nothing_of_is_told_with_the_file(typed: str) -> None:
    """A page never goes out with a hole in it: the file and what was typed are told."""
    with pytest.raises(Unreadable) as told:
        html(f"Mức {typed}.")
    assert told.value.code == "content-law-unknown"
    assert (told.value.details["file"], told.value.details["typed"]) == ("9-trang.md", typed)


def test_words_of_the_law_are_text() -> None:
    """What a province writes into its own rules reaches the page as words, not as marks."""
    line = SITE.catalogue.entitlements[0]
    own = (type(line)(household_class="poor", text=type(line.text)("<b>mạnh</b>")),)
    made = html("{law:entitlements.poor}", replace(SITE, catalogue=replace(SITE.catalogue, entitlements=own)))
    assert made == "<ul><li>&lt;b&gt;mạnh&lt;/b&gt;</li></ul>"


def test_other_braces_stay_what_they_are() -> None:
    """Only what begins with "law:" is looked up."""
    assert html("Tập {a, b} và {luat:x}.") == "<p>Tập {a, b} và {luat:x}.</p>"


@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2025, 10, 20), date(2026, 11, 23), date(2027, 1, 1), date(2030, 12, 31)])
def test_the_pages_that_travel_with_the_program_are_whole_on_any_of_these_days(day: date) -> None:
    """Each placeholder of content/ stands for something, whichever law is in force."""
    for path in sorted((ROOT / "content" / "pages").glob("*.md")):
        assert "law:" not in html(path.read_text("utf-8"), replace(SITE, day=day))
