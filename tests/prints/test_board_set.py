"""Board sets: what hangs at a posting point, in order, behind a cover that tells sheets, pages and days."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pytest
from msgspec.structs import replace as changed
from pdfua import validate

from generator import prints
from generator.catalogue.law import Posting
from generator.commune import Place
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from generator.prints import Workshop, board_set
from generator.prints.job import PrintJob
from generator.prints.marks import PAGES, SHEETS, filled, mark
from tests.prints import fixtures, reading
from tests.prints.test_posters import revenue

OFFICE, HALL = Place(name="Trụ sở UBND xã Suối Mây"), Place(name="Nhà sinh hoạt cộng đồng Kdrông", hamlet="Buôn Kdrông")
ELSEWHERE = Place(name="Nhà văn hóa thôn Mới", hamlet="Thôn Mới")
BOARD = (revenue(), fixtures.households(), fixtures.gifts(12))


def a_site(*places: Place, at_halls: bool = True) -> Site:
    """Return a site with posting points, whose forms make posters and board copies; gifts make lists only."""
    papers = {"list": "A4 portrait", "poster": "A3", "board": "A3 landscape"}
    forms = {name: changed(form, postings={"": name}, prints=papers if name != "contributions" else {"list": "A4 portrait"})
             for name, form in fixtures.CATALOGUE.forms.items()}
    rule = {"days": 30, "working": False, "channels": ("board",), "statute": "x", "article": "1"}
    postings = (Posting(id="poor-households", places=("office", "hall"), **rule),
                Posting(id="budget-revenue", places=("office", "hall") if at_halls else ("office",), **rule))
    catalogue = replace(fixtures.replaced(forms), postings=postings)
    return replace(fixtures.site(changed(fixtures.COMMUNE, place=places)), catalogue=catalogue)


def members(site: Site, place: str = "", *, board: tuple[Disclosure, ...] = BOARD, paper: str = "") -> list[tuple[str, str]]:
    """Return purpose and path of what is bound for a place, its notices aside."""
    return [(one.purpose, one.path) for job in board_set.sets(board, site, place, paper) for one in job.members if one.purpose != "notice"]


@pytest.fixture(scope="module")
def bound(tmp_path_factory: pytest.TempPathFactory) -> tuple[PrintJob, Path]:
    """The set of a hall, made."""
    pytest.importorskip("weasyprint.text.ffi", reason="Pango is not on this machine", exc_type=OSError)
    folder = tmp_path_factory.mktemp("set")
    [job] = board_set.sets(BOARD, a_site(OFFICE, HALL), "kdrong")
    [done] = prints.make_all([job], Workshop(folder / "site", folder / "paper", timeout=60.0))
    assert done.made is not None
    return job, folder / "paper" / done.made.path


def test_a_set_holds_posters_and_tables_in_the_order_they_hang() -> None:
    """Each subject's poster stands before its table; a form without board copy gives its list."""
    assert members(a_site(OFFICE)) == [
        ("poster", "ngan-sach/2026/09-thang/ap-phich-A3.pdf"), ("board", "ngan-sach/2026/09-thang/thu-bang-tin.pdf"),
        ("poster", "ho-ngheo/2026/cong-nhan/danh-sach/ap-phich-A3.pdf"), ("board", "ho-ngheo/2026/cong-nhan/danh-sach-bang-tin.pdf"),
        ("list", "dong-gop/lam-cau-suoi-may/so-dong-gop.pdf")]


def test_the_notices_of_the_postings_stand_first() -> None:
    """What tells people that something hangs stands before it, one notice a posting."""
    [job] = board_set.sets(BOARD, a_site(OFFICE))
    assert [one.purpose for one in job.members][:4] == ["notice", "notice", "notice", "poster"]
    assert "Thông báo về việc" in job.html


def test_a_hamlet_s_point_gets_its_own_part_of_the_list() -> None:
    """The list at a hamlet's hall is that hamlet's; where none of it is on the list, no names of others hang there."""
    assert ("board", "ho-ngheo/2026/cong-nhan/danh-sach-bang-tin-buon-kdrong.pdf") in members(a_site(OFFICE, HALL), "kdrong")
    assert not [path for purpose, path in members(a_site(ELSEWHERE)) if "danh-sach" in path and purpose != "poster"]


def test_what_the_law_hangs_at_the_office_alone_is_not_in_a_hall_s_set() -> None:
    """The posting rule says at which places a table hangs."""
    assert any("ngan-sach" in path for _, path in members(a_site(OFFICE, at_halls=False)))
    assert not any("ngan-sach" in path for _, path in members(a_site(HALL, at_halls=False)))


def test_what_no_longer_hangs_is_in_no_set() -> None:
    """Expired and replaced disclosures stay away, and without any there is no set."""
    old = tuple(changed(one, state="expired") for one in BOARD)
    assert members(a_site(OFFICE), board=(*old, fixtures.balance())) == [("board", "ngan-sach/2026/du-toan/can-doi-bang-tin.pdf")]
    assert list(board_set.sets(old, a_site(OFFICE))) == []


