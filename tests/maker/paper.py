"""What all of an invented commune's papers share: letterhead, places, signatures, and how amounts get typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.maker.profile import Profile
from tests.maker.sheet import Typed, percent, typed_amount

THOUSAND, MILLION = 1_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Hand:
    """How an officer types amounts: in which unit, and every how many cells one is pasted as text (0 for never)."""

    unit: int
    text_every: int = 0
    dash: str | None = None

    def amounts(self, values: Sequence[int | None], row: int) -> tuple[Typed, ...]:
        """Return a line's amounts as typed; a large one is text here and there."""
        return tuple(
            typed_amount(value, self.unit, text=self._as_text(value, row + place), blank=self.dash) for place, value in enumerate(values)
        )

    def shares(self, pairs: Sequence[tuple[int | None, int | None]], row: int) -> tuple[Typed, ...]:
        """Return a line's percentages as typed; one is text with a decimal comma here and there."""
        return tuple(self._share(percent(*pair), row + place) for place, pair in enumerate(pairs))

    def _share(self, value: float | None, place: int) -> Typed:
        if value is None:
            return self.dash
        return f"{value:.1f}".replace(".", ",") if self.text_every and place % (self.text_every + 2) == 0 else value

    def _as_text(self, value: int | None, place: int) -> bool:
        if value is None or not self.text_every or place % self.text_every:
            return False
        if self.unit == MILLION:
            return value // self.unit >= THOUSAND and value % self.unit != 0
        return value // self.unit >= MILLION


def agency(profile: Profile, *, office: str = "") -> tuple[str, ...]:
    """Return the lines of the letterhead on the left."""
    return ("ỦY BAN NHÂN DÂN", profile.capitals) if not office else (f"ỦY BAN NHÂN DÂN {profile.capitals}", office)


def signed(profile: Profile, day: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """Return the place and day, and the two signatures of a budget paper."""
    return (
        f"{profile.place}, {day}",
        (
            ("KẾ TOÁN", "(Ký, họ tên)", "", "", profile.accountant),
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Ký tên, đóng dấu)", "", profile.chair),
        ),
    )
