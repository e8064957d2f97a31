"""The tree of a budget table: which line lies under which, told by outline marks, by words and by the row set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.catalogue.forms import Line
from generator.kinds.budget import marks, words
from generator.kinds.budget.marks import Mark
from generator.kinds.budget.rowset import RowSet
from generator.records.record import Record


@dataclass(slots=True)
class Node:
    """A line while the tree grows: `rank` as of its mark, `above` its parent, `headline` a total without a mark."""

    record: Record
    label: str
    mark: Mark | None
    rank: int
    filled: bool
    above: Node | None = None
    key: str | None = None
    within: bool = False
    headline: bool = False
    below: list[Node] = field(default_factory=list)


def grow(records: Sequence[Record], rows: RowSet, money: frozenset[str]) -> tuple[Node, ...]:
    """Return the lines of a table in its order, each with its parent; `money` are the keys that hold amounts."""
    return _Growing(rows, _nodes(records, money)).grown()


def chain(node: Node | None) -> Iterator[Node]:
    """Yield a line and the lines above it, nearest first."""
    while node:
        yield node
        node = node.above


def _nodes(records: Sequence[Record], money: frozenset[str]) -> list[Node]:
    split = [_split(record) for record in records]
    read = marks.read([mark for mark, _ in split])
    nodes = []
    for record, mark, (_, label) in zip(records, read, split, strict=True):
        filled = any(record.values.get(key) is not None for key in money)
        nodes.append(Node(record, label, mark, mark.rank if mark else _rank(label, filled=filled), filled))
    return nodes


def _split(record: Record) -> tuple[str, str]:
    label = str(record.values.get("label") or "").strip()
    if record.marker and record.marker.strip():
        return record.marker, label
    within = words.rest(label, "within")
    mark, rest = marks.split(within or label)
    return mark, label if within else rest


def _rank(label: str, *, filled: bool) -> int:
    if words.begins(label, "within"):
        return marks.OF_WHICH
    if words.is_total(label):
        return marks.HEADLINE
    return marks.SECTION if label.isupper() and not filled else marks.NONE


class _Growing:
    """The state while a tree grows: the open lines from the top down, the keys given, and what stands under "trong đó"."""

    def __init__(self, rows: RowSet, nodes: list[Node]) -> None:
        self._rows = rows
        self._nodes = nodes
        self._open: list[Node] = []
        self._keys: set[str] = set()
        self._waiting: list[Node] = []
        self._within: Node | None = None
        self._of_which: set[tuple[int, int]] = set()

    def grown(self) -> tuple[Node, ...]:
        for place, node in enumerate(self._nodes):
            if self._is_heading_only(node):
                self._waiting.append(node)
            elif node.rank == marks.HEADLINE:
                self._headline(place, node)
            else:
                self._line(node)
        return tuple(self._nodes)

    def _is_heading_only(self, node: Node) -> bool:
        """Return whether a line only says "Trong đó:" or "Bao gồm:" of the lines after it."""
        group = "within" if words.begins(node.label, "within") else "parts"
        return not node.filled and words.begins(node.label, group) and not words.rest(node.label, group)

    def _headline(self, place: int, node: Node) -> None:
        node.headline = True
        following = next((after for after in self._nodes[place + 1 :] if not self._is_heading_only(after)), None)
        closes = following is None or following.rank == marks.HEADLINE or not (following.mark is None or following.mark.first)
        line = self._rows.find(node.label, "", (), self._keys)
        if closes and self._open:
            node.key = line.key if line else None
            self._keys |= {line.key} if line else set()
            return
        self._open = []
        self._adopt(node, None, line)

    def _line(self, node: Node) -> None:
        self._close_for(node)
        above = self._open[-1] if self._open else None
        keys = [open_.key for open_ in chain(above) if open_.key]
        line = self._rows.find(node.label, node.mark.text if node.mark else "", keys, self._keys)
        if line is None and node.rank == marks.NONE and (line := self._rows.named(node.label, self._keys)):
            above = next((other for other in reversed(self._nodes) if other.key and other.key == line.parent), None)
            self._open = list(reversed(list(chain(above))))
        self._adopt(node, above, line)

    def _close_for(self, node: Node) -> None:
        """Close the open lines that a new one does not stand under."""
        text = node.mark.text if node.mark else ""
        prefix = text.rpartition(".")[0]
        holder = (
            next((place for place, other in enumerate(self._open) if other.mark and other.mark.text == prefix), None) if prefix else None
        )
        if holder is not None:
            del self._open[holder + 1 :]
            return
        like = next((place for place, other in enumerate(self._open) if other.rank == node.rank), None)
        restarts = like is not None and node.mark is not None and node.mark.count == 1 and self._open[-1].rank > node.rank
        if like is not None and not restarts:
            del self._open[like:]
        while not restarts and self._open and self._open[-1].rank > node.rank:
            self._open.pop()

    def _adopt(self, node: Node, above: Node | None, line: Line | None) -> None:
        node.above = above
        if above:
            above.below.append(node)
        if line:
            node.key = line.key
            self._keys.add(line.key)
        self._mark_within(node)
        self._open.append(node)

    def _mark_within(self, node: Node) -> None:
        place = (id(node.above), node.rank)
        inline = words.begins(node.label, "within")
        if inline or any(words.begins(waiting.label, "within") for waiting in self._waiting):
            self._of_which.add(place)
        node.within = place in self._of_which
        for waiting in self._waiting:
            waiting.above, waiting.within = node.above, node.within
        self._waiting = []


def told(node: Node) -> Record:
    """Return a line's record with its mark and label apart, as the tree holds them."""
    values = dict(node.record.values) | ({"label": node.label} if node.label else {})
    return replace(node.record, values=values, marker=node.record.marker or (node.mark.text if node.mark else None))
