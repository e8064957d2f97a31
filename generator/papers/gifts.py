"""Gifts found for whoever asks for a certificate: by receipt number or by the giver's whole name, as typed; private, never shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue
from generator.kinds import beside, givers
from generator.records.record import Reading, Record
from generator.vietnamese import nfc, words

_RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Gift:
    """One gift as the ledger has it, with its giver's name; empty or None where the ledger doesn't say. `line` is its number there."""

    giver: str
    giver_kind: str
    purpose: str
    line: str = ""
    hamlet: str = ""
    kind: str = ""
    goods: str = ""
    amount: int | None = None
    day: date | None = None
    receipt: str = ""
    voluntary: str = ""


def found(readings: Iterable[Reading], typed: str, catalogue: Catalogue) -> tuple[Gift, ...]:
    """Return the gifts whose receipt number or whole giver's name is what was typed, without regard to case and accents.

    Only ledgers that may be published are looked into: the others may say what is wrong. Names that are alike may be of two persons,
    so each gift stands for itself.
    """
    wanted = words(typed)
    ledgers = [one for one in readings if one.publishable and catalogue.form(str(one.table.form)).options.get("part") == _RECEIVED]
    return tuple(_gift(record, ledger, catalogue) for ledger in ledgers for record in ledger.records
                 if wanted and wanted in (words(givers.giver(record)), words(_text(record, "receipt"))))


def _gift(record: Record, ledger: Reading, catalogue: Catalogue) -> Gift:
    facts = beside.facts(ledger, catalogue)
    amount, day = record.values.get("amount"), record.values.get("day")
    return Gift(
        giver=nfc(givers.giver(record)), giver_kind=givers.kind_of(record, catalogue),
        purpose=nfc(ledger.table.subject_name or str(facts.get("purpose") or "")), line=record.marker or "",
        hamlet=_text(record, "hamlet"), kind=_choice(record.values.get("gift_kind"), "gift-kind", catalogue), goods=_text(record, "goods"),
        amount=amount if isinstance(amount, int) else None, day=day if isinstance(day, date) else None, receipt=_text(record, "receipt"),
        voluntary=_choice(facts.get("voluntary"), "voluntary", catalogue))


def _text(record: Record, key: str) -> str:
    value = record.values.get(key, record.private.get(key))
    return nfc(str(value)).strip() if value is not None else ""


def _choice(key: object, group: str, catalogue: Catalogue) -> str:
    return next((choice.name.vi for choice in catalogue.choices[group] if choice.key == key), "")
