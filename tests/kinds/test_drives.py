"""Drives held side by side, and gifts held against the others of their ledger."""

from __future__ import annotations

from generator.catalogue import load
from generator.kinds import contributions
from tests.kinds.lists import COMMUNE, checked, places
from tests.kinds.test_contributions import LEDGER


def overlaps(*texts: str) -> set[tuple[str, str | None]]:
    readings = [checked(text, file=f"so-{place}.xlsx") for place, text in enumerate(texts, 1)]
    told = contributions.check_together(readings, load(), COMMUNE)
    return {(one.file, one.cell) for one in told if one.code == "drives-overlap"}


OTHER = LEDGER.replace("Nguyễn Văn An", "Hồ Văn Tám").replace("200000", "250000").replace("6.000.000", "6.050.000")


def test_two_drives_for_nearly_one_purpose_at_one_time_are_told() -> None:
    """A purpose written a little otherwise, at the same time, is told at the second ledger."""
    assert overlaps(LEDGER, OTHER.replace("Làm cầu Suối Mây", "Làm cầu qua Suối Mây")) == {("so-2.xlsx", "G9")}


def test_the_ledgers_of_one_drive_are_not_told() -> None:
    """Two hamlets' ledgers of one drive, with one basis and one sum asked for, are one drive."""
    assert overlaps(LEDGER, OTHER) == set()


def test_one_purpose_with_two_decisions_is_told() -> None:
    """The same purpose on another basis at the same time is a second drive."""
    assert overlaps(LEDGER, OTHER.replace("15/02/2026", "20/05/2026")) == {("so-2.xlsx", "G9")}


def test_drives_one_after_the_other_are_not_told() -> None:
    """A drive that begins after the other has ended is no overlap."""
    later = OTHER.replace("15/02/2026", "20/08/2026").replace("01/03/2026", "01/09/2026").replace("31/08/2026", "31/12/2026")
    assert overlaps(LEDGER, later.replace("02/03/2026", "02/09/2026")) == set()


def test_another_purpose_at_the_same_time_is_not_told() -> None:
    """A bridge and a house of culture are two things."""
    assert overlaps(LEDGER, OTHER.replace("Làm cầu Suối Mây", "Sửa nhà văn hóa thôn 2")) == set()


def many(amount: str) -> str:
    """Return a ledger of twelve gifts by persons, the fifth of them as given."""
    amounts = [amount if place == 5 else str(200_000 + place) for place in range(1, 13)]
    lines = [f"{place} | {place:02}/03/2026 | PT{place:02} | Nguyễn Văn {name} | Thôn 2 | Tiền | {given}"
             for place, (name, given) in enumerate(zip("ABCDEGHIKLMN", amounts, strict=True), 1)]
    return LEDGER.split("1 | 01/03/2026", maxsplit=1)[0] + "\n".join(lines) + "\n"


def test_a_gift_with_noughts_left_out_is_told() -> None:
    """A gift a hundredth of what is usual is a warning; one of ten times as much is a gift."""
    assert ("G14", "gift-unlike-others") in places(checked(many("200")))
    assert ("G14", "gift-unlike-others") in places(checked(many("200.000.000.000")))
    assert places(checked(many("2000000"))) == set()
