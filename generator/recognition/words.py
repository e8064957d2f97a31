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


def holds(text: str, group: str) -> bool:
    """Return whether the words of a group stand anywhere in a text."""
    return any(f" {word}" in f" {vietnamese.words(text)} " for word in _words(group))


def is_total(text: str) -> bool:
    """Return whether a text is a total's, its accents kept apart: "Tổng cộng", "Cộng", "Tổng số hộ", but not "Tổng công ty"."""
    return f"{_accented(text)} ".startswith(_totals("totals")) or f"{_accented(text)} " in _totals("totals_alone")


def is_subtotal(text: str) -> bool:
    """Return whether a text begins as a total of a part does: "Cộng thôn Một", but not "Công ty"."""
    return f"{_accented(text)} ".startswith(_totals("totals_of"))


def is_dated(text: str) -> bool:
    """Return whether a line carries a whole day or another paper's number, so that its year is not the table's."""
    return bool(_DATED.search(vietnamese.words(text))) or begins(text, "attached")


def _accented(text: str) -> str:
    return " ".join(vietnamese.nfc(text).lower().replace(":", " ").split())


@cache
def _totals(group: str) -> tuple[str, ...]:
    return tuple(f"{word} " for word in tomllib.loads((HERE / "reading.toml").read_text("utf-8"))[group])


@cache
def _words(group: str) -> tuple[str, ...]:
    return tuple(f"{vietnamese.words(word)} " for word in tomllib.loads((HERE / "reading.toml").read_text("utf-8"))[group])
