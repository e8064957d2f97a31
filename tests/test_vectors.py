"""Every file of vectors in the field material holds, or is answered: which test answers it is said here."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from generator import money
from generator.units import read_unit
from generator.vietnamese import fold, sort_key, words
from tests.elsewhere import field, vectors

ANSWERED = {
    "legacy_phrases.tsv": "tests/test_legacy.py",
    "tcvn3_real_cells_Plan_2003.tsv": "tests/test_legacy.py",
    "vni_real_cells.tsv": "tests/test_legacy.py",
    "money_input_cleaning.tsv": "here",
    "search_folding.tsv": "here",
    "sorted_names_vi.txt": "here",
    "tone_placement.tsv": "here",
    "unit_spellings.tsv": "here",
    "number_words.tsv": "no amount is read or written in words yet",
}


def test_every_file_of_vectors_is_answered() -> None:
    """No file of vectors lies there unheard."""
    assert {path.name for path in field("vectors").iterdir()} == set(ANSWERED)
    elsewhere = [where for where in ANSWERED.values() if where.startswith("tests/")]
    assert not [where for where in elsewhere if not (Path(__file__).parent.parent / where).is_file()]


def test_money_typed_by_people_is_read() -> None:
    """Dots, commas, blanks and the sign of the đồng change no amount."""
    rows = [row for row in vectors("money_input_cleaning.tsv") if len(row) > 1]
    assert rows
    assert [(text, money.read(text)) for text, *_ in rows] == [(text, int(expected)) for text, expected, *_ in rows]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_units_found_in_published_budgets_are_read(form: str) -> None:
    """Each spelling of a unit is its factor; what is no unit, or half converted, is none."""
    rows = [row for row in vectors("unit_spellings.tsv") if len(row) > 2]
    wanted = {text: int(factor) if factor.isdecimal() else None for text, _, factor, *_ in rows}
    assert {text: read_unit(unicodedata.normalize(form, text)) for text in wanted} == wanted  # type: ignore[arg-type]


def test_searches_fold_as_the_vectors_do() -> None:
    """Words are compared without case, accents and punctuation; a stray ETH is no đ."""
    rows = [row for row in vectors("search_folding.tsv") if row[0]]
    assert [words(text) for text, *_ in rows] == [expected.split(" (U+00D0")[0] for _, expected, *_ in rows]


def test_old_and_new_tone_placement_are_compared_alike() -> None:
    """Where a tone stands in a syllable changes no comparison; a misspelt letter does not become another word."""
    rows = vectors("tone_placement.tsv")
    assert [(text, other) for text, other, *_ in rows if fold(text) != fold(other.split(" ")[0])] == []


def test_names_come_in_the_order_of_the_dictionary() -> None:
    """A thousand names ordered by their code points come out in the order of the Vietnamese collation."""
    names = field("vectors", "sorted_names_vi.txt").read_text("utf-8").splitlines()
    assert sorted(sorted(names), key=sort_key) == names
