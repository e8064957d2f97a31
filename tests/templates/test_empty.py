"""Empty workbooks: what is locked, what can be chosen, what they tell people, and the one answer they get while empty."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator import catalogue, recognition, workbook
from generator.commune import Commune
from generator.disclosure.examine import examine
from generator.sources import Source
from generator.templates import Design
from tests.templates.conftest import COMMUNE, DESIGNS, NAMES, empty
from tests.templates.filling import HAMLETS

EVERY = pytest.mark.parametrize("design", DESIGNS, ids=NAMES)


def pages(content: bytes) -> tuple[Worksheet, Worksheet]:
    """Return the sheet to fill in and the instructions."""
    page, guide = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return page, guide


def named(name: str) -> Design:
    """Return the design of a file's name."""
    return next(design for design in DESIGNS if design.file == name)


def lists(content: bytes) -> dict[str, list[str]]:
    """Return what can be chosen in each validated place."""
    page, guide = pages(content)
    found = {}
    for one in page.data_validations.dataValidation:
        if one.type == "list":
            _, _, cells = one.formula1.replace("$", "").partition("!")
            found[str(one.sqref)] = [str(cell.value) for line in guide[cells] for cell in line]
    return found


def adds(design: Design) -> bool:
    """Return whether a design has a total row or lines with sums: not a register that adds nothing up."""
    form = catalogue.load().form(design.form)
    return not form.register.lead or bool(set(form.register.sums) & {place.key for place in design.columns})


@EVERY
def test_an_empty_workbook_has_one_clear_answer(design: Design, tmp_path: Path) -> None:
    """Each of its tables is told to be empty, and nothing else is told."""
    path = tmp_path / f"{design.file}.xlsx"
    path.write_bytes(empty(design))
    one = examine(Source(path, path.name, "0" * 64), catalogue.load(), COMMUNE)
    assert {found.code for found in one.all_findings} == {"table-empty"}
    assert len(one.all_findings) == len(one.readings) == (2 if any(place.side for place in design.columns) else 1)
    assert {reading.table.form for reading in one.readings} == {design.form}


@EVERY
def test_the_instructions_are_no_table(design: Design, tmp_path: Path) -> None:
    """Nothing on the second sheet is taken for a table."""
    path = tmp_path / f"{design.file}.xlsx"
    path.write_bytes(empty(design))
    _, guide = workbook.read(path)
    assert recognition.recognise(guide, path.name, catalogue.load()) == ()
    assert len(guide.rows) > 12


@EVERY
def test_the_same_commune_and_year_give_the_same_bytes(design: Design) -> None:
    """A workbook made again on another day of the year is the same to the byte."""
    assert empty(design) == empty(design, day=date(2026, 3, 30))


@EVERY
def test_only_cells_to_fill_in_are_open(design: Design) -> None:
    """The sheet is locked without a password; heads, printed lines and formulas can't be typed over, other cells can."""
    page, guide = pages(empty(design))
    assert page.protection.sheet
    assert not page.protection.password
    assert guide.protection.sheet
    cells = [cell for row in page.iter_rows() for cell in row]
    formulas = [cell for cell in cells if str(cell.value or "").startswith("=")]
    heads = {part for place in design.columns for part in place.head.split(" > ")}
    assert formulas or not adds(design)
    assert all(cell.protection.locked for cell in cells if cell.value in heads or cell in formulas)
    assert sum(not cell.protection.locked for cell in cells) > 10


@EVERY
def test_formulas_have_stored_values(design: Design) -> None:
    """A viewer that works nothing out still has a value for every formula."""
    content = empty(design)
    stored = openpyxl.load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    page, _ = pages(content)
    values = [stored[cell.coordinate].value for row in page.iter_rows() for cell in row if str(cell.value or "").startswith("=")]
    assert values or not adds(design)
    assert None not in values


def test_periods_and_units_can_be_chosen() -> None:
    """The period and the unit are chosen from lists: only periods for which the lines printed hold."""
    offered = list(lists(empty(named("thu-ngan-sach-thuc-hien"))).values())
    assert offered[0] == [f"{part} {year}" for year in (2026, 2027) for part in ("03 THÁNG NĂM", "06 THÁNG ĐẦU NĂM", "09 THÁNG NĂM", "NĂM")]
    assert offered[1] == ["Đơn vị tính: đồng", "Đơn vị tính: 1.000 đồng", "Đơn vị tính: triệu đồng"]


