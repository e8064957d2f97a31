"""Which column of a sheet is which column of a form: head texts compared with the catalogue's labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, product
from typing import TypeAlias

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from generator import vietnamese
from generator.catalogue.forms import Column, Form

Head: TypeAlias = tuple[str, ...]
Levels: TypeAlias = tuple[tuple[str, ...], ...]
Assigned: TypeAlias = dict[tuple[str, str | None], tuple[int, float]]
Labels: TypeAlias = Mapping[str, frozenset[int]]

FLOOR = 88.0
_SHORTEST_MISSPELT = 4
_LONGEST_LABEL = 80
_LEVEL_LEFT_OUT = 3.0
_MISSPELT = 5.0
_UNSPACED = 1.0
_OTHER_WAY = 0.5

_OUTLINE = re.compile(r"^(?:[ivx]+|\d+|[a-h])[.)]\s+")
_ASIDE = re.compile(r"\((?:\d+|n[-+]?\d?|(?:don vi(?: tinh)?|dvt)?:? ?(?:[\d.,]+ ?)?(?:trieu |ty |nghin |ngan |tr\.? ?)?(?:dong|d|vnd))\)")
_PERIOD = re.compile(
    r"\b(?:(?:quy|thang) (?:so )?(?:[ivx]+|\d+)|\d+ thang(?: dau nam| cuoi nam)?|dau nam|nam (?:\d{4}|n(?: ?[-+] ?\d)?)|\d+)(?= |$)",
)
_YEAR_AT_END = re.compile(r"(?<=.) nam$")
_APART = re.compile(r"[^\w%]+|_")
_YEAR = re.compile(r"(năm)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_BEFORE = re.compile(r"năm trước$", re.IGNORECASE)
_DASH = re.compile(r"\s[-–/]\s")


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return a label as it is compared: folded, without outline marks, units, years, quarters and months; "" if nothing is left."""
    folded = _OUTLINE.sub("", vietnamese.fold(text))
    folded = _APART.sub(" ", _ASIDE.sub(" ", folded)).strip()
    return " ".join(_YEAR_AT_END.sub("", " ".join(_PERIOD.sub(" ", folded).split())).split())


def vocabulary(forms: Iterable[Form]) -> frozenset[str]:
    """Return every piece of every label of the forms, as compared."""
    return _pieces(tuple(label for form in forms for column in form.column for label in column.labels))


def spellings(label: str) -> Iterator[tuple[str, ...]]:
    """Yield every way a label may be written, level by level: "Dự toán | DT > NSX" is "Dự toán > NSX" or "DT > NSX"."""
    yield from product(*([plain(way) for way in level.split(" | ")] for level in label.split(" > ")))


def levels(head: Head, latest: int = 0) -> Levels:
    """Return a head's levels, outer to inner, each in the ways it may be read: whole, without English lines, its first line, before a dash.

    Where a level names a year before `latest`, the latest one of the table, it is first of all read as "năm trước".
    """
    found = []
    for text in (_year_before(text, latest) for text in head):
        lines = text.strip().split("\n")
        ways = (text, _without_english(lines), lines[0], _DASH.split(text.strip(), maxsplit=1)[0], _BEFORE.sub("", text))
        kept = tuple(dict.fromkeys(way for one in ways if (way := plain(one))))
        if kept:
            found.append(kept)
    return tuple(found)


def labels(columns: Sequence[Column]) -> Labels:
    """Return the places (in `columns`) of every label, by the label as compared, its levels joined."""
    return _labels(tuple(column.labels for column in columns))


def fits(head: Levels, known: Labels, *, alone: bool = True) -> dict[int, float]:
    """Return how well a head fits each of the columns it fits at all: at most 100, less for levels left out and misspelt words.

    `alone` says that its innermost text stands under no other column, so that it may be read without what stands above it.
    """
    scores: dict[int, float] = {}
    readings = {text: (left_out, way) for text, left_out, way in reversed(list(_readings(head)))
                if alone or left_out < len(head) - 1 or len(head) == 1}
    for text, (left_out, way) in readings.items():
        for place in known.get(text, ()):
            scores[place] = max(scores.get(place, 0.0), 100.0 - _LEVEL_LEFT_OUT * left_out - _OTHER_WAY * way)
    return scores or _unspaced(readings, known) or _misspelt(readings, len(head), known)


def guessed(head: Levels, column: Column) -> bool:
    """Return whether a head was taken for a column by a misspelt label alone, which the officer should be told."""
    known = labels((column,))
    readings = {text: (left_out, way) for text, left_out, way in _readings(head)}
    return not any(text in known for text in readings) and not _unspaced(readings, known)


