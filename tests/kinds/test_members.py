"""Rows of household members become households."""

from __future__ import annotations

from generator.catalogue import load
from generator.kinds.members import by_member, collapse
from generator.records.record import Record

HEADS = load().choices["relation-head"]


def row(number: int, head: str | None, member: str = "", relation: str = "", code: str = "", **values: str | None) -> Record:
    private = {"member_name": member, "relation": relation, "household_code": code}
    said = {key: text for key, text in private.items() if text}
    return Record(number, values={"head_name": head, "household_class": "poor", **values}, private=said)


def found(*rows: Record) -> list[tuple[int, object, object]]:
    return [(one.record.row, one.record.values["head_name"], one.record.values["members"]) for one in collapse(rows, HEADS)]


def test_the_relation_begins_a_household() -> None:
    """Two households in a row whose heads have one name are two."""
    assert found(row(5, "An", "An", "Chủ hộ"), row(6, "An", "Bé", "Con"), row(7, "An", "An", "Chủ hộ")) == [(5, "An", 2), (7, "An", 1)]


def test_the_head_may_stand_below_a_member() -> None:
    """The record is at the head's row even where another member stands first under the head's name."""
    assert found(row(5, "An", "Bé", "Con", "7"), row(6, "An", "An", "Chủ hộ", "7")) == [(6, "An", 2)]


def test_the_head_s_name_begins_a_household_where_relations_are_missing() -> None:
    """Without relations a household begins where the head's name changes, or the member is the head."""
    assert found(row(5, "An", "An"), row(6, None, "Bé"), row(7, "Bình", "Bình"), row(8, "Bình", "Cúc")) == [(5, "An", 2), (7, "Bình", 2)]


def test_the_household_code_begins_a_household() -> None:
    """Another code is another household, whatever the names."""
    assert found(row(5, "An", "An", code="1"), row(6, "An", "An", code="2")) == [(5, "An", 1), (6, "An", 1)]


def test_names_in_one_column_are_told_apart_by_the_relation() -> None:
    """Where one column names heads and members alike, the relation alone says who is the head."""
    rows = (row(5, "An", relation="Chủ hộ"), row(6, "Bé", relation="Con"), row(7, "Cúc", relation="Chủ hộ"))
    assert found(*rows) == [(5, "An", 2), (7, "Cúc", 1)]


def test_what_only_the_first_row_says_holds_for_the_household() -> None:
    """A class or a decision on any of the household's rows is the household's."""
    (household,) = collapse([row(5, "An", "An", "Chủ hộ", household_class=None), row(6, "An", "Bé", "Con", household_class="poor")], HEADS)
    assert household.record.values["household_class"] == "poor"


def test_a_list_of_heads_alone_is_not_by_member() -> None:
    """Only a column of members or of relations makes a list one of members."""
    assert not by_member(["head_name", "members"])
    assert by_member(["head_name", "relation"])
