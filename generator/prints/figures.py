"""The values of a disclosure as a paper shows them: figures with dots, days as dd/mm/yyyy, choices by their public word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator import money
from generator.catalogue import Catalogue
from generator.catalogue.forms import Column, Fact
from generator.days import write_day
from generator.disclosed import Shown
from generator.percents import write_percent
from generator.prints.lettering import clean

Field = Column | Fact


def shown(value: Shown, field: Field, catalogue: Catalogue, words: Mapping[str, Any]) -> str:
    """Return a value of a column or a fact as printed; "" for None."""
    if value is None or value == "":
        return ""
    if field.read in {"money", "count"}:
        return money.write(int(value))
    if field.read == "percent":
        return aligned(write_percent(float(value)))
    if field.read == "day":
        return write_day(date.fromisoformat(str(value)))
    if field.read == "flag":
        return str(words["yes"] if value else words["no"])
    if field.read == "choice" and field.choices:
        return _choice(str(value), field.choices, catalogue, str(words["language"]))
    return clean(str(value))


def aligned(percent: str) -> str:
    """Return a percentage with a digit after its comma, so that a column's commas stand below each other."""
    return percent if "," in percent else f"{percent},0"


def _choice(key: str, group: str, catalogue: Catalogue, language: str) -> str:
    return next((choice.name.to(language) for choice in catalogue.choices.get(group, ()) if choice.key == key), key)
