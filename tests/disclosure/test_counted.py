"""Counts by hamlet are crossed only where no count points at someone, and whatever is shown adds up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import load
from generator.disclosed import Disclosure, Json
from generator.disclosure.counted import counted

FORM = load().form("poor-households")
SMALL = int(FORM.options["small_cell"])
KEYS = ("poor", "near-poor")
cells = st.integers(0, 12)
hamlets = st.lists(st.tuples(cells, cells, st.one_of(st.none(), st.integers(0, 60))), min_size=1, max_size=6)


def listed(rows: list[tuple[int, int, int | None]], **more: Json) -> Disclosure:
    """Return a household list's disclosure with a row of counts for each hamlet: poor, near-poor, members."""
    by_hamlet = [{"name": f"Thôn {number}", "households": poor + near, "members": members, "classes": {"poor": poor, "near-poor": near}}
                 for number, (poor, near, members) in enumerate(rows, 1)]
    summary = {"households": sum(row[0] + row[1] for row in rows), "members": 0, "hamlets": by_hamlet, "classes": [
        {"key": key, "name": key.title(), "households": sum(row[place] for row in rows)} for place, key in enumerate(KEYS)]}
    return Disclosure(id="a", commune="a", form=FORM.id, kind="households", title="", columns=(), records=(), summary=summary | more)


def test_the_least_count_that_may_be_crossed() -> None:
    """A class of exactly the smallest count is crossed, one household fewer is not; none at all points at nobody."""
    at, below = (counted(listed([(SMALL - less, 30, 90), (0, 20, 60)]), FORM, named=False) for less in (0, 1))
    assert at
    assert below
    assert (at.classes, below.classes) == (("Poor", "Near-Poor"), ())
    assert [row[3] for row in below.rows] == [(), (), ()]


def test_a_list_that_may_be_named_is_crossed_whatever_it_counts() -> None:
    """Where every name is on show a count hides nothing."""
    told = counted(listed([(1, 0, 2), (0, 1, None)]), FORM, named=True)
    assert told
    assert told.rows[0] == ("Thôn 1", 1, None, (1, 0))
    assert told.classes == ("Poor", "Near-Poor")


def test_members_are_shown_only_of_hamlets_large_enough() -> None:
    """One hamlet of few households, or one whose members nobody counted, keeps the members of all hamlets back."""
    shown = [counted(listed(rows), FORM, named=False) for rows in (
        [(SMALL, 0, 11), (9, 9, 40)], [(SMALL - 1, 0, 11), (9, 9, 40)], [(SMALL, 0, None), (9, 9, 40)])]
    assert [told and told.members for told in shown] == [True, False, False]
    assert [told and told.rows[1][2] for told in shown] == [40, None, None]


def test_a_hamlet_left_without_households_hides_nothing_of_the_others() -> None:
    """A hamlet whose households have all left counts none, its members none, and the column stays."""
    told = counted(listed([(0, 0, None), (9, 9, 40)]), FORM, named=False)
    assert told
    assert (told.members, [row[2] for row in told.rows[:2]]) == (True, [0, 40])


def test_what_is_no_list_has_no_counts() -> None:
    """A disclosure without hamlets or households in its summary has nothing to count."""
    assert counted(listed([(5, 5, 20)], hamlets=[]), FORM, named=True) is None
    bare = Disclosure(id="a", commune="a", form=FORM.id, kind="households", title="", columns=(), records=(), summary={"hamlets": [{}]})
    assert counted(bare, FORM, named=True) is None


@given(hamlets, st.booleans())
def test_what_is_shown_adds_up_and_points_at_nobody(rows: list[tuple[int, int, int | None]], named: bool) -> None:  # noqa: FBT001 - drawn
    """The last row is the commune's; crossed counts add up to it, and none of an unnamed list is under the least."""
    told = counted(listed(rows), FORM, named=named)
    assert told
    *own, (name, households, _, totals) = told.rows
    assert name == ""
    assert households == sum(row[1] for row in own)
    assert dict(told.by_class) == {"Poor": sum(row[0] for row in rows), "Near-Poor": sum(row[1] for row in rows)}
    assert [sum(column) for column in zip(*(row[3] for row in own), strict=True)] == list(totals)
    if not named:
        assert not [count for row in own for count in row[3] if 0 < count < SMALL]
