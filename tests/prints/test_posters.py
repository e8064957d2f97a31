"""Posters: one question on one sheet, its figures those of the list and the page, on any paper, whole or glued."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from html import unescape
from pathlib import Path

import pdfplumber
import pypdf
import pytest
from msgspec.structs import replace as changed
from pdfua import validate

from generator import money
from generator.disclosed import Disclosure
from generator.disclosure.site import Made, Site
from generator.prints import posters
from generator.prints.lettering import clean
from generator.sources import ATTACHED
from tests.conftest import Site as Built
from tests.prints import fixtures, reading
from tests.prints.pressing import pressed

pytest.importorskip("weasyprint.text.ffi", reason="Pango is not on this machine", exc_type=OSError)

MINUTE = 60.0
LONG = "Nguyễn Phước Quý Công Tằng Tôn Nữ Thị Huyền"


def a_site(*found: Disclosure) -> Site:
    """Return a site whose forms make posters."""
    forms = {name: changed(form, prints={"list": "A4 portrait", "poster": "A3"}) for name, form in fixtures.CATALOGUE.forms.items()}
    return replace(fixtures.site(fixtures.COMMUNE, *found), catalogue=fixtures.replaced(forms))


def revenue(name: str = "Thu phí, lệ phí", amount: int = 987_654_321_000) -> Disclosure:
    """Return a budget whose totals and largest lines are told."""
    lines = [{"id": f"k{number}", "key": "", "name": f"{name} {number}", "plan": amount // number, "done": amount // (number + 1),
              "prior": None, "share": 50.0 + number} for number in range(1, 9)]
    total = {"id": "t", "key": "t", "name": "Tổng", "plan": amount, "done": amount // 2, "prior": None, "share": 50.0, "same_period": 104.8}
    return changed(fixtures.revenue(3), summary={"side": "revenue", "total": total, "top": lines})


def drawn(tmp_path: Path, found: Disclosure, paper: str = "", *, tiles: bool = False) -> tuple[Made, Path]:
    """Return a disclosure's poster, made."""
    job = posters.prepare([found], a_site(found), paper, tiles=tiles)
    assert job is not None
    made = pressed(job, tmp_path)
    return made, tmp_path / made.path


def text(path: Path) -> str:
    """Return a print's text, blanks collapsed."""
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


@pytest.mark.parametrize("found", [revenue(), fixtures.households(), fixtures.gifts()], ids=["revenue", "households", "gifts"])
def test_a_poster_is_one_sheet_that_passes_the_pdf_ua_check(tmp_path: Path, found: Disclosure) -> None:
    """Each kind's poster stands on one A3 sheet and a machine check of PDF/UA-1 finds nothing."""
    made, path = drawn(tmp_path, found)
    assert (made.label, made.purpose, made.pages, made.public) == ("A3", "poster", 1, False)
    assert validate(path).findings == ()
    assert reading.lost_cells(path) == []
    assert reading.colours(path) <= {(0.0,), (0.0, 0.0, 0.0), (1.0,), (1.0, 1.0, 1.0)}
    box = pypdf.PdfReader(path).pages[0].mediabox
    assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == (420, 297)


def test_long_names_and_large_amounts_stay_on_the_sheet(tmp_path: Path) -> None:
    """Names of sixty letters and amounts of twelve digits leave the poster on one sheet, every word on it."""
    made, path = drawn(tmp_path, revenue(f"{LONG} và các con cháu", 999_888_777_666))
    assert made.pages == 1
    assert text(path).count("999,89 tỷ") == 0
    assert "499,94 tỷ đồng" in text(path)
    assert all(f"các con cháu {number}" in text(path) for number in range(1, 6))


def test_a_poster_names_no_household_and_says_until_when_to_object(tmp_path: Path) -> None:
    """The poster of a named list holds no name, and the last day of posting."""
    told = text(drawn(tmp_path, fixtures.households())[1])
    assert not any(clean(name) in told for name in fixtures.NAMES)
    assert "đến hết ngày 07/11/2026" in told
    assert "7F3A-91C2" in told


