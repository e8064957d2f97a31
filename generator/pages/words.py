"""The sentences of pages: texts of the catalogue with figures put in, escaped, the figures made to stand out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from generator import money, percents, periods
from generator.catalogue.texts import texts
from generator.periods import Period

_UNITS = (1_000_000_000, 1_000_000, 1_000, 1)
_BOUND = re.compile(r"(?<=năm) (?=\d{4})|(?<=\d) (?=tháng)|(?<=quý) (?=[IV])")


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of a room in one language: of pages, if no other is named."""

    language: str = "vi"
    room: str = "pages"

    @property
    def all(self) -> dict[str, Any]:
        """Return all texts as nested tables, for templates."""
        return texts(self.room, self.language)

    def get(self, key: str) -> str:
        """Return a text by its dotted key ("budget.answer.stop"); KeyError if there is none."""
        found: Any = self.all
        for part in key.split("."):
            found = found[part]
        return str(found)

    def plain(self, key: str, **words: object) -> str:
        """Return a text with words put in."""
        return self.get(key).format_map(words)

    def rich(self, key: str, **words: object) -> Markup:
        """Return a text with words put in, escaped; a word that is `Markup` (a `strong` figure) stays as it is."""
        return escape(self.get(key)).format(**words)

    def has(self, key: str) -> bool:
        """Return whether there is a text of that key."""
        try:
            self.get(key)
        except KeyError:
            return False
        return True

    def period(self, text: str | None) -> str:
        """Return a period's name, "9 tháng đầu năm 2026"; "" for none."""
        return periods.name(periods.read(text), self.language) if text else ""

    def unit(self, unit: int) -> str:
        """Return a unit's name, "triệu đồng"."""
        return self.get(f"unit.{unit}")


def strong(text: str) -> Markup:
    """Return a figure that stands out in a sentence and does not break over two lines."""
    return Markup("<strong>{}</strong>").format(text.replace(" ", "\u00a0"))


def spoken(amount: int, language: str = "vi") -> str:
    """Return an amount as said in a sentence: "8,42 tỷ đồng"."""
    short = money.short(amount, language)
    return short if short.endswith("đồng") else f"{short} đồng"


def share(value: float | None) -> str:
    """Return a percentage with a thin space before its sign, "71,2 %"; "" for none."""
    return "" if value is None else f"{percents.write_percent(value)}\u202f%"


def day(value: date | str | None) -> str:
    """Return a day as 08/10/2026, of a date or an ISO text; "" for none."""
    if not value:
        return ""
    value = date.fromisoformat(value) if isinstance(value, str) else value
    return f"{value:%d/%m/%Y}" if value.year > 999 else ""


def sentence(text: str) -> str:
    """Return a text with its first letter large and the others as they are."""
    return text[:1].upper() + text[1:]


def bound(text: str) -> str:
    """Return a text whose numbers don't part from their words at a line's end: "9 tháng", "năm 2026"."""
    return _BOUND.sub("\u00a0", text)


def beginning(text: str) -> str:
    """Return a text with its first letter small, unless it begins an abbreviation or a name of two capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def exact_unit(amounts: list[int]) -> int:
    """Return the largest unit (tỷ, triệu, nghìn, đồng) in which every amount is whole, so that nothing is rounded."""
    return next(unit for unit in _UNITS if all(amount % unit == 0 for amount in amounts))


def in_unit(amount: int, unit: int) -> str:
    """Return an amount written in a unit it is whole in."""
    return money.write(amount // unit)


def year_before(text: str | None) -> Period | None:
    """Return the same period a year before, or None."""
    return periods.read(text).year_before if text else None
