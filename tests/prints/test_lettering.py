"""The typeface of the prints: what it holds, and how texts are fitted to it."""

from __future__ import annotations

import unicodedata

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from generator.prints import lettering
from generator.prints.compose import THEME
from generator.prints.lettering import clean, width

FACES = ("Regular", "Bold", "Italic", "BoldItalic")
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in TONES)
TYPICAL = ("987.654.321.000", "Thu phí, lệ phí", "TỔNG THU", "Y Blŭ Êban", "128/QĐ-UBND", "05/01/2026", "71,2")
HIGHLANDS = "ƀɃčČĕĔŏŎŭŬñÑêÊôÔơƠưƯđĐ"


@pytest.mark.parametrize("face", FACES)
def test_each_face_holds_what_the_program_counts_on(face: str) -> None:
    """Every letter of `HOLDS` has a glyph in each of the four faces, Vietnamese and the highlands' letters among them."""
    glyphs = TTFont(THEME / "fonts" / f"Tinos-{face}.ttf").getBestCmap()
    assert all(code in glyphs for first, last in lettering.HOLDS for code in range(first, last + 1))
    assert all(ord(letter) in glyphs for letter in VIETNAMESE + HIGHLANDS)


@pytest.mark.parametrize("face", FACES)
def test_each_face_places_marks_over_the_highlands_letters(face: str) -> None:
    """Breves and carons over ê, ô, ơ, ư and ƀ have their anchors, so that "Jơ̆k" is not drawn beside itself."""
    font = TTFont(THEME / "fonts" / f"Tinos-{face}.ttf")
    glyphs = font.getBestCmap()
    tables = [table for lookup in font["GPOS"].table.LookupList.Lookup for table in lookup.SubTable if lookup.LookupType == 4]
    bases = {glyph for table in tables for glyph in table.BaseCoverage.glyphs}
    marks = {glyph for table in tables for glyph in table.MarkCoverage.glyphs}
    assert {glyphs[ord(letter)] for letter in "êôơưƀÊÔƠƯɃ"} <= bases
    assert {glyphs[0x0306], glyphs[0x030C], glyphs[0x0304]} <= marks


def test_the_licence_travels_with_the_typeface() -> None:
    """The licence and where the files come from lie beside them."""
    folder = THEME / "fonts"
    assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text("utf-8")
    assert "Tinos" in (folder / "README.md").read_text("utf-8")


@pytest.mark.parametrize(("typed", "shown"), [
    ("  Y  Blŭ\nÊban ", "Y Blŭ Êban"), ("Nguye\u0302\u0303n", "Nguyễn"), ("12\u201134", "12-34"), ("a\u200bb\ufeffc", "abc"),
    ("漢", "□"), ("ﬁ", "fi"), ("１２", "12"), ("a\u00a0b", "a b")])
def test_texts_are_cleaned_to_letters_the_typeface_holds(typed: str, shown: str) -> None:
    """Blanks collapse, forms are composed, look-alikes become plain, the rest becomes a box."""
    assert clean(typed) == shown


@given(st.text())
def test_a_cleaned_text_is_composed_and_drawable(typed: str) -> None:
    """Any text at all becomes one the typeface can draw, and cleaning it again changes nothing."""
    cleaned = clean(typed)
    assert all(any(first <= ord(letter) <= last for first, last in lettering.HOLDS) for letter in cleaned)
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize("face", FACES)
@given(words=st.lists(st.sampled_from(TYPICAL), min_size=1))
def test_the_width_of_a_text_is_never_told_too_small(face: str, words: list[str]) -> None:
    """What the program thinks a text's width is, in ems, is at least what the typeface needs."""
    font = TTFont(THEME / "fonts" / f"Tinos-{face}.ttf")
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    said = " ".join(words)
    assert width(said, bold=face.startswith("Bold")) >= sum(advances[glyphs[ord(letter)]][0] for letter in said) / 2048
