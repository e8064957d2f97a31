"""Who gave: a person, a household or an organisation, and whether the name may be public."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from generator.catalogue import Catalogue
from generator.catalogue.law import Choice
from generator.records.record import Record, Typed
from generator.vietnamese import nfc, words

HIDDEN: Final = "hidden_giver"
ORGANISATION: Final = "organisation"
_PERSON: Final = "person"


def kind_of(record: Record, catalogue: Catalogue) -> str:
    """Return what the sheet says the giver is; where it says nothing, what the name begins with; in doubt a person."""
    stated = record.values.get("giver_kind")
    if isinstance(stated, str):
        return stated
    name = f"{nfc(giver(record)).casefold()} "
    for key, begins in _beginnings(catalogue.choices["giver-word"]):
        if name.startswith(begins):
            return key
    return _PERSON


@lru_cache(maxsize=4)
def _unnamed(word: Choice) -> frozenset[str]:
    return frozenset(words(text) for text in (word.name.vi, word.name.en, *word.also, ""))


@lru_cache(maxsize=4)
def _beginnings(choices: tuple[Choice, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((choice.key, tuple(f"{nfc(word).casefold()} " for word in choice.also)) for choice in choices)


def giver(record: Record) -> str:
    """Return the giver as typed, public or not, "" for one without a name; for matching in memory."""
    name = record.private[HIDDEN] if HIDDEN in record.private else record.values.get("giver")
    return str(name or "").strip()


def is_hidden(record: Record) -> bool:
    """Return whether the record shows no name."""
    return HIDDEN in record.private


def masked(record: Record, catalogue: Catalogue) -> Record:
    """Return the record with the giver's name only where it is an organisation's, or a person's who agreed to it."""
    word = catalogue.choice("giver-hidden", "hidden")
    name = giver(record)
    named = words(name) not in _unnamed(word)
    agreed = named and (record.private.get("consent") is True or kind_of(record, catalogue) == ORGANISATION)
    if agreed:
        return record
    private: dict[str, Typed] = {**record.private, HIDDEN: name if named else None}
    return replace(record, values={**record.values, "giver": word.name.vi}, private=private)
