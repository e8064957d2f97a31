"""A table in parts: a long list one part per hamlet, each on a page of its own, so that every hamlet gets its sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import accumulate
from typing import Any

from generator.catalogue.forms import Form
from generator.disclosed import Disclosure
from generator.prints.sheet import Row, Sheet

_ALWAYS = 2


def in_parts(sheet: Sheet, least: int, words: Mapping[str, Any], only: str = "") -> tuple[Sheet, ...]:
    """Return a table as one table per heading, numbered within the whole, where it has at least so many rows; else as it is.

    `only` is the heading's name whose part alone is wanted; its number within the whole stays.
    """
    groups = _groups(sheet.rows)
    if len(groups) < _ALWAYS or len(sheet.rows) - len(groups) < least or not all(heading for heading, _ in groups):
        return (sheet,)
    parts = [replace(sheet, heading=heading, rows=rows, part=words["part"].format(number=number, of=len(groups)))
             for number, (heading, rows) in enumerate(groups, 1)]
    wanted = [part for part in parts if only and part.heading.startswith(only)]
    return tuple(wanted or parts)


def _groups(rows: tuple[Row, ...]) -> list[tuple[str, tuple[Row, ...]]]:
    groups: list[tuple[str, list[Row]]] = []
    for row in rows:
        if row.heading:
            groups.append((row.heading, []))
        elif groups:
            groups[-1][1].append(row)
        else:
            groups.append(("", [row]))
    return [(heading, tuple(under)) for heading, under in groups]


def with_sums(sheet: Sheet, disclosure: Disclosure, form: Form) -> Sheet:
    """Return a table whose rows are leaves with its running sums, where the form names the column that is carried."""
    wanted = form.prints.get("carried", "")
    if wanted not in sheet.keys or any(row.heading for row in sheet.rows):
        return sheet
    amounts = [int(record.values.get(wanted) or 0) for record in disclosure.records]
    return replace(sheet, summed=sheet.keys.index(wanted), sums=tuple(accumulate(amounts)))
