"""How many households agreed: told to the officer where it is less than the law asks for, or more than there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.catalogue import Catalogue
from generator.cells import address
from generator.findings import Finding, finding
from generator.records.record import Reading

_OF = re.compile(r"(\d+)\s*/\s*(\d+)")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")


def check(reading: Reading, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding at each vote below the least part of its form, and at each above the whole; one that can't be read is left alone."""
    vote = catalogue.form(str(reading.table.form)).register.vote
    column = reading.table.columns.get(vote.column) if vote else None
    if vote is None or column is None:
        return
    for record in reading.records:
        typed = str(record.values.get(vote.column) or "")
        agreed = _agreed(typed)
        if agreed is not None and not Decimal(vote.part) / vote.whole <= agreed <= 1:
            code = "vote-above-all" if agreed > 1 else "vote-too-few"
            yield finding(code, reading.file, reading.table.sheet.name, address(record.row, column), typed=typed,
                          least=f"{vote.part}/{vote.whole}", article=vote.article, statute=catalogue.statute(vote.statute).name.vi)


def _agreed(typed: str) -> Decimal | None:
    if part := _OF.search(typed):
        return Decimal(part[1]) / int(part[2]) if int(part[2]) else None
    percent = _PERCENT.search(typed)
    return Decimal(percent[1].replace(",", ".")) / 100 if percent else None
