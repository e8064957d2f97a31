"""The sweep: one planted value in any format and place refuses the release; what is public, fixed or an amount does not."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from msgspec.structs import replace

from generator.disclosed import Disclosure, PublicRecord
from generator.disclosure.site import Made, Site
from generator.findings import tell
from generator.posting.recording import Act, post
from generator.posting.seals import seal
from generator.posting.showing import guarded, show
from generator.posting.store import FOLDER, load
from generator.release.sweep import sweep, sweep_store
from tests.posting import drawn

CITIZEN, PHONE, MAIL, ACCOUNT = "066098765432", "0905 123 456", "ho.an@example.vn", "1234567890123"
MEMBER, CAUSE, ETHNICITY, BORN = "Lê Thị Bé Ba", "Đau ốm kéo dài", "Mnông", "12/03/1962"
LIST = replace(seal(drawn.households("Nguyễn Văn An")), names={}, posted_from=drawn.DAY, posted_until=date(2026, 8, 7))
PAGE = "ho-ngheo/2026/ca-nam/index.html"
SECRETS = {LIST.id: frozenset({CITIZEN, PHONE, MEMBER, CAUSE, ETHNICITY, BORN, "4", "Nam", "Buôn Krông"})}


def site(*shown: Disclosure, **settings: object) -> Site:
    found = shown or (LIST,)
    kinds = ("pdf", "csv", "xlsx", "svg", "json")
    files = {each.id: tuple(Made(each.id, "print", "A4", f"print.{kind}") for kind in kinds) for each in found}
    return Site(drawn.commune(**settings), drawn.DAY, drawn.catalogue(), found, files)


def page(folder: Path, text: str, name: str = PAGE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return folder


def codes(folder: Path, secrets: object = None, **settings: object) -> list[str]:
    found = sweep(folder, site(**settings), SECRETS if secrets is None else secrets)  # type: ignore[arg-type]
    return sorted({each.code for each in found})


def test_a_lawful_page_passes(tmp_path: Path) -> None:
    """Counts, amounts, public hamlets and days, digests and short private numbers are no hits."""
    page(tmp_path, "<p>Buôn Krông, 4 hộ, 123.456.789 đồng, ngày 08/07/2026, Việt Nam</p><td class='num'>123456789</td>"
                   f"<code class='code'>123456789012</code><p>{'1' * 64}</p><svg><path d='M 123456789 0'/></svg>")
    assert codes(tmp_path) == []


@pytest.mark.parametrize("planted", [CITIZEN, PHONE, "0905123456", MEMBER, MEMBER.upper(), CAUSE, BORN])
def test_a_private_value_is_found_in_running_text(tmp_path: Path, planted: str) -> None:
    """Whole private values are found wherever they stand, in other letters and other blanks too."""
    assert "privacy-leak" in codes(page(tmp_path, f"<p>Hộ này: {planted}.</p>"))


@pytest.mark.parametrize("markup", ["<td>{}</td>", "<p><b>Lê Thị</b> Bé Ba</p>", "<img alt='{}'>", "<!-- {} -->",
                                    "<p>L&#234; Th&#7883; B&eacute; Ba</p>", "<script>x = '{}'</script>",
                                    "<p>Lê\n  Thị Bé\u00a0Ba</p>", "<a href='#' data-x=\"{}\">x</a>"])
def test_a_name_is_found_however_it_is_marked_up(tmp_path: Path, markup: str) -> None:
    """Tags within it, entities, attributes, comments, scripts and odd blanks do not hide a name."""
    assert codes(page(tmp_path, markup.format(MEMBER))) == ["privacy-leak"]


def test_a_decomposed_name_is_found(tmp_path: Path) -> None:
    """The same name in combining marks is the same name."""
    assert codes(page(tmp_path, "<p>Lê Thị Bé Ba</p>")) == ["privacy-leak"]


def test_a_single_word_is_a_secret_only_by_itself(tmp_path: Path) -> None:
    """One private word is found where it fills a cell and passes inside a sentence."""
    assert codes(page(tmp_path, "<p>Người Mnông và người Ê Đê</p>")) == []
    assert codes(page(tmp_path, f"<td>{ETHNICITY}</td>")) == ["privacy-leak"]


LITTLE = ("4 công", "2,5 sào", "1.500.000 đồng", "3 triệu đồng/tháng", "30 ngày", "15/07/2026", "2025-12-31")
NAMED = replace(LIST, names={"h1": {"head_name": "Nguyễn Văn An"}})


@pytest.mark.parametrize("value", LITTLE)
def test_a_value_that_says_little_stops_no_lawful_page(tmp_path: Path, value: str) -> None:
    """A short number with its unit, or a day about the release's own, may stand in sentences and in cells that are nobody's."""
    page(tmp_path, f"<p>Cả đợt: {value}.</p><table><tr><td>Tổng</td><td>{value}</td></tr></table>{'<p>x</p>' * 40}<td>Nguyễn Văn An</td>")
    assert sweep(tmp_path, site(NAMED), {NAMED.id: frozenset({value})}) == ()


@pytest.mark.parametrize("value", LITTLE)
@pytest.mark.parametrize("row", ["<tr><td>Nguyễn Văn An</td><td>x</td><td>{}</td></tr>",
                                 "<tr><td>{}</td><th><b>Nguyễn Văn An</b></th></tr>"])
def test_a_value_that_says_little_is_found_in_a_person_s_row(tmp_path: Path, value: str, row: str) -> None:
    """Beside a person's name the same value tells whose it is, before the name or after it."""
    page(tmp_path, row.format(value))
    assert [each.code for each in sweep(tmp_path, site(NAMED), {NAMED.id: frozenset({value})})] == ["privacy-leak"]


