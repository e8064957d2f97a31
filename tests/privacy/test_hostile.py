"""Thousands of hostile texts in every field of workbooks of every kind, opened in a real browser: nothing runs and nothing loads."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
import xlsxwriter

from generator.__main__ import main
from tests.privacy.hostile import hostile
from tests.templates.filling import HAMLETS

ROWS = 400
SETTINGS = """name = {name}
names_on_web = true
about = {about}
address = {address}
site = "https://thu.example"

[[posted]]
form = "poor-households"
posted_from = 2026-11-10
"""
DANGERS = """[
    ...document.querySelectorAll('script:not([src], [type="application/ld+json"])'),
    ...document.querySelectorAll('style, iframe, object, embed, base, form[action], meta[http-equiv=refresh]'),
    ...[...document.querySelectorAll('*')].filter(one => [...one.attributes].some(each => each.name.startsWith('on')
        || (['href', 'src', 'action', 'data', 'xlink:href'].includes(each.name)
            && /^\\s*(javascript|vbscript|data:text|\\/\\/)/i.test(each.value)))),
].map(one => one.outerHTML.slice(0, 200))"""
# The report page of `check`, one file complete in itself, carries its own style sheet.
OWN_STYLE = "<style>:root{color-scheme"
RUNS = re.compile(r"\s*(javascript|vbscript|data:text)", re.IGNORECASE)


@dataclass(frozen=True)
class Made:
    """A site built of hostile workbooks: its folder, the texts in it, how the build ended and what lay around before and after."""

    root: Path
    planted: tuple[str, ...]
    code: int
    said: str

    @property
    def output(self) -> Path:
        """Return the site's folder."""
        return self.root / "site" / "output"


def book(path: Path, above: list[str], heads: list[str], rows: list[list[object]], sheet: str = "Bảng") -> None:
    """Write a table with lines above it, texts as texts."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False, "default_date_format": "dd/mm/yyyy"}) as made:
        page = made.add_worksheet(sheet)
        for number, row in enumerate([*([line] for line in above), heads, *rows]):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    page.write_string(number, column, value)
                else:
                    page.write(number, column, value)


def workbooks(folder: Path) -> tuple[str, ...]:
    """Write a list, a ledger, spending of it and a budget by agencies, each text field hostile; return the texts."""
    every = list(hostile())
    texts, used = iter(every * 4), 0

    def take() -> str:
        nonlocal used
        used += 1
        return next(texts)

    hamlets = [take() for _ in range(30)]
    book(folder / "ho-ngheo.xlsx", ["DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2026", f"(Kèm theo Quyết định số {take()})"],
         ["STT", "Họ và tên chủ hộ", "Thôn, buôn", "Phân loại hộ", "Số nhân khẩu", "Số quyết định", "Ghi chú"],
         [[number, take(), hamlets[number % 30], "Hộ nghèo", 3, take(), take()] for number in range(1, ROWS + 1)], "<b>&'x")
    facts = [f"Mục đích: {take()}", f"Căn cứ: {take()}", "Hình thức: Tự nguyện", f"Đơn vị quản lý: {take()}", f"Giám sát: {take()}",
             "Đơn vị tính: đồng"]
    book(folder / "so-dong-gop.xlsx", ["SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026", *facts],
         ["STT", "Ngày", "Số phiếu thu", "Người đóng góp", "Thôn", "Hình thức", "Số tiền", "Đồng ý nêu tên"],
         [[number, date(2026, 2, 1), f"PT{number}", take(), HAMLETS[0], "Tiền", 1000 + number, "Có"] for number in range(1, ROWS + 1)])
    book(folder / "chi-dong-gop.xlsx", ["TÌNH HÌNH SỬ DỤNG CÁC KHOẢN ĐÓNG GÓP NĂM 2026", *facts],
         ["STT", "Ngày chi", "Nội dung chi", "Số chứng từ", "Số tiền"],
         [[number, date(2026, 3, 1), take(), take(), 1] for number in range(1, ROWS + 1)])
    title = "TÌNH HÌNH THỰC HIỆN CHI NGÂN SÁCH XÃ CHO TỪNG CƠ QUAN, ĐƠN VỊ 06 THÁNG ĐẦU NĂM 2026"
    book(folder / "chi-don-vi.xlsx", [title, "Đơn vị tính: đồng"],
         ["STT", "Tên đơn vị", "Dự toán năm", "Thực hiện 06 tháng", "So sánh (%)"],
         [["", "TỔNG SỐ", 100000 * 40, 50000 * 40, 50], *([number, take()[:200], 100000, 50000, 50] for number in range(1, 41))])
    return tuple(every[:used])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """A commune whose settings and workbooks are hostile, built without prints."""
    root = tmp_path_factory.mktemp("hostile")
    own = root / "data" / "xa-thu"
    own.mkdir(parents=True)
    words = {"name": "Xã <img src=x onerror=alert('x')>", "about": "</script><script>alert('x')</script>",
             "address": "\" onmouseover=\"alert('x')"}
    quoted = {key: json.dumps(value, ensure_ascii=False) for key, value in words.items()}
    (own / "commune.toml").write_text(SETTINGS.format(**quoted), "utf-8")
    planted = workbooks(own)
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        places = ["--data", str(root / "data"), "--output", str(root / "site/output"), "--to-print", str(root / "site/to-print")]
        code = main(["build", *places, "--today", "2026-11-23", "--no-prints"])
        main(["check", str(own), "--marked", str(root / "site/marked"), "--format", "html"])
    yield Made(root, planted, code, said.getvalue())
    shutil.rmtree(root, ignore_errors=True)


def test_thousands_of_hostile_texts_are_published_or_refused_by_cell(made: Made) -> None:
    """The build ends without a fault of its own, and says of each table it refuses which cell is wrong."""
    assert len(set(made.planted)) > 2000
    assert (made.code, "release-refused" in made.said, "program-fault" in made.said) == (0, False, False), made.said[:3000]


def test_every_table_is_published(made: Made) -> None:
    """The list, the gifts and what became of them, and the budget are there: what follows looks at all of them."""
    report = json.loads((made.root / "site" / "build-report.json").read_bytes())
    assert [table["published"] for file in report["communes"][0]["files"] for table in file["tables"]] == [True] * 4


def test_the_texts_are_there_as_texts(made: Made) -> None:
    """Markup stands on the page as it was typed, for a reader to see."""
    page = (made.output / "ho-ngheo/2026/cong-nhan/index.html").read_text("utf-8")
    assert "&lt;script&gt;alert(" in page
    assert "{{ 7*7 }}" in page


@pytest.mark.browser
def test_nothing_runs_and_nothing_loads(made: Made, browser: Any) -> None:
    """On each page no dialog opens, nothing is asked of another place, nothing is told to the console and no policy had to step in."""
    context = browser.new_context()
    asked: list[str] = []
    faults: list[str] = []
    page = context.new_page()
    page.on("dialog", lambda one: (faults.append(f"dialog {one.message}"), one.dismiss()))
    page.on("console", lambda one: faults.append(one.text))
    page.on("pageerror", lambda one: faults.append(str(one)))
    page.on("request", lambda one: asked.append(one.url))
    page.add_init_script("window.broken = []; document.addEventListener('securitypolicyviolation', event => broken.push(event.blockedURI))")
    dangers: list[str] = []
    paths = sorted((made.root / "site").rglob("*.html"))
    for path in paths:
        page.goto(path.as_uri())
        dangers += [*page.evaluate(DANGERS), *page.evaluate("broken")]
    context.close()
    assert len(paths) > 10
    assert (faults, [one for one in dangers if not one.startswith(OWN_STYLE)]) == ([], [])
    assert [url for url in asked if not url.startswith(((made.root / "site").as_uri(), "data:,"))] == []


def test_no_page_has_a_script_or_style_of_its_own(made: Made, sample: Any) -> None:
    """Every page of the hostile site and of the sample has the strict policy and no script, style or handler within it."""
    for path in (*made.output.rglob("*.html"), *sample.output.rglob("*.html")):
        text = path.read_text("utf-8")
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
        assert policy, path
        assert {"default-src 'none'", "base-uri 'none'", "form-action 'none'"} <= set(policy[1].split("; ")), path
        assert "unsafe" not in policy[1], path
        marks = Marks()
        marks.feed(text)
        assert marks.found == [], path
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL):
            assert "<" not in block
            json.loads(block)


class Marks(HTMLParser):
    """Collects what a strict policy would have to stop: scripts and styles within a page, handlers, addresses that run."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element as a browser reads it."""
        given = {name: value or "" for name, value in attrs}
        data = given.get("type") == "application/ld+json"
        foreign = tag == "script" and not data and (not given.get("src") or "//" in given["src"])
        within = foreign or tag in {"style", "iframe", "object", "embed", "base"}
        handlers = [name for name in given if name.startswith("on") or name == "style"]
        runs = [value for name, value in given.items() if name in {"href", "src"} and RUNS.match(value)]
        if within or handlers or runs:
            self.found.append(self.get_starttag_text() or tag)


