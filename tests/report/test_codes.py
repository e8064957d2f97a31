"""The page of all codes, and the catalogue it is made of."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from generator.findings import codes, entry
from generator.report.codes import page

PAGE = Path(__file__).parents[2] / "docs" / "ma-phat-hien.md"


def test_the_page_is_the_catalogue() -> None:
    """The page in docs says what the catalogue says; `python -m generator.report.codes docs/ma-phat-hien.md` writes it again."""
    assert PAGE.read_text("utf-8") == page()


@pytest.mark.parametrize("code", codes())
def test_every_code_is_explained(code: str) -> None:
    """A code has what it says, how to mend it and an example before and after, in composed letters; the example mends something."""
    told = entry(code)
    assert all(told.get(key) for key in ("severity", "what", "mend", "before", "after"))
    assert told["before"] != told["after"]
    assert unicodedata.is_normalized("NFC", "".join(map(str, told.values())))


def test_the_page_leaves_no_word_to_be_filled_in() -> None:
    """Words that only a finding knows are shown as left open."""
    assert "{" not in page().replace("{{", "")
    assert "…" in page()
