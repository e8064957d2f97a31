"""The rows of an empty table: lines of the row set with sums as formulas, then blank lines to fill in; a list has its total on top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.catalogue import Catalogue
from generator.catalogue.forms import Column, Form
from generator.cells import Range, address
from generator.commune import Commune
from generator.templates import outline
from generator.templates.designs import Design
from generator.templates.outline import Item
from generator.templates.spots import BLANK, Spot, at

_LOOKS = frozenset({"money", "percent", "count", "day", "code", "marker"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What an empty workbook is made of: its design, form and the catalogue, for which commune, as of which day, and its words."""

    design: Design
    form: Form
    catalogue: Catalogue
    commune: Commune
    day: date
    words: Mapping[str, Any]

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the form's column of each place of the design, in order."""
        known = {(column.key, column.side): column for column in self.form.column}
        return tuple(known[place.key, place.side] for place in self.design.columns)

    def at(self, key: str, side: str | None = None) -> int:
        """Return the number of a key's column on a side, or 0."""
        return next((number for number, place in enumerate(self.design.columns, 1) if (place.key, place.side) == (key, side)), 0)


def body(asked: Asked, first: int) -> tuple[Spot, ...]:
    """Return the cells of the table's rows from its first row on."""
    sided = any(place.side for place in asked.design.columns)
    if sided:
        return tuple(_two_sided(asked, first))
    if asked.form.rows:
        lines = outline.items(asked.design, asked.form, asked.catalogue, asked.day, first)
        fixed = [spot for item in lines for spot in _line(asked, item, None)]
        return (*fixed, *_blank(asked, first + len(lines)))
    if not any(_adds(asked, column) for column in asked.columns):
        return tuple(_blank(asked, first))
    return (*_total(asked, first), *_blank(asked, first + 1))


def _two_sided(asked: Asked, first: int) -> Iterator[Spot]:
    both = outline.side_items(asked.design, asked.form, asked.catalogue, asked.day, first)
    for side, lines in zip(("revenue", "spending"), both, strict=True):
        for item in lines:
            yield from _line(asked, item, side)
        below = first + len(lines)
        yield from (Spot(at(row, number), "label") for row in range(below, first + max(map(len, both)))
                    for number, column in enumerate(asked.columns, 1) if column.side == side)


def _line(asked: Asked, item: Item, side: str | None) -> Iterator[Spot]:
    bold = bool(item.parts) or not item.line.parent
    for number, column in enumerate(asked.columns, 1):
        if column.side != side:
            continue
        place = at(item.row, number)
        if column.read == "marker":
            yield Spot(place, "marker", item.line.marker, bold=bold)
        elif column.key == "label":
            yield Spot(place, "label", outline.written(item.line) if side else item.line.name.vi, bold=bold)
        elif column.read == "money" and (formula := item.formula(number)):
            yield Spot(place, "money", formula=formula, stored=BLANK, bold=bold)
        elif formula := _share(asked, column, item.row):
            yield Spot(place, _look(column), formula=formula, stored=BLANK)
        else:
            yield _typed(asked, column, place)


def _blank(asked: Asked, first: int) -> Iterator[Spot]:
    for row in range(first, first + asked.design.open):
        for number, column in enumerate(asked.columns, 1):
            yield _typed(asked, column, at(row, number))


def _typed(asked: Asked, column: Column, place: Range) -> Spot:
    """Return a cell to fill in; a blank line has no formulas, for LibreOffice keeps 0 as the value of one it saves unseen in an .xls."""
    return Spot(place, _look(column), open=True, choices=choices(asked, column), hint="wrong_day" if column.read == "day" else "")


def _look(column: Column) -> str:
    return column.read if column.read in _LOOKS else "text"


def choices(asked: Asked, column: Column) -> tuple[str, ...]:
    """Return what may be chosen in a column: its closed list, yes or no, the commune's hamlets; nothing where it is free."""
    if column.choices:
        return tuple(choice.name.vi for choice in asked.catalogue.choices[column.choices])
    if column.read == "flag":
        return asked.words["yes"], asked.words["no"]
    return tuple(hamlet.name for hamlet in asked.commune.hamlet) if column.key == "hamlet" else ()


def _share(asked: Asked, column: Column, row: int) -> str:
    """Return the formula of a percentage; where the whole is the plan and there is none done, the plan is held against the year before."""
    if not column.share:
        return ""
    part, whole = column.share
    pairs = ((part, whole), (whole, whole.replace("plan", "prior")))
    found = next((pair for pair in pairs if all(asked.at(key) for key in pair)), None)
    if found is None:
        return ""
    one, other = (address(row, asked.at(key)) for key in found)
    return f'=IF(OR(N({one})=0,N({other})=0),"",ROUND({one}/{other}*100,1))'


def _adds(asked: Asked, column: Column) -> bool:
    """Return whether a list's column is added up: amounts and counts, of a register those its form names."""
    said = asked.form.register
    return column.key in said.sums if said.lead else column.read in {"money", "count"}


def _total(asked: Asked, row: int) -> Iterator[Spot]:
    """Yield the cells of a list's total row, which stands above the lines so that it is always seen."""
    told = next((number for number, column in enumerate(asked.columns, 1) if column.required and column.read != "money"), 1)
    for number, column in enumerate(asked.columns, 1):
        if _adds(asked, column):
            cells = f"{address(row + 1, number)}:{address(row + asked.design.open, number)}"
            yield Spot(at(row, number), column.read, formula=f"=SUM({cells})", bold=True)
        else:
            yield Spot(at(row, number), "label", asked.words["total"] if number == told else "", bold=True)
