"""Write many spellings of a head in one line: "Dự toán | DT năm > NSX | Thu NSX" stands for four labels."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product


def spread(labels: Iterable[str]) -> tuple[str, ...]:
    """Return labels with the alternatives of each level ("a | b > c") written out ("a > c", "b > c"), each once, in order."""
    written = (" > ".join(parts) for label in labels for parts in product(*_levels(label)))
    return tuple(dict.fromkeys(written))


def _levels(label: str) -> list[list[str]]:
    return [[part.strip() for part in level.split("|") if part.strip()] for level in label.split(" > ")]
