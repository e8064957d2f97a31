"""Which of a form's columns a table holds and makes public, and what they are called."""

from __future__ import annotations

from datetime import date

from generator import money, percents
from generator.catalogue import Catalogue
from generator.catalogue.forms import Column, Form
from generator.catalogue.texts import texts
from generator.commune import Commune
from generator.days import write_day
from generator.kinds import KINDS, givers
from generator.records.record import Reading, Record, Typed


def public_columns(reading: Reading, form: Form) -> tuple[Column, ...]:
    """Return the public columns that a table holds, those of its own side where the form has two, each key once."""
    sides = (None, "", reading.table.side)
    held = [column for column in form.column if column.public and column.key in reading.table.columns and column.side in sides]
    return tuple({column.key: column for column in held}.values())


def name_of(column: Column, language: str) -> str:
    """Return a column's name, with the head it stands under where there is one."""
    name = column.name.to(language)
    group = column.group.to(language) if column.group else ""
    return f"{name} ({group})" if group and group != name else name


def sample(reading: Reading, catalogue: Catalogue, commune: Commune, language: str) -> tuple[tuple[str, str], ...]:
    """Return the first line as the public will see it, (column, text): names only where the commune's settings let the web show them."""
    form = catalogue.form(str(reading.table.form))
    masked = KINDS[form.kind].masked(reading, catalogue, commune)
    columns = [column for column in public_columns(reading, form) if column.read != "marker"]
    lines = zip(reading.records, masked, strict=True)
    record, first = next((line for line in lines if any(line[1].get(column.key) is not None for column in columns)), (None, {}))
    if record is None:
        return ()
    hidden = texts("report", language)["told"]["name_on_paper"]
    shown = ((column, first.get(column.key)) for column in columns)
    return tuple((name_of(column, language), hidden if column.names and not commune.names_on_web and _is_person(column, record, catalogue)
                  else _written(value, column, catalogue, language)) for column, value in shown if value is not None)


def _is_person(column: Column, record: Record, catalogue: Catalogue) -> bool:
    """Return whether a column of names holds a person's name that may be shown; who gives may be an organisation, or hidden already."""
    return not (column.consent and (givers.is_hidden(record) or givers.kind_of(record, catalogue) == givers.ORGANISATION))


def _written(value: Typed, column: Column, catalogue: Catalogue, language: str) -> str:
    if isinstance(value, date):
        return write_day(value)
    if column.choices:
        return next((choice.name.to(language) for choice in catalogue.choices.get(column.choices, ()) if choice.key == value), str(value))
    if column.read == "percent" and isinstance(value, (int, float)):
        return percents.write_percent(float(value))
    return money.write(value) if column.read in {"money", "count"} and isinstance(value, int) else str(value)
