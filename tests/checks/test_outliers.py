"""Amounts a hundredfold off their like."""

from __future__ import annotations

from generator.checks.outliers import far


def test_a_hundredfold_is_far_and_less_is_not() -> None:
    """The bound is a hundred times, either way."""
    assert far(100, 1)
    assert far(1, 100)
    assert not far(99, 1)


def test_nothing_is_said_of_blanks_nought_and_refunds() -> None:
    """A blank, a nought or a negative amount has no like."""
    assert not any(far(amount, 5_000_000) for amount in (None, 0, -5))
