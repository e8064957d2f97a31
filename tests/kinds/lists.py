"""Household lists and ledgers drawn as text and taken the whole way to an arranged, checked reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator import records
from generator.catalogue import Catalogue, load
from generator.commune import Commune, Hamlet
from generator.kinds import KINDS
from generator.recognition import recognise
from generator.records.record import Reading
from generator.sources import Source
from tests.recognition.drawing import drawn

HAMLETS = (Hamlet(name="Thôn Tân Lập"), Hamlet(name="Thôn 2"), Hamlet(name="Buôn Čư Mây"))
COMMUNE = Commune(name="Xã Suối Mây", id="suoi-may", hamlet=HAMLETS)


def arranged(text: str, *merged: str, commune: Commune = COMMUNE, file: str = "ds.xlsx", sheet: str = "Biểu") -> Reading:
    """Return the one reading of a drawn sheet, arranged by its kind."""
    catalogue = load()
    drawing = drawn(text, *merged, name=sheet)
    (table,) = (table for table in recognise(drawing, file, catalogue) if table.form)
    kind = KINDS[catalogue.form(str(table.form)).kind]
    return kind.arrange(records.read(table, Source(Path(file), file, "0" * 64), catalogue), catalogue, commune)


def checked(text: str, *merged: str, commune: Commune = COMMUNE, **places: str) -> Reading:
    """Return the one reading of a drawn sheet, arranged and checked."""
    reading = arranged(text, *merged, commune=commune, **places)
    catalogue = load()
    found = kind_of(reading, catalogue).check(reading, catalogue, commune)
    return replace(reading, findings=reading.findings + found)


def kind_of(reading: Reading, catalogue: Catalogue):  # noqa: ANN201 - a kind's module
    """Return the kind of a reading."""
    return KINDS[catalogue.form(str(reading.table.form)).kind]


def places(reading: Reading) -> set[tuple[str | None, str]]:
    """Return the findings of a reading as (cell, code)."""
    return {(found.cell, found.code) for found in reading.findings}
