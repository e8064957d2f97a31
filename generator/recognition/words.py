"""The words by which rows that are no records are known, from the catalogue's reading.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from generator import vietnamese
from generator.catalogue import HERE

_DATED = re.compile(r"\bngay (?:thang )?\d|\bngay\b.*\bthang\b.*\bnam\b")


def begins(text: str, group: str) -> bool:
    """Return whether a text begins with a word of a group ("notes", "signatures", "attached", "letterhead")."""
    return f"{vietnamese.words(text)} ".startswith(_words(group))


def is_total(text: str) -> bool:
    """Return whether a text is a total's: one of the words, alone or with more behind the longer ones."""
    folded = vietnamese.words(text)
    return f"{folded} " in _words("totals") or folded.startswith(("tong cong ", "tong so "))


def is_dated(text: str) -> bool:
    """Return whether a line carries a whole day or another paper's number, so that its year is not the table's."""
    return bool(_DATED.search(vietnamese.words(text))) or begins(text, "attached")


@cache
def _words(group: str) -> tuple[str, ...]:
    return tuple(f"{vietnamese.words(word)} " for word in tomllib.loads((HERE / "reading.toml").read_text("utf-8"))[group])