def assign(columns: Sequence[Column], heads: Mapping[int, Levels], numeric: frozenset[int]) -> Assigned:
    """Return the sheet's column, and how well it fits, for each (key, side): best fits first, each column of either side once.

    Where two columns stand under one head (a merged one), an amount is read from the one that holds numbers.
    """
    known = labels(columns)
    innermost = Counter(head[-1][0] for head in heads.values() if head)
    told = {(at, order): score for at, head in heads.items() if head
            for order, score in fits(head, known, alone=innermost[head[-1][0]] == 1).items()}
    said = {columns[order].key for _, order in told}
    found = sorted((-score, _misplaced(columns[order], at, numeric), _base(columns[order].key) not in said, order, at)
                   for (at, order), score in told.items())
    taken: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for score, _, _, order, at in found:
        if order not in taken and at not in used:
            taken[order] = (at, -score)
            used.add(at)
    return {(columns[order].key, columns[order].side): place for order, place in sorted(taken.items())}


@lru_cache(maxsize=64)
def _labels(columns: tuple[tuple[str, ...], ...]) -> Labels:
    found: dict[str, set[int]] = {}
    for place, column in enumerate(columns):
        for label in column:
            for levels_of in spellings(label):
                found.setdefault(" ".join(levels_of).strip(), set()).add(place)
    found.pop("", None)
    return {label: frozenset(places) for label, places in found.items()}


@lru_cache(maxsize=64)
def _close(every: frozenset[str]) -> Mapping[str, str]:
    """Return labels by what they are without spaces."""
    return {label.replace(" ", ""): label for label in sorted(every)}


@lru_cache(maxsize=8)
def _pieces(every: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain(way) for label in every for level in label.split(" > ") for way in level.split(" | ")) - {""}


def _misplaced(column: Column, at: int, numeric: frozenset[int]) -> bool:
    return column.read in {"money", "percent"} if at not in numeric else column.read in {"text", "name", "choice"}


def _year_before(text: str, latest: int) -> str:
    return _YEAR.sub(lambda match: f"{match[1]} trước" if int(match[2]) < latest else match[0], text)


def years(texts: Iterable[str]) -> list[int]:
    """Return the years that texts name after "năm"."""
    return [int(match[2]) for text in texts for match in _YEAR.finditer(vietnamese.nfc(text))]


def _base(key: str) -> str:
    """Return the key of the column that a column is a part of ("plan" of "plan_local"): its parts are looked for where it stands."""
    return key.split("_", 1)[0]


def _without_english(lines: Sequence[str]) -> str:
    """Return the lines of a head without the plain ASCII ones below its Vietnamese."""
    kept = list(lines)
    while len(kept) > 1 and kept[-1].isascii() and not kept[0].isascii():
        kept.pop()
    return " ".join(kept)


def _readings(head: Levels) -> Iterator[tuple[str, int, int]]:
    """Yield the texts a head may stand for, how many of its levels each leaves out (never the innermost), and which way it is read."""
    deepest = len(head) - 1
    for ways in range(max((len(level) for level in head), default=0)):
        texts = [level[min(ways, len(level) - 1)] for level in head]
        for size in range(deepest, -1, -1):
            for kept in combinations(range(deepest), size):
                yield " ".join([*(texts[level] for level in kept), texts[deepest]]), deepest - size, ways
        if all(len(text) == 1 for text in texts):
            yield "".join(texts), 0, ways


def _unspaced(readings: Mapping[str, tuple[int, int]], known: Labels) -> dict[int, float]:
    """Return how well a head fits whose words run together, or stand apart where they should not ("Họvà tên")."""
    close = _close(frozenset(known))
    scores: dict[int, float] = {}
    for text, (left_out, _) in readings.items():
        label = close.get(text.replace(" ", ""))
        for place in known[label] if label else ():
            scores[place] = max(scores.get(place, 0.0), 100.0 - _UNSPACED - _LEVEL_LEFT_OUT * left_out)
    return scores


def _misspelt(readings: Mapping[str, tuple[int, int]], depth: int, known: Labels) -> dict[int, float]:
    scores: dict[int, float] = {}
    ends = {text: left_out for text, (left_out, _) in readings.items() if left_out in {0, depth - 1} and len(text) <= _LONGEST_LABEL}
    for text, left_out in ends.items():
        for label, _, _ in process.extract(text, known.keys(), scorer=fuzz.ratio, score_cutoff=FLOOR, limit=5):
            if _same_words(label, text):
                for place in known[label]:
                    scores[place] = max(scores.get(place, 0.0), 100.0 - _MISSPELT - _LEVEL_LEFT_OUT * left_out)
    return scores


def _same_words(label: str, text: str) -> bool:
    """Return whether two texts are the same but for a letter, or two that changed places, in each longer word ("thu" is never "chi")."""
    pairs = list(zip(label.split(), text.split(), strict=False))
    if len(label.split()) != len(text.split()):
        return False
    return all(one == other or (min(len(one), len(other)) >= _SHORTEST_MISSPELT and OSA.distance(one, other) <= 1)
               for one, other in pairs)