def test_classes_hamlets_and_kinds_can_be_chosen() -> None:
    """Lists offer the catalogue's words, the commune's hamlets, and yes or no."""
    households, gifts = (list(lists(empty(named(name))).values()) for name in ("danh-sach-ho-ngheo-can-ngheo", "so-dong-gop"))
    known = catalogue.load().choices
    assert [choice.name.vi for choice in known["household-class"]] in households
    assert list(HAMLETS) in households
    assert [choice.name.vi for choice in known["gift-kind"]] in gifts
    assert ["Có", "Không"] in gifts


def test_without_hamlets_any_may_be_typed() -> None:
    """Where the commune names no hamlets, that column has no list."""
    named_none = lists(empty(named("danh-sach-ho-ngheo-can-ngheo"), Commune(name="Xã Khác")))
    assert all("Thôn" not in entry for entries in named_none.values() for entry in entries)


def test_days_numbers_and_codes_have_their_formats() -> None:
    """Days are days, amounts have dots between thousands, numbers of papers stay texts."""
    design = named("so-dong-gop")
    page, _ = pages(empty(design))
    formats = {design.columns[cell.column - 1].key: cell.number_format for cell in page[30]}
    assert (formats["day"], formats["amount"], formats["receipt"]) == ("dd/mm/yyyy", "#,##0", "@")


def test_a_budget_has_the_lines_in_force() -> None:
    """The lines, marks and labels of the row set of the year stand in the table; seldom ones are spared."""
    page, _ = pages(empty(named("chi-ngan-sach-thuc-hien")))
    printed = {(row[0], row[1]) for row in page.iter_rows(values_only=True)}
    lines = {line.key: (line.marker or None, line.name.vi) for line in catalogue.load().row_sets["chi-2026"]}
    assert {lines[key] for key in ("tong-chi", "chi-dau-tu", "giao-duc", "bao-dam-xa-hoi")} <= printed
    assert lines["quoc-phong"] not in printed
    old, _ = pages(empty(named("chi-ngan-sach-thuc-hien"), day=date(2025, 6, 1)))
    before = {line.name.vi for line in catalogue.load().row_sets["chi-tt343"]} - {name for _, name in lines.values()}
    assert before & {row[1] for row in old.iter_rows(values_only=True)}


@EVERY
def test_the_instructions_say_what_is_public_and_the_law(design: Design) -> None:
    """Each column has a line with an example that says whether it is public; every statute in force is named."""
    _, guide = pages(empty(design))
    told = "\n".join(str(row[0]) for row in guide.iter_rows(values_only=True))
    form = catalogue.load().form(design.form)
    assert all(place.head.replace(" > ", " – ") in told and place.example in told for place in design.columns)
    private = [column for column in form.column if not column.public and column.key in {place.key for place in design.columns}]
    assert told.count("KHÔNG công khai") == len(private)
    known = (catalogue.load().statute(name) for name in form.statutes)
    assert all(statute.name.vi in told for statute in known if statute.since <= date(2026, 11, 23) <= statute.until)
    assert {row[1] for row in guide.iter_rows(values_only=True, max_col=2)} == {None}


def test_instructions_come_in_english_too() -> None:
    """For a commune that works in English the instructions are English, the form itself stays Vietnamese."""
    page, guide = pages(empty(named("so-dong-gop"), Commune(name="Xã Thử", language="en")))
    told = "\n".join(str(row[0]) for row in guide.iter_rows(values_only=True))
    assert "HOW TO FILL IN" in told
    assert "Đồng ý nêu tên" in [cell.value for row in page.iter_rows() for cell in row]


@pytest.mark.parametrize("day", [date(2016, 1, 1), date(2025, 2, 28), date(2028, 2, 29)])
def test_workbooks_are_made_for_other_years(day: date) -> None:
    """Before the first row set and after this year every workbook still is made."""
    assert all(empty(design, day=day).startswith(b"PK") for design in DESIGNS)
