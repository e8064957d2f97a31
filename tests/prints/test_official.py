"""Official papers as prints: the PDF and the .docx say the same, in order; numbers at the top from page 2 on."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pdfplumber
import pypdf
import pytest
from docx import Document
from msgspec.structs import replace
from pdfua import validate

from generator import prints
from generator.commune import Place
from generator.disclosure.site import Site
from generator.papers.gifts import Gift
from generator.papers.posting import SORTS
from generator.prints import Workshop, official
from generator.prints.official import Ordered
from generator.prints.requests import Request, papers
from tests.papers.drawn import ANCHOR, COMMUNE, decided, matter
from tests.prints import fixtures

pytest.importorskip("weasyprint.text.ffi", reason="Pango is not on this machine", exc_type=OSError)

GIFT = Gift("Y Blŭ Êban", "person", "Làm cầu Suối Mây", "7", "Buôn Kdrông", "Hiện vật", "5 bao xi măng", 450_000, date(2026, 3, 2),
            "PT 001", "Tự nguyện")
TOP = 20 / 25.4 * 72
MARK = "DỮ LIỆU MẪU - KHÔNG PHẢI VĂN BẢN THẬT"
BY_SORT = ("place", *SORTS, "certificate")
TEN = tuple(Place(name=f"Nhà sinh hoạt cộng đồng {name}", hamlet=name) for name in (*fixtures.HAMLETS, *fixtures.NAMES[-2:]))
LONG = replace(COMMUNE, name="Buôn Nguyễn Phước Quý Công Tằng Tôn Nữ Thị", place=TEN)


def ordered(sort: str) -> Ordered:
    """Return a paper asked for; "place" is the notice of a commune with a long name, ten places and many tables."""
    if sort == "certificate":
        return next(official.certificates([GIFT], matter(decided()).site))
    if sort == "place":
        many = [decided(id=f"{number}", title=f"{number}") for number in range(40)]
        return next(official.of_posting(matter(*many, commune=LONG), ("notice",)))
    return next(official.of_posting(matter(decided()), (sort,)))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return each paper's PDF, all made in one run."""
    folder = tmp_path_factory.mktemp("papers")
    jobs = {sort: dataclasses.replace(ordered(sort).job, path=f"{sort}.pdf") for sort in BY_SORT}
    made = [one.made for one in prints.make_all(jobs.values(), Workshop(folder / "site", folder / "paper", workers=2))]
    assert all(made)
    assert not (folder / "site").exists()
    return lambda sort: folder / "paper" / jobs[sort].path


def pages(path: Path) -> list[str]:
    """Return the text of each page, blanks collapsed, without the mark of invented data; its number comes last."""
    return [" ".join(page.extract_text().replace(MARK, "").split()) for page in pypdf.PdfReader(path).pages]


def plain(text: str) -> str:
    """Return a text without blanks for the hand and spaces, which the two forms set each in its own way."""
    return re.sub(r"\.{3,}|\s", "", text)


def word_text(content: bytes) -> str:
    """Return all of a .docx in reading order."""
    return "\n".join(text for part in Document(BytesIO(content)).element.body.iterchildren() for text in _texts(part))


def _texts(part: object) -> list[str]:
    named = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return [node.text or "" if node.tag == f"{named}t" else " " for node in part.iter(f"{named}t", f"{named}br", f"{named}tab")]  # type: ignore[attr-defined]


@pytest.mark.parametrize("sort", BY_SORT)
def test_every_paper_passes_the_pdf_ua_check(printed: Callable[[str], Path], sort: str) -> None:
    """A machine check of PDF/UA-1 finds nothing, and every font is the theme's."""
    assert validate(printed(sort)).findings == ()
    fonts = {str(font.get_object()["/BaseFont"]) for page in pypdf.PdfReader(printed(sort)).pages
             for font in page["/Resources"]["/Font"].get_object().values()}
    assert fonts
    assert all(re.fullmatch(r"/[A-Z]{6}\+Tinos(-[A-Za-z-]+)?", font) for font in fonts), fonts