def test_feeds_and_pictures_are_well_formed(made: Made) -> None:
    """Feeds, site maps and pictures are read by a parser that forgives nothing, and hold no element of a text's making."""
    files = [path for path in made.output.rglob("*") if path.suffix in {".xml", ".svg"}]
    assert files
    for path in files:
        names = {element.tag.rpartition("}")[2].lower() for element in ET.fromstring(path.read_text("utf-8")).iter()}  # noqa: S314 - our own file
        assert not names & {"script", "iframe", "img", "foreignobject", "body"}, path


def test_no_cell_of_a_download_starts_a_formula(made: Made) -> None:
    """In a .csv no cell begins as a formula does; an .xlsx has neither formulas nor links nor anything outside; JSON is only data."""
    tables = sorted(made.output.rglob("*.csv"))
    assert len(tables) >= 4
    for path in tables:
        for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")):
            assert not [cell for cell in row if cell.lstrip(" \u00a0\t\r\n")[:1] in set("=+@＝＋＠－-") and not _is_number(cell)], path
    for path in sorted(made.output.rglob("*.xlsx")):
        sheets = openpyxl.load_workbook(path)
        assert not [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f"], path
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name).decode("utf-8", "ignore") for name in package.namelist()}
        assert not [name for name, part in parts.items() if "<f>" in part or 'TargetMode="External"' in part or "<hyperlink" in part
                    or "externalLink" in name or "ddeLink" in part], path
    for path in made.output.rglob("*.json"):
        json.loads(path.read_bytes())


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(\.\d+)?|-", cell))


def test_nothing_is_written_elsewhere(made: Made) -> None:
    """All files lie where they belong, under names of small letters, digits and dashes."""
    assert {path.name for path in made.root.iterdir()} == {"data", "site"}
    assert {path.name for path in (made.root / "site").iterdir() if not path.name.startswith(".")} == {
        "output", "to-print", "marked", "build-report.json"}
    names = [path.relative_to(made.output).as_posix() for path in made.output.rglob("*")]
    assert [name for name in names if not re.fullmatch(r"[A-Za-z0-9._/-]+", name) or ".." in name or len(name) > 200] == []
