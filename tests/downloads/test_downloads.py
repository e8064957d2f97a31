"""Downloads: plain figures without a person's name, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import msgspec
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import downloads
from generator.catalogue.forms import Form
from generator.disclosed import Disclosure, PublicRecord
from generator.disclosure.site import Site
from generator.downloads.comma import safe
from tests.prints import fixtures


def made(disclosure: Disclosure, folder: Path, site: Site | None = None) -> dict[str, Path]:
    """Return the files of a disclosure's downloads by format."""
    return {one.label: folder / one.path for one in downloads.make(disclosure, site or fixtures.site(), folder)}


def rows(path: Path) -> list[list[str]]:
    """Return a CSV's rows."""
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def sheet(path: Path) -> list[list[object]]:
    """Return an XLSX's rows from its head on."""
    lines = [list(line) for line in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]  # type: ignore[union-attr]
    return lines[next(number for number, line in enumerate(lines) if all(line)):]


def test_a_budget_comes_as_csv_xlsx_and_json_beside_its_page(tmp_path: Path) -> None:
    """Each format is told, with where it lies and how large it is; all have the page's stem."""
    found = downloads.make(fixtures.revenue(5), fixtures.site(), tmp_path)
    assert {one.label: one.path for one in found} == {
        name: f"ngan-sach/2026/09-thang/thu.{name}" for name in ("csv", "xlsx", "json")}
    assert all(one.public and one.sort == "download" and one.size == (tmp_path / one.path).stat().st_size for one in found)


def test_the_csv_opens_in_excel(tmp_path: Path) -> None:
    """It begins with a BOM, its lines end with CRLF, its heads are Vietnamese and say both levels."""
    written = made(fixtures.revenue(2), tmp_path)["csv"].read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\n") == written.count(b"\r\n") == 3
    heads = rows(tmp_path / "ngan-sach/2026/09-thang/thu.csv")[0]
    assert heads[:4] == ["STT", "Nội dung", "Dự toán năm - Thu NSNN", "Dự toán năm - Ngân sách xã"]


def test_amounts_are_whole_dong_and_stay_numbers(tmp_path: Path) -> None:
    """Amounts are plain digits in the CSV and numbers in the XLSX; a blank stays blank, a dash a dash."""
    files = made(fixtures.revenue(8), tmp_path)
    first, line, last = rows(files["csv"])[1], rows(files["csv"])[2], rows(files["csv"])[-1]
    assert (first[2], line[2], last[5], line[8]) == ("987654321000", "9654567", "–", "")
    head, *lines = sheet(files["xlsx"])
    assert lines[0][2] == 987_654_321_000
    assert lines[0][6] == 71.2
    assert head[0] == "STT"


@pytest.mark.parametrize("name", ["revenue", "balance", "households", "gifts"])
def test_both_formats_hold_the_same_rows(tmp_path: Path, name: str) -> None:
    """CSV and XLSX of one disclosure have the same heads and as many rows."""
    files = made(getattr(fixtures, name)(), tmp_path)
    plain, book = rows(files["csv"]), sheet(files["xlsx"])
    assert plain[0] == book[0]
    assert len(plain) == len(book)


def test_a_household_list_is_counts_only(tmp_path: Path) -> None:
    """No household has a row: the download counts by hamlet and class, the commune last."""
    found = rows(made(fixtures.households(80), tmp_path)["csv"])
    assert found[0] == ["Thôn, buôn", "Hộ nghèo", "Hộ cận nghèo", "Tổng số hộ", "Số nhân khẩu"]
    assert len(found) == 1 + 8 + 1
    assert found[-1][0] == "Toàn xã Suối Mây"
    assert found[-1][3] == "80"


def test_no_download_names_a_person(tmp_path: Path) -> None:
    """Neither heads of households nor givers who agreed stand in any download; organisations do."""
    for disclosure in (fixtures.households(80), fixtures.gifts()):
        for path in made(disclosure, tmp_path).values():
            told = str(sheet(path)) if path.suffix == ".xlsx" else path.read_text("utf-8-sig")
            assert not any(name in told for name in fixtures.NAMES)
    assert "Công ty TNHH Cà phê Suối Mây" in (tmp_path / "dong-gop/lam-cau-suoi-may/so-dong-gop.csv").read_text("utf-8-sig")
    assert "Ẩn danh" in (tmp_path / "dong-gop/lam-cau-suoi-may/so-dong-gop.csv").read_text("utf-8-sig")


