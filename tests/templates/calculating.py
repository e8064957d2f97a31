"""Work out the formulas of an empty workbook as a spreadsheet would, from the values typed into it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from generator.cells import Value as Typed
from generator.cells import address, position

_CHOICE = re.compile(r'IF\((?P<condition>.*),"",(?P<otherwise>.*)\)')
_RANGE = re.compile(r"([A-Z]+\d+):([A-Z]+\d+)")
_CELL = re.compile(r"(?<![\w\"])([A-Z]+\d+)(?![\w\"(])")


class Calculated:
    """The values of a sheet's cells, typed or worked out."""

    def __init__(self, typed: Mapping[str, Typed], formulas: Mapping[str, str]) -> None:
        """Take what was typed and the formulas, by address."""
        self._known: dict[str, Typed] = dict(typed)
        self._formulas = formulas

    def value(self, cell: str) -> Typed:
        """Return the value of a cell, None where it is blank."""
        if cell not in self._known and cell in self._formulas:
            self._known[cell] = self._work_out(self._formulas[cell].lstrip("="))
        return self._known.get(cell)

    def _work_out(self, formula: str) -> Typed:
        choice = _CHOICE.fullmatch(formula)
        if choice is None:
            return self._result(formula)
        return "" if self._result(choice["condition"]) else self._result(choice["otherwise"])

    def _result(self, expression: str) -> Typed:
        text = _RANGE.sub(lambda found: f"*between('{found[1]}','{found[2]}')", expression)
        text = _CELL.sub(lambda found: f"value('{found[1]}')" if text[found.start() - 1] != "'" else found[0], text)
        text = text.replace("=0", "==0")
        names = {"value": self.value, "between": self._between, "SUM": lambda *all_: sum(filter(_is_number, all_)), "N": _number,
                 "COUNT": lambda *all_: sum(map(_is_number, all_)), "OR": lambda *all_: any(all_), "ROUND": _rounded}
        result: Typed = eval(text, {"__builtins__": {}}, names)  # noqa: S307 - our own formulas
        return result

    def _between(self, first: str, last: str) -> list[Typed]:
        (top, left), (bottom, right) = position(first), position(last)
        return [self.value(address(row, column)) for row in range(top, bottom + 1) for column in range(left, right + 1)]


def _is_number(value: Typed) -> bool:
    return isinstance(value, (int, float))


def _number(value: Typed) -> int | float:
    return value if isinstance(value, (int, float)) else 0


def _rounded(value: float, places: int) -> float:
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
