"""What leads around the site: the chronicle of changes, the archive, the glossary, the search's index, ways to say something."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from datetime import date

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from generator.catalogue.texts import texts
from generator.disclosure.site import Site
from generator.pages import glossary, pages
from generator.pages.chronicle import events
from tests.pages import fixtures
from tests.pages.conftest import TEXTS, THEME, plain

Render = Callable[[Site], dict[str, str]]
FIRST = fixtures.budget("budget-spending", "2026-09m")
SECOND = replace(FIRST, version=2, posted_from=date(2026, 10, 15), posted_until=date(2026, 11, 14))


def test_a_correction_is_seen_as_one(render: Render) -> None:
    """The day of the correction stands above that of the first version, says which it replaces, and both lead to the page."""
    site = fixtures.site(SECOND, replaced=(replace(FIRST, state="replaced"),))
    assert [(event.day, event.sort) for event in events(site)] == [(date(2026, 10, 15), "corrected"), (date(2026, 10, 8), "posted")]
    text = plain(render(site)["thay-doi/index.html"])
    assert "15/10/2026 Chỉnh sửa" in text
    assert "Bản 2 thay bản 1. Bản đầu công khai ngày 08/10/2026." in text
    assert text.index("15/10/2026 Chỉnh sửa") < text.index("08/10/2026 Công khai")


def test_a_correction_leads_to_the_version_it_replaced(render: Render) -> None:
    """Beside the note stands the way to the earlier version's own page."""
    drawn = render(fixtures.site(SECOND, replaced=(replace(FIRST, state="replaced"),)))
    assert 'href="../ngan-sach/2026/09-thang/chi/phien-ban-1/index.html">Xem bản 1</a>' in drawn["thay-doi/index.html"]
    assert "ngan-sach/2026/09-thang/chi/phien-ban-1/index.html" in drawn


def test_a_list_taken_down_is_told_without_a_name(render: Render) -> None:
    """The chronicle says the day and that the whole was taken down, and leads to the address that is kept."""
    gone = replace(fixtures.households(named=False), records=())
    site = fixtures.site(FIRST, withdrawn=((gone, date(2026, 10, 12)),))
    assert [(event.day, event.sort) for event in events(site)] == [(date(2026, 10, 12), "withdrawn"), (date(2026, 10, 8), "posted")]
    drawn = render(site)
    assert "12/10/2026 Đã gỡ" in plain(drawn["thay-doi/index.html"])
    assert 'href="../ho-ngheo/2026/cong-nhan/index.html"' in drawn["thay-doi/index.html"]


def test_a_hamlet_is_found_by_the_site_search(drawn: dict[str, str]) -> None:
    """Each hamlet of a household list is a line of the index, with its number of households, at its place on the list's page."""
    year = drawn["tim-kiem/index.html"]
    found = re.findall(r'<li data-row><a href="../ho-ngheo/2026/cong-nhan/index.html#(thon-[a-z0-9-]+)">', year)
    assert found
    assert [ident for ident in found if f'<h3 id="{ident}">' not in drawn["ho-ngheo/2026/cong-nhan/index.html"]] == []


def test_the_end_of_a_posting_is_told_the_day_after() -> None:
    """The last day on show is not yet the end; the next day is."""
    ended = fixtures.households()
    assert ended.posted_until == date(2026, 10, 31)
    assert [event.sort for event in events(fixtures.site(ended, day=date(2026, 10, 31)))] == ["posted"]
    assert [(event.sort, event.day.day) for event in events(fixtures.site(ended, day=date(2026, 11, 1)))] == [("ended", 1), ("posted", 1)]


def test_nothing_to_come_is_told() -> None:
    """A posting that begins tomorrow is no change yet."""
    assert events(fixtures.site(replace(FIRST, posted_from=date(2026, 10, 21)))) == ()


def test_changes_are_split_by_year(drawn: dict[str, str]) -> None:
    """Each year's changes have a page, and the first page leads to all of them."""
    assert {path for path in drawn if path.startswith("thay-doi/")} == {"thay-doi/index.html", "thay-doi/2025/index.html"}
    assert 'href="2025/index.html"' in drawn["thay-doi/index.html"]
    assert "10/10/2025" in drawn["thay-doi/2025/index.html"]
    assert "10/10/2025" not in drawn["thay-doi/index.html"]


def test_the_archive_leads_to_every_year_of_every_family(drawn: dict[str, str]) -> None:
    """What is about a year is on that year's page, whatever family it is of."""
    assert [path for path in ("luu-tru/2026/index.html", "luu-tru/2025/index.html", "luu-tru/2024/index.html") if path not in drawn] == []
    year = drawn["luu-tru/2026/index.html"]
    ways = ("ngan-sach/2026/09-thang/", "ho-ngheo/2026/cong-nhan/", "dong-gop/lam-cau-suoi-may/")
    assert [name for name in ways if name not in year] == []


