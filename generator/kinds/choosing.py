"""Find the values of a closed list of the catalogue in what officers write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalogue.law import Choice
from generator.vietnamese import words


def spellings(choice: Choice) -> tuple[str, ...]:
    """Return every way of writing a choice, as compared."""
    return tuple(dict.fromkeys(words(text) for text in (choice.name.vi, choice.name.en, *choice.also) if text))


def chosen(text: str, choices: Iterable[Choice]) -> str | None:
    """Return the key of the one choice a text is, or whose words stand in it; None for none or several."""
    listed = tuple(choices)
    folded = words(text)
    for choice in listed:
        if folded in spellings(choice):
            return choice.key
    found = named(text, listed)
    return next(iter(found)) if len(found) == 1 else None


def named(text: str, choices: Iterable[Choice], *, least: int = 1) -> frozenset[str]:
    """Return the keys of all choices whose words (at least so many of them) stand in a text, longer wordings first.

    "hộ thoát cận nghèo" is one choice, though "hộ cận nghèo" and "cận nghèo" are others.
    """
    rest = f" {words(text)} "
    found = set()
    for wording, key in sorted(_wordings(choices, least), key=lambda pair: (-len(pair[0]), pair)):
        if f" {wording} " in rest:
            found.add(key)
            rest = rest.replace(f" {wording} ", " | ")
    return frozenset(found)


def _wordings(choices: Iterable[Choice], least: int) -> Iterator[tuple[str, str]]:
    for choice in choices:
        for wording in spellings(choice):
            if wording.count(" ") >= least - 1:
                yield wording, choice.key