def test_small_counts_are_not_crossed_with_classes(tmp_path: Path) -> None:
    """Where a hamlet has fewer households of a class than the form says, classes are counted for the whole commune only."""
    found = rows(made(fixtures.households(80), tmp_path, _with_option(small_cell=5))["csv"])
    assert found[0] == ["Thôn, buôn", "Tổng số hộ", "Số nhân khẩu"]
    assert [line[0] for line in found[-3:]] == ["Toàn xã Suối Mây", "Diện: Hộ nghèo", "Diện: Hộ cận nghèo"]


def test_hamlets_with_few_households_keep_their_members_to_themselves(tmp_path: Path) -> None:
    """Where a hamlet has fewer households than the form says, members are not counted by hamlet."""
    found = rows(made(fixtures.households(24), tmp_path, _with_option(small_cell=5))["csv"])
    assert found[0] == ["Thôn, buôn", "Tổng số hộ"]


def test_a_balance_says_on_which_side_each_line_stands(tmp_path: Path) -> None:
    """The two sides of a balance are told apart by a column."""
    found = rows(made(fixtures.balance(), tmp_path)["csv"])
    assert found[0][0] == "Phần"
    assert [line[0] for line in found[1:]] == ["Thu"] * 6 + ["Chi"] * 6


def test_two_makings_give_the_same_bytes(tmp_path: Path) -> None:
    """Neither format holds the time of its making."""
    first, second = made(fixtures.gifts(), tmp_path / "a"), made(fixtures.gifts(), tmp_path / "b")
    assert all(first[label].read_bytes() == second[label].read_bytes() for label in first)
    properties = openpyxl.load_workbook(first["xlsx"]).properties
    assert (properties.created.date(), properties.creator) == (date(2026, 10, 8), "Ủy ban nhân dân xã Suối Mây")


@pytest.mark.parametrize(("typed", "written"), [
    ("- Bổ sung cân đối", "– Bổ sung cân đối"), ("=1+1", "'=1+1"), ("+ Thuế môn bài", "'+ Thuế môn bài"), ("@SUM(A1)", "'@SUM(A1)"),
    (" =1", "' =1"), ("＝1", "'＝1"), ("\t=1", "'\t=1"), ("-", "–"), ("Thu phí", "Thu phí"), ("I", "I"), ("", "")])
def test_texts_are_safe_against_formulas_and_readable(typed: str, written: str) -> None:
    """A spreadsheet takes no text of ours for a formula, and people can still read it."""
    assert safe(typed) == written


@given(st.text())
def test_no_text_begins_like_a_formula(typed: str) -> None:
    """Whatever was typed, the cell doesn't begin with a sign that starts a formula."""
    assert not safe(typed).lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_formulas_in_labels_stay_texts_in_the_xlsx(tmp_path: Path) -> None:
    """A label that looks like a formula or a link is written as text, unchanged."""
    record = PublicRecord(id="d0", marker="+", values={"label": '=HYPERLINK("http://x")', "plan": -5, "note": "https://x.vn"})
    files = made(msgspec.structs.replace(fixtures.revenue(1), records=(record,)), tmp_path)
    cells = sheet(files["xlsx"])[1]
    assert cells[:2] == ["+", '=HYPERLINK("http://x")']
    assert -5 in cells
    assert openpyxl.load_workbook(files["xlsx"]).active["B7"].data_type == "s"  # type: ignore[index]
    assert rows(files["csv"])[1][3] == "-5"


def test_a_disclosure_without_rows_or_counts_has_no_download(tmp_path: Path) -> None:
    """Nothing is written where there is nothing to tell."""
    assert downloads.make(msgspec.structs.replace(fixtures.households(), summary={}), fixtures.site(), tmp_path) == ()
    assert list(tmp_path.rglob("*.*")) == []


def _with_option(**options: int) -> Site:
    site = fixtures.site()
    forms: dict[str, Form] = dict(site.catalogue.forms)
    forms["poor-households"] = msgspec.structs.replace(forms["poor-households"], options=options)
    return Site(site.commune, site.day, fixtures.replaced(forms), site.shown)
