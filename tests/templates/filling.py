"""Fill in an empty workbook as an officer does: open cells only, by the form's columns, its formulas worked out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from generator import catalogue
from generator.catalogue import Catalogue
from generator.catalogue.forms import Column
from generator.cells import Value, address
from generator.templates.designs import Design
from tests.maker.draw import Draw
from tests.templates.calculating import Calculated

HAMLETS = ("Thôn Tân Lập", "Buôn Ea Mây", "Buôn Kô Ƀlang")
FAMILY, GIVEN = ("Nguyễn Văn", "Trần Thị", "H'Blŭ", "Y Thĭn"), ("An", "Bình", "Cúc", "Êban", "Niê", "Kpă")
ROWS = 18
_CELL = re.compile(r'<c r="([A-Z]+\d+)"( s="\d+")?(?:/>|(?: t="str")?><f>([^<]*)</f><v>[^<]*</v></c>| t="s"><v>\d+</v></c>)')
_DAY_ZERO = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Filled:
    """A workbook filled in: its bytes, where its head begins, and the figures typed, by row, key and side, as typed."""

    content: bytes
    head: int
    figures: Mapping[tuple[int, str, str | None], Value]


def filled(empty: bytes, design: Design, seed: str, known: Catalogue | None = None) -> Filled:
    """Return an empty workbook filled in with drawn figures and names, by the forms of a catalogue."""
    known = known or catalogue.load()
    page = openpyxl.load_workbook(io.BytesIO(empty)).worksheets[0]
    head = next(row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == design.columns[0].head.split(" > ")[0])
    typed: dict[str, Value] = dict(_above(page, design, head, known))
    figures = _balanced({place: value for place, value in _figures(page, design, head, Draw(seed), known) if value is not None})
    columns = {(place.key, place.side): number for number, place in enumerate(design.columns, 1)}
    typed |= {address(row, columns[key, side]): value for (row, key, side), value in figures.items()}
    assert all(not page[cell].protection.locked for cell in typed)
    return Filled(_saved(empty, page, typed), head, figures)


def _above(page: Worksheet, design: Design, head: int, known: Catalogue) -> Iterator[tuple[str, Value]]:
    """Yield what is chosen and typed above the table."""
    form = known.form(design.form)
    chosen = {design.blank: design.periods[-2 if len(design.periods) > 1 else 0].format(year=2026),
              "Đơn vị tính: …": "Đơn vị tính: 1.000 đồng" if form.kind == "budget" else "Đơn vị tính: đồng"}
    facts = {f"{fact.label}:": fact for fact in design.facts}
    reads = {fact.key: fact.read for fact in form.facts}
    for row in page.iter_rows(1, head - 1):
        for cell in row:
            told = str(cell.value or "")
            if told in chosen:
                yield cell.coordinate, chosen[told]
            elif told in facts:
                fact = facts[told]
                place = next(other for other in row if not other.protection.locked)
                day, month, year = fact.example.split("/") if reads[fact.key] == "day" else ("1", "1", "2000")
                yield place.coordinate, date(int(year), int(month), int(day)) if reads[fact.key] == "day" else fact.example
    if design.steps:
        yield "A5", design.steps[-1]


def _figures(page: Worksheet, design: Design, head: int, draw: Draw, law: Catalogue) -> Iterator[tuple[tuple[int, str, str | None], Value]]:
    known = {(column.key, column.side): column for column in law.form(design.form).column}
    places = [(number, place, known[place.key, place.side]) for number, place in enumerate(design.columns, 1)]
    count = 0
    for row in range(head + 1, page.max_row + 1):
        own = [(place, column) for number, place, column in places if not page.cell(row, number).protection.locked]
        free = bool(design.open) and any(column.key == "label" or column.required for _, column in own)
        if not own or (free and count >= ROWS):
            continue
        count += free
        sizes = {side: draw.number(200, 900) * (1 if side == "spending" else 9) for side in (None, "revenue", "spending")}
        for place, column in own:
            yield (row, place.key, place.side), _value(column, count, sizes[place.side], draw)


def _balanced(figures: dict[tuple[int, str, str | None], Value]) -> dict[tuple[int, str, str | None], Value]:
    """Return the figures of a two-sided table with its last spending line as large as makes both sides equal."""
    for key in {key for _, key, side in figures if side and key != "label"}:
        came, went = ({row: value for (row, own, of), value in figures.items() if (own, of) == (key, side) and isinstance(value, int)}
                      for side in ("revenue", "spending"))
        last = max(went)
        figures[last, key, "spending"] = sum(came.values()) - sum(went.values()) + went[last]
    return figures


def _value(column: Column, number: int, size: int, draw: Draw) -> Value:
    if column.share:
        return None
    stem, _, part = column.key.partition("_")
    if column.read == "money":
        share = {"prior": 90, "done": 80, "total": 200}.get(stem, 100) * (200 if part == "nsnn" else 100)
        return size * share // 100 + (draw.number(1, 90) * 1000 if column.key == "amount" else 0)
    if column.choices:
        entries = catalogue.load().choices[column.choices]
        return entries[number % 2].name.vi if column.required or column.key == "household_class" else entries[0].name.vi
    drawn: Mapping[str, Value] = {
        "marker": number, "count": draw.number(1, 7), "percent": draw.number(900, 1200) / 10, "day": date(2026, 3, 1 + number),
        "flag": "Có" if number % 3 else "Không", "link": f"https://mau.example/{number}", "code": f"{column.key[:2].upper()}{number:03}",
        "name": f"{FAMILY[number % 4]} {GIVEN[number // 4]}",
        "text": HAMLETS[number % 3] if column.key == "hamlet" else f"{column.name.vi} {number}",
    }
    return drawn[column.read]


def _saved(empty: bytes, page: Worksheet, typed: Mapping[str, Value]) -> bytes:
    """Return the workbook with values typed into its cells and its formulas worked out, all else as it was."""
    formulas = {cell.coordinate: str(cell.value) for row in page.iter_rows() for cell in row if str(cell.value or "").startswith("=")}
    serials = {cell: (value - _DAY_ZERO).days if isinstance(value, date) else value for cell, value in typed.items()}
    sheet = Calculated(serials, formulas)

    def put(found: re.Match[str]) -> str:
        cell, shape, formula = found[1], found[2] or "", found[3]
        if formula is None and cell not in serials:
            return found[0]
        value = sheet.value(cell)
        if formula is not None:
            kind = ' t="str"' if isinstance(value, str) else ""
            return f'<c r="{cell}"{shape}{kind}><f>{formula}</f><v>{value}</v></c>'
        if isinstance(value, str):
            return f'<c r="{cell}"{shape} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        return f'<c r="{cell}"{shape}><v>{value}</v></c>'

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(empty)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, _CELL.sub(put, content.decode()).encode() if name == "xl/worksheets/sheet1.xml" else content)
    return out.getvalue()


