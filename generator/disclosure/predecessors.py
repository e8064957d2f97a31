"""Whose figures a table holds where a commune was made of others: theirs until their last day, told by folder, letterhead or period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import PurePosixPath

from msgspec.structs import replace as altered

from generator.catalogue.texts import texts
from generator.commune import Commune, Predecessor
from generator.findings import Finding, finding
from generator.periods import Period
from generator.recognition import words
from generator.recognition.table import Table
from generator.records.record import Reading
from generator.vietnamese import fold, slug

_SUMS = "budget"


def told(reading: Reading, commune: Commune, kind: str) -> Reading:
    """Return a reading with the unit that was merged whose figures it holds, where it holds those of one."""
    table, period = reading.table, reading.table.period
    if not commune.predecessor or not table.form:
        return reading
    one = _of_folder(reading.file, commune) or _of_letterhead(reading, commune) or _of_period(period, reading, commune)
    if one is None:
        found = _unsaid(reading, commune)
        return replace(reading, findings=(*reading.findings, *found)) if found else reading
    subject = "-".join(part for part in (slug(one.name), table.subject) if part)
    named = ": ".join(part for part in (one.name, table.subject_name) if part)
    table = replace(table, predecessor=one.name, subject=subject, subject_name=named)
    return replace(reading, table=table, findings=(*reading.findings, *_too_late(reading, one, kind)))


def as_was(commune: Commune, predecessor: str) -> Commune:
    """Return the commune as what is counted of a predecessor may be held against: by its name, without today's counts and hamlets."""
    if not predecessor:
        return commune
    return altered(commune, name=predecessor, hamlet=(), households=None, population=None)


def notes(table: Table, commune: Commune) -> tuple[str, ...]:
    """Return the sentence that says the break of a merger in words: on a predecessor's figures, and on the first year's after it."""
    said = texts("posting", commune.language)
    one = next((one for one in commune.predecessor if one.name == table.predecessor), None)
    if one:
        return (said["predecessor"].format(name=one.name, commune=commune.full_name, day=f"{one.until:%d/%m/%Y}"),)
    if not commune.predecessor or table.period is None or not _before(table.period.year_before, commune):
        return ()
    day, names = _end(commune) + timedelta(days=1), ", ".join(one.name for one in commune.predecessor)
    return (said["merged"].format(names=names, commune=commune.full_name, day=f"{day:%d/%m/%Y}"),)


def _of_folder(file: str, commune: Commune) -> Predecessor | None:
    """Return the predecessor a folder is named for: data/<commune>/<name of the predecessor>/."""
    parts = {slug(part) for part in PurePosixPath(file).parts[:-1]} - {commune.id}
    return next((one for one in commune.predecessor if slug(one.name) in parts or slug(_short(one.name)) in parts), None)


def _of_letterhead(reading: Reading, commune: Commune) -> Predecessor | None:
    """Return the only predecessor of another name that the letterhead or the title names."""
    named = [one for one in _named(reading, commune) if fold(one.name) != fold(commune.full_name)]
    return named[0] if len(named) == 1 else None


def _of_period(period: Period | None, reading: Reading, commune: Commune) -> Predecessor | None:
    """Return the predecessor of a period before the commune was made: the only one, or the one of the same name that is named."""
    if not _before(period, commune):
        return None
    named = _named(reading, commune)
    if len(commune.predecessor) == 1:
        return commune.predecessor[0]
    return named[0] if len(named) == 1 else None


def _named(reading: Reading, commune: Commune) -> list[Predecessor]:
    lines = [f" {fold(text)} " for text in _lines(reading)]
    return [one for one in commune.predecessor if any(f" {fold(one.name)} " in line for line in lines)]


def _lines(reading: Reading) -> Iterator[str]:
    """Yield the lines of the letterhead above a table, and its title."""
    for row in reading.table.sheet.rows[:max(reading.table.head.top - 1, 0)]:
        yield from (cell for cell in row if isinstance(cell, str) and words.begins(cell, "letterhead"))
    yield reading.table.title


def _before(period: Period | None, commune: Commune) -> bool:
    return period is not None and period.last <= _end(commune)


def _end(commune: Commune) -> date:
    return max(one.until for one in commune.predecessor)


def _unsaid(reading: Reading, commune: Commune) -> tuple[Finding, ...]:
    if not _before(reading.table.period, commune):
        return ()
    known = ", ".join(one.name for one in commune.predecessor)
    return (finding("predecessor-unsaid", *_place(reading), day=f"{_end(commune):%d/%m/%Y}", known=known),)


def _too_late(reading: Reading, one: Predecessor, kind: str) -> tuple[Finding, ...]:
    """Return a finding where a period reaches past a unit's last day: sums by their end, the list of a year by its beginning."""
    period = reading.table.period
    if period is None or (period.last if kind == _SUMS else period.first) <= one.until:
        return ()
    return (finding("predecessor-period", *_place(reading), name=one.name, day=f"{one.until:%d/%m/%Y}"),)


def _place(reading: Reading) -> tuple[str, str | None, str]:
    return reading.file, reading.table.sheet.name, str(reading.table.head).split(":", maxsplit=1)[0]


def _short(name: str) -> str:
    """Return a name without the word for its sort: "Ea Lăng" of "Xã Ea Lăng"."""
    first, _, rest = name.partition(" ")
    return rest if fold(first) in {"xa", "phuong"} else name.removeprefix("Thị trấn ")
