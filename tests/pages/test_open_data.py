"""Search engines for data are told of tables that name no person, and of no others."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from generator.disclosure.site import Made, Site
from tests.pages import fixtures

Render = Callable[[Site], dict[str, str]]
LIST, GIFTS = "ho-ngheo/2026/cong-nhan/index.html", "dong-gop/lam-cau-suoi-may/index.html"


def told(html: str) -> list[dict[str, Any]]:
    """Return the datasets a page tells of."""
    return [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)]


def with_downloads(*shown: Any, **more: object) -> Site:
    """Return a site of disclosures, each with a CSV and a descriptor."""
    made = {one.id: (Made(one.id, "download", "csv", f"{one.form}.csv"), Made(one.id, "download", "datapackage", "datapackage.json"))
            for one in shown}
    return fixtures.site(*shown, made=made, **more)


def test_a_budget_is_a_dataset(render: Render) -> None:
    """It says what it is, whose, of which days, and where its files lie, in full addresses where the commune has one."""
    spending = fixtures.budget("budget-spending", "2026-09m")
    (found,) = told(render(with_downloads(spending))["ngan-sach/2026/09-thang/chi/index.html"])
    assert (found["@type"], found["temporalCoverage"], found["datePublished"]) == ("Dataset", "2026-01-01/2026-09-30", "2026-10-08")
    served = fixtures.COMMUNE.site.rstrip("/")
    assert [one["contentUrl"] for one in found["distribution"]] == [f"{served}/budget-spending.csv"]
    assert found["url"] == f"{served}/ngan-sach/2026/09-thang/chi/"
    assert "license" not in found


def test_without_an_address_of_the_site_files_are_relative(render: Render) -> None:
    """A site that has no address of its own leads to its files from where the page lies."""
    site = with_downloads(fixtures.households(named=False), commune=replace(fixtures.COMMUNE, site=""))
    (found,) = told(render(site)[LIST])
    assert found["distribution"][0]["contentUrl"] == "../../../poor-households.csv"


def test_a_page_that_names_persons_is_no_dataset(render: Render) -> None:
    """While names are on show neither a household list nor a ledger is told of; without names both are."""
    named = render(with_downloads(fixtures.households(), fixtures.gifts(), fixtures.use()))
    assert told(named[LIST]) == told(named[GIFTS]) == []
    nameless = render(with_downloads(fixtures.households(named=False), fixtures.gifts(named=False), fixtures.use()))
    assert [len(told(nameless[path])) for path in (LIST, GIFTS)] == [1, 2]
    assert "head_name" not in str(told(nameless[LIST]))


def test_no_title_ends_the_script(render: Render) -> None:
    """Whatever a title holds stays within the data."""
    evil = replace(fixtures.use(), title='</script><script>alert("&")</script>')
    html = render(with_downloads(evil))[GIFTS]
    assert '<script>alert("' not in html
    assert told(html)[0]["name"].startswith('</script><script>alert("&")</script>')
