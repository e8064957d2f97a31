"""A finding tells what was typed and how to mend it, and of a private column neither its value nor what was read in it."""

from __future__ import annotations

import pytest

from generator.findings import codes, entry, finding, tell


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_private_finding_names_its_column_and_not_its_value(language: str) -> None:
    """The column's name, the choices and an example are shown, what was typed and what it may mean is not."""
    told = tell(finding("choice-unknown", "a.xlsx", "Trang 1", "D4", typed="bí mật", private=True, column="Phân loại", choices="Hộ nghèo"),
                language)
    assert "Phân loại" in told.message
    assert "Hộ nghèo" in told.help
    unclear = tell(finding("amount-ambiguous", "a.xlsx", "T", "D4", typed="7.9", private=True, first="7,9", second="79", example="1.200"),
                   language)
    assert not [value for value in ("bí mật", "7.9", "7,9", "79") if value in told.message + unclear.message + unclear.help]


@pytest.mark.parametrize("code", codes())
def test_both_languages_tell_every_code_with_the_same_words(code: str) -> None:
    """A code says what is wrong and how to mend it in both languages, and neither needs a word that the other has not."""
    for part in ("what", "mend"):
        assert entry(code, "vi")[part]
        assert entry(code, "en")[part] != entry(code, "vi")[part]
