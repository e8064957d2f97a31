"""Which column of a sheet is which column of a form: head texts compared with the catalogue's labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import TypeAlias

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from generator import vietnamese
from generator.catalogue.forms import Column, Form

Head: TypeAlias = tuple[str, ...]
Levels: TypeAlias = tuple[tuple[str, ...], ...]
Labels: TypeAlias = Mapping[str, frozenset[int]]

FLOOR = 88.0
_SHORTEST_MISSPELT = 4
_LONGEST_LABEL = 80
_LEVEL_LEFT_OUT = 3.0
_MISSPELT = 5.0

_OUTLINE = re.compile(r"^(?:[ivx]+|\d+|[a-h])[.)]\s+")
_ASIDE = re.compile(r"\((?:\d+|n[-+]?\d?|(?:don vi(?: tinh)?|dvt)?:? ?(?:[\d.,]+ ?)?(?:trieu |ty |nghin |ngan |tr\.? ?)?(?:dong|d|vnd))\)")
_PERIOD = re.compile(
    r"\b(?:(?:quy|thang) (?:so )?(?:[ivx]+|\d+)|\d+ thang(?: dau nam| cuoi nam)?|dau nam|nam (?:\d{4}|n(?: ?[-+] ?\d)?)|\d+)(?= |$)",
)
_YEAR_AT_END = re.compile(r"(?<=.) nam$")
_APART = re.compile(r"[^\w%]+|_")
_DASH = re.compile(r"\s[-–/]\s")


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return a label as it is compared: folded, without outline marks, units, years, quarters and months; "" if nothing is left."""
    folded = _OUTLINE.sub("", vietnamese.fold(text))
    folded = _APART.sub(" ", _ASIDE.sub(" ", folded)).strip()
    return " ".join(_YEAR_AT_END.sub("", " ".join(_PERIOD.sub(" ", folded).split())).split())


def vocabulary(forms: Iterable[Form]) -> frozenset[str]:
    """Return every piece of every label of the forms, as compared."""
    return frozenset(plain(piece) for form in forms for column in form.column for label in column.labels for piece in label.split(">")) - {""}


def levels(head: Head) -> Levels:
    """Return a head's levels, outer to inner, each in the ways it may be read: whole, its first line, what stands before a dash."""
    found = []
    for text in head:
        ways = (plain(text), plain(text.strip().split("\n", 1)[0]), plain(_DASH.split(text.strip(), maxsplit=1)[0]))
        kept = tuple(dict.fromkeys(way for way in ways if way))
        if kept:
            found.append(kept)
    return tuple(found)


def labels(columns: Sequence[Column]) -> Labels:
    """Return the places (in `columns`) of every label, by the label as compared, its levels joined."""
    found: dict[str, set[int]] = {}
    for place, column in enumerate(columns):
        for label in column.labels:
            found.setdefault(" ".join(plain(piece) for piece in label.split(">")).strip(), set()).add(place)
    found.pop("", None)
    return {label: frozenset(places) for label, places in found.items()}


def fits(head: Levels, known: Labels) -> dict[int, float]:
    """Return how well a head fits each of the columns it fits at all: at most 100, less for levels left out and misspelt words."""
    scores: dict[int, float] = {}
    for text, left_out in _readings(head):
        for place in known.get(text, ()):
            scores[place] = max(scores.get(place, 0.0), 100.0 - _LEVEL_LEFT_OUT * left_out)
    return scores or _misspelt(head, known)


def assign(columns: Sequence[Column], heads: Mapping[int, Levels], numeric: frozenset[int]) -> dict[tuple[str, str | None], tuple[int, float]]:
    """Return the sheet's column, and how well it fits, for each (key, side): best fits first, each column of either side once.

    Where two columns stand under one head (a merged one), an amount is read from the one that holds numbers.
    """
    known = labels(columns)
    found = sorted((-score, _misplaced(columns[order], at, numeric), order, at)
                   for at, head in heads.items() for order, score in fits(head, known).items())
    taken: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for score, _, order, at in found:
        if order not in taken and at not in used:
            taken[order] = (at, -score)
            used.add(at)
    return {(columns[order].key, columns[order].side): place for order, place in sorted(taken.items())}


def _misplaced(column: Column, at: int, numeric: frozenset[int]) -> bool:
    return column.read in {"money", "percent"} if at not in numeric else column.read in {"text", "name", "choice"}


def _readings(head: Levels) -> Iterator[tuple[str, int]]:
    """Yield the texts a head may stand for and how many of its levels each leaves out; the innermost never is."""
    deepest = len(head) - 1
    for ways in range(max((len(level) for level in head), default=0)):
        texts = [level[min(ways, len(level) - 1)] for level in head]
        for size in range(deepest, -1, -1):
            for kept in combinations(range(deepest), size):
                yield " ".join([*(texts[level] for level in kept), texts[deepest]]), deepest - size


def _misspelt(head: Levels, known: Labels) -> dict[int, float]:
    scores: dict[int, float] = {}
    ends = {text: left_out for text, left_out in _readings(head) if left_out in {0, len(head) - 1} and len(text) <= _LONGEST_LABEL}
    for text, left_out in ends.items():
        for label, _, _ in process.extract(text, known.keys(), scorer=fuzz.ratio, score_cutoff=FLOOR, limit=5):
            if _same_words(label, text):
                for place in known[label]:
                    scores[place] = max(scores.get(place, 0.0), 100.0 - _MISSPELT - _LEVEL_LEFT_OUT * left_out)
    return scores


def _same_words(label: str, text: str) -> bool:
    """Return whether two texts are word for word the same but for one letter in a longer word (so "thu" is never "chi")."""
    pairs = list(zip(label.split(), text.split(), strict=False))
    if len(label.split()) != len(text.split()):
        return False
    return all(one == other or (min(len(one), len(other)) >= _SHORTEST_MISSPELT and Levenshtein.distance(one, other) <= 1) for one, other in pairs)
