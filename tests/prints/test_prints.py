"""Prints: what stands on the paper, where it breaks, what its tags and fonts say."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pdfplumber
import pypdf
import pytest
from pdfua import validate

from generator import money, prints
from generator.commune import Commune
from generator.disclosed import Disclosure
from generator.prints import Workshop, job
from tests.prints import fixtures
from tests.prints.pressing import pressed

pytest.importorskip("weasyprint.text.ffi", reason="Pango is not on this machine", exc_type=OSError)

MINUTE = 60.0


def printed(disclosure: Disclosure, folder: Path, commune: Commune = fixtures.COMMUNE, *, names: bool = True) -> Path:
    """Return the file of a disclosure's print."""
    made = pressed(prints.prepare(disclosure, fixtures.site(commune), names=names), folder / "site", folder / "paper")
    return folder / ("site" if made.public else "paper") / made.path


def text(path: Path) -> str:
    """Return a print's text in reading order, blanks collapsed."""
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a print by name, made once."""
    makers: dict[str, Callable[[], Disclosure]] = {
        "revenue": fixtures.revenue, "balance": fixtures.balance, "households": fixtures.households, "gifts": fixtures.gifts}
    made: dict[str, Path] = {}

    def get(name: str) -> Path:
        if name not in made:
            made[name] = printed(makers[name](), tmp_path_factory.mktemp(name))
        return made[name]
    return get


ALL = ("revenue", "balance", "households", "gifts")


@pytest.mark.parametrize("name", ALL)
def test_every_print_passes_the_pdf_ua_check(paper: Callable[[str], Path], name: str) -> None:
    """A machine check of PDF/UA-1 finds nothing in any print."""
    assert validate(paper(name)).findings == ()


@pytest.mark.parametrize("name", ALL)
def test_every_font_in_a_print_is_the_bundled_one_and_embedded(paper: Callable[[str], Path], name: str) -> None:
    """A print embeds the theme's typeface and no other."""
    fonts = _fonts(pypdf.PdfReader(paper(name)))
    assert fonts
    assert all(re.fullmatch(r"/[A-Z]{6}\+Tinos(-[A-Za-z-]+)?", font) for font in fonts), fonts


def test_a_print_tells_its_language_title_and_publisher_and_no_day_of_making(paper: Callable[[str], Path]) -> None:
    """The metadata name the commune and hold no date, which would change the bytes."""
    reader = pypdf.PdfReader(paper("revenue"))
    assert reader.trailer["/Root"]["/Lang"] == "vi"
    assert reader.metadata is not None
    assert reader.metadata.author == "UBND xã Suối Mây"
    assert reader.metadata.title == "Thu ngân sách xã 9 tháng đầu năm 2026 - UBND xã Suối Mây"
    assert "/CreationDate" not in reader.metadata


def test_two_makings_give_the_same_bytes(tmp_path: Path) -> None:
    """The same disclosure gives the same file in another process, alone or after other prints."""
    site = fixtures.site()
    first = [prints.prepare(fixtures.revenue(5), site, names=True)]
    second = [replace(prints.prepare(fixtures.households(9), site, names=True)), *first]
    for where, batch in (("a", first), ("b", second)):
        assert all(one.made for one in prints.make_all(batch, Workshop(tmp_path / where, tmp_path / where)))
    assert (tmp_path / "a" / first[0].path).read_bytes() == (tmp_path / "b" / first[0].path).read_bytes()


def test_every_figure_of_a_budget_stands_on_its_print_in_order(paper: Callable[[str], Path]) -> None:
    """The text taken out of the PDF holds each line's label and amounts, in the order of the records, in NFC."""
    told = text(paper("revenue"))
    assert unicodedata.is_normalized("NFC", told)
    place = 0
    for record in fixtures.revenue().records:
        for key in ("label", "plan_nsnn", "done_nsnn"):
            value = record.values[key]
            place = told.index(money.write(value) if isinstance(value, int) else str(value), place)


@pytest.mark.parametrize("words", [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN XÃ SUỐI MÂY", "Suối Mây, ngày 08 tháng 10 năm 2026",
    "BIỂU CÔNG KHAI Thu ngân sách xã 9 tháng đầu năm 2026", "(Kèm theo Quyết định số 128/QĐ-UBND ngày 08/10/2026 của UBND xã Suối Mây)",
    "Đơn vị tính: đồng", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", "Trần Thị Bích Hạnh", "Trang 1/", "Mã đối chiếu 7F3A-91C2",
    "Số liệu khớp trang web", "Niêm yết từ 08/10/2026 đến hết 07/11/2026", "Bản 1", "DỮ LIỆU MẪU", "Dự toán năm",
    "Số liệu chưa bao gồm ghi thu, ghi chi."])