@pytest.mark.parametrize(("name", "write"), [
    ("print.csv", f"Họ tên,Công\r\nNguyễn Văn An,{LITTLE[0]}\r\n"), ("print.json", f'[{{"head": "Nguyễn Văn An", "x": "{LITTLE[0]}"}}]')])
def test_a_value_that_says_little_is_found_in_a_person_s_row_of_downloads(tmp_path: Path, name: str, write: str) -> None:
    """Downloads have rows too."""
    (tmp_path / name).write_text(write, "utf-8")
    assert [each.code for each in sweep(tmp_path, site(NAMED), {NAMED.id: frozenset({LITTLE[0]})})] == ["privacy-leak"]


@pytest.mark.parametrize("value", ["12.345 m2", "1.237.500 đồng", "12 Lê Lợi", "4 công nhân", "Thôn 4, hẻm 2", "12/03/1962", "tổ 5",
                                   "09/07/2023"])
def test_a_value_that_tells_more_is_found_in_running_text(tmp_path: Path, value: str) -> None:
    """An exact measure, an address, a birth day stay secrets wherever they stand."""
    page(tmp_path, f"<p>Hộ này: {value}.</p>")
    assert [each.code for each in sweep(tmp_path, site(), {LIST.id: frozenset({value})})] == ["privacy-leak"]


def test_what_says_little_and_is_public_in_the_row_is_no_secret(tmp_path: Path) -> None:
    """A public column that says the same beside the name makes it public."""
    shown = replace(NAMED, records=(PublicRecord(id="h1", values={"work": "4 công"}),))
    page(tmp_path, "<tr><td>Nguyễn Văn An</td><td>4 công</td></tr>")
    assert sweep(tmp_path, site(shown), {shown.id: frozenset({"4 công"})}) == ()


def test_a_citizen_number_is_found_in_a_cell_of_numbers(tmp_path: Path) -> None:
    """The type of a cell does not excuse a private number of nine digits or more."""
    assert codes(page(tmp_path, f"<td class='num'>{CITIZEN}</td>")) == ["privacy-leak"]


@pytest.mark.parametrize("planted", ["001098765431", "098765431", "098 765 431 012", "0912.345.678", "+84 912 345 678", "(0262) 3851 234",
                                     "ba@example.com", "STK: 12345678", "4111111111111111"])
def test_identifiers_are_found_by_their_shape(tmp_path: Path, planted: str) -> None:
    """Numbers and addresses that are in no workbook of ours are found too, and are not quoted whole."""
    found = sweep(page(tmp_path, f"<p>Liên hệ {planted} nhé</p>"), site(), {})
    assert {each.code for each in found} == {"privacy-shape"}
    assert planted not in str([tell(each) for each in found])


@pytest.mark.parametrize("lawful", ["9.876.543.210.123", "12.345.678", "08-07-2026 10", "03/QĐ-UBND", "114/CK TC-NSNN",
                                    "1.234.567,5", "2026-07-08T00:00:00+07:00", "7F3A-91C2", "1234-5678", "26/2026/TT-BTC",
                                    "12345", "h123456789"])
def test_amounts_days_and_document_numbers_are_no_identifiers(tmp_path: Path, lawful: str) -> None:
    """What a lawful page is full of does not look like a person's number."""
    assert codes(page(tmp_path, f"<p>Theo {lawful} đã nêu</p>")) == []


def test_the_communes_own_contacts_are_allowed(tmp_path: Path) -> None:
    """The telephone and e-mail of commune.toml may stand on every page, written in any way."""
    page(tmp_path, "<a href='tel:+842623851234'>0262 3851234</a> <a href='mailto:x@y.gov.vn'>x@y.gov.vn</a>", "index.html")
    assert codes(tmp_path) == ["privacy-shape"]
    assert codes(tmp_path, telephone="+84 262 3851 234, 0262.3851.234", email="X@y.gov.vn") == []


