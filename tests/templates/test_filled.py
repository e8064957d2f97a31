"""Every empty workbook, filled in, is read without a finding: as it is, as LibreOffice saves it, and with its columns moved."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

import pytest

from generator import catalogue, workbook
from generator.cells import Range, Value
from generator.disclosure.examine import Examined, examine, examined
from generator.sources import Source
from generator.templates import Design
from generator.templates.designs import Place
from generator.workbook.sheets import RawSheet
from tests.templates.conftest import COMMUNE, DESIGNS, NAMES
from tests.templates.filling import Filled

KINDS = ["xlsx", *(pytest.param(kind, marks=pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not here"))
                   for kind in ("xls", "ods"))]

# Registers are known by their titles alone.
PLAIN = tuple(design for design in DESIGNS if not catalogue.load().form(design.form).register.lead)


def read(path: Path) -> Examined:
    """Return a workbook examined for the commune of the tests."""
    return examine(Source(path, path.name, "0" * 64), catalogue.load(), COMMUNE)


def told(one: Examined) -> list[tuple[str, str | None, str | None]]:
    """Return what was found, as (code, cell, what was typed)."""
    return [(found.code, found.cell, found.typed) for found in one.all_findings]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("design", DESIGNS, ids=NAMES)
def test_a_filled_workbook_is_read_without_a_finding(design: Design, kind: str, saved: Path) -> None:
    """Its form, stage and period are known, and nothing is wrong with it."""
    one = read(saved / f"{design.file}.{kind}")
    assert told(one) == []
    assert {(reading.table.form, reading.table.period is not None) for reading in one.readings} == {(design.form, True)}
    assert {reading.table.stage or "" for reading in one.readings} == {design.stage or ("recognised" if design.steps else "")}
    assert len(one.readings) == (2 if any(place.side for place in design.columns) else 1)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("design", DESIGNS, ids=NAMES)
def test_every_figure_typed_is_read_to_the_dong(design: Design, kind: str, saved: Path, books: Mapping[str, Filled]) -> None:
    """Each amount and count typed is in the record of its row, times the table's unit."""
    form = catalogue.load().form(design.form)
    kinds = {(column.key, column.side): column.read for column in form.column}
    found = {(record.row, key, reading.table.side): value for reading in read(saved / f"{design.file}.{kind}").readings
             for record in reading.records for key, value in record.values.items()}
    unit = 1000 if form.kind == "budget" else 1
    meant = {(row, key, side): value * (unit if kinds[key, side] == "money" else 1)
             for (row, key, side), value in books[design.file].figures.items()
             if kinds[key, side] in {"money", "count"} and isinstance(value, int)}
    assert {place: found.get(place) for place in meant} == meant
    numbers = {"money", "count"} & {kinds[place.key, place.side] for place in design.columns}
    assert len(meant) > 3 or not numbers


@pytest.mark.parametrize("design", DESIGNS, ids=NAMES)
def test_columns_may_be_moved(design: Design, saved: Path, books: Mapping[str, Filled]) -> None:
    """With its columns the other way round, the workbook still is read without a finding."""
    path = saved / f"{design.file}.xlsx"
    first, *others = workbook.read(path)
    sheets = (moved(first, design, books[design.file].head), *others)
    one = examined(Source(path, path.name, "0" * 64), sheets, catalogue.load(), COMMUNE)
    assert told(one) == []
    assert {reading.table.form for reading in one.readings} == {design.form}


@pytest.mark.parametrize("design", PLAIN, ids=[design.file for design in PLAIN])
def test_a_workbook_without_its_title_is_known(design: Design, saved: Path, books: Mapping[str, Filled]) -> None:
    """With its title and all above it gone, the form is known by its head and lines."""
    path = saved / f"{design.file}.xlsx"
    first, *others = workbook.read(path)
    head = books[design.file].head
    rows = tuple(tuple(None for _ in line) if 4 <= number < head - 1 and number < 7 else line for number, line in enumerate(first.rows, 1))
    bare = RawSheet(first.name, rows, first.merged)
    one = examined(Source(path, path.name, "0" * 64), (bare, *others), catalogue.load(), COMMUNE)
    assert {reading.table.form for reading in one.readings} == {design.form}


def moved(sheet: RawSheet, design: Design, head: int) -> RawSheet:
    """Return a sheet with the columns of its table the other way round; sides, and columns under one head, stay together."""
    groups = [[number for number, _ in group] for _, group in groupby(enumerate(design.columns, 1), key=_group)]
    order = [number for group in reversed(groups) for number in group]
    place = {old: new for new, old in enumerate(order, 1)}
    width = len(order)
    last = next((row for row, line in enumerate(sheet.rows, 1) if row > head + 3 and not any(line)), len(sheet.rows) + 1)
    rows = [tuple(_at(line, old) for old in order) + line[width:] if head <= row < last else line for row, line in enumerate(sheet.rows, 1)]
    merged = tuple(Range(one.top, place[one.left], one.bottom, place[one.left] + one.right - one.left) if head <= one.top < last else one
                   for one in sheet.merged)
    return RawSheet(sheet.name, tuple(rows), merged)


def _group(column: tuple[int, Place]) -> str | int:
    number, place = column
    upper, _, lower = place.head.partition(" > ")
    return place.side or (upper if lower else number)


def _at(line: tuple[Value, ...], column: int) -> Value:
    return line[column - 1] if column <= len(line) else None


def test_each_form_of_the_catalogue_has_a_workbook() -> None:
    """Each form and stage has an empty workbook, but for what is refused or declared beside the data."""
    known = catalogue.load().forms.values()
    kept = [form for form in known if not form.register.refused and not form.options.get("declared")]
    wanted = {(form.id, stage) for form in kept for stage in (form.stages if form.stages and form.kind != "households" else ("",))}
    assert {(design.form, design.stage) for design in DESIGNS} == wanted

