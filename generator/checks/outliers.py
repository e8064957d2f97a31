"""Whether an amount is so far from its like that a separator or a unit was probably misread."""

from __future__ import annotations

FAR = 100
FARTHER = 1000


def far(amount: int | None, other: int | None, times: int = FAR) -> bool:
    """Return whether two amounts are so many times or more apart; nothing is said of blanks, nought or refunds."""
    if amount is None or other is None or amount <= 0 or other <= 0:
        return False
    return max(amount, other) >= times * min(amount, other)