def test_a_poster_fills_its_sheet(tmp_path: Path) -> None:
    """Less than a tenth of the sheet is left between the last word and the foot."""
    import pdfplumber  # noqa: PLC0415 - only this test measures
    _, path = drawn(tmp_path, revenue())
    with pdfplumber.open(path) as found:
        page = found.pages[0]
        words = page.extract_words()
    foot = min(word["top"] for word in words if word["text"] == "UBND" and word["top"] > page.height * 0.9)
    last = max(word["bottom"] for word in words if word["bottom"] < foot)
    assert (foot - last) / page.height < 0.1


def test_type_on_a_poster_is_never_too_small_to_read_at_one_metre(tmp_path: Path) -> None:
    """Table and chart are set in 17 points at least, the answer in 80 at least."""
    import pdfplumber  # noqa: PLC0415 - only this test measures
    _, path = drawn(tmp_path, revenue())
    with pdfplumber.open(path) as found:
        words = found.pages[0].extract_words(extra_attrs=["size"])
    assert all(word["size"] >= 17 for word in words if word["text"].startswith(("329.218", "Khoản")))
    assert max(word["size"] for word in words) >= 80


@pytest.mark.parametrize(("paper", "width"), [("A2", 594), ("A1", 841)])
def test_larger_papers_hold_the_same_words(tmp_path: Path, paper: str, width: int) -> None:
    """The same poster on A2 and A1, larger in all."""
    made, path = drawn(tmp_path, revenue(), paper)
    assert (made.label, made.pages) == (paper, 1)
    assert round(float(pypdf.PdfReader(path).pages[0].mediabox.width) / 72 * 25.4) == width
    assert text(path) == text(drawn(tmp_path, revenue())[1])


@pytest.mark.parametrize(("paper", "sheets"), [("A3", 4), ("A2", 8), ("A1", 15)])
def test_a_poster_is_glued_from_a4_sheets_that_say_where_they_belong(tmp_path: Path, paper: str, sheets: int) -> None:
    """Each A4 sheet tells its row and column, tags what it shows, and all together show every word of the poster."""
    made, path = drawn(tmp_path, revenue(), paper, tiles=True)
    assert (made.label, made.pages) == ("A4", sheets)
    assert validate(path).findings == ()
    assert "hàng 1 cột 2" in " ".join(pypdf.PdfReader(path).pages[1].extract_text().split())
    sizes = {(round(float(page.mediabox.width) / 72 * 25.4), round(float(page.mediabox.height) / 72 * 25.4))
             for page in pypdf.PdfReader(path).pages}
    assert sizes <= {(210, 297), (297, 210)}


def test_a_list_of_more_classes_answers_with_those_it_counts() -> None:
    """Households that left poverty stand in the list too; the large figures are the poor and the near-poor, as the question asks."""
    found = fixtures.households()
    left = {"key": "left-poverty", "name": "Hộ thoát nghèo", "households": 4, "members": 9}
    job = posters.prepare([changed(found, summary={**found.summary, "classes": [*found.summary["classes"], left]})], a_site())
    assert job is not None
    assert re.findall(r'<p class="label">([^<]+)', job.html) == ["Hộ nghèo", "Hộ cận nghèo"]


def test_disclosures_without_figures_make_no_poster() -> None:
    """A table that states no total, and a list without counts, have none."""
    assert posters.prepare([fixtures.balance()], a_site()) is None
    assert posters.prepare([changed(fixtures.households(), summary={})], a_site()) is None


def test_a_form_without_a_poster_makes_none() -> None:
    """The form's TOML decides."""
    assert posters.groups([fixtures.revenue()], fixtures.site()) == []


FIGURE = re.compile(r"(?<![\d/.,])(\d+(?:\.\d{3})+|\d+(?:,\d+)? (?:tỷ|triệu)|[1-9]\d*(?= (?:hộ|người|lượt|buổi)))(?![\d/])")
WHOLE = re.compile(r"(?<![\d/.,])\d+(?:\.\d{3})*(?![\d/,])")


def figures(path: Path) -> set[str]:
    """Return the amounts and counts that a poster states between its question and whom to ask."""
    told = text(path).replace("\u202f", " ").partition("?")[2].partition("Xem toàn bộ")[0]
    return set(FIGURE.findall(told))


