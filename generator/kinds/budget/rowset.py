"""Which line of a row set a line of a table is: by its label, where it stands in the outline, and its mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.catalogue.forms import Line
from generator.kinds.budget.words import plain

TOTALS = {"revenue": ("total", "revenue-total"), "spending": ("total", "spending-total")}


class RowSet:
    """A row set to be searched; the same label may stand in it more than once, under different parents."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Index the lines by every spelling of their labels."""
        self.lines: Mapping[str, Line] = {line.key: line for line in lines}
        self._named: dict[str, list[Line]] = {}
        for line in self.lines.values():
            for name in dict.fromkeys(plain(text) for text in (line.name.vi, *line.also)):
                self._named.setdefault(name, []).append(line)

    def find(self, label: str, marker: str, above: Iterable[str], seen: Iterable[str]) -> Line | None:
        """Return the line of a label under the keyed lines `above` it (nearest first); none twice, so not one of `seen`."""
        chain, used = tuple(above), frozenset(seen)
        fitting = [line for line in self._named.get(plain(label), ()) if line.key not in used and self._fits(line, chain, used)]
        nearest = chain[0] if chain else ""
        return min(fitting, key=lambda line: (line.parent != nearest, line.marker != marker), default=None)

    def named(self, label: str, seen: Iterable[str]) -> Line | None:
        """Return the one line of a label wherever it stands, or None where there is none or more than one left."""
        used = frozenset(seen)
        left = [line for line in self._named.get(plain(label), ()) if line.key not in used]
        return left[0] if len(left) == 1 else None

    def with_role(self, *roles: str) -> Line | None:
        """Return the first line that has one of the roles."""
        return next((line for line in self.lines.values() if line.role in roles), None)

    def _fits(self, line: Line, chain: tuple[str, ...], used: frozenset[str]) -> bool:
        if not chain:
            return not line.parent or line.parent not in used
        return line.parent == chain[0] or (line.parent not in used and chain[0] in self._ancestors(line))

    def _ancestors(self, line: Line) -> tuple[str, ...]:
        found: list[str] = []
        while line.parent:
            found.append(line.parent)
            line = self.lines[line.parent]
        return tuple(found)
