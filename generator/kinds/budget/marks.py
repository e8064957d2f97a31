"""Outline marks: A, I, 1, 1.1, (1), a, "-", "+": how deep each stands, and where it stands in its own count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

NONE, OF_WHICH, SECTION, HEADLINE = 80, 90, -5, -10

_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_ALPHABET = "ABCDĐEFGHIJKLMNOPQRSTUVWXYZ"
_SKIPPED = {"F", "J", "W"}
_DOTTED = re.compile(r"(?:[A-ZĐ]|[IVX]+|\d+)(?:\.\d+)+")
_BULLETS = {"-": 60, "–": 60, "—": 60, "−": 60, "•": 65, "*": 65, "+": 70}
_IN_LABEL = re.compile(
    r"(?P<mark>[-–—−•*+]|\(\d{1,2}\)|\(?[a-zđ]\)|(?:\d{1,2}\.)+\d{1,2}(?=[\s.)])[.)]?|\d{1,2}[.)](?!\d)|[IVX]+[.)]|[A-ZĐ][.)])\s*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: `rank` says how deep it stands by habit, `count` where it stands among its like (0 for bullets), `text` as typed."""

    rank: int
    count: int = 0
    text: str = ""

    @property
    def first(self) -> bool:
        """Return whether a count begins here; bullets and bare lines may always begin."""
        return self.count in {0, 1}


def split(label: str) -> tuple[str, str]:
    """Return the mark a label begins with, and the label without it: "- Học phí" is ("-", "Học phí")."""
    match = _IN_LABEL.match(label)
    return (match["mark"], label[match.end() :]) if match else ("", label)


def read(marks: Sequence[str | None]) -> tuple[Mark | None, ...]:
    """Return the marks of a table's lines; a bare "I" is a letter after H where no II follows, otherwise a Roman one."""
    clean = [_clean(mark) for mark in marks]
    found: list[Mark | None] = []
    letter, roman = "", 0
    for place, mark in enumerate(clean):
        one = _read(mark, letter, roman, _next_capital(clean, place))
        if one and one.rank == 0:
            letter, roman = mark, 0
        elif one and one.rank == 10 and "." not in mark:
            roman = one.count
        found.append(one)
    return tuple(found)


def _clean(mark: str | None) -> str:
    text = (mark or "").strip()
    return text if text.startswith("(") else text.rstrip(".):").strip()


def _next_capital(marks: Sequence[str], place: int) -> str:
    return next((mark for mark in marks[place + 1 :] if mark and (mark in _ALPHABET or _ROMAN.fullmatch(mark))), "")


def _read(mark: str, letter: str, roman: int, following: str) -> Mark | None:
    if not mark:
        return None
    if mark[0] in _BULLETS:
        return Mark(_BULLETS[mark[0]], 0, mark)
    if mark.isdecimal():
        return Mark(20, int(mark), mark)
    if _DOTTED.fullmatch(mark):
        base = 20 if mark[0].isdecimal() else 10 if _ROMAN.fullmatch(mark.partition(".")[0]) else 0
        return Mark(base + 5 * mark.count(".") if base == 20 else base + 10 * mark.count("."), int(mark.rsplit(".", 1)[1]), mark)
    if mark.startswith("("):
        inner = mark.strip("()")
        return Mark(40, int(inner), mark) if inner.isdecimal() else Mark(50, _place(inner.upper()), mark)
    return _letters(mark, letter, roman, following)


def _letters(mark: str, letter: str, roman: int, following: str) -> Mark | None:
    if len(mark) == 1 and mark in _ALPHABET.lower():
        return Mark(50, _place(mark.upper()), mark)
    if _ROMAN.fullmatch(mark) and (len(mark) > 1 or _is_roman(mark, letter, roman, following)):
        return Mark(10, _number(mark), mark)
    return Mark(0, _place(mark), mark) if len(mark) == 1 and mark in _ALPHABET else None


def _is_roman(mark: str, letter: str, roman: int, following: str) -> bool:
    """Return whether a single I, V or X counts on in Roman numbers rather than in letters."""
    if mark == "I":
        return following == "II" or letter not in {"H", "G"}
    return _number(mark) == roman + 1


def _place(letter: str) -> int:
    used = [known for known in _ALPHABET if known not in _SKIPPED]
    return used.index(letter) + 1 if letter in used else 99


def _number(roman: str) -> int:
    values = [_ROMANS[letter] for letter in roman]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
