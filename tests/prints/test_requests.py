"""Prints on request: what is meant, for which place, where it lies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from generator.commune import Hamlet, Place
from generator.disclosure.site import Site
from generator.prints import requests
from generator.prints.requests import Request, requested
from tests.prints import fixtures
from tests.prints.test_posters import revenue

BOARD = {found.id: found for found in (revenue(), fixtures.households(), fixtures.gifts())}


def a_site() -> Site:
    """Return a site with a hamlet and its posting place, whose forms make posters."""
    commune = changed(fixtures.COMMUNE, hamlet=(Hamlet(name="Buôn Kdrông"),),
                      place=(Place(name="Nhà sinh hoạt cộng đồng Kdrông", hamlet="Buôn Kdrông"), Place(name="Trụ sở")))
    forms = {name: changed(form, prints={"poster": "A3"}) for name, form in fixtures.CATALOGUE.forms.items()}
    return replace(fixtures.site(commune), catalogue=fixtures.replaced(forms))


def paths(**asked: object) -> list[str]:
    """Return where the prints of a request would lie."""
    return [job.path for job in requested(BOARD, a_site(), Request(**asked))]  # type: ignore[arg-type]


@pytest.mark.parametrize("word", ["budget-revenue", "ngan-sach/2026/09-thang/", "thu ngân sách", "THU NGAN SACH"])
def test_a_disclosure_is_meant_by_id_address_or_title(word: str) -> None:
    """Any part of them will do, with accents or without."""
    assert paths(what=[word]) == ["theo-yeu-cau/ngan-sach/2026/09-thang/ap-phich-A3.pdf"]


@pytest.mark.parametrize(("paper", "name"), [("A1", "ap-phich-A1.pdf"), ("tiles", "ap-phich-A3-ghep-A4.pdf"),
                                              ("tiles-A2", "ap-phich-A2-ghep-A4.pdf")])
def test_a_poster_comes_on_the_paper_asked_for(paper: str, name: str) -> None:
    """Larger, or in sheets to be glued."""
    assert paper in requests.PAPERS
    assert paths(what=["budget"], paper=paper) == [f"theo-yeu-cau/ngan-sach/2026/09-thang/{name}"]


@pytest.mark.parametrize("place", ["Buôn Kdrông", "kdrong", "Nhà sinh hoạt cộng đồng Kdrông"])
def test_a_place_gets_its_hamlets_part(place: str) -> None:
    """A posting place or a hamlet may be named; the part and its file are named for the hamlet and never public."""
    [job] = requested(BOARD, a_site(), Request(["poor"], "board", place=place))
    assert job.path == "theo-yeu-cau/ho-ngheo/2026/cong-nhan/danh-sach-bang-tin-buon-kdrong.pdf"
    assert not job.public
    assert "Phần 4/8" in job.html
    assert job.place == "Buôn Kdrông"


def test_what_is_unknown_gives_nothing() -> None:
    """No disclosure answers to it."""
    assert paths(what=["zzz"]) == []
