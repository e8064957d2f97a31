"""What is due told to people: as text for the terminal and pages, and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.catalogue.texts import texts
from generator.commune import Commune
from generator.posting.due import Item

_PARTS = ("late", "now", "later")


@dataclass(frozen=True, slots=True)
class Told:
    """One thing to do in words: what, by when, and further sentences; `late` says that it stands out."""

    name: str
    by: str
    more: tuple[str, ...]
    late: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the list: what is overdue, what comes next, days to remember."""

    title: str
    items: tuple[Told, ...]


def sections(items: Iterable[Item], language: str) -> tuple[Section, ...]:
    """Return the list in its parts, those without items left out."""
    words = texts("due", language)
    found = tuple(items)
    parts = ((f"{part}_head", [one for one in found if _PARTS[_part(one)] == part]) for part in _PARTS)
    return tuple(Section(words[head], tuple(_told(one, words) for one in own)) for head, own in parts if own)


def as_text(commune: Commune, items: Sequence[Item], day: date, language: str) -> str:
    """Return the list as lines for the terminal."""
    words = texts("due", language)
    return "\n".join(_lines(words["title"].format(commune=commune.full_name, day=_day(day)), sections(items, language), words)) + "\n"


def as_json(commune: Commune, items: Iterable[Item], language: str) -> dict[str, Any]:
    """Return the list for programs: days as ISO texts, null where nobody knows one; `says` and `more` tell it in words."""
    words = texts("due", language)
    return {"id": commune.id, "name": commune.full_name, "items": [_json(one, words) for one in items]}


def _json(one: Item, words: dict[str, Any]) -> dict[str, Any]:
    told = _told(one, words)
    return {"id": one.id, "part": _PARTS[_part(one)], "sort": one.sort, "state": one.standing, "name": one.name,
            "due": one.day.isoformat() if one.day else None,
            "last": one.last.isoformat() if one.last else None, "days_late": one.days, "expected": one.expected,
            "missing": list(one.missing), "explained": one.explained, "event": one.words or None, "source": one.source,
            "certain": one.certain, "says": told.by, "more": list(told.more)}


def _lines(title: str, parts: Sequence[Section], words: dict[str, Any]) -> Iterator[str]:
    yield title
    if not parts:
        yield words["none"]
    for part in parts:
        yield f"\n{part.title}"
        for one in part.items:
            yield f"  • {one.name}: {one.by}" if one.name else f"  • {one.by}"
            yield from (f"    {line}" for line in one.more)


def _part(one: Item) -> int:
    if one.standing in ("late", "asking"):
        return 0
    return 2 if one.sort == "remind" else 1


def _told(one: Item, words: dict[str, Any]) -> Told:
    late = _part(one) == 0
    if one.sort == "request":
        what = words["requests"].get(one.words) or words["requests"]["other"]
        said = words["request_late" if late else "request"].format(what=what, name=one.name, last=_day(one.last), days=one.days)
        return Told("", said[:1].upper() + said[1:], tuple(_sources(one, words)), late)
    if one.sort == "take-down":
        return Told(one.name, words["take_down_late" if late else "take_down"].format(last=_day(one.last), days=one.days), (), late)
    return Told(one.name, words[_shape(one)].format(last=_day(one.last), day=_day(one.day), days=one.days), tuple(_more(one, words)), late)


def _shape(one: Item) -> str:
    if one.sort == "remind":
        return "remind"
    if one.standing == "incomplete":
        return "incomplete" if one.last and not one.expected else "incomplete_undated"
    if one.standing == "asking" and not one.expected:
        return "asking_reading"
    if one.standing != "next":
        return one.standing
    if one.expected:
        return "next_expected"
    return "next" if one.day == one.last else "next_moved"


def _more(one: Item, words: dict[str, Any]) -> Iterator[str]:
    if one.missing:
        yield words["missing"].format(tables=", ".join(name[:1].lower() + name[1:] for name in one.missing))
    if not one.explained:
        yield words["no_explanation" if one.standing == "incomplete" else "with_explanation"]
    if one.after and one.words and one.standing != "incomplete":
        yield words["tell"].format(event=one.after, words=one.words)
    yield from _sources(one, words)


def _sources(one: Item, words: dict[str, Any]) -> Iterator[str]:
    if one.source:
        doubt = words["certain"].get(one.certain, "")
        yield " ".join(filter(None, (words["source"].format(source=one.source), doubt)))


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