def known(told: str, unit: int = 1) -> set[str]:
    """Return every whole number of a text in đồng, and as a poster shortens it, and amounts that the text shortens itself."""
    wholes = {int(one.replace(".", "")) * unit for one in WHOLE.findall(told)}
    return {write(one) for one in wholes for write in (money.write, money.short)} | set(FIGURE.findall(told))


def page_text(folder: Path) -> str:
    """Return what the pages of a folder say, without their tags."""
    pages = (path.read_text("utf-8") for path in sorted(folder.rglob("index.html")))
    said = " ".join(unescape(re.sub(r"<[^>]+>", " ", page)) for page in pages)
    return unicodedata.normalize("NFC", said).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("place", "lists", "alone", "unit"), [
    ("ngan-sach/2026/09-thang", ("thu", "chi"), set(), 1000),
    ("ho-ngheo/2026/cong-nhan", ("../cong-nhan",), {"458", "674"}, 1),
    ("dong-gop/lam-cau-qua-suoi-may", ("so-dong-gop", "su-dung"), set(), 1),
    ("dong-gop/quy-vi-nguoi-ngheo-nam-2026", ("so-dong-gop", "su-dung"), {"54,2 triệu"}, 1),
    ("cong-trinh/thon-buon-dong-gop-2026", ("../thon-buon-dong-gop-2026",), set(), 1),
])
def test_figures_on_poster_list_and_page_are_the_same(
        sample: Built, place: str, lists: tuple[str, ...], alone: set[str], unit: int) -> None:
    """In the sample, each figure of a poster stands on the pages it sums up and on the lists; a page may give thousands.

    `alone` are figures that no list states: what is left, the people of each class.
    """
    told = figures(sample.to_print / "suoi-may" / place / "ap-phich-A3.pdf")
    bases = (sample.output, sample.to_print / "suoi-may")
    found = [path for name in lists for base in bases if (path := base / place / f"{name}.pdf").is_file()]
    assert len(told) >= 5
    assert len(found) == len(lists)
    assert told - known(page_text(sample.output / place), unit) == set()
    assert told - known(" ".join(map(text, found))) == alone


def test_a_calendar_answers_with_its_next_day_and_a_list_of_persons_with_persons(sample: Built) -> None:
    """Who asks when the leaders can be met reads the next day in large figures, its hour, whom and where; people are no entries."""
    folder = sample.to_print / "suoi-may"
    told = text(folder / "tiep-dan/lich-tiep-cong-dan-2026-quy-4/ap-phich-A3.pdf")
    assert re.search(r"Buổi sắp tới.{0,12} 24/11/2026", told)
    assert told.index("7 giờ 30 đến 11 giờ") < told.index("Y Thuăn Mlô") < told.index("3 buổi sắp tới")
    assert re.search(r"13\s?lượt người", text(folder / "ho-tro/ho-tro-nguoi-dan-2026-quy-3/ap-phich-A3.pdf"))


@pytest.mark.parametrize(("where", "head", "cells", "edge"), [
    ("tiep-dan/lich-tiep-cong-dan-2026-quy-4", "Người tiếp", "Nguyễn Thị Hải Yến", "x0"),
    ("cong-trinh/thon-buon-dong-gop-2026", "Đã huy động", r"\d\d[.]\d{3}[.]000", "x1"),
])
def test_words_begin_under_their_head_and_figures_end_under_it(sample: Built, where: str, head: str, cells: str, edge: str) -> None:
    """In a poster's table a column of words stands at its left edge, a column of figures at its right."""
    with pdfplumber.open(sample.to_print / "suoi-may" / where / "ap-phich-A3.pdf") as pdf:
        found = [pdf.pages[0].search(head)[-1], *pdf.pages[0].search(cells)]
    assert len(found) > 2
    assert len({round(one[edge], 1) for one in found}) == 1


def test_every_print_of_the_sample_passes_the_pdf_ua_check_and_is_nfc(sample: Built) -> None:
    """No error in any print of the sample's build, and all text taken out of them is composed; attachments stay as they were given."""
    found = [path for folder in (sample.output, sample.to_print) for path in folder.rglob("*.pdf") if path.parent.name != ATTACHED]
    assert len(found) > 40
    assert [path.name for path in found if validate(path).findings] == []
    assert [path.name for path in found if reading.lost_cells(path)] == []
    assert all(unicodedata.is_normalized("NFC", page) for path in found for page in reading.pages(path))
