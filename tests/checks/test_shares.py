"""Percentages held against the amounts they are made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import shares


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(712, 1000, 71.2), (1, 3, 33.3), (2, 3, 66.7), (0, 5, 0.0), (150, 100, 150.0), (1, 100_000, 0.001)]
)
def test_share_has_one_digit_and_never_vanishes(part: int, whole: int, percent: float) -> None:
    """A share is rounded to one digit, more where it would read as nought."""
    assert shares.share(part, whole) == percent


@pytest.mark.parametrize(("part", "whole"), [(5, 0), (5, None), (None, 5), (None, None)])
def test_no_share_without_a_whole(part: int | None, whole: int | None) -> None:
    """A plan of nought or blank gives no percentage, neither 0 nor infinity."""
    assert shares.share(part, whole) is None


@pytest.mark.parametrize("stated", [57.1, 57.14, 57, 57.142857142857146, 0.571428571428571])
def test_right_to_its_last_digit(stated: float) -> None:
    """A percentage is right as far as it was typed; a bare fraction shown as a percentage is right too."""
    assert shares.agrees(stated, 400, 700)


@pytest.mark.parametrize("stated", [57.2, 57.15, 58, 0.58])
def test_wrong_by_the_least(stated: float) -> None:
    """A percentage off by one in its last digit is wrong."""
    assert not shares.agrees(stated, 400, 700)


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_our_own_share_always_agrees(part: int, whole: int) -> None:
    """What is worked out is right by the same rule."""
    ours = shares.share(part, whole)
    assert ours is not None
    assert shares.agrees(ours, part, whole)
