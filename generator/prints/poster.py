"""A poster: one question, its answer in large figures, a chart and a few lines, whom to ask; the same figures as list and page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator import money, periods
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from generator.percents import write_percent
from generator.prints import bars
from generator.prints.lettering import clean

LINES = 5
_BRIEF = 64
_BOUND = re.compile(r"(?<=năm) (?=\d{4})|(?<=\d) (?=tháng)|(?<=quý) (?=[IV])")


@dataclass(frozen=True, slots=True)
class Answer:
    """A large figure: what it counts, the number, its unit, and sentences below it."""

    label: str
    number: str
    unit: str
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: its name, its figure, a remark, and the picture's address with its words."""

    name: str
    figure: str
    image: str
    said: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A chart (bars and the key of their looks) or a table (heads and rows), with a title; `lettered` are the columns of words."""

    title: str
    bars: tuple[Bar, ...] = ()
    key: tuple[tuple[str, str], ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    lettered: frozenset[int] = frozenset({0})


@dataclass(frozen=True, slots=True)
class Poster:
    """What a poster says; `of` are the disclosures it sums up, the first of which stands for it."""

    question: str
    answers: tuple[Answer, ...]
    panels: tuple[Panel, ...]
    of: tuple[Disclosure, ...]
    subject: str


@dataclass(frozen=True, slots=True)
class Maker:
    """The site that a poster is made for, and the prints' texts."""

    site: Site
    words: Mapping[str, Any]

    @property
    def language(self) -> str:
        """Return the language of the texts."""
        return str(self.words["language"])

    def said(self, *path: str) -> dict[str, str]:
        """Return a table of the posters' texts."""
        found: Any = self.words["poster"]
        for part in path:
            found = found[part]
        return dict(found)

    def by_stage(self, group: str, key: str, stage: str | None) -> str:
        """Return a text that goes by the stage; "" in the texts stands for any other."""
        found = self.said(group, key)
        return found.get(stage or "", found[""])

    def period(self, text: str | None) -> str:
        """Return a period's name, "9 tháng đầu năm 2026"; "" for none."""
        return periods.name(periods.read(text), self.language) if text else ""

    def short(self, amount: int) -> str:
        """Return an amount as a bar's figure: "8,42 tỷ"."""
        return money.short(amount, self.language)

    def answer(self, label: str, amount: int, says: Sequence[str] = ()) -> Answer:
        """Return an amount as a large figure: "8,42" and "tỷ đồng"."""
        number, _, unit = self.short(amount).partition(" ")
        dong = str(self.words["poster"]["dong"])
        return Answer(label, number, unit if unit.endswith(dong) else f"{unit} {dong}".strip(), tuple(says))


def percent(value: float | None) -> str:
    """Return a percentage with a thin space before its sign; "" for none."""
    return "" if value is None else f"{write_percent(value)}\u202f%"


def sentence(text: str) -> str:
    """Return a text with its first letter large."""
    return text[:1].upper() + text[1:]


def brief(text: str, letters: int = _BRIEF) -> str:
    """Return a text of no more letters than a poster has room for, cut after a word with "…"; the list has the whole."""
    if len(text) <= letters:
        return text
    return (text[:letters - 1].rpartition(" ")[0].rstrip(" ,;:.-") or text[:letters - 1]) + "…"


def in_brief(panel: Panel) -> Panel:
    """Return a panel with its names made short; what a reader of the screen hears stays whole."""
    shorter = tuple(replace(bar, name=brief(bar.name)) for bar in panel.bars)
    return replace(panel, bars=shorter, rows=tuple(tuple(map(brief, row)) for row in panel.rows))


def bound(text: str) -> str:
    """Return a text whose numbers don't part from their words at a line's end: "9 tháng", "năm 2026"."""
    return _BOUND.sub("\u00a0", text)


def drawn(name: str, figure: str, stretches: tuple[bars.Stretch, ...], scale: int, remark: str = "") -> Bar:
    """Return a bar of a chart, its picture told in words."""
    said = ", ".join(part for part in (f"{name}: {figure}", remark) if part)
    return Bar(clean(name), figure, bars.bar(stretches, scale), clean(said), remark)


def key(look: bars.Look, text: str) -> tuple[str, str]:
    """Return an entry of a chart's key: its small picture and its words."""
    return bars.key(look), text