def test_the_index_holds_every_line_and_no_person(drawn: dict[str, str]) -> None:
    """Each line of a table is in its year's index and in that of all years; heads of households and givers are in none."""
    year, everything = drawn["tim-kiem/index.html"], drawn["tim-kiem/moi-nam/index.html"]
    lines = [str(record.values["label"]) for record in FIRST.records]
    assert [line for line in lines if line not in year or line not in everything] == []
    names = {name for one in (fixtures.households(), fixtures.gifts()) for names in one.names.values() for name in names.values()}
    assert names
    around = "".join(html for path, html in drawn.items() if path.startswith(("tim-kiem/", "thay-doi/", "luu-tru/")))
    assert [name for name in names if name in around] == []


def test_a_term_is_linked_once_and_never_within_a_link() -> None:
    """The longest spelling wins, large letters or small; figures that stand out stay; an address stays as it is."""
    frame = fixtures_frame()
    said = glossary.linked(Markup("Dự toán là <strong>8 tỷ</strong>; dự toán năm. <a href='x'>Quyết toán</a> & <b>kết dư</b>"), frame)
    assert said.count('class="term"') == 2
    assert f'href="../../{glossary.PATH}#du-toan">Dự toán</a> là <strong>8 tỷ</strong>; dự toán năm.' in said
    assert "<a href='x'>Quyết toán</a>" in said
    assert glossary.linked("<i>niêm yết</i>", frame).startswith("&lt;i&gt;<a ")


def fixtures_frame() -> object:
    """Return the frame of a page two folders deep."""
    return next(page.context["frame"] for page in pages(fixtures.site()) if page.path.count("/") == 2)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_term_is_explained_and_found(language: str) -> None:
    """Terms stand in the order of the alphabet, each with a meaning, and no spelling leads to two."""
    terms = glossary.terms(language)
    assert len(terms) > 25
    assert all(term.means.endswith((".", "…")) for term in terms)
    words = [word for term in terms for word in term.words]
    assert len(words) == len(set(words))


def test_the_communes_own_forms_are_linked(render: Render) -> None:
    """Addresses for comments and rating stand in the foot; without them a letter is offered, and without that nothing."""
    own = replace(fixtures.COMMUNE, comments="https://may.example/gop-y", satisfaction="https://may.example/hai-long")
    foot = render(fixtures.site(commune=own))["index.html"]
    assert 'href="https://may.example/gop-y"' in foot
    assert 'href="https://may.example/hai-long"' in foot
    assert 'class="button" href="mailto:congkhai@suoimay.example"' in render(fixtures.site())["index.html"]
    assert 'class="button" href="mailto:' not in render(fixtures.site(commune=replace(fixtures.COMMUNE, email="")))["index.html"]


def test_english_pages_speak_english_throughout(render: Render) -> None:
    """No whole text of the Vietnamese interface stands on a page made in English."""
    def flat(content: dict[str, object]) -> list[str]:
        return [text for value in content.values() for text in (flat(value) if isinstance(value, dict) else [str(value)])]

    english = set(flat(texts("pages", "en")))
    english |= {text.title for text in TEXTS}
    own = [text for text in flat(texts("pages", "vi")) if text not in english and "{" not in text and len(text) > 12]
    made = render(fixtures.site(language="en"))
    assert len(own) > 100
    assert sorted({text for text in own for html in made.values() if re.search(rf"[>\"]{re.escape(text)}[<\"]", html)}) == []


def weight(html: str) -> int:
    """Return what a page weighs over the wire with all that it loads, gzipped."""
    loaded = re.findall(r'<(?:link rel="stylesheet" href|script src)="[./]*theme/([^"]+)"', html)
    assert loaded
    return len(gzip.compress(html.encode())) + sum(len(gzip.compress((THEME / "static" / name).read_bytes())) for name in loaded)


def test_pages_are_light(drawn: dict[str, str]) -> None:
    """Home, a budget page and the search are at most 60 KB with everything they load."""
    for path in ("index.html", "ngan-sach/2026/09-thang/chi/index.html", "tim-kiem/moi-nam/index.html"):
        assert weight(drawn[path]) < 60_000, path


def test_a_thousand_households_are_light(render: Render) -> None:
    """The page of a list of a thousand named households is at most 40 KB of HTML over the wire."""
    few = fixtures.households()
    family = ("Nguyễn", "Trần", "Lê", "Phạm", "Y", "H'", "Đặng", "Bùi", "Hoàng", "Võ")
    middle = ("Văn", "Thị", "Đức", "Ngọc", "Minh", "Blŭ", "Quang", "Thanh", "Xuân", "Kim")
    given = ("An", "Bình", "Hương", "Đạt", "Dung", "Yến", "Ánh", "Ơn", "Sơn", "Lành", "Tâm", "Lộc", "Hạnh", "Phúc", "Thảo", "Nga", "Quý")
    records = tuple(replace(few.records[place % 40], id=f"h{place}", marker=str(place)) for place in range(1, 1001))
    names = {
        one.id: {"head_name": f"{family[place * 7 % 10]} {middle[place * 13 // 10 % 10]} {given[place * 31 % 17]}"}
        for place, one in enumerate(records)
    }
    html = render(fixtures.site(replace(few, records=records, names=names)))["ho-ngheo/2026/cong-nhan/index.html"]
    assert html.count('<th scope="row">') >= 1000
    assert len(gzip.compress(html.encode())) < 40_000
