"""Sentences of a bulletin: texts of the catalogue, each read only where all its words are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter
from typing import Any

from generator import spoken
from generator.catalogue.texts import texts

ROOM = "announcements"


@dataclass(frozen=True, slots=True)
class Told:
    """What a bulletin tells: its title as it is written, its sentences in words, and those that may be left out."""

    title: str
    sentences: tuple[str, ...]
    spare: tuple[str, ...] = ()


def texts_of() -> Mapping[str, Any]:
    """Return the texts of bulletins: Vietnamese whatever the site speaks, since they are read to the village."""
    return texts(ROOM)


def filled(templates: Iterable[str], words: Mapping[str, str]) -> Iterator[str]:
    """Yield the sentences whose words are all known, filled in."""
    for text in templates:
        if all(name in words for _, name, _, _ in Formatter().parse(text) if name):
            yield text.format_map(words)


def known(**words: str | None) -> dict[str, str]:
    """Return words without those that are not known."""
    return {name: text for name, text in words.items() if text}


def joined(parts: Sequence[str]) -> str:
    """Return parts as a list that is read out: "một, hai và ba"."""
    said = texts_of()
    return str(said["last_join"]).join(filter(None, (str(said["join"]).join(parts[:-1]), *parts[-1:])))


def aloud(text: str) -> str:
    """Return a text of the officer's or the catalogue's as it is read aloud; what stands in brackets is read as an aside."""
    return spoken.say(" ".join(text.split()).replace("(", ", ").replace(")", "")).replace(" ,", ",")


def named(text: str) -> str:
    """Return the name of a line within a sentence: its first letter small, a colon in it become words."""
    return aloud(small(text).replace(":", str(texts_of()["colon"])))


def small(text: str) -> str:
    """Return a text with its first letter small, unless it begins an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def large(text: str) -> str:
    """Return a text with its first letter large."""
    return text[:1].upper() + text[1:]


def called(name: str, kind: str) -> str:
    """Return the commune's name inside a sentence: "xã Suối Mây"."""
    return small(name) if name.lower().startswith(kind) else name
