"""Which of a form's columns a table holds and makes public, and what they are called."""

from __future__ import annotations

from generator.catalogue.forms import Column, Form
from generator.records.record import Reading


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
