"""Numbers longer than a float keeps apart stay digits, so that the sweep knows them again."""

from __future__ import annotations

import pytest

from generator.cells import typed


@pytest.mark.parametrize("number", [1e15, 1234567890123456.0, 9.7e17, -1e16])
def test_a_long_whole_number_has_no_decimal_point(number: float) -> None:
    """An account of sixteen digits typed as a number is told in its digits alone."""
    assert typed(number) == str(int(number))
    assert typed(number).lstrip("-").isdigit()
