"""Ledgers of contributions and what they were spent on: givers masked, figures checked, both sides of a purpose set side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from generator.catalogue import Catalogue
from generator.cells import address
from generator.commune import Commune
from generator.disclosed import Disclosure, Json
from generator.findings import Finding
from generator.kinds import beside, drives, gift_checks, gift_columns, givers, hamlets, listing
from generator.kinds.kind import Parts
from generator.periods import Period
from generator.records.record import Reading, Record, Typed
from generator.vietnamese import slug

# A gift without a giver is an anonymous one, one without an amount is told by its own check.
_MAY_BE_BLANK: Final = ("giver", "amount")


def arrange(reading: Reading, catalogue: Catalogue, commune: Commune) -> Reading:
    """Return the ledger with names hidden where the law wants it, hamlets as the commune spells them, its purpose and its year."""
    numbered = tuple(listing.numbering(reading, reading.records))
    blank = {address(row, column) for key in _MAY_BE_BLANK if (column := reading.table.columns.get(key)) for row in reading.table.rows}
    told = tuple(found for found in reading.findings if found.code != "value-missing" or found.cell not in blank)
    dated = _of_purpose(_dated(gift_columns.apart(replace(reading, findings=told + numbered), catalogue), catalogue))
    if not _received(dated, catalogue):
        return dated
    settled = hamlets.settled(dated, commune)
    return replace(settled, records=tuple(givers.masked(record, catalogue) for record in settled.records))


def check(reading: Reading, catalogue: Catalogue, commune: Commune) -> tuple[Finding, ...]:  # noqa: ARG001 - every kind is asked alike
    """Return what is wrong within one ledger or one table of spending."""
    own = gift_checks.received(reading, catalogue) if _received(reading, catalogue) else gift_checks.spent(reading, catalogue)
    return (*beside.check(reading, catalogue), *own)


def check_together(readings: Sequence[Reading], catalogue: Catalogue, commune: Commune) -> tuple[Finding, ...]:  # noqa: ARG001 - every kind is asked alike
    """Return the purposes on which more was spent than came in, those without a ledger, and drives that overlap."""
    ledgers = [reading for reading in readings if _received(reading, catalogue)]
    uses = [reading for reading in readings if not _received(reading, catalogue)]
    return (*gift_checks.together(ledgers, uses), *drives.overlapping(ledgers, catalogue))


def masked(reading: Reading, catalogue: Catalogue, commune: Commune) -> tuple[Mapping[str, Typed], ...]:  # noqa: ARG001 - every kind is asked alike
    """Return each line's public values, givers as they may be shown."""
    return tuple({key: value for key, value in record.values.items() if key != "marker"} for record in reading.records)


def publish(readings: Sequence[Reading], catalogue: Catalogue, commune: Commune) -> Parts:
    """Return the lines of one ledger or one table of spending, the names of persons apart, with totals."""
    from generator.kinds import gift_parts  # noqa: PLC0415 - pandas is slow to load, and checking never needs it

    return gift_parts.publish(readings, catalogue, commune)


def joinable(readings: Sequence[Reading]) -> bool:
    """Return whether ledgers of one purpose and year may be one, as those of its hamlets are; one ledger put in twice is none."""
    return not listing.mostly_shared([[_line(record) for record in reading.records] for reading in readings])


def relate(readings: Sequence[Reading], all_readings: Sequence[Reading], shown: Sequence[Disclosure]) -> dict[str, Json]:  # noqa: ARG001 - every kind is asked alike
    """Return nothing: what belongs to a purpose is set side by side at page time."""
    return {}


def compare(disclosure: Disclosure, shown: Sequence[Disclosure], catalogue: Catalogue) -> dict[str, Json]:
    """Return what came in for the purpose, what was spent, what is left and what was asked for, over all years shown."""
    own = _newest([disclosure, *(one for one in shown if one.kind == disclosure.kind and one.subject == disclosure.subject)])
    ledgers = [one for one in own if catalogue.form(one.form).options.get("part") == "received"]
    uses = [one for one in own if one not in ledgers]
    received = sum(one.summary.get("received") or 0 for one in ledgers) if ledgers else None
    spent = sum(one.summary.get("spent") or 0 for one in uses) if uses else None
    return {
        "received": received, "spent": spent, "left": None if received is None else received - (spent or 0),
        "asked": next((asked for one in own if (asked := one.summary.get("asked")) is not None), None),
    }


def _line(record: Record) -> tuple[Typed, ...]:
    return (*(record.values.get(key) for key in ("day", "receipt", "voucher", "amount", "content")), givers.giver(record))


def _newest(disclosures: Iterable[Disclosure]) -> tuple[Disclosure, ...]:
    """Return each disclosure once, newest period first, without those that were replaced."""
    found: dict[str, Disclosure] = {}
    for one in disclosures:
        if one.state != "replaced":
            found.setdefault(one.id, one)
    return tuple(sorted(found.values(), key=lambda one: one.period or "", reverse=True))


def _received(reading: Reading, catalogue: Catalogue) -> bool:
    return catalogue.form(str(reading.table.form)).options.get("part") == "received"


def _of_purpose(reading: Reading) -> Reading:
    """Return the reading with the one purpose of its lines, where no line above the table names it."""
    purposes = {str(purpose) for record in reading.records if (purpose := record.private.get("purpose"))}
    if reading.table.subject is not None or len(purposes) != 1:
        return reading
    name = purposes.pop()
    return replace(reading, table=replace(reading.table, subject=slug(name) or None, subject_name=name))


def _dated(reading: Reading, catalogue: Catalogue) -> Reading:
    """Return the reading with the year it begins in, where its title says no period."""
    if reading.table.period is not None:
        return reading
    facts = beside.facts(reading, catalogue)
    days = [day for day in (facts.get("from"), *(record.values.get("day") for record in reading.records)) if isinstance(day, date)]
    if not days:
        return reading
    table = replace(reading.table, period=Period(min(days).year))
    return replace(reading, table=table, findings=tuple(found for found in reading.findings if found.code != "period-missing"))