def test_a_list_has_the_parts_decree_30_asks_for(paper: Callable[[str], Path], words: str) -> None:
    """Agency, motto, place and day, title, unit, signature, foot and mark stand on the print."""
    assert words in text(paper("revenue"))


def test_the_head_of_the_table_is_repeated_on_every_page(paper: Callable[[str], Path]) -> None:
    """Each page of a long list begins with the table's head."""
    pages = pypdf.PdfReader(paper("households")).pages
    assert len(pages) > 1
    assert all("Thôn, buôn" in page.extract_text() or "Họ và tên chủ hộ" in page.extract_text() for page in pages)


def test_names_of_many_tongues_stand_whole_on_the_list(paper: Callable[[str], Path]) -> None:
    """Vietnamese and Ê Đê names, with combining marks or forty letters long, are drawn with real letters."""
    told = {cell.text for table in _tables(paper("households")) for row in table for cell in row}
    assert {unicodedata.normalize("NFC", name) for name in fixtures.NAMES} <= told
    assert not any("□" in said for said in told)


def test_households_stand_under_their_hamlets_with_counts(paper: Callable[[str], Path]) -> None:
    """Each hamlet has a heading with its counts, then a table of counts ends the list."""
    told = text(paper("households"))
    assert "Buôn Čuôr Dlê: 6 hộ nghèo, hộ cận nghèo, 27 nhân khẩu" in told
    assert told.index("Tổng hợp theo thôn, buôn") > told.index("Buôn Ƀlăk: 6 hộ")
    assert "Toàn xã Suối Mây 33 17 50 221" in told


def test_a_list_without_names_is_counts_only_and_public(tmp_path: Path) -> None:
    """When nobody may be named any more, the print shows no household, only counts, and may lie in the site."""
    path = printed(fixtures.households(), tmp_path, names=False)
    told = text(path)
    assert path.is_relative_to(tmp_path / "site")
    assert "Toàn xã Suối Mây" in told
    assert not any(name in told for name in fixtures.NAMES)
    assert "128/QĐ-UBND" not in told


def test_a_print_with_names_never_lies_in_the_site(tmp_path: Path) -> None:
    """A print that names persons goes to the folder of what is to be printed."""
    assert printed(fixtures.gifts(3), tmp_path).is_relative_to(tmp_path / "paper")
    assert not (tmp_path / "site").exists()


def test_a_ledger_names_those_who_agreed_and_organisations_only(paper: Callable[[str], Path]) -> None:
    """Givers who agreed and organisations stand by name, all others "Ẩn danh"; private facts stay away; the total is said."""
    told = text(paper("gifts"))
    assert "Y Blŭ Êban" in told
    assert "Công ty TNHH Cà phê Suối Mây" in told
    assert told.count("Ẩn danh") == 37
    assert "Căn cứ: Biên bản họp thôn ngày 02/03/2026" in told
    assert "Số tiền vận động: 350.000.000 đồng" in told
    assert "Hoàng Văn Kín" not in told
    assert "Tổng cộng 15.800.000" in told


def test_a_balance_shows_both_its_sides(paper: Callable[[str], Path]) -> None:
    """The two sides of a balance are two tables, each under its heading and with its own head."""
    told = text(paper("balance"))
    assert told.index("PHẦN THU") < told.index("Nội dung thu") < told.index("Khoản thu thứ 6") < told.index("PHẦN CHI")
    assert told.index("PHẦN CHI") < told.index("Nội dung chi") < told.index("6.000.000.000", told.index("Khoản chi thứ 6"))


@pytest.mark.parametrize("rows", [1, 2, 8, 18, 22, 49, 50, 51])
def test_a_signature_never_stands_alone_on_its_page(tmp_path: Path, rows: int) -> None:
    """Wherever the table ends, the last page holds lines of it above the signature, and one signature is all."""
    pages = [page.extract_text() for page in pypdf.PdfReader(printed(fixtures.revenue(rows), tmp_path)).pages]
    assert ["CHỦ TỊCH" in page for page in pages] == [False] * (len(pages) - 1) + [True]
    assert re.search(r"khoản\s+\d|TỔNG THU", pages[-1])


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_cut_off_or_runs_into_the_margin(paper: Callable[[str], Path], name: str) -> None:
    """No letter stands left of the 30 mm or right of the 15 mm that the decree leaves free, nor in the foot."""
    with pdfplumber.open(paper(name)) as pdf:
        for page in pdf.pages:
            assert min(float(char["x0"]) for char in page.chars) >= 30 / 25.4 * 72 - 1
            assert max(float(char["x1"]) for char in page.chars) <= float(page.width) - 15 / 25.4 * 72 + 1