def test_a_public_code_is_allowed_by_its_exact_value(tmp_path: Path) -> None:
    """A decision's number of nine digits may stand; within a longer text of the same column it may not."""
    for value, found in (("202600123", []), ("ông A 202600123", ["privacy-shape"])):
        shown = replace(LIST, records=(PublicRecord(id="h1", values={"decision": value}),))
        page(tmp_path, f"<td>{value}</td>")
        assert sorted({each.code for each in sweep(tmp_path, site(shown), {})}) == found


def test_what_is_public_in_the_disclosure_is_no_secret(tmp_path: Path) -> None:
    """A member who bears a public head's name is not found; without the head being named he is."""
    named = replace(LIST, names={"h1": {"head_name": MEMBER}})
    page(tmp_path, f"<td>{MEMBER}</td>")
    assert sweep(tmp_path, site(named), SECRETS) == ()
    assert codes(tmp_path) == ["privacy-leak"]


def test_a_number_within_a_public_text_stays_a_secret(tmp_path: Path) -> None:
    """Being typed into a public note does not make a citizen number public."""
    shown = replace(LIST, records=(PublicRecord(id="h1", values={"hamlet": f"Buôn Krông, {CITIZEN}"}),))
    page(tmp_path, f"<td>Buôn Krông, {CITIZEN}</td>")
    assert {each.code for each in sweep(tmp_path, site(shown), SECRETS)} == {"privacy-leak", "privacy-shape"}


def test_names_the_web_may_not_show_are_secrets(tmp_path: Path) -> None:
    """A name that only the board may show is found on a page."""
    shown = show([drawn.households("Nguyễn Văn An")], load(tmp_path), drawn.commune(), drawn.catalogue(), drawn.DAY)
    page(tmp_path / "site", "<td>Nguyễn Văn An</td>")
    assert codes(tmp_path / "site", guarded({}, shown)) == ["privacy-leak"]


def test_a_shared_page_is_searched_and_people_s_own_pages_by_shape(tmp_path: Path) -> None:
    """Feed and home may hold no private value; a page that people wrote may hold a namesake and no identifier."""
    assert codes(page(tmp_path / "a", f"<feed><title>{MEMBER}</title></feed>", "feed.xml")) == ["privacy-leak"]
    assert codes(page(tmp_path / "b", f"<p>{MEMBER}</p>", "trang/lich-tiep-cong-dan/index.html")) == []
    assert codes(page(tmp_path / "c", f"<p>{PHONE}</p>", "trang/lich-tiep-cong-dan/index.html")) == ["privacy-shape"]


def test_a_hit_names_file_and_source_cell_and_not_the_value(tmp_path: Path) -> None:
    """The finding tells where the value is and where it came from, in words that do not repeat it."""
    (hit,) = sweep(page(tmp_path, f"<td>{CAUSE}</td>"), site(), {LIST.id: {CAUSE: "ho-ngheo.xlsx, Hộ nghèo!K17"}})
    assert hit.file == PAGE
    assert "Hộ nghèo!K17" in tell(hit).message
    assert CAUSE not in str(hit)


