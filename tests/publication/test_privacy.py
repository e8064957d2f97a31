"""The sample's site searched to the last byte for everything private in its workbooks, which are read here by other means."""

from __future__ import annotations

import html
import io
import re
import tomllib
import unicodedata
import zipfile
from datetime import date, datetime
from functools import cache
from pathlib import Path

import openpyxl
import pypdf
import pytest

from generator.commands.build import built
from tests.conftest import ROOT, Site, options_in

SAMPLE = ROOT / "data" / "mau"
BOOKS = ("DS ho ngheo*", "Export*", "So dong gop*", "Sua nha*", "VNN*")
NUMBERS = ("số cccd", "cmnd/cccd", "cccd", "mã hộ", "số điện thoại", "số tài khoản")
WORDS = ("họ tên thành viên", "nguyên nhân nghèo", "địa chỉ", "diễn giải", "số lượng", "người nhận", "ghi chú", "ngày sinh")
HEADS = ("họ và tên chủ hộ", "họ tên chủ hộ", "họ và tên")
GIVERS = ("người, đơn vị đóng góp", "họ và tên người đóng góp", "tập thể, cá nhân")
CONSENT = ("đồng ý nêu tên", "đồng ý công khai tên", "nêu tên")
NOTES = tomllib.loads((ROOT / "generator/catalogue/choices.toml").read_text("utf-8"))["household-note"]
PUBLIC_NOTES = {text.casefold() for note in NOTES for text in (note["name"]["vi"], *note["also"])}
ORGANISATION = re.compile(r"(Chùa|Công ty|Công đoàn|Giáo xứ|Hội|Hợp tác|Quỹ|Trường|Doanh nghiệp|Trạm) ")


