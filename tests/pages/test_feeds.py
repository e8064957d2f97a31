"""Feed and sitemap: for what may be found and announced, and nothing else."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from msgspec.structs import replace

from generator.pages import feed, sitemap
from tests.pages import fixtures

ATOM = "{http://www.w3.org/2005/Atom}"
NO_ADDRESS = replace(fixtures.COMMUNE, site="")


def entries(site: object = None) -> list[str]:
    """Return the addresses of a feed's entries."""
    text = feed(site or fixtures.site())  # type: ignore[arg-type]
    assert text
    links = [entry.find(f"{ATOM}link") for entry in ET.fromstring(text).findall(f"{ATOM}entry")]  # noqa: S314 - our own feed
    return [link.attrib["href"] for link in links if link is not None]


def test_without_an_address_there_is_neither() -> None:
    """A commune that gave no address has no feed and no sitemap."""
    assert feed(fixtures.site(commune=NO_ADDRESS)) is None
    assert sitemap(fixtures.site(commune=NO_ADDRESS)) is None


def test_pages_that_name_persons_stay_out_of_both() -> None:
    """Lists and ledgers that name persons today are neither announced nor mapped."""
    assert not [link for link in entries() if "ho-ngheo" in link or "dong-gop" in link]
    mapped = sitemap(fixtures.site()) or ""
    assert "ho-ngheo/2026/cong-nhan/" not in mapped
    assert "dong-gop/lam-cau" not in mapped
    assert "<loc>https://suoimay.example/ngan-sach/2026/09-thang/chi/</loc>" in mapped


def test_a_list_without_names_is_announced() -> None:
    """Counts alone may be found."""
    assert entries(fixtures.site(fixtures.households(named=False))) == ["https://suoimay.example/ho-ngheo/2026/cong-nhan/"]


def test_only_what_is_posted_is_announced_the_newest_first() -> None:
    """Expired disclosures are in the sitemap but no longer news."""
    assert entries() == [f"https://suoimay.example/ngan-sach/2026/09-thang/{table}/" for table in ("thu", "chi")]
    assert "2024/quyet-toan/can-doi/" in (sitemap(fixtures.site()) or "")


def test_a_correction_is_a_new_entry() -> None:
    """A later version has an id of its own, so that readers of the feed see it."""
    first = fixtures.budget("budget-spending", "2026-09m")
    text = feed(fixtures.site(replace(first, version=2)))
    assert text
    assert "chi/#ban-2</id>" in text
