"""Read the unit of a table: how many đồng a typed 1 is worth; never out of an agency's name."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from generator.vietnamese import fold, nfc

_FILE = Path(__file__).parent / "catalogue" / "units.toml"
_PARTS = re.compile(r"\s+[-–—/|]\s+|[,;]\s+|\n")
_ROUND = re.compile(r"1(?:[.,]?000){1,3}(?=\D|$)")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_EDGES = " \t\r\n:.;,()[]*-–_"


def read_unit(text: str) -> int | None:
    """Return how many đồng the text's unit is worth ("Đơn vị tính: 1.000 đồng" is 1000); None for an agency, a count, a percentage."""
    for part in _candidates(nfc(text)):
        found = {unit for piece in _PARTS.split(part) if (unit := _unit(piece)) is not None}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def is_unit_label(text: str) -> bool:
    """Return whether the text is a label whose unit stands in the next cell: "Đơn vị tính:"."""
    return fold(text).strip(_EDGES) in _words()["labels"]


def name_scale(text: str) -> int | None:
    """Return what a unit word after a number multiplies by: "đ" is 1, "triệu" 1,000,000; None for any other text."""
    folded = fold(text).strip(_EDGES)
    scale = _words()["scales"].get(folded)
    return int(scale) if scale is not None and folded != "ti" else _unit(text)


def is_measure(text: str) -> bool:
    """Return whether the text after a number only says what is counted: "công", "m2", "triệu đồng", "đồng/tháng"."""
    parts = [" ".join(part.lower().split()) for part in nfc(text).split("/")]
    return all(part in _words()["measures"] or (part and name_scale(part) is not None) for part in parts)


def _candidates(text: str) -> list[str]:
    return [text, *_IN_BRACKETS.findall(text)]


def _unit(piece: str) -> int | None:
    rest = " ".join(piece.lower().split()).strip(_EDGES)
    label = _label(rest)
    rest = rest[len(label):].strip(_EDGES) if label else rest
    number = _ROUND.match(rest)
    factor = int(re.sub(r"\D", "", number[0])) if number else 1
    rest = rest[number.end():].strip(_EDGES) if number else rest
    scale, rest = _scale(rest)
    if rest in _words()["dong"]["exact"]:
        return factor * scale
    told = scale > 1 or (factor == 1 and fold(label) not in ("", "don vi") and rest.isascii())
    if told and fold(rest) in _words()["dong"]["folded"]:
        return factor * scale
    return scale if scale > 1 and not rest and label and factor == 1 else None


def _label(text: str) -> str:
    """Return the part of the text that is a label of a unit, or an empty text."""
    folded = fold(text)
    if len(folded) != len(text):
        return ""
    for label in sorted(_words()["labels"], key=len, reverse=True):
        if folded.startswith(label) and not folded[len(label):len(label) + 1].isalpha():
            return text[:len(label)]
        place = folded.find(f" {label}:")
        if place >= 0:
            return text[:place + len(label) + 2]
    return ""


def _scale(text: str) -> tuple[int, str]:
    first, _, rest = text.partition(" ")
    word = fold(first).strip(_EDGES)
    scale = _words()["scales"].get(word)
    if not scale or (rest == "vnd" and word not in _words()["english"]):
        return 1, text
    return int(scale), rest.strip(_EDGES)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))