@pytest.mark.parametrize("sort", BY_SORT)
def test_the_two_forms_say_the_same_in_order(printed: Callable[[str], Path], sort: str) -> None:
    """Text taken out of the PDF, page numbers aside, is the text of the .docx, in NFC."""
    told = pages(printed(sort))
    whole = told[0] + "".join(page.removesuffix(str(number)) for number, page in enumerate(told[1:], 2))
    assert unicodedata.is_normalized("NFC", whole)
    assert plain(whole) == plain(word_text(ordered(sort).word()))


def test_pages_are_numbered_at_the_top_from_the_second_on(printed: Callable[[str], Path]) -> None:
    """A notice of three pages has nothing above the first, 2 and 3 in the middle above the others, and its signature on the last."""
    with pdfplumber.open(printed("place")) as pdf:
        above = [[(word["text"], round((word["x0"] + word["x1"]) / 2)) for word in page.extract_words() if word["bottom"] < TOP]
                 for page in pdf.pages]
        middle = round((30 + 195) / 2 / 25.4 * 72)
    assert above == [[], [("2", middle)], [("3", middle)]]
    assert ["CHỦ TỊCH" in page for page in pages(printed("place"))] == [False, False, True]


def test_nothing_stands_beyond_the_margins(printed: Callable[[str], Path]) -> None:
    """Long names turn the line: no letter is left of 30 mm or right of 15 mm."""
    for sort in ("place", "minutes"):
        with pdfplumber.open(printed(sort)) as pdf:
            for page in pdf.pages:
                assert min(char["x0"] for char in page.chars) >= 30 / 25.4 * 72 - 1
                assert max(char["x1"] for char in page.chars) <= float(page.width) - 15 / 25.4 * 72 + 1


def test_a_certificate_names_its_giver_on_the_paper_alone(printed: Callable[[str], Path]) -> None:
    """The paper names giver, purpose and sum; neither its file's name nor its own data do, and it is never public."""
    one = ordered("certificate")
    told = pages(printed("certificate"))[0]
    for words in ("Ông (bà): Y Blŭ Êban", "Buôn Kdrông, xã Suối Mây, tỉnh Đắk Lắk", "“Làm cầu Suối Mây”",
                  "Hình thức: Hiện vật (5 bao xi măng)", "450.000 đồng", "Ngày đóng góp: 02/03/2026", "PT 001", "ở dòng 7"):
        assert words in told
    assert one.job.path == "theo-yeu-cau/giay-xac-nhan/lam-cau-suoi-may-pt-001.pdf"
    assert (one.job.public, one.job.named, one.job.disclosure) == (False, True, "")
    assert "Y Bl" not in str(pypdf.PdfReader(printed("certificate")).metadata)
    assert "Y Bl" not in str(Document(BytesIO(one.word())).core_properties.title)


def test_a_gift_of_which_little_is_known_leaves_room() -> None:
    """An unnamed gift without sum, day and receipt has dotted lines, and two of them have files of their own."""
    found = [*official.certificates([Gift("", "person", ""), Gift("", "person", "")], matter(decided()).site)]
    assert [one.word_path for one in found] == ["theo-yeu-cau/giay-xac-nhan/khac.docx", "theo-yeu-cau/giay-xac-nhan/khac-2.docx"]
    told = word_text(found[0].word())
    assert told.count("Số tiền hoặc giá trị quy đổi:") == 1
    assert "None" not in told


def test_papers_are_asked_for_by_the_tables_name() -> None:
    """One table's name asks for the papers of all that hangs with it, ended postings too; a sort alone may be asked for."""
    one = decided()
    site = Site(COMMUNE, date(2026, 10, 9), matter(one).site.catalogue, (replace(one, state="expired"), replace(one, state="replaced")))

    def asked(purpose: str, place: str = "") -> list[str]:
        return [each.job.path for each in papers({}, site, Request(["budget-revenue"], purpose, place=place), ANCHOR)]

    assert len(asked("papers")) == 2 + 2 * len(COMMUNE.place)
    assert asked("decision") == ["theo-yeu-cau/ngan-sach/2026/du-toan/van-ban/quyet-dinh-cong-bo.pdf"]
    assert asked("minutes", "kdrong") == [
        "theo-yeu-cau/ngan-sach/2026/du-toan/van-ban/bien-ban-niem-yet-02-nha-sinh-hoat-cong-dong-buon-kdrong.pdf"]
    assert [*papers({}, site, Request(["zzz"], "papers"))] == []
