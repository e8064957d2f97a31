"""Decide what becomes public: tables of one id together, free of errors, masked and summed up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from generator import periods
from generator.catalogue import Catalogue
from generator.cells import address, is_blank, position, typed
from generator.commune import Commune
from generator.disclosed import Disclosure
from generator.disclosure import predecessors, repeats
from generator.disclosure.examine import Examined, in_order
from generator.findings import Finding, finding
from generator.kinds import KINDS
from generator.records.record import Reading


@dataclass(frozen=True, slots=True)
class Decided:
    """What may be public, the workbooks with all their findings, and each disclosure's private words for the sweep.

    `files` names the workbooks a disclosure came from, for the officer's report alone.
    """

    disclosures: tuple[Disclosure, ...]
    examined: tuple[Examined, ...]
    secrets: Mapping[str, Mapping[str, str]]
    files: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What a disclosure is held against: the commune's other readings, and what it posted before."""

    readings: Sequence[Reading]
    posted: Sequence[Disclosure]


def identity(reading: Reading, commune: Commune) -> str:
    """Return commune/form/stage/period/subject, "-" for what there is none of."""
    table = reading.table
    parts = (table.form, table.stage, table.period, table.subject)
    return "/".join([commune.id, *(str(part) if part is not None else "-" for part in parts)])


def together(examined: Sequence[Examined], catalogue: Catalogue, commune: Commune) -> tuple[Examined, ...]:
    """Return the workbooks with the findings that only show when a commune's tables are held side by side."""
    readings = [reading for one in examined for reading in one.readings if reading.table.form]
    found: list[Finding] = []
    for name, unit in product(KINDS, dict.fromkeys(reading.table.predecessor for reading in readings)):
        own = [reading for reading in readings
               if catalogue.form(str(reading.table.form)).kind == name and reading.table.predecessor == unit]
        found += KINDS[name].check_together(own, catalogue, predecessors.as_was(commune, unit))
    for group in grouped(readings, commune).values():
        if len(group) > 1 and not KINDS[catalogue.form(str(group[0].table.form)).kind].joinable(group):
            others = ", ".join(sorted({reading.file for reading in group}))
            found += [finding("published-twice", reading.file, reading.table.sheet.name, _corner(reading), files=others)
                      for reading in group]
    found += [*repeats.tables(readings), *repeats.files(examined)]
    return tuple(_with(one, found) for one in examined)


def grouped(readings: Iterable[Reading], commune: Commune) -> dict[str, list[Reading]]:
    """Return readings by the id of the disclosure they belong to, in the order they came."""
    groups: dict[str, list[Reading]] = {}
    for reading in readings:
        groups.setdefault(identity(reading, commune), []).append(reading)
    return groups


def decide(examined: Sequence[Examined], posted: Sequence[Disclosure], catalogue: Catalogue, commune: Commune) -> Decided:
    """Return the disclosures of a commune's workbooks; a table with an error makes none, the others do."""
    readings = [reading for one in examined for reading in one.readings if reading.table.form]
    groups = grouped(readings, commune)
    made: list[Disclosure] = []
    secrets: dict[str, dict[str, str]] = {}
    files: dict[str, tuple[str, ...]] = {}
    for name, group in groups.items():
        if not all(reading.publishable for reading in group):
            continue
        made.append(_disclosure(name, group, _Beside(readings, posted), catalogue, commune))
        secrets[name] = dict(pair for reading in group for pair in private_words(reading, catalogue))
        files[name] = tuple(sorted({reading.file for reading in group}))
    return Decided(tuple(made), repeats.posted(examined, made, posted, files), secrets, files)


def private_words(reading: Reading, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield every text of a reading that no public column holds, as typed and as read, with its cell, for the sweep of what was made."""
    sheet, columns = reading.table.sheet, reading.table.columns
    form = catalogue.form(str(reading.table.form))
    public = {columns[column.key] for column in form.column if column.public and column.key in columns}
    for record in reading.records:
        for key, read in record.private.items():
            if not is_blank(read) and not isinstance(read, bool):
                yield typed(read), _cell(reading, record.row, columns.get(key))
    if not any(column.names for column in form.column):
        return
    for row in reading.table.rows:
        for number, value in enumerate(sheet.rows[row - 1], 1):
            if number not in public and not is_blank(value):
                yield typed(value), _cell(reading, row, number)


def _cell(reading: Reading, row: int, column: int | None) -> str:
    return f"{reading.file}, {reading.table.sheet.name or ''} {address(row, column or 1)}"


def _disclosure(name: str, group: list[Reading], beside: _Beside, catalogue: Catalogue, commune: Commune) -> Disclosure:
    table = group[0].table
    form = catalogue.form(str(table.form))
    kind = KINDS[form.kind]
    own = [reading for reading in beside.readings if catalogue.form(str(reading.table.form)).kind == form.kind
           and reading.table.predecessor == table.predecessor]
    parts = kind.publish(group, catalogue, predecessors.as_was(commune, table.predecessor))
    posted = [one for one in beside.posted if (one.kind, one.predecessor) == (form.kind, table.predecessor)]
    summary = dict(parts.summary) | kind.relate(group, own, posted)
    accepted = [*(note for reading in group for note in reading.notes), *predecessors.notes(table, commune)]
    subject = table.subject_name
    about = [form.name.vi, subject or "", periods.beside(subject, periods.name(table.period, "vi")) if table.period else ""]
    return Disclosure(
        id=name, commune=commune.id, form=form.id, kind=form.kind, title=" · ".join(part for part in about if part),
        columns=tuple(parts.columns), records=tuple(parts.records), names={name: dict(of) for name, of in parts.names.items()},
        stage=table.stage, period=str(table.period) if table.period else None, subject=table.subject, subject_name=subject,
        predecessor=table.predecessor, unit=table.unit, facts=dict(parts.facts), summary=summary,
        notes=tuple(dict.fromkeys((*parts.notes, *accepted))),
        source_sha256=group[0].sha256,
    )


def _with(one: Examined, found: Sequence[Finding]) -> Examined:
    mine = [finding for finding in found if finding.file == one.source.name]
    readings = []
    for reading in one.readings:
        own = tuple(finding for finding in mine if _belongs(finding, reading))
        readings.append(replace(reading, findings=in_order(reading.findings + own)) if own else reading)
    lost = tuple(finding for finding in mine if not any(_belongs(finding, reading) for reading in one.readings))
    return replace(one, readings=tuple(readings), findings=one.findings + lost)


def _belongs(found: Finding, reading: Reading) -> bool:
    if found.sheet != reading.table.sheet.name:
        return False
    if found.cell is None:
        return True
    head, rows = reading.table.head, reading.table.rows
    row, column = position(found.cell.split(":")[0])
    inside = head.top <= row <= max((*rows, head.bottom, *(aside.row for aside in reading.table.set_aside)))
    return inside and (reading.table.side is None or head.left <= column <= head.right)


def _corner(reading: Reading) -> str:
    return str(reading.table.head).split(":")[0]
