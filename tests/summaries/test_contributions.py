"""Totals of contributions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.summaries.contributions import gifts, spending

KINDS = {"money": "Tiền", "goods": "Hiện vật"}
ROWS = st.lists(st.tuples(
    st.sampled_from(["", "an", "binh"]), st.sampled_from(["person", "organisation"]), st.sampled_from(["money", "goods"]),
    st.sampled_from(["Thôn 1", "Thôn 2"]), st.one_of(st.none(), st.integers(0, 10**12))))


def test_a_giver_counts_once_and_each_unnamed_one_too() -> None:
    """Two gifts of one name are of one giver; two unnamed gifts are of two."""
    rows = [("an", "money", 1), ("an", "goods", 2), ("", "money", 3), ("", "money", None)]
    found = gifts([(name, "person", kind, "", amount) for name, kind, amount in rows], KINDS, [])
    assert (found["gifts"], found["givers"], found["received"]) == (4, 3, 6)


def test_spending_adds_up() -> None:
    """Lines are counted, and those without an amount add nothing."""
    assert spending([5, None, 7]) == {"items": 3, "spent": 12}
    assert spending([]) == {"items": 0, "spent": 0}


@given(ROWS)
def test_parts_make_up_the_whole(rows: list[tuple[str, str, str, str, int | None]]) -> None:
    """Kinds and hamlets each add up to what was received, to the đồng."""
    found = gifts(rows, KINDS, ["Thôn 1", "Thôn 2"])
    for part in ("kinds", "hamlets"):
        assert sum(one["amount"] for one in found[part]) == found["received"] == sum(row[4] or 0 for row in rows)
        assert sum(one["gifts"] for one in found[part]) == len(rows)
