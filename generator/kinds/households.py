"""Lists of poor and near-poor households: a record per household, what is wrong with them, and the public parts of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from generator import money
from generator.catalogue import Catalogue
from generator.cells import Unreadable, address
from generator.commune import Commune
from generator.disclosed import Disclosure, Json
from generator.findings import Finding, finding
from generator.kinds import beside, classes, hamlets, household_checks, listing, members
from generator.kinds.kind import Parts
from generator.kinds.last_list import since_last
from generator.kinds.matching import called, proofs
from generator.records.record import Reading, Record, Typed
from generator.vietnamese import nfc

_WITH_DAY: Final = re.compile(r"(?P<number>.+?)[\s,;/(–-]*ng[àa]y\.?\s*(?P<day>\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})", re.IGNORECASE)


def arrange(reading: Reading, catalogue: Catalogue, commune: Commune) -> Reading:
    """Return the list with a record per household, at its head's row, its class, hamlet, decision and stage as far as they are known."""
    numbered = tuple(listing.numbering(reading, reading.records))
    listed = _listed_notes(_unclear_classes(replace(reading, findings=reading.findings + numbered)))
    if members.by_member(listed.table.columns):
        listed = _collapsed(listed, catalogue)
    settled = hamlets.settled(classes.classed(listed, catalogue), commune)
    whole = settled.table.facts.get("decision", ("", ""))[0]
    dated = replace(settled, records=tuple(_decision_apart(record, whole) for record in settled.records))
    return _staged(dated, catalogue)


def check(reading: Reading, catalogue: Catalogue, commune: Commune) -> tuple[Finding, ...]:
    """Return what is wrong within one list."""
    return (*beside.check(reading, catalogue), *classes.check(reading), *household_checks.within(reading, catalogue, commune))


def check_together(readings: Sequence[Reading], catalogue: Catalogue, commune: Commune) -> tuple[Finding, ...]:  # noqa: ARG001 - every kind is asked alike
    """Return the households that stand in two lists of one stage and period, such as a poor and a near-poor one."""
    groups: dict[tuple[str, ...], list[Reading]] = {}
    for reading in readings:
        table = reading.table
        groups.setdefault((str(table.form), str(table.stage), str(table.period), str(table.subject)), []).append(reading)
    return tuple(found for group in groups.values() if len(group) > 1 for found in _across(group))


def masked(reading: Reading, catalogue: Catalogue, commune: Commune) -> tuple[Mapping[str, Typed], ...]:  # noqa: ARG001 - every kind is asked alike
    """Return each household's public values; the names of heads are among them, for the officer alone."""
    return tuple({key: value for key, value in record.values.items() if key != "marker"} for record in reading.records)


def publish(readings: Sequence[Reading], catalogue: Catalogue, commune: Commune) -> Parts:
    """Return the households of one disclosure, names apart, with totals by class and hamlet."""
    from generator.kinds import household_parts  # noqa: PLC0415 - pandas is slow to load, and checking never needs it

    return household_parts.publish(readings, catalogue, commune)


def joinable(readings: Sequence[Reading]) -> bool:
    """Return whether lists may make one disclosure, as a poor and a near-poor one do; one list put in twice is none."""
    return not listing.mostly_shared([[_identity(record) for record in reading.records] for reading in readings])


def relate(readings: Sequence[Reading], all_readings: Sequence[Reading], shown: Sequence[Disclosure]) -> dict[str, Json]:
    """Return the changes since the last list, matched in memory."""
    return since_last(readings, all_readings, shown)


def compare(disclosure: Disclosure, shown: Sequence[Disclosure], catalogue: Catalogue) -> dict[str, Json]:  # noqa: ARG001 - every kind is asked alike
    """Return nothing: what changed is worked out while the lists are in memory."""
    return {}


