"""The public parts of a household list: households in order, names apart, totals by class and hamlet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from generator.catalogue import Catalogue
from generator.catalogue.texts import texts
from generator.commune import Commune
from generator.disclosed import Json, PublicRecord
from generator.kinds import beside, hamlets
from generator.kinds.kind import Parts
from generator.kinds.matching import LEFT, called
from generator.records.record import Reading, Record
from generator.summaries import households as summary
from generator.vietnamese import name_key, nfc

_NAME: Final = "head_name"
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def publish(readings: Sequence[Reading], catalogue: Catalogue, commune: Commune) -> Parts:
    """Return the households of the readings, ordered by hamlet, class and given name, numbered anew."""
    form = catalogue.form(str(readings[0].table.form))
    public = tuple(column.key for column in form.column if column.public)
    shared = {column.key for column in form.column if column.names}
    records = _ordered([record for reading in readings for record in reading.records], catalogue, commune)
    names = _names(records, texts("lists", commune.language)["households"]["born"])
    made = tuple(PublicRecord(id=f"h-{number}", marker=str(number), values={
        key: beside.plain(record.values[key]) for key in public if key not in shared | {"marker"} and record.values.get(key) is not None})
        for number, record in enumerate(records, 1))
    figures = _figures(records, catalogue, commune)
    held = {key for record in made for key in record.values} | shared | {"marker"}
    return Parts(
        records=made, names={f"h-{number}": {_NAME: name} for number, name in enumerate(names, 1) if name},
        facts=beside.public(readings, catalogue), summary=figures,
        columns=tuple(key for key in public if key in held),
    )


def list_day(records: Iterable[Record]) -> date | None:
    """Return the latest day of a decision in a list, or None."""
    return max((day for record in records if isinstance(day := record.values.get("decision_day"), date)), default=None)


def _ordered(records: Sequence[Record], catalogue: Catalogue, commune: Commune) -> tuple[Record, ...]:
    classes = [choice.key for choice in catalogue.choices["household-class"]]
    places = {name: place for place, name in enumerate(classes)}
    by_name = sorted(records, key=lambda record: name_key(_text(record, _NAME)))
    by_class = sorted(by_name, key=lambda record: places.get(_text(record, "household_class"), len(places)))
    return tuple(sorted(by_class, key=lambda record: hamlets.order(_text(record, "hamlet"), commune)))


def _names(records: Sequence[Record], born: str) -> tuple[str, ...]:
    """Return the heads' names; two of one name in one hamlet get their birth years, where known."""
    namesakes = Counter(called(record) for record in records)
    return tuple(_told(record, born) if namesakes[called(record)] > 1 else nfc(_text(record, _NAME)) for record in records)


def _told(record: Record, born: str) -> str:
    name = nfc(_text(record, _NAME))
    for key in ("birth_year", "birth_year_women", "birth_day"):
        value = record.private.get(key)
        year = str(value.year) if isinstance(value, date) else next(iter(_YEAR.findall(str(value or ""))), None)
        if year:
            return born.format(name=name, year=year)
    return name


def _figures(records: Sequence[Record], catalogue: Catalogue, commune: Commune) -> dict[str, Json]:
    rows = [(_text(record, "hamlet"), _text(record, "household_class"), _members(record)) for record in records]
    day = list_day(records)
    language = commune.language
    classes = {choice.key: choice.name.to(language) for choice in catalogue.choices["household-class"]}
    return {
        **summary.totals(rows, classes, hamlets.names(records, commune), LEFT),
        "list_day": day.isoformat() if day else None, "changes": None, "before": None,
    }


def _members(record: Record) -> int | None:
    count = record.values.get("members")
    return count if isinstance(count, int) else None


def _text(record: Record, key: str) -> str:
    return str(record.values.get(key) or "")
