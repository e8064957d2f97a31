"""Which form a sheet is, and where its tables lie: by what they hold, never by the name of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from generator.catalogue import Catalogue
from generator.catalogue.forms import Form
from generator.cells import Range, Value, address, is_blank
from generator.columns import guessed, vocabulary
from generator.findings import Finding, finding
from generator.money import is_dash
from generator.periods import Period
from generator.recognition import around
from generator.recognition.layout import Block, blocks
from generator.recognition.match import Match, best
from generator.recognition.rows import sort_rows
from generator.recognition.table import Table
from generator.units import name_scale
from generator.workbook.sheets import RawSheet

__all__ = ["recognise"]

_LABELS_NAMED = 4
_LINES_QUOTED = 200


def recognise(sheet: RawSheet, source: str, catalogue: Catalogue) -> tuple[Table, ...]:
    """Return the tables of a sheet in reading order; `source` is the file's name, for findings alone.

    A table of no known form has form None and keeps head, heads, rows and unit; a two-sided table is two, each with its side.
    """
    tables: list[Table] = []
    for block in blocks(sheet, vocabulary(catalogue.forms.values())):
        match = best(block, catalogue)
        if match:
            tables += _known(block, match, source, catalogue)
        elif block.body.rows:
            tables.append(_unknown(block))
    return tuple(tables)


def _unknown(block: Block) -> Table:
    rows, aside = sort_rows(block, None, {})
    units = around.units(block)
    return Table(block.sheet, None, block.head.place, block.head.heads, {}, rows, aside, title=around.title(block.above),
                 unit=next(iter(units)) if len(units) == 1 else None)


def _known(block: Block, match: Match, source: str, catalogue: Catalogue) -> Iterator[Table]:
    form = match.form
    facts = around.facts(block, form.facts)
    stage = around.stage(block, form, match.code, catalogue)
    period = _period(block, match, stage)
    subject, subject_name = around.subject(form, block.above, facts) or (None, None)
    whole = [*_lost(block, match, source), *_untold(block, form, stage, period, source), *_left_out(block, match, source),
             *_guessed(block, match, source)]
    for side, columns in match.columns.items():
        rows, aside = sort_rows(block, form, columns)
        unit, about_unit = _unit(block, form, columns, rows, source)
        yield Table(
            block.sheet, form.id, _head(block, side, columns), block.head.heads, columns, rows, aside, title=around.title(block.above),
            stage=stage, period=period, side=side, subject=subject, subject_name=subject_name, unit=unit, facts=facts,
            findings=(*whole, *about_unit),
        )
        whole = []


def _head(block: Block, side: str | None, columns: Mapping[str, int]) -> Range:
    place = block.head.place
    return Range(place.top, min(columns.values()), place.bottom, max(columns.values())) if side else place


def _period(block: Block, match: Match, stage: str | None) -> Period | None:
    """Return the table's period; the execution of a whole year is its twelve months, since the law says so.

    An execution told only as a year by its head may be of any part of it; one whose head tells the part is of that part.
    """
    options = match.form.options
    executed = stage == options.get("months_stage", "execution")
    found = around.period(block.above)
    if found and found.kind == "year" and executed:
        parts = [one for one in around.periods_of_heads(block.head.heads, found.year) if one.kind != "year" and one.year == found.year]
        found = parts[0] if len(parts) == 1 else found
    heads = [one for one in around.periods_of_heads(block.head.heads) if one.kind != "year" or not executed]
    told = [found, *heads, around.period(block.earlier)]
    found = next((one for one in told if one), None) or _period_of_days(block, match)
    if found and found.kind == "year" and executed and found.year >= int(options.get("months_since", 2026)):
        return Period(found.year, "months", 12)
    return found


def _period_of_days(block: Block, match: Match) -> Period | None:
    """Return the one year of all days of the column that the form says tells its period, or None."""
    key = str(match.form.options.get("period_from", ""))
    column = next((columns[key] for columns in match.columns.values() if key in columns), 0)
    values = [block.sheet.value(row, column) for row in block.body.rows]
    years = {value.year if isinstance(value, (date, datetime)) else _year(value) for value in values if not is_blank(value)}
    return Period(int(next(iter(years)))) if len(years) == 1 and None not in years else None  # type: ignore[arg-type]


def _year(value: Value) -> int | None:
    text = str(value).strip()[-4:]
    return int(text) if text.isdecimal() and len(text) == 4 else None


def _lost(block: Block, match: Match, source: str) -> Iterator[Finding]:
    """Yield an error for each column that the form must have and the table has not."""
    corner = address(block.head.place.top, block.head.place.left)
    for column in match.missing:
        labels = "; ".join([label for label in column.labels if ">" not in label and "|" not in label][:_LABELS_NAMED])
        yield finding("column-missing", source, block.sheet.name, corner, column=column.name.vi, labels=labels)


def _left_out(block: Block, match: Match, source: str) -> Iterator[Finding]:
    """Yield a notice for each filled column that the form knows nothing of, so that it goes nowhere."""
    heads = block.head.heads
    used = {column for columns in match.columns.values() for column in columns.values()}
    known = {heads[column] for column in used}
    for column, head in heads.items():
        if column not in used and head not in known and any(not is_blank(block.sheet.value(row, column)) for row in block.body.rows):
            cell = address(block.head.place.top, column)
            yield finding("column-left-out", source, block.sheet.name, cell, column=" ".join(" ".join(head).split()))


def _guessed(block: Block, match: Match, source: str) -> Iterator[Finding]:
    """Yield a notice for each head that was only taken for a column's by a misspelt label, with what it was taken for."""
    for side, columns in match.columns.items():
        for key, at in columns.items():
            own = [column for column in match.form.column if column.key == key and column.side in {None, side}]
            if all(guessed(match.heads[at], column) for column in own):
                place = block.head.place
                row = next((row for row in range(place.bottom, place.top, -1) if not is_blank(block.sheet.value(row, at))), place.top)
                yield finding("head-guessed", source, block.sheet.name, address(row, at),
                              typed=" ".join(" ".join(block.head.heads[at]).split()), column=own[-1].name.vi)


def _untold(block: Block, form: Form, stage: str | None, period: Period | None, source: str) -> Iterator[Finding]:
    lines = "; ".join(" ".join(line.text.split()) for line in block.above)[:_LINES_QUOTED]
    if stage is None and form.stages:
        code = "stage-unclear" if form.options.get("stage_required") else "stage-unclear-list"
        yield finding(code, source, block.sheet.name, lines=lines)
    if period is None:
        yield finding("period-missing", source, block.sheet.name, lines=lines)


def _unit(block: Block, form: Form, columns: Mapping[str, int], rows: tuple[int, ...],
          source: str) -> tuple[int | None, list[Finding]]:
    money = [columns[column.key] for column in form.column if column.read == "money" and column.key in columns]
    if not money:
        return None, []
    told = around.units(block)
    corner = address(block.head.place.top, money[0])
    if len(told) == 1:
        return next(iter(told)), []
    if told:
        first, second, *_ = (" ".join(text.split()) for text in told.values())
        return None, [finding("units-contradict", source, block.sheet.name, corner, first=first, second=second)]
    amounts = [value for row in rows for column in money if not is_blank(value := block.sheet.value(row, column)) and not is_dash(value)]
    if all(_carries_unit(value) for value in amounts):
        return (1 if amounts else None), []
    return None, [finding("unit-missing", source, block.sheet.name, corner)]


def _carries_unit(value: Value) -> bool:
    return isinstance(value, str) and name_scale(value.strip().lstrip("-+(0123456789., ")) is not None