def test_figures_never_wrap_and_end_on_one_line(paper: Callable[[str], Path]) -> None:
    """Amounts of twelve digits stand whole, and the amounts of a column end at the same place."""
    with pdfplumber.open(paper("revenue")) as pdf:
        words = [word for page in pdf.pages for word in page.extract_words()]
    assert {"987.654.321.000", "493.827.160.500"} <= {word["text"] for word in words}
    ends = {round(float(word["x1"])) for word in words if re.fullmatch(r"\d{1,3}(\.\d{3}){2,3}", word["text"])}
    assert len(ends) == 4


def test_without_an_address_there_is_no_qr_code_and_the_print_says_where_to_ask(tmp_path: Path) -> None:
    """A commune without a site address gets words instead of a code."""
    path = printed(fixtures.balance(), tmp_path, msgspec.structs.replace(fixtures.COMMUNE, site=""))
    assert "Hỏi, góp ý, khiếu nại: Văn phòng HĐND và UBND xã Suối Mây" in text(path)
    assert "Xem bảng này trên mạng" not in text(path)
    assert not any(element["/S"] == "/Figure" for element in _structure(path))


def test_with_an_address_the_code_leads_to_the_page(paper: Callable[[str], Path]) -> None:
    """The QR code is a figure whose alternative text names the page it opens, and the address stands beside it."""
    address = "https://suoimay.example.vn/ngan-sach/2026/du-toan/can-doi/"
    figure = next(element for element in _structure(paper("balance")) if element["/S"] == "/Figure")
    assert address in text(paper("balance")).replace(" ", "")
    assert figure["/Alt"] == f"Mã QR mở trang {address}"


def test_a_commune_that_is_no_sample_has_no_mark(tmp_path: Path) -> None:
    """Only the sample is marked as sample data."""
    assert "DỮ LIỆU MẪU" not in text(printed(fixtures.balance(), tmp_path, msgspec.structs.replace(fixtures.COMMUNE, sample=False)))


def test_titles_that_speak_html_or_css_stay_texts(tmp_path: Path) -> None:
    """A title with quotes, tags and braces stands on the paper as typed."""
    nasty = 'Thu "a" </style><b>x</b> \\ {y} & z'
    assert nasty in text(printed(msgspec.structs.replace(fixtures.balance(), title=nasty), tmp_path))


def test_letters_the_typeface_lacks_become_boxes_not_other_fonts(tmp_path: Path) -> None:
    """A foreign letter is shown as a box, so that no other font slips in."""
    path = printed(msgspec.structs.replace(fixtures.balance(), notes=("Chữ 漢 và 😀",)), tmp_path)
    assert "Chữ □ và □" in text(path)
    assert all("Tinos" in font for font in _fonts(pypdf.PdfReader(path)))


def test_a_day_in_march_needs_no_zero_before_its_month(tmp_path: Path) -> None:
    """By the decree a 0 stands before days under 10 and before the months 1 and 2 only."""
    march = msgspec.structs.replace(fixtures.balance(), posted_from=date(2026, 3, 5))
    assert "ngày 05 tháng 3 năm 2026" in text(printed(march, tmp_path))


@pytest.mark.parametrize(("typed", "said"), [
    ("198/QĐ-UBND ngày 05/11/2026", "(Kèm theo Quyết định số 198/QĐ-UBND ngày 05/11/2026)"),
    ("28/NQ-HĐND", "(Kèm theo Nghị quyết số 28/NQ-HĐND)"), ("05/2026/NQ-HĐND", "(Kèm theo Nghị quyết số 05/2026/NQ-HĐND)"),
    ("12 ngày 05/11/2026", "(Kèm theo văn bản số 12 ngày 05/11/2026)"),
    ("Kèm theo Tờ trình số 3/TTr-UBND", "(Kèm theo Tờ trình số 3/TTr-UBND)")])
def test_the_paper_it_belongs_to_is_named_by_its_kind(tmp_path: Path, typed: str, said: str) -> None:
    """A bare number is called a decision or a resolution by its letters; a line that says so itself is kept."""
    assert said in text(printed(msgspec.structs.replace(fixtures.balance(), facts={"decision": typed}), tmp_path))


def test_the_stage_is_said_under_the_title(paper: Callable[[str], Path]) -> None:
    """A reader sees whether this is a draft, a decision or a settlement."""
    assert "Cân đối ngân sách xã năm 2026 (Dự toán đã được quyết định)" in text(paper("balance"))


def test_lines_stand_closer_where_that_saves_a_page(tmp_path: Path) -> None:
    """Twenty gifts and their signature share one page, which they would not at the usual distance."""
    assert len(pypdf.PdfReader(printed(fixtures.gifts(20), tmp_path)).pages) == 1


