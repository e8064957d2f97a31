"""Lists with a row per household member become a record per household, at the row of its head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.catalogue.law import Choice
from generator.kinds.choosing import spellings
from generator.records.record import Record, Typed
from generator.vietnamese import fold

MEMBER_KEYS: Final = frozenset({"member_name", "relation"})
_SHARED: Final = ("hamlet", "household_class", "decision", "decision_day", "note")


@dataclass(frozen=True, slots=True)
class Household:
    """The record of a household and the rows of its members, the head's own among them."""

    record: Record
    rows: tuple[Record, ...]

    @property
    def stated(self) -> int | None:
        """Return the number of members the sheet gives, or None."""
        return next((count for row in self.rows if isinstance(count := row.values.get("members"), int)), None)


def by_member(columns: Iterable[str]) -> bool:
    """Return whether a list of these columns has a row per member."""
    return not MEMBER_KEYS.isdisjoint(columns)


def collapse(records: Sequence[Record], heads: Sequence[Choice]) -> tuple[Household, ...]:
    """Return the households of rows that name a member each, numbered from 1; `heads` are the words for "chủ hộ".

    A household begins where a row is its head's, or where the head's name or the household's code is another than above.
    """
    words = frozenset(word for choice in heads for word in spellings(choice))
    groups: list[list[Record]] = []
    for record in records:
        if not groups or _begins(record, groups[-1], words):
            groups.append([])
        groups[-1].append(record)
    return tuple(_household(number, group, words) for number, group in enumerate(groups, 1))


def _begins(record: Record, group: Sequence[Record], heads: frozenset[str]) -> bool:
    first = group[0]
    code, above = record.private.get("household_code"), first.private.get("household_code")
    if code and above:
        return _differs(code, above)
    if _differs(record.values.get("head_name"), _head_name(group)) and "member_name" in record.private:
        return True
    if record.private.get("relation"):
        return _is_head(record, heads)
    return "relation" not in record.private and _is_named_head(record)


def _differs(one: Typed, other: Typed) -> bool:
    return bool(one) and bool(other) and fold(str(one)) != fold(str(other))


def _head_name(group: Sequence[Record]) -> Typed:
    return next((name for row in group if (name := row.values.get("head_name"))), None)


def _is_head(record: Record, heads: frozenset[str]) -> bool:
    return fold(str(record.private.get("relation") or "")) in heads


def _is_named_head(record: Record) -> bool:
    """Return whether the row, in a sheet without relations, is a head's: the member named is the head."""
    head, member = record.values.get("head_name"), record.private.get("member_name")
    return bool(head) and (not member or fold(str(head)) == fold(str(member)))


def _household(number: int, group: Sequence[Record], heads: frozenset[str]) -> Household:
    head = next((row for row in group if _is_head(row, heads)), group[0])
    shared: Mapping[str, Typed] = {key: next((row.values[key] for row in group if row.values.get(key) is not None), None)
                                   for key in _SHARED if key in head.values}
    name = head.values.get("head_name") or _head_name(group) or head.private.get("member_name")
    values = {**head.values, **shared, "head_name": name, "members": len(group)}
    if "marker" in values:
        values["marker"] = str(number)
    return Household(replace(head, marker=str(number), values=values), tuple(group))
