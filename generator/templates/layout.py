"""The sheet that people fill in: letterhead, title with its period to choose, facts, unit, head, table, signatures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from generator.catalogue.forms import Column
from generator.catalogue.texts import texts
from generator.templates import heads
from generator.templates.body import Asked, body
from generator.templates.spots import Plan, Spot, at

_WIDTHS = {"marker": 6, "money": 17, "count": 10, "percent": 11, "day": 12, "flag": 11, "code": 15, "choice": 15, "name": 28, "year": 9}
_LABEL, _TEXT, _FACT = 52, 20, 26
_WIDE = 110


def plan(asked: Asked) -> Plan:
    """Return the whole sheet."""
    widths = tuple(float(_width(column)) for column in asked.columns)
    above = tuple(_above(asked, widths))
    unit = max(spot.place.bottom for spot in above) + 1
    money = any(column.read == "money" for column in asked.columns)
    top = unit + money
    first = top + heads.depth(asked.design.columns)
    table = body(asked, first)
    last = max(spot.place.bottom for spot in table)
    spots = (*above, *(_unit(asked, unit) if money else ()), *heads.head(asked.design.columns, top), *table,
             *(_signatures(asked, last + 2) if asked.design.signed else ()))
    formulas = frozenset(spot.place.left for spot in table if spot.formula)
    return Plan(spots, widths, at(top, 1, len(widths), first - 1), first, last, sum(widths) > _WIDE, formulas)


def periods(asked: Asked) -> tuple[str, ...]:
    """Return the periods to choose from: of the year before, this one and the next, those that the same lines hold for."""
    own = asked.catalogue.rows(asked.form, asked.day)
    years = [year for year in range(asked.day.year - 1, asked.day.year + 2)
             if asked.catalogue.rows(asked.form, asked.day.replace(year=year, day=1)) == own]
    return tuple(text.format(year=year) for year in years for text in asked.design.periods)


def _above(asked: Asked, widths: tuple[float, ...]) -> Iterator[Spot]:
    design, last = asked.design, len(widths)
    frame = texts("prints", "vi")["frame"]
    half = _reaching(widths, sum(widths) / 2)
    name = asked.commune.full_name.upper() if asked.commune.name else ""
    yield Spot(at(1, 1, half), "agency", frame["committee"])
    yield Spot(at(2, 1, half), "agency", name or asked.words["commune_blank"], open=not name, bold=True)
    yield Spot(at(1, half + 1, last), "agency", frame["nation"], bold=True)
    yield Spot(at(2, half + 1, last), "agency", frame["motto"], bold=True)
    kind = asked.commune.kind.upper()
    yield Spot(at(4, 1, last), "title", design.title.format(unit=kind))
    row = 5
    if design.under or design.steps:
        yield Spot(at(row, 1, last), "under", design.under, open=bool(design.steps), choices=design.steps, hint="choose")
        row += 1
    yield Spot(at(row, 1, last), "period", design.blank, open=True, choices=periods(asked), hint="choose")
    across = min(_reaching(widths, _FACT), last - 1)
    known = {fact.key: fact for fact in asked.form.facts}
    for row, fact in enumerate(design.facts, row + 1):  # noqa: B020 - rows go on from the title's
        group = known[fact.key].choices
        choices = tuple(choice.name.vi for choice in asked.catalogue.choices[group]) if group else ()
        look = "fact-day" if known[fact.key].read == "day" else "fact"
        yield Spot(at(row, 1, across), "fact-label", f"{fact.label}:")
        yield Spot(at(row, across + 1, last), look, open=True, choices=choices, hint="choose" if choices else "")


def _unit(asked: Asked, row: int) -> Iterator[Spot]:
    last = len(asked.columns)
    first = max(last - 1, 1)
    choices = tuple(asked.words["unit"].format(unit=unit) for unit in asked.words["units"])
    yield Spot(at(row, first, last), "unit", asked.words["unit_blank"], open=True, choices=choices, hint="choose_unit")


def _signatures(asked: Asked, row: int) -> Iterator[Spot]:
    last = len(asked.columns)
    half = max(1, last // 2)
    signatory = asked.commune.signatory
    yield Spot(at(row, half + 1, last), "agency", signatory.for_whom, bold=True)
    yield Spot(at(row + 1, 1, half), "agency", asked.words["maker"], bold=True)
    yield Spot(at(row + 1, half + 1, last), "agency", signatory.office or asked.words["signer"], bold=True)
    yield Spot(at(row + 2, 1, half), "under", asked.words["maker_note"])
    yield Spot(at(row + 2, half + 1, last), "under", asked.words["signer_note"])


def _reaching(widths: tuple[float, ...], wanted: float) -> int:
    """Return how many columns from the left it takes to reach a width, one fewer than all at most."""
    return min(next((number for number, width in enumerate(accumulate(widths), 1) if width >= wanted), 1), max(len(widths) - 1, 1))


def _width(column: Column) -> int:
    if column.key == "label":
        return _LABEL
    return _WIDTHS.get(column.read, max(_TEXT, round(14 * column.width)))