def _listed_notes(reading: Reading) -> Reading:
    """Return the reading with notes that are no word of the catalogue kept private, each told as a notice."""
    column = reading.table.columns.get("note")
    if column is None:
        return reading
    cells = {address(row, column) for row in reading.table.rows}
    unlisted = {found.cell: found for found in reading.findings if found.cell in cells}
    records = tuple(_kept_private(record, unlisted.get(address(record.row, column))) for record in reading.records)
    found = tuple(finding("note-unlisted", one.file, one.sheet, one.cell, typed=one.typed, private=True) if one.cell in unlisted else one
                  for one in reading.findings)
    return replace(reading, records=records, findings=found)


def _unclear_classes(reading: Reading) -> Reading:
    """Return the reading with a class that is no word of the catalogue as an error: a title may not stand in for it."""
    column = reading.table.columns.get("household_class")
    cells = {address(row, column) for row in reading.table.rows} if column else set()
    found = tuple(replace(one, code="choice-unknown", severity="error") if one.code == "choice-left-out" and one.cell in cells else one
                  for one in reading.findings)
    return replace(reading, findings=found)


def _kept_private(record: Record, found: Finding | None) -> Record:
    if found is None:
        return record
    return replace(record, values={**record.values, "note": None}, private={**record.private, "note_text": found.typed})


def _collapsed(reading: Reading, catalogue: Catalogue) -> Reading:
    households = members.collapse(reading.records, catalogue.choices["relation-head"])
    column = reading.table.columns.get("head_name", 0)
    named = {address(row.row, column) for one in households for row in one.rows if one.record.values.get("head_name") and column}
    told = tuple(found for found in reading.findings if found.code != "value-missing" or found.cell not in named)
    return replace(reading, records=tuple(one.record for one in households), findings=told + tuple(_miscounted(reading, households)))


def _miscounted(reading: Reading, households: Sequence[members.Household]) -> Iterator[Finding]:
    column = reading.table.columns.get("members")
    for one in households:
        if column and one.stated is not None and one.stated != len(one.rows):
            yield finding("members-differ", reading.file, reading.table.sheet.name, address(one.record.row, column),
                          typed=str(one.stated), stated=str(one.stated), counted=str(len(one.rows)))


def _decision_apart(record: Record, whole: str) -> Record:
    """Return the record with its decision's number and day apart ("123/QĐ-UBND ngày 15/12/2025"); `whole` is the list's own decision."""
    own = record.values.get("decision")
    found = _apart(nfc(str(own or whole)).strip())
    if found is None or (own and not found.split):
        return record
    day = record.values.get("decision_day") or found.day
    return replace(record, values={**record.values, "decision": found.number, "decision_day": day})


class _Decision(NamedTuple):
    number: str
    day: date | None
    split: bool


@lru_cache(maxsize=1024)
def _apart(text: str) -> _Decision | None:
    """Return a decision's number and day, and whether the text had both; None where there is no text or the day is none."""
    match = _WITH_DAY.match(text)
    try:
        day = money.read_day(match["day"].replace(" ", "")) if match else None
    except Unreadable:
        return None
    return _Decision(match["number"].strip() if match else text, day, match is not None) if text else None


def _staged(reading: Reading, catalogue: Catalogue) -> Reading:
    """Return the list with its stage; one that doesn't say it is decided where every household has a decision."""
    if reading.table.stage is not None:
        return reading
    if not reading.records or not all(record.values.get("decision") for record in reading.records):
        return reading
    stage = str(catalogue.form(str(reading.table.form)).options["decided_stage"])
    told = tuple(found for found in reading.findings if found.code != "stage-unclear-list")
    return replace(reading, table=replace(reading.table, stage=stage), findings=told)


def _across(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Yield the households that stand in two lists, unless the lists are one, which is told once for all."""
    if not joinable(readings):
        return
    within = {found for reading in readings for found in household_checks.twice([(reading, record) for record in reading.records])}
    for found in household_checks.twice([(reading, record) for reading in readings for record in reading.records]):
        if found not in within:
            yield found


def _identity(record: Record) -> tuple[str, ...]:
    return (*(sorted(proofs(record)) or [called(record)]), str(record.values.get("household_class")))
