"""Every room speaks both languages, with the same words to put in; what is Vietnamese alone is listed here."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from generator import catalogue
from generator.catalogue.texts import texts

FOLDER = Path(catalogue.__file__).parent / "texts"
ROOMS = sorted(path.name.removesuffix(".vi.toml") for path in FOLDER.glob("*.vi.toml"))
# Printed in Vietnamese whatever the language: official papers' frames, names of files and sheets that officers handle.
VIETNAMESE = {
    "announcements": ("opening", "publisher", "thanks", "join", "last_join", "colon", "up", "down", "same", "closing.", "budget.",
                      "households.", "contributions.", "register.", "text."),
    "papers": ("language", "day", "head.", "what.", "list.", "documents.", "basis.", "window.", "contact.", "notice.", "decision.",
               "minutes.", "minutes-end.", "sign.", "certificate.", "removal.", "files."),
    "prints": ("files.", "frame.", "documents.", "households.heading_plain", "poster.dong", "poster.budget.subject_other.",
               "poster.budget.heads.amount", "poster.contributions.amount"),
    "report": ("marked.",),
    "spoken": ("",),
    "meeting": ("handout.",),
    "office": ("",),
    "plan": ("",),
    "templates": ("sheet", "guide", "unit", "total", "yes", "no", "choose", "wrong", "maker", "signer", "commune_blank", "author", "own."),
}


def flat(content: dict[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    """Yield the leaves of nested tables, by their dotted key."""
    for key, value in content.items():
        if isinstance(value, dict):
            yield from flat(value, f"{before}{key}.")
        else:
            yield before + key, value


def read(room: str, language: str) -> dict[str, object]:
    """Return a room's texts of one language alone, as its file has them."""
    path = FOLDER / f"{room}.{language}.toml"
    return dict(flat(tomllib.loads(path.read_text("utf-8"))))


def words(text: object) -> set[str]:
    """Return what a text wants put in."""
    lines = text if isinstance(text, list) else [text]
    return {str(field) for line in lines if isinstance(line, str) for _, field, _, _ in Formatter().parse(line) if field}


def test_each_room_has_a_file_of_each_language() -> None:
    """No room speaks one language alone, and no language has a room of its own."""
    assert sorted(path.name.removesuffix(".en.toml") for path in FOLDER.glob("*.en.toml")) == ROOMS


@pytest.mark.parametrize("room", ROOMS)
def test_every_text_is_there_in_both_languages(room: str) -> None:
    """A text without an English one is listed as Vietnamese alone, and English has none that Vietnamese lacks."""
    vietnamese, english = read(room, "vi"), read(room, "en")
    assert [key for key in vietnamese if key not in english and not key.startswith(VIETNAMESE.get(room, ("?",)))] == []
    assert [key for key in english if key not in vietnamese] == []


def test_what_is_listed_as_vietnamese_alone_is_so() -> None:
    """Each entry of the list stands for a text that has no English one, so that the list can't outlive its texts."""
    for room, listed in VIETNAMESE.items():
        alone = read(room, "vi").keys() - read(room, "en").keys()
        assert [entry for entry in listed if not any(key.startswith(entry) for key in alone)] == []


@pytest.mark.parametrize("room", ROOMS)
def test_english_asks_for_no_word_that_vietnamese_has_not(room: str) -> None:
    """An English text wants only words that Vietnamese texts of the same table want: whoever fills those in can fill it in."""
    vietnamese, english = read(room, "vi"), read(room, "en")
    given: dict[str, set[str]] = {}
    for key, text in vietnamese.items():
        given.setdefault(key.rpartition(".")[0], set()).update(words(text))
    assert {key: words(text) for key, text in english.items() if words(text) - given[key.rpartition(".")[0]]} == {}


@pytest.mark.parametrize("room", ROOMS)
def test_texts_are_composed_and_of_one_sort(room: str) -> None:
    """Texts are in NFC, and where Vietnamese has a list English has one of the same length."""
    vietnamese, english = read(room, "vi"), read(room, "en")
    assert [key for key, text in vietnamese.items() if unicodedata.normalize("NFC", str(text)) != str(text)] == []
    assert [key for key, text in english.items() if type(text) is not type(vietnamese[key])] == []
    assert [key for key, text in english.items() if isinstance(text, list) and len(text) != len(vietnamese[key])] == []  # type: ignore[arg-type]


@pytest.mark.parametrize("room", ROOMS)
def test_a_text_missing_in_english_is_the_vietnamese_one(room: str) -> None:
    """English texts lie over the Vietnamese ones: same keys, English where there is English, Vietnamese otherwise."""
    base, over = dict(flat(texts(room, "vi"))), dict(flat(texts(room, "en")))
    assert base.keys() == over.keys()
    assert over == base | read(room, "en")


def test_an_unknown_room_is_told_and_an_unknown_language_is_vietnamese() -> None:
    """A room that isn't there is a FileNotFoundError; a language that nobody wrote falls back whole."""
    with pytest.raises(FileNotFoundError, match=re.escape("khong-co.vi.toml")):
        texts("khong-co")
    assert texts("money", "fr") == texts("money", "vi")
