"""The households of a list by hamlet, with the heads' names: only for pages on which they may stand that day."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.forms import Column, Form
from generator.disclosed import Disclosure, PublicRecord
from generator.pages.frame import Maker
from generator.pages.tables import columns, write
from generator.vietnamese import name_key

_NAME = "head_name"
_ONCE = ("decision", "decision_day")
_SHOWN = (_NAME, "household_class", "members", "note", *_ONCE)


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """A household: the head's name and the other public values, in the order of the heads."""

    id: str
    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HamletList:
    """The households of one hamlet, by the heads' given names as Vietnamese lists are."""

    hamlet: str
    heads: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[HouseholdRow, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The hamlets' households, and the decision said once where it is the same for every household."""

    hamlets: tuple[HamletList, ...]
    decision: str


def hamlet_lists(maker: Maker, disclosure: Disclosure, form: Form) -> Listing:
    """Return the households of each hamlet by name."""
    shown = {column.key: column for column in columns(form, disclosure) if column.key in _SHOWN}
    decision = _decision(maker, disclosure)
    used = [shown[key] for key in _SHOWN[1:] if key in shown and not (decision and key in _ONCE) and _any(disclosure, key)]
    groups: dict[str, list[PublicRecord]] = {}
    for record in disclosure.records:
        groups.setdefault(str(record.values.get("hamlet") or ""), []).append(record)
    return Listing(tuple(_hamlet(maker, disclosure, name, own, used) for name, own in groups.items()), decision)


def _hamlet(maker: Maker, disclosure: Disclosure, name: str, records: list[PublicRecord], used: list[Column]) -> HamletList:
    rows = sorted(
        (
            HouseholdRow(record.id, _name(maker, disclosure, record), tuple(_cell(maker, record, column) for column in used))
            for record in records
        ),
        key=lambda row: name_key(row.name.partition(" (")[0]),
    )
    language = maker.site.language
    return HamletList(
        name,
        (maker.words.get("households.head"), *(column.name.to(language) for column in used)),
        (False, *(column.read == "count" for column in used)),
        tuple(rows),
    )


def _name(maker: Maker, disclosure: Disclosure, record: PublicRecord) -> str:
    return disclosure.names.get(record.id, {}).get(_NAME) or maker.words.get("contributions.withheld")


def _cell(maker: Maker, record: PublicRecord, column: Column) -> str:
    return write(record, column, maker.site.catalogue, maker.words)


def _any(disclosure: Disclosure, key: str) -> bool:
    return any(record.values.get(key) is not None for record in disclosure.records)


def _decision(maker: Maker, disclosure: Disclosure) -> str:
    """Return the decision as a sentence where all households stand in the same one."""
    found = {tuple(record.values.get(key) for key in _ONCE) for record in disclosure.records}
    if len(found) != 1:
        return ""
    number, decided = next(iter(found))
    if not number:
        return ""
    from_day = (
        write(disclosure.records[0], maker.site.catalogue.form(disclosure.form).get("decision_day"), maker.site.catalogue, maker.words)
        if decided
        else ""
    )
    return maker.words.plain("households.decision_all" if from_day else "households.decision_all_bare", number=number, day=from_day)
