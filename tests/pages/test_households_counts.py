"""Counts by hamlet out of which no small one can be read or worked out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.households_counts import veiled
from generator.pages.households_hamlets import hamlet_ids

SMALL = 5


def test_the_least_count_that_is_told() -> None:
    """A count of exactly the smallest is told, one less is not; none at all is told."""
    assert veiled([[5, 9, 0], [4, 2, 0]], SMALL) == ((5, 9, 0), (None, None, 0))


def test_one_alone_takes_another_with_it() -> None:
    """One hidden count could be worked out from the total, so the least beside it is hidden too."""
    assert veiled([[3, 9, 7]], SMALL) == ((None, 9, None),)
    assert veiled([[3, 0, 7]], SMALL) == ((None, None, 7),)


def test_nothing_is_hidden_of_a_list_on_show() -> None:
    """Where names are on show every count is told."""
    assert veiled([[1, 2, 3]], 0) == ((1, 2, 3),)


@given(st.lists(st.integers(0, 12), min_size=2, max_size=9))
def test_no_small_count_is_told_or_follows(column: list[int]) -> None:
    """No count from one up to under the smallest is told, and never is one alone missing."""
    (told,) = veiled([column], SMALL)
    assert not any(count is not None and 0 < count < SMALL for count in told)
    assert told.count(None) != 1
    assert all(shown in (None, count) for shown, count in zip(told, column, strict=True))


def test_hamlets_of_the_same_letters_have_addresses_of_their_own() -> None:
    """Accents fall away in addresses; the second of two alike is numbered, and no hamlet at all has one too."""
    assert hamlet_ids(["Thôn Đông", "Thôn Dong", ""]) == {"Thôn Đông": "thon-thon-dong", "Thôn Dong": "thon-thon-dong-2", "": "thon-khac"}