@cache
def rows() -> tuple[tuple[str, dict[str, str]], ...]:
    """Return every row below the heads of the sample's workbooks that name persons, with its workbook, by the texts of its heads."""
    found = []
    for path in sorted(path for pattern in BOOKS for path in SAMPLE.glob(pattern)):
        for sheet in openpyxl.load_workbook(path):
            cells = [[written(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
            top = next(number for number, row in enumerate(cells) if {"STT", "TT"} & set(row))
            heads = [cell.casefold() for cell in cells[top]]
            found += [(path.name, dict(zip(heads, row, strict=True))) for row in cells[top + 1:]]
    return tuple(found)


def column(*heads: str) -> set[str]:
    """Return the texts of the columns so headed."""
    return {row[head] for _, row in rows() for head in heads if row.get(head)}


def numbered(heads: tuple[str, ...], book: str = "", *, agreed: bool | None = None) -> set[str]:
    """Return the texts of numbered rows only, of one year's book, and of those that agreed to be named or of those that did not."""
    chosen = [row for name, row in rows() if book in name and (row.get("stt") or row.get("tt") or "").isdigit()]
    if agreed is not None:
        chosen = [row for row in chosen if any(row.get(key, "").casefold() in {"có", "x"} for key in CONSENT) == agreed]
    return {row[head] for row in chosen for head in heads if row.get(head)}


def named() -> set[str]:
    """Return who may be named: this year's heads of households, givers who agreed, organisations."""
    return numbered(HEADS, "2026") | numbered(GIVERS, agreed=True) | {name for name in numbered(GIVERS) if ORGANISATION.match(name)}


def hidden(names: set[str]) -> set[str]:
    """Return those names that are neither those nor within those of persons who may be named."""
    public = " | ".join(sorted(named()))
    return {name for name in names if name not in public}


def written(cell: object) -> str:
    """Return a cell as a reader would write it."""
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else unicodedata.normalize("NFC", str(cell)).strip()


def text_of(path: Path) -> str:
    """Return all a reader, or a program, could get out of a file."""
    content = path.read_bytes()
    if path.suffix == ".pdf":
        reader = pypdf.PdfReader(io.BytesIO(content))
        return f"{reader.metadata} {reader.xmp_metadata} " + " ".join(page.extract_text() for page in reader.pages)
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return " | ".join(f"{name} {parts.read(name).decode('utf-8', 'ignore')}" for name in parts.namelist())
    return content.decode("utf-8", "ignore")


def searchable(text: str) -> str:
    """Return a text composed, unescaped, its tags apart, its blanks one."""
    bare = re.sub(r"<[^>]*>", " | ", text)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", html.unescape(f"{text} {bare}")))


@pytest.fixture(scope="module")
def texts(sample: Site) -> dict[str, str]:
    """Every file of the site as text, and as the bytes it is made of."""
    return {path.relative_to(sample.output).as_posix(): searchable(text_of(path) + path.read_bytes().decode("ascii", "ignore"))
            for path in sorted(sample.output.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's site on a day after every window has ended."""
    options = options_in(tmp_path_factory.mktemp("after"), today=date(2027, 2, 1), prints=False)
    assert built(options) == 0
    return options.output


def words(text: str) -> list[str]:
    """Return a text's words in small letters, names with their apostrophe and days in one piece."""
    return re.findall(r"[\w'/]+", text.casefold().replace("’", "'"))


def held(texts: dict[str, str], wanted: set[str]) -> list[tuple[str, str]]:
    """Return which of the wanted phrases stand in which file, word by word."""
    phrases = {tuple(words(phrase)): phrase for phrase in wanted}
    lengths = {len(phrase) for phrase in phrases}
    found = []
    for name, text in texts.items():
        parts = words(text)
        for length in lengths:
            runs = set(zip(*(parts[start:] for start in range(length)), strict=False))
            found += [(name, phrases[run]) for run in phrases.keys() & runs]
    return found


def test_no_number_of_a_person_is_anywhere(texts: dict[str, str]) -> None:
    """No citizen, household, telephone or account number of a workbook stands in any file, its digits apart or together."""
    wanted = {number for text in column(*NUMBERS) if len(number := re.sub(r"\D", "", text)) >= 9}
    assert len(wanted) > 1000
    for name, text in texts.items():
        runs = set(re.findall(r"\d{9,}", text)) | set(re.findall(r"\d{9,}", re.sub(r"(?<=\d)[ .\-](?=\d)", "", text)))
        assert not wanted & runs, name


def test_no_private_words_are_anywhere(texts: dict[str, str]) -> None:
    """No member, receiver, cause, address, gift description, remark or birthday of a workbook stands in any file."""
    wanted = hidden({text for text in column(*WORDS) if len(text) > 6 and text.casefold() not in PUBLIC_NOTES and "ngày" not in text})
    assert {"chồng mất năm 2023", "Thiếu đất sản xuất", "15/02/1968", "3 m³ đá 1x2"} <= wanted
    assert len(wanted) > 1000
    assert held(texts, wanted) == []


def test_who_did_not_agree_is_not_named(texts: dict[str, str]) -> None:
    """A giver without consent, and a household of last year's list whose window has ended, is named nowhere."""
    wanted = hidden(numbered(GIVERS, agreed=False) | numbered(HEADS, "2025"))
    assert len(wanted) > 50
    assert held(texts, wanted) == []


def test_no_cell_is_a_persons_people(texts: dict[str, str]) -> None:
    """No cell of a page or download is a people's name alone, as in the lists' private column."""
    peoples = column("dân tộc")
    assert "Kinh" in peoples
    alone = re.compile(r"[|>,;\"]\s*(?:" + "|".join(map(re.escape, peoples)) + r")\s*[|<,;\"]")
    assert [name for name, text in texts.items() if name.endswith((".html", ".csv", ".xlsx", ".json")) and alone.search(text)] == []


def test_the_search_finds_what_may_be_there(texts: dict[str, str]) -> None:
    """This year's heads stand on the list's page while it is posted, found as the private words are searched for."""
    page = "ho-ngheo/2026/cong-nhan/index.html"
    heads = numbered(HEADS, "2026")
    assert {found for _, found in held({page: texts[page]}, heads)} == heads


def test_no_name_is_left_after_the_windows(after: Path) -> None:
    """After the last day nobody is named in any file, and the counts are still there."""
    later = {path.relative_to(after).as_posix(): searchable(text_of(path)) for path in sorted(after.rglob("*")) if path.is_file()}
    persons = {name for name in numbered(HEADS) | numbered(GIVERS) if not ORGANISATION.match(name)}
    assert len(persons) > 500
    assert held(later, persons) == []
    assert re.search(r"\d+ hộ nghèo", later["ho-ngheo/2026/cong-nhan/index.html"])
