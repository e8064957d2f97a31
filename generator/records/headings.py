"""Rows that only name what stands below them: a hamlet, or a class of households."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue
from generator.catalogue.forms import Form
from generator.cells import is_blank
from generator.recognition.table import Table
from generator.records.values import choice_names, same_choice, text

_OUTLINE = re.compile(r"^(?:[IVXLC]+|\d+|[A-Za-zĐđ])[.)/]\s*")
_COUNT = re.compile(r"\s*(?:\([^)]*\d[^)]*\)|:.*)$")
_MARK = re.compile(r"(?:[IVXLC]+|\d+|[A-Za-zĐđ])[.)]?")


def fills(table: Table, form: Form, catalogue: Catalogue) -> dict[str, tuple[str | None, ...]]:
    """Return, for each column that headings fill, the text that stands above each of the table's rows, or None.

    A heading that is an entry of a column's closed list fills that column; any other fills the one the form names.
    """
    said = dict(_headings(table))
    key = str(form.options.get("heading_fills", ""))
    if not said or not key:
        return {}
    lists = {column.key: choice_names(column.choices, catalogue) for column in form.column if column.choices and column.public}
    now: dict[str, str] = {}
    filled: dict[str, list[str | None]] = {name: [] for name in (key, *lists)}
    for row in sorted((*table.rows, *said)):
        if row not in said:
            for name, values in filled.items():
                values.append(now.get(name))
            continue
        entry = next((name for name, choices in lists.items() if same_choice(said[row], choices)), key)
        now = {**now, entry: said[row]}
    return {name: tuple(values) for name, values in filled.items() if any(values)}


def _headings(table: Table) -> Iterator[tuple[int, str]]:
    for aside in table.set_aside:
        if aside.why == "heading":
            texts = [words for value in table.sheet.rows[aside.row - 1] if not is_blank(value) and (words := text(value))]
            named = next((words for words in texts if not _MARK.fullmatch(words)), "")
            if name := _COUNT.sub("", _OUTLINE.sub("", named)).strip():
                yield aside.row, name


def below(values: Mapping[str, tuple[str | None, ...]], key: str, place: int) -> str | None:
    """Return what a heading says of a column for the row at a place among the table's rows."""
    return values[key][place] if key in values else None
