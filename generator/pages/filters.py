"""The filters of templates: two for facts (money, day), two for the short forms in sentences, one that explains terms."""

from __future__ import annotations

from collections.abc import Callable

from generator import money
from generator.pages import glossary, words

_MISSING = ""


def filters() -> dict[str, Callable[..., str]]:
    """Return the Jinja filters by name: `money`, `day`, `share`, `short`, `terms`."""
    return {"money": amount, "day": words.day, "share": words.share, "short": short, "terms": glossary.linked}


def amount(value: int | None, *, dash: bool = False) -> str:
    """Return whole đồng as 1.234.567, "-" where the sheet had a dash, and nothing for a blank."""
    if value is None:
        return "-" if dash else _MISSING
    return money.write(value)


def short(value: int | None) -> str:
    """Return an amount as said in a sentence, "8,42 tỷ đồng"."""
    return _MISSING if value is None else words.spoken(value)
