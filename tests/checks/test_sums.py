"""Sums: equal, explained by rounding, or wrong."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.checks import sums

AMOUNTS = st.lists(st.integers(-(10**13), 10**13), min_size=1, max_size=20)


def test_equal_sums_have_no_gap() -> None:
    """A total that equals its parts has no gap, to the đồng."""
    assert sums.gap(1_000_001, (1_000_000, 1), 1) is None


def test_half_a_step_for_each_addend_is_rounding() -> None:
    """Two amounts given in thousands may together miss one thousand, not more."""
    within, beyond = sums.gap(11_000, (5_000, 5_000), 1_000), sums.gap(12_000, (5_000, 5_000), 1_000)
    assert within is not None
    assert within.rounding
    assert beyond is not None
    assert not beyond.rounding


def test_one_dong_off_with_one_addend_is_no_rounding() -> None:
    """A single part that differs from its total by the least amount is wrong."""
    found = sums.gap(101, (100,), 1)
    assert found is not None
    assert (found.difference, found.rounding) == (1, False)


@given(AMOUNTS)
def test_a_total_made_of_its_parts_never_has_a_gap(parts: list[int]) -> None:
    """Whatever the parts, their own sum has no gap."""
    assert sums.gap(sum(parts), parts, 1) is None


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=30), st.sampled_from([1, 1_000, 1_000_000, 1_000_000_000]))
def test_true_amounts_rounded_to_a_step_are_never_called_wrong(parts: list[int], step: int) -> None:
    """Amounts that did add up, each rounded to the table's step, differ by no more than rounding."""
    rounded = [(part + step // 2) // step * step for part in parts]
    total = (sum(parts) + step // 2) // step * step
    found = sums.gap(total, rounded, step)
    assert found is None or found.rounding or 2 * abs(found.difference) <= step * (len(parts) + 1)


def test_a_fall_within_the_step_is_no_fall() -> None:
    """A later amount below an earlier one counts only beyond the step."""
    assert sums.drop(10_000, 9_000, 1_000) == 0
    assert sums.drop(10_000, 8_999, 1_000) == 1_001
    assert sums.drop(10_000, 10_001, 1) == 0
