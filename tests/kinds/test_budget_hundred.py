"""A hundred đồng are shared in whole đồng that always add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosed import Disclosure, PublicRecord
from generator.kinds.budget.hundred import hundred, parts


def table(*amounts: int, total: int | None = None, stage: str = "execution", under: str = "all") -> Disclosure:
    """Return a table whose lines have these amounts, the largest first, and a total above them."""
    key = "plan" if stage == "decided" else "done"
    whole = sum(amounts) if total is None else total
    lines = [PublicRecord(id=f"l{place}", values={key: amount}, parent=under) for place, amount in enumerate(amounts, 1)]
    top = [{"id": f"l{place}", "key": "", "name": f"L{place}", key: amount} for place, amount in enumerate(amounts, 1)]
    return Disclosure(
        id="x/f/s/2026/-", commune="x", form="budget-spending", kind="budget", title="T", columns=(), stage=stage,
        records=(PublicRecord(id="all", values={key: whole}), *lines),
        summary={"side": "spending", "total": {"id": "all", "name": "Tổng", key: whole}, "top": top},
    )


@given(st.lists(st.integers(0, 10**13), min_size=1, max_size=20).filter(any))
def test_a_hundred_always_adds_up_and_never_strays_by_a_whole_one(amounts: list[int]) -> None:
    """Whatever the amounts, the shares add up to a hundred and each is its exact share rounded down or up."""
    shared = hundred(amounts)
    assert sum(shared) == 100
    assert all(abs(number * sum(amounts) - 100 * amount) < sum(amounts) for number, amount in zip(shared, amounts, strict=True))


def test_the_largest_remainder_is_rounded_up_and_the_first_of_equals() -> None:
    """Of three equal thirds the first gets the odd đồng; a remainder of .6 goes before one of .4."""
    assert hundred([1, 1, 1]) == (34, 33, 33)
    assert hundred([6, 4, 990]) == (1, 0, 99)


@pytest.mark.parametrize("amounts", [[0, 0], [5, -1], [-3]])
def test_nothing_is_shared_among_nothing_or_less(amounts: list[int]) -> None:
    """Amounts that are nothing or below it have no shares."""
    with pytest.raises(ValueError, match="above nothing"):
        hundred(amounts)


def test_small_parts_are_told_as_one_and_so_is_what_the_lines_leave_open() -> None:
    """A line below one đồng of a hundred joins the rest; the rest closes the gap to the total."""
    found = parts(table(700, 250, 5, total=1000), 8)
    assert [(part.name, part.amount, part.of_hundred) for part in found] == [("L1", 700, 70), ("L2", 250, 25), ("", 50, 5)]


def test_only_so_many_parts_are_named() -> None:
    """Beyond the number asked for, lines are told as one."""
    assert [part.amount for part in parts(table(40, 30, 20, 10), 2)] == [40, 30, 30]


def test_lines_that_make_more_than_the_total_are_not_shared() -> None:
    """Where the lines exceed the total there is no picture."""
    assert parts(table(70, 50, total=100), 8) == ()


def test_lines_outside_the_total_do_not_count() -> None:
    """A line that lies under another than the total is no part of it."""
    one = table(60, 40, total=60)
    outside = one.records[-1]
    moved = type(outside)(id=outside.id, values=outside.values, parent="")
    found = parts(Disclosure(**{name: getattr(one, name) for name in one.__struct_fields__} | {"records": (*one.records[:-1], moved)}), 8)
    assert [part.amount for part in found] == [60]


def test_a_plan_is_shared_by_what_is_planned() -> None:
    """In a decided budget the plan is the figure."""
    assert [part.of_hundred for part in parts(table(3, 1, stage="decided"), 8)] == [75, 25]


def test_a_table_without_a_total_is_not_shared() -> None:
    """No total, nothing to share."""
    one = table(1)
    bare = Disclosure(**{name: getattr(one, name) for name in one.__struct_fields__} | {"summary": {"total": None, "top": []}})
    assert parts(bare, 8) == ()
