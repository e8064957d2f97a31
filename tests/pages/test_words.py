"""Sentences, figures and texts of pages."""

from __future__ import annotations

import re
import string
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator import money
from generator.pages import filters
from generator.pages.words import Words, beginning, bound, day, exact_unit, in_unit, sentence, share, spoken, strong

ROOT = Path(__file__).parents[2]
AMOUNTS = st.integers(min_value=-(10**13), max_value=10**13)


def leaves(table: dict[str, Any], before: str = "") -> dict[str, str]:
    """Return every text by its dotted key."""
    found: dict[str, str] = {}
    for key, value in table.items():
        found |= leaves(value, f"{before}{key}.") if isinstance(value, dict) else {f"{before}{key}": str(value)}
    return found


def load(language: str) -> dict[str, str]:
    """Return the texts of one language as they stand in its file."""
    return leaves(tomllib.loads((ROOT / f"generator/catalogue/texts/pages.{language}.toml").read_text("utf-8")))


def places(text: str) -> set[str]:
    """Return the words a text has places for."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@given(st.lists(AMOUNTS, max_size=8))
def test_no_amount_is_rounded_in_its_unit(amounts: list[int]) -> None:
    """Every amount is read back whole from the unit the table chose."""
    unit = exact_unit(amounts)
    assert all(money.read(in_unit(amount, unit).replace("−", "-"), unit) == amount for amount in amounts)


def test_an_amount_is_said_with_its_currency_once() -> None:
    """A sum of "500 đồng" is not said as "500 đồng đồng"."""
    assert spoken(8_420_000_000) == "8,42 tỷ đồng"
    assert spoken(500) == "500 đồng"


def test_a_percentage_has_a_thin_space_before_its_sign() -> None:
    """The sign neither sticks to the number nor falls to the next line."""
    assert share(71.2) == "71,2\u202f%"
    assert share(None) == ""


def test_a_day_is_written_as_vietnamese_do() -> None:
    """Days of dates and of ISO texts read the same; none is nothing."""
    assert day(date(2026, 10, 8)) == day("2026-10-08") == "08/10/2026"
    assert day(None) == day("") == ""


def test_a_figure_in_a_sentence_stands_out_and_stays_whole() -> None:
    """A figure is strong, its blanks don't break, and it is escaped."""
    assert strong("8,42 tỷ") == Markup("<strong>8,42\u00a0tỷ</strong>")
    assert "<b>" not in Words().rich("contributions.named", purpose="<b>")


def test_numbers_keep_to_their_words() -> None:
    """Words such as "năm 2026" and "9 tháng" stay on one line."""
    assert bound("9 tháng đầu năm 2026") == "9\u00a0tháng đầu năm\u00a02026"


def test_first_letters() -> None:
    """A name inside a sentence begins small, an abbreviation does not, and the rest is left alone."""
    assert beginning("Giáo dục Mầm non") == "giáo dục Mầm non"
    assert beginning("UBND xã") == "UBND xã"
    assert sentence("năm 2026") == "Năm 2026"


def test_filters_write_facts() -> None:
    """`money` tells a dash from a blank; `short` and `share` give the forms of sentences."""
    made = filters()
    assert made["money"](1_234_567) == "1.234.567"
    assert made["money"](None) == ""
    assert made["money"](None, dash=True) == "-"
    assert made["short"](3_100_000) == "3,1 triệu đồng"
    assert made["day"]("2026-10-08") == "08/10/2026"


def test_both_languages_have_the_same_texts_and_places() -> None:
    """No text is missing in English, none is left over, and both name the same words where they name any."""
    vietnamese, english = load("vi"), load("en")
    assert vietnamese.keys() == english.keys()
    odd = {key for key in vietnamese if not places(english[key]) <= places(vietnamese[key]) | {"kind", "authority", "period", "Period"}}
    assert not odd


def test_vietnamese_texts_are_composed() -> None:
    """Every text is NFC, and addresses nobody as "bạn"."""
    import unicodedata  # noqa: PLC0415 - only here

    for key, text in load("vi").items():
        assert text == unicodedata.normalize("NFC", text), key
        assert not re.search(r"\bbạn\b", text.lower()), key


def test_no_text_is_left_unused() -> None:
    """Every text is named by a module or a template, whole or by its last part."""
    sources = "".join(
        path.read_text("utf-8")
        for folder, ends in (("generator/pages", "*.py"), ("themes/congkhai/templates", "*.html"))
        for path in (ROOT / folder).glob(ends)
    )
    named = set(re.findall(r"[\w-]+", sources))
    unused = {
        key
        for key in load("vi")
        if key.split(".")[-1] not in named
        and not key.startswith(("law.after", "listed.way", "unit.", "kind.", "budget.answer", "budget.word"))
        and not any(key.split(".")[-1].startswith(f"{part}_") for part in ("deadline", "posting", "line", "side", "difference", "compare"))
        and not key.endswith(("_year", ".reading", ".uncertain", ".certain"))
    }
    assert not unused