def workbook(plant: Callable[[xlsxwriter.Workbook, xlsxwriter.workbook.Worksheet], object]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("Bảng")
            sheet.write_number(0, 0, 123456789)
            plant(book, sheet)
    return write


def written(text: str) -> Callable[[Path], None]:
    return lambda path: path.write_text(text, "utf-8") and None


PLANTED: dict[str, tuple[str, Callable[[Path], None]]] = {
    "csv": ("print.csv", written(f"\ufeffNội dung,Thực hiện\r\n{CITIZEN},1\r\n")),
    "csv in a column of amounts": ("print.csv", written(f"\ufeffNội dung,Thực hiện\r\nThu,{CITIZEN}\r\n")),
    "json": ("print.json", written(json.dumps({"a": [{"b": CITIZEN}]}))),
    "json as a number": ("print.json", written(json.dumps({"a": int("9" + CITIZEN[1:])}))),
    "json, damaged": ("print.json", written(f'{{"a": "{CITIZEN}"')),
    "svg": ("print.svg", written(f"<svg><title>{CITIZEN}</title></svg>")),
    "feed": ("feed.xml", written(f"<feed><entry><summary>{CITIZEN}</summary></entry></feed>")),
    "script": ("theme/x.js", written(f"const x = '{CITIZEN}'")),
    "name of a file": (f"{CITIZEN}.txt", written("")),
    "xlsx, a text": ("print.xlsx", workbook(lambda _, sheet: sheet.write_string(3, 3, CITIZEN))),
    "xlsx, a number": ("print.xlsx", workbook(lambda _, sheet: sheet.write_number(3, 3, int("9" + CITIZEN[1:])))),
    "xlsx, a comment": ("print.xlsx", workbook(lambda _, sheet: sheet.write_comment(3, 3, CITIZEN))),
    "xlsx, a property": ("print.xlsx", workbook(lambda book, _: book.set_properties({"author": CITIZEN}))),
    "xlsx, a defined name": ("print.xlsx", workbook(lambda book, _: book.define_name("x", f'="{CITIZEN}"'))),
    "xlsx, a header": ("print.xlsx", workbook(lambda _, sheet: sheet.set_header(f"&C{CITIZEN}"))),
}


@pytest.mark.parametrize("place", PLANTED)
def test_a_planted_number_is_found_in_every_format(tmp_path: Path, place: str) -> None:
    """A private number refuses the release wherever in a file it hides."""
    name, write = PLANTED[place]
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    write(tmp_path / name)
    assert "privacy-leak" in codes(tmp_path, {LIST.id: frozenset({CITIZEN, "9" + CITIZEN[1:]})})


def test_amounts_in_downloads_are_no_identifiers(tmp_path: Path) -> None:
    """Nine plain digits under a head of amounts in a .csv, and in a number cell of an .xlsx, are amounts."""
    written("\ufeffNội dung,Thu ngân sách xã - Thực hiện,Thực hiện 2\r\nThu,123456789,123456789012\r\n")(tmp_path / "print.csv")
    workbook(lambda _, sheet: sheet.write_number(3, 3, 123456789012))(tmp_path / "print.xlsx")
    written('{"done": 123456789}')(tmp_path / "print.json")
    assert codes(tmp_path) == []


def test_a_file_that_can_not_be_read_back_is_refused(tmp_path: Path) -> None:
    """What can't be searched can't go out."""
    (tmp_path / "print.xlsx").write_bytes(b"PK rubbish")
    (tmp_path / "print.pdf").write_bytes(b"%PDF-1.7 rubbish")
    found = [(each.code, each.file) for each in sweep(tmp_path, site(), {})]
    assert found == [("privacy-unsearched", "print.pdf"), ("privacy-unsearched", "print.xlsx")]


def paper(markup: str) -> bytes:
    try:
        import weasyprint  # noqa: PLC0415 - needs system libraries that not every machine has
    except OSError:
        pytest.skip("WeasyPrint's system libraries are not installed")
    document: bytes = weasyprint.HTML(string=f"<html lang=vi>{markup}").write_pdf(pdf_variant="pdf/ua-1")
    return document


@pytest.mark.parametrize("markup", [f"<p>Hộ {MEMBER}</p>", f"<title>{MEMBER}</title><p>x</p>",
                                    f"<meta name=author content='{MEMBER}'><p>x</p>", "<p>Lê <b>Thị</b><br>Bé Ba</p>",
                                    f"<h1>Số {CITIZEN}</h1>", f"<a href='https://x.vn/{CITIZEN}'>x</a>",
                                    f"<table><tr><td>{ETHNICITY}</td></tr></table>", f"<p>{PHONE}</p>"])
def test_a_planted_value_is_found_in_a_print(tmp_path: Path, markup: str) -> None:
    """Shown text, title, author, outline and links of a tagged PDF are searched as a reader would see them."""
    (tmp_path / "print.pdf").write_bytes(paper(markup))
    assert "privacy-leak" in codes(tmp_path)


def test_a_lawful_print_passes(tmp_path: Path) -> None:
    """Amounts, days and public hamlets in a PDF are no hits."""
    rows = "".join(f"<tr><td>{place}<td>Buôn Krông<td>{place}23.456.789<td>08/07/2026</tr>" for place in range(1, 60))
    (tmp_path / "print.pdf").write_bytes(paper(f"<title>Hộ nghèo</title><table>{rows}</table>"))
    assert codes(tmp_path) == []


def test_the_store_is_searched_and_names_lie_apart(tmp_path: Path) -> None:
    """A number in a public column is found in the kept version as well, and a name in its own part is not."""
    shown = show([drawn.households("Nguyễn Văn An")], load(tmp_path), drawn.commune(), drawn.catalogue(), drawn.DAY)
    post(shown, tmp_path, Act(drawn.DAY))
    assert sweep_store(tmp_path / FOLDER, site(), guarded({}, shown)) == ()
    leaking = drawn.revenue(records=(PublicRecord(id="d1", values={"label": f"Hỗ trợ {PHONE}"}),))
    post(show([leaking], load(tmp_path), drawn.commune(), drawn.catalogue(), drawn.DAY), tmp_path, Act(drawn.DAY))
    assert [each.code for each in sweep_store(tmp_path / FOLDER, site(), {})] == ["privacy-shape"]
