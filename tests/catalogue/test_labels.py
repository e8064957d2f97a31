"""Labels of heads written short are written out whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import load
from generator.catalogue.labels import spread

words = st.text(alphabet="aăâđêôơưx ", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(st.lists(words, min_size=1, max_size=4, unique=True), st.lists(words, min_size=1, max_size=4, unique=True))
def test_each_upper_stands_over_each_lower(upper: list[str], lower: list[str]) -> None:
    """Alternatives of two levels are all their pairs, in order, and none of them is short any more."""
    written = spread([f"{' | '.join(upper)} > {' | '.join(lower)}"])
    assert written == tuple(f"{first} > {second}" for first in upper for second in lower)
    assert spread(written) == written


def test_blank_alternatives_and_repeats_are_left_out() -> None:
    """An empty alternative says nothing, and what two lines say stands once, where it stood first."""
    assert spread(["a | | b", "b | c", " a "]) == ("a", "b", "c")
    assert spread([]) == ()


def test_no_form_keeps_a_short_label() -> None:
    """Forms hold labels written out: none has a bar or an empty level left."""
    labels = [label for form in load().forms.values() for column in form.column for label in column.labels]
    assert [label for label in labels if "|" in label or not all(part.strip() for part in label.split(" > "))] == []
