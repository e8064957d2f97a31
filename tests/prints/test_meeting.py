"""The handout for the residents' meeting: the newest period's figures, nobody's name, two pages."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from generator.catalogue import load
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from generator.prints.meeting import handout, papers
from tests.prints import fixtures

DAY = date(2026, 11, 23)


def site(*shown: Disclosure) -> Site:
    """Return a site that shows these."""
    return Site(fixtures.COMMUNE, DAY, load(), shown)


def said(*shown: Disclosure) -> str:
    """Return the handout's HTML."""
    [job] = papers(site(*shown))
    return job.html


def test_only_the_newest_period_that_is_done_is_told() -> None:
    """A plan of the coming year and an older period stand back behind the last execution."""
    newest = replace(fixtures.revenue(3), posted_from=date(2026, 10, 8))
    older = replace(newest, id="suoi-may/budget-revenue/execution/2026-03m/-", period="2026-03m")
    plan = replace(newest, id="suoi-may/budget-revenue/draft/2027/-", period="2027", stage="draft")
    text = said(older, newest, plan)
    assert "Ngân sách 9 tháng đầu năm 2026" in text
    assert "3 tháng đầu năm" not in text.replace("9 tháng đầu năm", "")
    assert "2027" not in text


def test_nobody_of_a_list_or_ledger_is_named() -> None:
    """Counts by hamlet and sums by purpose, never the names that the board copy has."""
    listed, given = replace(fixtures.households(), state="posted"), replace(fixtures.gifts(), state="posted")
    text = said(listed, given)
    names = {name for one in (listed, given) for row in one.names.values() for name in row.values() if " " in name}
    assert names
    assert not [name for name in names if name in text]
    assert "Hộ nghèo, hộ cận nghèo" in text
    assert "Đóng góp của bà con" in text


def test_where_nothing_is_public_there_is_no_handout() -> None:
    """A commune without disclosures hands nothing out; whom to ask alone is no sheet."""
    assert papers(site()) == ()
    assert len(handout(site()).sections) == 1
