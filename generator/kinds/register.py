"""Registers: rows of a declared form, grouped, counted and summed up as its TOML says; persons apart from everything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.catalogue import Catalogue
from generator.catalogue.forms import Form
from generator.cells import address
from generator.commune import Commune
from generator.disclosed import Disclosure, Json, PublicRecord
from generator.findings import Finding, finding
from generator.kinds import beside, hamlets, listing, votes
from generator.kinds.kind import Parts
from generator.periods import Period
from generator.records.record import Reading, Record, Typed
from generator.vietnamese import nfc, words

_HAMLET = "hamlet"


def arrange(reading: Reading, catalogue: Catalogue, commune: Commune) -> Reading:
    """Return the register with hamlets as the commune spells them, and the year of its days where no title tells a period."""
    dated = _dated(reading, catalogue)
    return hamlets.settled(dated, commune) if _HAMLET in reading.table.columns else dated


def check(reading: Reading, catalogue: Catalogue, commune: Commune) -> tuple[Finding, ...]:
    """Return what is wrong within one register; one that may never be public is refused, and nothing else is told of it."""
    form = catalogue.form(str(reading.table.form))
    if refused := _refused(reading, catalogue):
        return (refused,)
    found = [*listing.numbering(reading, reading.records), *beside.check(reading, catalogue), *votes.check(reading, catalogue)]
    found += hamlets.check(reading, commune) if _HAMLET in reading.table.columns else ()
    for key in form.register.sums:
        found += listing.totals(reading, key, lambda record, key=key: _number(record, key))  # type: ignore[misc]
    return tuple(found)


def check_together(readings: Sequence[Reading], catalogue: Catalogue, commune: Commune) -> tuple[Finding, ...]:  # noqa: ARG001 - every kind is asked alike
    """Return nothing: registers say nothing of each other."""
    return ()


def masked(reading: Reading, catalogue: Catalogue, commune: Commune) -> tuple[Mapping[str, Typed], ...]:  # noqa: ARG001 - every kind is asked alike
    """Return each row's public values."""
    return tuple(dict(record.values) for record in reading.records)


def publish(readings: Sequence[Reading], catalogue: Catalogue, commune: Commune) -> Parts:
    """Return the rows in the order of the sheets, the names of persons apart, with their counts and sums."""
    form = catalogue.form(str(readings[0].table.form))
    public = tuple(column.key for column in form.column if column.public and column.read != "marker")
    naming = tuple(column.key for column in form.column if column.names)
    records = _in_order([record for reading in readings for record in reading.records], form, commune)
    made = tuple(_row(number, record, [key for key in public if key not in naming]) for number, record in enumerate(records, 1))
    names = {one.id: named for one, record in zip(made, records, strict=True)
             if (named := {key: nfc(str(text)) for key in naming if (text := record.values.get(key))})}
    held = {key for record in made for key in (*record.values, *record.dashes)} | {key for each in names.values() for key in each}
    return Parts(records=made, names=names, facts=beside.public(readings, catalogue), summary=_summary(made, form, catalogue),
                 columns=("marker", *(key for key in public if key in held)))


def joinable(readings: Sequence[Reading]) -> bool:
    """Return whether registers of one period may be one, as those of its hamlets are; one put in twice is none."""
    return not listing.mostly_shared([[tuple(sorted(map(str, record.values.items()))) for record in one.records] for one in readings])


def relate(readings: Sequence[Reading], all_readings: Sequence[Reading], shown: Sequence[Disclosure]) -> dict[str, Json]:  # noqa: ARG001 - every kind is asked alike
    """Return nothing: a register stands for itself."""
    return {}


def compare(disclosure: Disclosure, shown: Sequence[Disclosure], catalogue: Catalogue) -> dict[str, Json]:  # noqa: ARG001 - every kind is asked alike
    """Return nothing: a register stands for itself."""
    return {}


def _refused(reading: Reading, catalogue: Catalogue) -> Finding | None:
    """Return the finding on a table that is never public: its form is such a one, or its title is that of one."""
    told = f" {words(' '.join((reading.table.title, reading.table.sheet.name or '')))} "
    for form in catalogue.forms.values():
        if form.register.refused and (form.id == reading.table.form or any(f" {words(title)} " in told for title in form.titles)):
            head = reading.table.head
            return finding("never-public", reading.file, reading.table.sheet.name, address(head.top, head.left), form=form.name.vi)
    return None


def _dated(reading: Reading, catalogue: Catalogue) -> Reading:
    """Return the reading with the year its days begin in, where its title says no period."""
    key = catalogue.form(str(reading.table.form)).register.day
    years = [getattr(value, "year", 0) for record in reading.records if (value := record.values.get(key))]
    if reading.table.period is not None or not years:
        return reading
    told = tuple(found for found in reading.findings if found.code != "period-missing")
    return replace(reading, table=replace(reading.table, period=Period(min(years))), findings=told)


def _in_order(records: list[Record], form: Form, commune: Commune) -> list[Record]:
    """Return records part by part, hamlets in the commune's order, days in theirs; rows of a part as the sheet has them."""
    said = form.register
    parts = list(dict.fromkeys(str(record.values.get(said.group) or "") for record in records))
    if said.group == _HAMLET:
        parts.sort(key=lambda name: hamlets.order(name, commune))
    places = {name: place for place, name in enumerate(parts)}
    return sorted(records, key=lambda record: (places[str(record.values.get(said.group) or "")],
                                               str(record.values.get(said.day) or "9") if said.calendar else ""))


def _row(number: int, record: Record, keys: Sequence[str]) -> PublicRecord:
    values = {key: beside.plain(value) for key in keys if (value := record.values.get(key)) is not None}
    return PublicRecord(id=f"d-{number}", marker=str(number), values=values, dashes=tuple(sorted(record.dashes & set(keys))))


def _summary(records: Sequence[PublicRecord], form: Form, catalogue: Catalogue) -> dict[str, Json]:
    said = form.register
    parts: dict[str, list[PublicRecord]] = {}
    for record in records:
        parts.setdefault(str(record.values.get(said.group) or ""), []).append(record)
    days = sorted(str(record.values[said.day]) for record in records if record.values.get(said.day))
    return {
        "count": len(records), "sums": _sums(records, said.sums), "states": dict(_states(records, form, catalogue)),
        "groups": [{"name": name, "count": len(own), "sums": _sums(own, said.sums)} for name, own in parts.items()] if said.group else [],
        "first": days[0] if days else None, "last": days[-1] if days else None,
    }


def _sums(records: Sequence[PublicRecord], keys: Sequence[str]) -> dict[str, int]:
    return {key: sum(int(record.values.get(key) or 0) for record in records) for key in keys
            if any(record.values.get(key) is not None for record in records)}


def _states(records: Sequence[PublicRecord], form: Form, catalogue: Catalogue) -> Iterator[tuple[str, int]]:
    """Yield how many rows stand at each status that the form knows."""
    if form.register.status:
        for choice in catalogue.choices[str(form.get(form.register.status).choices)]:
            yield choice.key, sum(record.values.get(form.register.status) == choice.key for record in records)


def _number(record: Record, key: str) -> int:
    value = record.values.get(key)
    return value if isinstance(value, int) else 0