def test_each_cell_of_a_two_level_head_is_linked_to_its_own_heads(paper: Callable[[str], Path]) -> None:
    """The amount under "Thực hiện > Ngân sách xã" names both those heads and its line's label."""
    cells = [cell for row in next(_tables(paper("revenue"))) for cell in row]
    heads = {cell.name: cell.text for cell in cells if cell.name}
    amount = next(cell for cell in cells if cell.text == "329.218.107.000")
    assert [heads[name] for name in amount.heads] == ["Thực hiện", "Ngân sách xã", "TỔNG THU NGÂN SÁCH XÃ"]


def test_a_print_that_takes_too_long_is_told_and_the_rest_is_made(tmp_path: Path) -> None:
    """A print over its time is a warning, leaves no half file, and the next one is made."""
    site = fixtures.site()
    endless = job.PrintJob("x/y", "Bảng dài", "list", "A4", "dai.pdf", public=True, html="<p>a" * 200_000)
    done = [*prints.make_all([endless, prints.prepare(fixtures.balance(), site, names=True)], Workshop(tmp_path, tmp_path, timeout=6))]
    assert done[0].made is None
    assert done[0].finding is not None
    assert (done[0].finding.code, done[0].finding.severity) == ("print-failed", "warning")
    assert done[1].made is not None
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["can-doi.pdf"]


@pytest.mark.skipif(sys.platform != "linux", reason="only a forked worker sees what this process lacks")
def test_without_weasyprint_and_browser_one_notice_says_so_and_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine without the libraries and without a browser no print is made, and that is said once, not once a print."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.delitem(sys.modules, "generator.prints.press", raising=False)
    monkeypatch.delitem(sys.modules, "generator.prints.tags", raising=False)
    prepared = prints.prepare(fixtures.balance(), fixtures.site(), names=True)
    done = [*prints.make_all([prepared, prepared], Workshop(tmp_path, tmp_path, timeout=MINUTE))]
    assert [one.made for one in done] == [None, None]
    assert [one.finding.code for one in done if one.finding] == ["prints-unavailable"]


def test_preparing_prints_never_loads_weasyprint() -> None:
    """The parent process prepares prints without WeasyPrint, so that `check` starts at once."""
    import subprocess  # noqa: PLC0415 - only this test starts another Python
    code = ("import sys; from generator import prints; from tests.prints import fixtures; "
            "prints.prepare(fixtures.balance(), fixtures.site(), names=True); sys.exit('weasyprint' in sys.modules)")
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@dataclass(frozen=True)
class Told:
    """A cell of a tagged table: its text, its own name, and the names of its heads."""

    text: str
    name: str
    heads: tuple[str, ...]


def _fonts(reader: pypdf.PdfReader) -> set[str]:
    fonts = set()
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            below = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in below["/FontDescriptor"] or "/FontFile3" in below["/FontDescriptor"]
            fonts.add(str(below["/BaseFont"]))
    return fonts


def _structure(path: Path) -> list[Any]:
    """Return every element of a print's structure, in reading order."""
    return [*_under(pypdf.PdfReader(path).trailer["/Root"]["/StructTreeRoot"])]  # type: ignore[index]


def _under(element: Any) -> Iterator[Any]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if not isinstance(kid, int) and "/S" in kid.get_object():
            yield kid.get_object()
            yield from _under(kid.get_object())


def _tables(path: Path) -> Iterator[list[list[Told]]]:
    reader = pypdf.PdfReader(path)
    texts = _marked(reader)
    for element in _under(reader.trailer["/Root"]["/StructTreeRoot"]):  # type: ignore[index]
        if element["/S"] == "/Table":
            yield [[_told(cell, texts) for cell in _kids(row)] for part in _kids(element) for row in _kids(part)]


def _kids(element: Any) -> list[Any]:
    return [kid.get_object() for kid in element["/K"] if not isinstance(kid, int)]


def _told(cell: Any, texts: dict[tuple[int, int], str]) -> Told:
    said: list[str] = []

    def collect(element: Any) -> None:
        page = element["/Pg"].indirect_reference.idnum
        for kid in element["/K"]:
            if isinstance(kid, int):
                said.append(texts.get((page, kid), ""))
            else:
                collect(kid.get_object())
    collect(cell)
    return Told(" ".join(" ".join(said).split()), cell.get("/ID", ""), tuple(cell["/A"].get("/Headers", ())))


def _marked(reader: pypdf.PdfReader) -> dict[tuple[int, int], str]:
    texts: dict[tuple[int, int], str] = {}
    for page, plumbed in zip(reader.pages, pdfplumber.open(reader.stream).pages, strict=True):
        for char in plumbed.chars:
            key = (page.indirect_reference.idnum, char["mcid"])  # type: ignore[union-attr]
            texts[key] = texts.get(key, "") + char["text"]
    return texts
