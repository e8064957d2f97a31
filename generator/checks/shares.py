"""Whether a percentage is what its part and its whole make of it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_PER_CENT = 100


def share(part: int | None, whole: int | None) -> float | None:
    """Return how many percent a part is of a whole, with one digit after the point; None where there is no whole."""
    if part is None or not whole:
        return None
    exact = Decimal(part) * _PER_CENT / Decimal(whole)
    return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP)) if abs(exact) >= Decimal("0.05") or not exact else float(f"{exact:.2g}")


def agrees(stated: float, part: int, whole: int) -> bool:
    """Return whether a stated percentage is right to its last digit; a bare fraction (0.712 for 71.2 %) is right too."""
    exact = Decimal(part) * _PER_CENT / Decimal(whole)
    return any(_close(Decimal(repr(stated)), value) for value in (exact, exact / _PER_CENT))


def is_fraction(stated: float, part: int, whole: int) -> bool:
    """Return whether a stated percentage is the bare fraction that the sheet shows as a percentage."""
    exact = Decimal(part) / Decimal(whole)
    return _close(Decimal(repr(stated)), exact) and not _close(Decimal(repr(stated)), exact * _PER_CENT)


def _close(stated: Decimal, exact: Decimal) -> bool:
    exponent = stated.normalize().as_tuple().exponent
    digits = min(-exponent if isinstance(exponent, int) else 0, 9)
    return abs(stated - exact) <= Decimal(1).scaleb(-max(digits, 0)) * (Decimal("0.5") if digits < 9 else 2)
