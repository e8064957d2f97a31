"""The public parts of a ledger or of a table of spending: its lines, the names of persons apart, its totals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.catalogue import Catalogue
from generator.catalogue.texts import texts
from generator.commune import Commune
from generator.disclosed import Json, PublicRecord
from generator.kinds import beside, givers, hamlets
from generator.kinds.kind import Parts
from generator.records.record import Reading, Record
from generator.summaries import contributions as summary
from generator.vietnamese import nfc, words

_GIVER: Final = "giver"


def publish(readings: Sequence[Reading], catalogue: Catalogue, commune: Commune) -> Parts:
    """Return the lines in the order of the sheets; organisations are named in them, persons who agreed in `names`."""
    form, period = catalogue.form(str(readings[0].table.form)), readings[0].table.period
    received = form.options["part"] == "received"
    public = tuple(column.key for column in form.column if column.public and column.read != "marker")
    records = [record for reading in readings for record in reading.records]
    base = ("g" if received else "u") + (f"-{period.year}" if period else "")
    names = {f"{base}-{number}": name for number, record in enumerate(records, 1) if received and (name := _person(record, catalogue))}
    made = tuple(_line(place, number, record, [key for key in public if key != _GIVER or place not in names])
                 for number, record in enumerate(records, 1) if (place := f"{base}-{number}"))
    facts = beside.public(readings, catalogue)
    held = {key for record in made for key in record.values} | ({_GIVER} if received else set())
    figures = _figures(records, catalogue, commune) if received else summary.spending([_amount(record) for record in records])
    return Parts(
        records=made, names={place: {_GIVER: name} for place, name in names.items()},
        facts=facts, summary=figures | {"asked": facts.get("asked")},
        notes=_notes(records, catalogue, commune) if received else (), columns=("marker", *(key for key in public if key in held)),
    )


def _line(place: str, number: int, record: Record, keys: Sequence[str]) -> PublicRecord:
    values = {key: beside.plain(record.values[key]) for key in keys if record.values.get(key) is not None}
    return PublicRecord(id=place, marker=record.marker or str(number), values=values, dashes=tuple(sorted(record.dashes & set(keys))))


def _person(record: Record, catalogue: Catalogue) -> str | None:
    """Return the name of a person or household who agreed to be named, None for organisations and for who did not."""
    if givers.is_hidden(record) or givers.kind_of(record, catalogue) == givers.ORGANISATION:
        return None
    return nfc(givers.giver(record)) or None


def _figures(records: Sequence[Record], catalogue: Catalogue, commune: Commune) -> dict[str, Json]:
    rows = [(words(givers.giver(record)), givers.kind_of(record, catalogue), str(record.values.get("gift_kind") or "money"),
             str(record.values.get("hamlet") or ""), _amount(record)) for record in records]
    kinds = {choice.key: choice.name.to(commune.language) for choice in catalogue.choices["gift-kind"]}
    return summary.gifts(rows, kinds, [name for name in hamlets.names(records, commune) if name])


def _notes(records: Sequence[Record], catalogue: Catalogue, commune: Commune) -> tuple[str, ...]:
    told = texts("lists", commune.language)["contributions"]
    hidden = catalogue.choice("giver-hidden", "hidden").name.vi
    unvalued = sum(record.values.get("amount") is None for record in records)
    notes = [told["hidden"].format(hidden=hidden)] if any(map(givers.is_hidden, records)) else []
    return tuple(notes + ([told["unvalued"].format(count=unvalued)] if unvalued else []))


def _amount(record: Record) -> int | None:
    amount = record.values.get("amount")
    return amount if isinstance(amount, int) else None
