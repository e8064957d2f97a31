"""Heads that were guessed and then posted as they stand: remembered, so that an officer is asked once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from generator.catalogue.texts import texts
from generator.cells import position
from generator.recognition.remembered import Remembered
from generator.records.record import Reading

_GUESSED = "head-guessed"


def learned(readings: Iterable[Reading]) -> Iterator[Remembered]:
    """Yield the guessed heads of tables that may be published, each with the column it was taken for."""
    for reading in readings:
        keys = {number: key for key, number in reading.table.columns.items()}
        for found in reading.findings:
            number = position(found.cell)[1] if found.code == _GUESSED and found.cell else 0
            if reading.publishable and number in keys and reading.table.heads.get(number):
                yield Remembered(" > ".join(reading.table.heads[number]), keys[number], str(reading.table.form))


def as_toml(known: Sequence[Remembered]) -> bytes:
    """Return remembered heads as the file that is read again, the same bytes for the same heads."""
    entries = "".join(f"\n[[column]]\nhead = {_text(one.head)}\nkey = {_text(one.key)}\nform = {_text(one.form)}\n" for one in known)
    return (f"# {texts('posting')['columns']['above']}\n" + entries).encode()


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
