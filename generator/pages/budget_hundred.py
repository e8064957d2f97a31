"""Of every hundred đồng, where how many went: a hundred coins, and the table that says the same."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator import charts
from generator.disclosed import Disclosure
from generator.kinds.budget.hundred import Part, parts
from generator.pages import budget_names as named
from generator.pages import budget_words as said
from generator.pages.budget_lines import summed_name
from generator.pages.frame import Maker
from generator.pages.words import exact_unit, in_unit, sentence

_MOST = 8


@dataclass(frozen=True, slots=True)
class HundredRow:
    """A part: the letter on its coins, its name, the way to its line, its đồng of a hundred, its amount."""

    mark: str
    name: str
    href: str
    coins: str
    amount: str


@dataclass(frozen=True, slots=True)
class Hundred:
    """Where each hundred đồng went: title, how it was worked out, the picture, the table."""

    title: str
    note: str
    picture: Markup
    caption: str
    heads: tuple[str, str, str]
    rows: tuple[HundredRow, ...]


def hundred(maker: Maker, disclosure: Disclosure) -> Hundred | None:
    """Return where each hundred đồng of a table's total went, or None where its parts are not known or are one alone."""
    words, found = named.own(maker), parts(disclosure, _MOST)
    key = f"hundred.{disclosure.summary.get('side')}_{'plan' if said.is_plan(disclosure) else 'done'}"
    if len(found) < 2 or not words.has(key):
        return None
    unit = exact_unit([part.amount for part in found])
    title = words.plain(key, kind=maker.kind())
    names = [_name(maker, disclosure, part) for part in found]
    rows = tuple(
        HundredRow(
            mark,
            name,
            f"#{part.id}" if part.id else "",
            str(part.of_hundred) if part.of_hundred else words.get("hundred.under_one"),
            in_unit(part.amount, unit),
        )
        for mark, part, name in zip(charts.MARKS, found, names, strict=False)
    )
    told = "; ".join(f"{row.mark}: {row.name}, {row.coins}" for row in rows)
    drawn = charts.coins([part.of_hundred for part in found], "tram", title, words.plain("hundred.desc", parts=told))
    caption = maker.words.plain("unit.caption", unit=maker.words.unit(unit))
    return Hundred(
        title,
        words.get("hundred.note"),
        Markup(drawn),  # noqa: S704 - our own drawing, its words escaped there
        f"{named.caption(maker, disclosure)} · {caption}",
        (words.get("hundred.part"), words.get("hundred.coins"), words.get("hundred.amount")),
        rows,
    )


def _name(maker: Maker, disclosure: Disclosure, part: Part) -> str:
    if not part.id:
        return named.own(maker).get("hundred.rest")
    return sentence(summed_name(maker, disclosure, {"name": part.name, "key": part.key}))