def test_an_office_with_a4_only_gets_lists_and_posters_to_be_glued() -> None:
    """No other paper is in the set."""
    [job] = board_set.sets(BOARD, a_site(OFFICE), paper="A4")
    assert {one.paper for one in job.members} == {"A4"}
    assert {one.purpose for one in job.members} == {"notice", "list", "poster"}


def test_each_point_has_its_set_and_a_commune_without_points_its_office() -> None:
    """All sets are made where no place is named; none answers to a place there is not."""
    assert [job.path for job in board_set.sets(BOARD, a_site(OFFICE, HALL))] == [
        "bo-niem-yet-tru-so-ubnd-xa-suoi-may.pdf", "bo-niem-yet-nha-sinh-hoat-cong-dong-kdrong.pdf"]
    assert [job.title for job in board_set.sets(BOARD, a_site())] == ["Bộ niêm yết tại Trụ sở UBND xã Suối Mây"]
    assert list(board_set.sets(BOARD, a_site(OFFICE), "Ea Tam")) == []


def test_a_set_that_names_persons_is_never_public() -> None:
    """It is named as soon as one print in it names anybody."""
    [named] = board_set.sets(BOARD, a_site(OFFICE))
    [plain] = board_set.sets(BOARD[:1], a_site(OFFICE))
    assert (named.named, plain.named, named.public, plain.public) == (True, False, False, False)


def test_a_long_set_comes_in_volumes_of_about_one_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each volume has its own cover and number, and all prints are in one of them."""
    [whole] = board_set.sets(BOARD, a_site(OFFICE))
    monkeypatch.setattr(board_set, "_ROOM", sum(len(one.html) for one in whole.members) * 2 // 3)
    first, second = board_set.sets(BOARD, a_site(OFFICE))
    assert (first.path, second.path) == ("bo-niem-yet-tru-so-ubnd-xa-suoi-may-tap-1.pdf", "bo-niem-yet-tru-so-ubnd-xa-suoi-may-tap-2.pdf")
    assert [one.path for one in (*first.members, *second.members)] == [one.path for one in whole.members]
    assert "Tập 2/2" in second.html


def test_the_cover_tells_sheets_pages_and_days(bound: tuple[PrintJob, Path]) -> None:
    """Its rows say of each print how many sheets it is, which pages of the file, and from when until when it hangs."""
    job, path = bound
    reader = pypdf.PdfReader(path)
    told = " ".join(reader.pages[0].extract_text().split())
    [poster] = re.findall(r"Áp phích: Thu ngân sách 9 tháng đầu năm 2026 Mã đối chiếu: 7F3A-91C2 1 tờ A3 (\d+) 08/10/2026 07/11/2026", told)
    assert round(float(reader.pages[int(poster) - 1].mediabox.width) / 72 * 25.4) == 420
    assert "Danh sách hộ nghèo, hộ cận nghèo năm 2026 (Buôn Kdrông)" in told
    assert f"gồm {len(reader.pages) - 1} tờ, không kể tờ này" in told
    assert "@" not in told
    assert len(job.members) == 8


def test_the_pages_the_cover_tells_are_the_pages_of_the_file(bound: tuple[PrintJob, Path]) -> None:
    """The ledger, the last in the set, begins on the page its row says."""
    pages = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(bound[1]).pages]
    begins = next(number for number, told in enumerate(pages, 1) if number > 1 and "BẢNG KÊ Đóng góp làm cầu Suối Mây năm 2026" in told)
    assert f"1 tờ A4 {begins} 08/10/2026" in pages[0]


def test_a_set_keeps_the_tags_of_all_its_prints(bound: tuple[PrintJob, Path]) -> None:
    """A machine check of PDF/UA-1 finds nothing in the bound file, and every cell below a head names its heads."""
    assert validate(bound[1]).findings == ()
    assert reading.lost_cells(bound[1]) == []
    assert reading.overlaps(bound[1]) == []
    reader = pypdf.PdfReader(bound[1])
    assert reader.trailer["/Root"]["/Lang"] == "vi"  # type: ignore[index]


def test_marks_are_filled_with_sheets_and_pages() -> None:
    """One page is said as one, several as a range, all after the cover's own."""
    html = f"{mark(SHEETS)}: {mark(SHEETS, 0)} {mark(PAGES, 0)}, {mark(SHEETS, 1)} {mark(PAGES, 1)}"
    assert filled(html, [1, 3], 1) == "4: 1 2, 3 3–5"


def test_the_first_day_is_the_earliest_and_the_last_the_soonest() -> None:
    """A poster of two tables comes down with the one that comes down first."""
    other = changed(fixtures.balance(), id="x", period="2026-09m", stage="execution", posted_from=date(2026, 10, 1),
                    posted_until=date(2026, 11, 1), summary=revenue().summary)
    [job] = board_set.sets((revenue(), other), a_site(OFFICE))
    row = job.html[job.html.index("Áp phích"):].partition("</tr>")[0]
    assert "01/10/2026" in row
    assert "01/11/2026" in row
