"""The sums a table's own ruler row promises ("1=2+3" under a column): told where a line does not keep them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.cells import Value, typed
from generator.kinds.budget.tables import Budget

_NUMBER = re.compile(r"\(?(\d{1,2})\)?")
_SUM = re.compile(r"\(?(\d{1,2})=(\d{1,2}(?:\+\d{1,2})+)\)?")


def promised(table: Budget) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (key, keys of its parts) for each sum of columns of amounts in a ruler row whose numbers are clear."""
    keys = {column: key for key, column in table.reading.table.columns.items() if key in table.money}
    for row in (aside.row for aside in table.reading.table.set_aside if aside.why == "ruler"):
        cells = dict(enumerate(table.reading.table.sheet.rows[row - 1], 1))
        numbers = {column: number for column, value in cells.items() if (number := _number(value))}
        often = Counter(numbers.values())
        at = {number: column for column, number in numbers.items() if often[number] == 1}
        for column, value in cells.items():
            made = _SUM.fullmatch(_plain(value))
            parts = [keys.get(at.get(int(part), 0)) for part in made[2].split("+")] if made else []
            if column in keys and parts and None not in parts:
                yield keys[column], tuple(part for part in parts if part)


def _number(value: Value) -> int:
    text = _plain(value)
    match = _NUMBER.fullmatch(text) or re.match(r"\(?(\d{1,2})=", text)
    return int(match[1]) if match else 0


def _plain(value: Value) -> str:
    return "".join(typed(value).split())
