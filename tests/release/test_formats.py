"""Each rule of the sweep in each format: one planted value refuses the release, and the same file without it passes."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from generator.release.sweep import sweep
from tests.release.test_sweep import LIST, paper, site

# One value for each rule; those of the first group are in no workbook and are found by their shape alone.
SHAPES = {
    "citizen number of 12 digits": "066098765432",
    "citizen number of 9 digits": "245678901",
    "citizen number in groups": "066 098 765 432",
    "telephone": "0905123456",
    "telephone in groups": "0905.123.456",
    "telephone from abroad": "+84 905 123 456",
    "telephone with its area": "(0262) 3851 234",
    "account with its word": "STK: 12345678",
    "account": "5200205006590",
    "e-mail address": "ho.an@example.vn",
}
OWN = {
    "name of a member": "Lê Thị Bé Ba",
    "household code": "HN-0423-17",
    "birth date": "12/03/1962",
    "ethnicity": "Mnông",
    "health": "khuyết tật nặng",
    "cause of poverty": "Thiếu đất sản xuất",
    "house number": "Số 12 hẻm Bà Triệu",
    "score": "135795",
}
RULES = {**SHAPES, **OWN}
Plant = Callable[[Path, str], object]


def text(name: str, around: str) -> Plant:
    """Return how to write a file of text with a value in it."""

    def plant(folder: Path, value: str) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(around.replace("{}", value), "utf-8")

    return plant


def book(place: str) -> Plant:
    """Return how to write a workbook with a value in one of its places."""

    def plant(folder: Path, value: str) -> None:
        with xlsxwriter.Workbook(folder / "print.xlsx") as made:
            sheet = made.add_worksheet("Bảng")
            sheet.write_row(0, 0, ["Nội dung", 84_700_000_000])
            if place == "cell":
                sheet.write_string(1, 0, value)
            elif place == "comment":
                sheet.write_comment(1, 0, value)
            elif place == "property":
                made.set_properties({"author": value, "comments": value})
            else:
                sheet.set_header(f"&L{value}")

    return plant


def wrapped(folder: Path, value: str) -> None:
    """Write a .docx with a value cut into runs, as word processors cut it."""
    half = len(value) // 2
    looks = (("<w:rPr/>", value[:half]), ("<w:rPr><w:b/></w:rPr>", value[half:]))
    runs = "".join(f"<w:r>{look}<w:t>{part}</w:t></w:r>" for look, part in looks)
    body = f"<w:document><w:body><w:p>{runs}</w:p></w:body></w:document>"
    with zipfile.ZipFile(folder / "print.docx", "w") as package:
        package.writestr("word/document.xml", body)


def cut(folder: Path, value: str) -> None:
    """Write a page with a value cut by marks of emphasis."""
    half = len(value) // 2
    text("index.html", f"<p>{value[:half]}<b>{value[half:]}</b></p>")(folder, "")


def rich(folder: Path, value: str) -> None:
    """Write a workbook with a value in letters of two kinds."""
    half = max(len(value) // 2, 1)
    with xlsxwriter.Workbook(folder / "print.xlsx") as made:
        bold = made.add_format({"bold": True})
        made.add_worksheet("Bảng").write_rich_string(0, 0, value[:half], bold, value[half:])


def printed(markup: str) -> Plant:
    """Return how to write a PDF with a value in it."""
    return lambda folder, value: (folder / "print.pdf").write_bytes(paper(markup.replace("{}", value)))


FORMATS: dict[str, Plant] = {
    "html, text": text("index.html", "<p>Gửi</p><td>{}</td><p>xong</p>"),
    "html, cut by tags": cut,
    "html, attribute": text("index.html", '<td data-x="{}">x</td>'),
    "html, address": text("index.html", '<a href="{}">x</a>'),
    "html, id": text("index.html", '<section id="{}">x</section>'),
    "html, comment": text("index.html", "<p>x</p><!-- {} -->"),
    "json, text": text("a.json", '{"a": [{"b": "{}"}]}'),
    "json, key": text("a.json", '{"{}": 1}'),
    "csv": text("print.csv", '\ufeffNội dung,Thực hiện\r\n"{}",84700000000\r\n'),
    "svg, text": text("print.svg", "<svg><title>x</title><text>{}</text></svg>"),
    "svg, description": text("print.svg", "<svg><desc>{}</desc></svg>"),
    "atom": text("tin-moi.xml", "<feed><entry><title>{}</title></entry></feed>"),
    "sitemap": text("sitemap.xml", "<urlset><url><loc>{}</loc></url></urlset>"),
    "calendar": text("lich.ics", "BEGIN:VEVENT\r\n {}\r\nEND:VEVENT\r\n"),
    "plain text": text("robots.txt", "{}\n"),
    "xlsx, cell": book("cell"),
    "xlsx, letters of two kinds": rich,
    "xlsx, comment": book("comment"),
    "xlsx, property": book("property"),
    "xlsx, header": book("header"),
    "docx, in runs": wrapped,
    "pdf, text": printed("<p>Bảng</p><p>{}</p>"),
    "pdf, title": printed("<title>{}</title><p>Bảng</p>"),
    "pdf, author": printed('<meta name="author" content="{}"><p>Bảng</p>'),
}
LAWFUL = "Buôn Krông"


@pytest.fixture(scope="module")
def hits(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str, str]]:
    """What one sweep finds over a file for each format and rule, and one for each format without a private word: format, rule, code."""
    folder = tmp_path_factory.mktemp("formats")
    for sort, plant in FORMATS.items():
        for rule, value in {**RULES, "": LAWFUL}.items():
            place = folder / str(list(FORMATS).index(sort)) / str(list(RULES).index(rule) if rule else "x")
            place.mkdir(parents=True)
            plant(place, value)
    found = sweep(folder, site(), {LIST.id: frozenset(OWN.values())})
    places = [(each.code, each.file.split("/")) for each in found]
    return {(list(FORMATS)[int(sort)], "" if rule == "x" else list(RULES)[int(rule)], code) for code, (sort, rule, *_) in places}


@pytest.mark.parametrize("sort", FORMATS)
def test_every_rule_is_found_in_every_format(hits: set[tuple[str, str, str]], sort: str) -> None:
    """One value of each rule, planted by itself, refuses the release; the same file with a public word passes."""
    wanted = {(rule, "privacy-shape" if rule in SHAPES else "privacy-leak") for rule in RULES}
    found = {(rule, code) for where, rule, code in hits if where == sort}
    assert wanted - found == set()
    assert not [code for rule, code in found if not rule]


def test_every_rule_is_found_in_the_name_of_a_file(tmp_path: Path) -> None:
    """A value is found where a file is called by it; one private word says something only where it is the whole name."""
    named = {rule: value.replace("/", "-").replace(":", "") for rule, value in RULES.items() if rule != "ethnicity"}
    for value in named.values():
        text(f"tep {value} moi.txt", "x")(tmp_path, "")
    found = {each.file for each in sweep(tmp_path, site(), {LIST.id: frozenset(OWN.values())})}
    assert found == {f"tep {value} moi.txt" for value in named.values()}


def test_numbers_typed_as_amounts_pass_and_typed_private_ones_do_not(tmp_path: Path) -> None:
    """In cells typed as numbers, in each format that types them, an amount of twelve digits passes and a known citizen number does not."""
    for value, codes in ((123_456_789_012, set()), (906_098_765_432, {"privacy-leak"})):
        folder = tmp_path / str(value)
        text("index.html", f'<td class="num">{value}</td>')(folder, "")
        text("a.json", json.dumps({"done": value}))(folder, "")
        text("print.csv", f"\ufeffNội dung,Thực hiện\r\nThu,{value}\r\n")(folder, "")
        content = io.BytesIO()
        with xlsxwriter.Workbook(content) as made:
            made.add_worksheet("Bảng").write_number(0, 0, value)
        (folder / "print.xlsx").write_bytes(content.getvalue())
        hits = sweep(folder, site(), {LIST.id: frozenset({"906098765432"})})
        assert {each.code for each in hits} == codes
        assert {each.file for each in hits} == ({"index.html", "a.json", "print.csv", "print.xlsx"} if codes else set())
