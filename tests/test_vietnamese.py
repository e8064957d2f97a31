"""Vietnamese text is composed, folded and ordered."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from generator.vietnamese import fold, name_key, nfc, slug, sort_key
from tests import vocabulary


@pytest.mark.parametrize(("text", "folded"), [
    ("Y Blŭ Êban", "y blu eban"),
    ("Bliƀ Ƀuôn", "blib buon"),
    ("ĐẶNG  Thị\u00a0Yến", "dang thi yen"),
    ("\ufeffđầu\u200b tư", "dau tu"),
    ("", ""),
])
def test_fold_drops_marks_case_and_blanks(text: str, folded: str) -> None:
    """Marks, strokes, case and runs of blanks don't count in a comparison."""
    assert fold(text) == folded


@given(vocabulary.letters)
def test_composed_and_decomposed_texts_are_alike(text: str) -> None:
    """NFC and NFD forms of a text fold, sort and compose alike."""
    apart = unicodedata.normalize("NFD", text)
    assert fold(apart) == fold(nfc(text))
    assert sort_key(apart)[:3] == sort_key(nfc(text))[:3]
    assert nfc(apart) == nfc(text)


def test_tones_count_after_letters() -> None:
    """Tones come in the order level, huyền, hỏi, ngã, sắc, nặng, after every letter has been compared."""
    expected = ["da", "đa", "e", "ê", "ma", "mà", "mả", "mã", "má", "mạ", "mạ a", "mab", "măn", "mân"]
    assert sorted(expected[5:] + expected[:5], key=sort_key) == expected


def test_names_are_ordered_by_the_given_name() -> None:
    """A list of persons is ordered by the last word of the name, then by the rest."""
    names = ["Trần Văn Ánh", "Lê Thị Bình", "Phạm An", "Đỗ Văn An"]
    assert sorted(names, key=name_key) == ["Đỗ Văn An", "Phạm An", "Trần Văn Ánh", "Lê Thị Bình"]


@pytest.mark.parametrize(("text", "expected"), [("Làm cầu Suối Mây", "lam-cau-suoi-may"), ("  (Đợt 2)/2026 ", "dot-2-2026"), ("!", "")])
def test_slugs_are_plain_words(text: str, expected: str) -> None:
    """A part of an address is made of small letters, digits and hyphens."""
    assert slug(text) == expected
