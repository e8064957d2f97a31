"""Which form a table is: its number, its title, its columns and its lines, weighed together; never the file's name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rapidfuzz import fuzz

from generator import vietnamese
from generator.catalogue import Catalogue
from generator.catalogue.forms import Code, Column, Form
from generator.cells import Value
from generator.columns import Assigned, Levels, assign, levels, plain, years
from generator.recognition import words
from generator.recognition.layout import Block, Line
from generator.recognition.marks import is_number

_CODE, _TITLE, _COVERED, _LINES = 40.0, 40.0, 30.0, 40.0
_LETTER, _OF_THE_SET = 0.2, 0.2
_ENOUGH, _CLEARLY = 15.0, 4.0
_LINES_LOOKED_AT = 120
_MISSPELT = 93.0
_LONG = 16


@dataclass(frozen=True, slots=True)
class Match:
    """A form that fits a table: the columns found of each side (None for a one-sided table), required ones missing, and the weight.

    `told` says that a title, a number or lines tell the form, not its columns alone; `excluded` that the title speaks against it.
    """

    form: Form
    columns: Mapping[str | None, Mapping[str, int]]
    missing: tuple[Column, ...]
    weight: float
    told: bool
    code: Code | None = None
    excluded: bool = False
    heads: Mapping[int, Levels] = field(default_factory=dict)


def best(block: Block, catalogue: Catalogue) -> Match | None:
    """Return the form that fits a table best, or None where none does or several do alike."""
    look = _look(block)
    found = [match for form in catalogue.forms.values() for match in _matches(form, look, catalogue)]
    open_to = [match for match in found if not match.excluded]
    whole = [match for match in open_to if not match.missing] or [match for match in open_to if match.told]
    first = max(whole, key=lambda match: match.weight, default=None)
    if first is None or first.weight < _ENOUGH:
        return None
    rivals = [match.weight for match in found if match.form.id != first.form.id and not match.missing]
    return first if first.told or first.weight - max(rivals, default=0.0) >= _CLEARLY else None


def title_text(lines: Iterable[Line]) -> str:
    """Return the lines above a table as one folded text."""
    return " ".join(vietnamese.words(line.text) for line in lines)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a table shows of itself: its title, heads, where numbers stand, and the texts of each column's first rows."""

    title: str
    printed: str
    heads: Mapping[int, Levels]
    numeric: frozenset[int]
    texts: Mapping[int, tuple[str, ...]]


def _look(block: Block) -> _Look:
    rows = block.body.rows[:_LINES_LOOKED_AT]
    seen: dict[int, list[Value]] = {column: [block.sheet.value(row, column) for row in rows] for column in block.head.heads}
    texts = {column: tuple(plain(value) for value in values if isinstance(value, str) and value.strip() and not words.is_total(value))
             for column, values in seen.items()}
    numeric = frozenset(column for column, values in seen.items() if any(is_number(value) or _is_digits(value) for value in values))
    title = title_text(block.above)
    printed = "".join(title_text([*block.above, *block.below]).split())
    told = [text for head in block.head.heads.values() for text in (*head, " ".join(head))]
    latest = max(years([*told, *(line.text for line in block.above if not words.is_dated(line.text))]), default=0)
    return _Look(title, printed, {column: levels(head, latest) for column, head in block.head.heads.items()}, numeric, texts)


def _is_digits(value: Value) -> bool:
    return isinstance(value, str) and value.strip().strip("-").replace(".", "").replace(",", "").isdecimal() and len(value) > 1


def _matches(form: Form, look: _Look, catalogue: Catalogue) -> Iterable[Match]:
    excluded = any(f" {vietnamese.words(other)} " in f" {look.title} " for other in form.not_titles)
    code = next((code for code in form.codes if "".join(vietnamese.words(code.code).split()) in look.printed), None)
    title = _title(form, look.title)
    if form.register.lead and not (code or title):
        return  # the columns of registers are too plain to tell them
    sided = {column.side for column in form.column if column.side}
    for sides in ((None,), tuple(sorted(sided))) if sided else ((None,),):
        columns = tuple(column for column in form.column if _belongs(form, column, sides))
        found = _side_by_side(columns, look, assign(columns, look.heads, look.numeric))
        if len(found) < 2:
            continue
        missing = tuple(column for column in columns if column.required and (column.key, column.side) not in found)
        money = [column for column in columns if column.read == "money"]
        if form.options.get("totals_are_rows") and not any((column.key, column.side) in found for column in money):
            missing += tuple(money[:1])
        covered = sum(score for _, score in found.values()) / 100 / max(len(look.heads), 1)
        label = [at for (key, _), (at, _) in found.items() if key == "label"]
        known = max((_known_lines(form, look.texts.get(at, ()), catalogue) for at in label), default=0.0)
        weight = _CODE * bool(code) + title + _COVERED * covered + _LINES * known + len(found) / 10
        placed = {side: {key: at for (key, own), (at, _) in found.items() if own in {side, None}} for side in sides}
        yield Match(form, placed, missing, weight, not excluded and bool(code or title or known > 1 / 4), code, excluded, look.heads)


def _side_by_side(columns: tuple[Column, ...], look: _Look, found: Assigned) -> Assigned:
    """Return the columns found with those of each side beside that side's own lines, whichever side stands first."""
    starts = sorted((at, column.side) for column in columns if column.side and column.required
                    for at, _ in (found.get((column.key, column.side), (0, 0.0)),) if at)
    if len({side for _, side in starts}) < 2:
        return found
    parted: Assigned = {}
    for place, (start, side) in enumerate(starts):
        end = starts[place + 1][0] if place + 1 < len(starts) else max(look.heads) + 1
        own = {at: head for at, head in look.heads.items() if (start if place else 0) <= at < end}
        parted |= assign([column for column in columns if column.side in {side, None}], own, look.numeric)
    return parted


def _belongs(form: Form, column: Column, sides: tuple[str | None, ...]) -> bool:
    """Return whether a column is looked for in a table of these sides; one without a side is not where each side has its own."""
    if column.side or sides == (None,):
        return column.side in sides
    return not any(other.key == column.key and other.side for other in form.column)


def _title(form: Form, title: str) -> float:
    """Return the weight of a form's title found above a table: the longer the title found, the more."""
    if not title:
        return 0.0
    found = [text for text in _titles(form) if f" {text} " in f" {title} "]
    if not found:
        found = [text[:_LONG] for text in _titles(form)
                 if _LONG < len(text) <= len(title) and fuzz.partial_ratio(text, title) >= _MISSPELT]
    return _TITLE + _LETTER * max(map(len, found)) if found else 0.0


@lru_cache(maxsize=64)
def _titles_of(titles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(vietnamese.words(title) for title in titles)


def _titles(form: Form) -> tuple[str, ...]:
    return _titles_of(form.titles)


def _known_lines(form: Form, texts: tuple[str, ...], catalogue: Catalogue) -> float:
    """Return the part of a table's lines that one of the form's row sets knows, and a little more the more of the set they are."""
    if not texts:
        return 0.0
    sets = [_names(tuple((line.name.vi, *line.also) for line in catalogue.row_sets.get(use.set, ()))) for use in form.rows]
    found = [(len(names & {*texts}), sum(text in names for text in texts), len(names)) for names in sets if names]
    return max((lines / len(texts) + _OF_THE_SET * different / size for different, lines, size in found), default=0.0)


@cache
def _names(lines: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    return frozenset(plain(name) for names in lines for name in names)
