"""The facts beside a table ("Căn cứ: …"), typed as the form says; what can't be read is a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator import money
from generator.catalogue import Catalogue
from generator.catalogue.forms import Fact
from generator.cells import Unreadable
from generator.disclosed import Shown
from generator.findings import Finding, finding
from generator.kinds.choosing import chosen
from generator.records.record import Reading, Typed
from generator.vietnamese import nfc


def facts(reading: Reading, catalogue: Catalogue) -> dict[str, Typed]:
    """Return the facts that stand beside a table and can be read, by key."""
    found: dict[str, Typed] = {}
    for fact, text, _ in _stated(reading, catalogue):
        try:
            value = _read(fact, text, catalogue)
        except Unreadable:
            continue
        if value is not None:
            found[fact.key] = value
    return found


def public(readings: Sequence[Reading], catalogue: Catalogue) -> dict[str, Shown]:
    """Return the facts the form lets out, as JSON holds them; where readings differ the first says it."""
    let_out = {fact.key for fact in catalogue.form(str(readings[0].table.form)).facts if fact.public}
    return {key: plain(value) for reading in reversed(readings) for key, value in facts(reading, catalogue).items() if key in let_out}


def plain(value: Typed) -> Shown:
    """Return a typed value as JSON holds it: a day as an ISO text."""
    return value.isoformat() if isinstance(value, date) else value


def check(reading: Reading, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each fact beside the table that can't be read."""
    for fact, text, cell in _stated(reading, catalogue):
        try:
            _read(fact, text, catalogue)
        except Unreadable as fault:
            yield finding(fault.code, reading.file, reading.table.sheet.name, cell, typed=text, level=None, private=False, **fault.details)


def _stated(reading: Reading, catalogue: Catalogue) -> Iterator[tuple[Fact, str, str]]:
    table = reading.table
    for fact in catalogue.form(str(table.form)).facts:
        if fact.key in table.facts:
            text, cell = table.facts[fact.key]
            yield fact, text, cell


def _read(fact: Fact, text: str, catalogue: Catalogue) -> Typed:
    """Return a fact's value; amounts beside a table are in đồng unless they say otherwise, whatever the table's own unit."""
    text = nfc(text).strip().rstrip(".;,").strip()
    if fact.read == "money":
        return money.read(text)
    if fact.read == "day":
        return money.read_day(text)
    if fact.read == "choice" and fact.choices:
        key = chosen(text, catalogue.choices[fact.choices])
        if key is None and text:
            raise Unreadable("fact-choice-unknown", fact=fact.name.vi,
                             choices=", ".join(f"“{choice.name.vi}”" for choice in catalogue.choices[fact.choices]))
        return key
    return text or None
