"""Examine one workbook: every table in it read, arranged and checked, every finding kept in reading order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator import recognition, records, workbook
from generator.catalogue import Catalogue
from generator.cells import Unreadable, position
from generator.commune import Commune
from generator.disclosure import predecessors
from generator.disclosure.emptiness import answered, is_empty
from generator.findings import Finding, finding, severity, unreadable
from generator.kinds import KINDS
from generator.recognition import remembered
from generator.records.record import Reading
from generator.sources import Source
from generator.workbook.sheets import Notice, RawSheet


@dataclass(frozen=True, slots=True)
class Examined:
    """A workbook examined: its tables (those of no known form too) and the findings on the file as a whole."""

    source: Source
    readings: tuple[Reading, ...] = ()
    findings: tuple[Finding, ...] = ()
    readable: bool = True

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Return the file's own findings, then those of its tables in reading order."""
        return self.findings + tuple(found for reading in self.readings for found in reading.findings)


def examine(source: Source, catalogue: Catalogue, commune: Commune) -> Examined:
    """Return a workbook examined; a file that can't be read is one finding, never an exception."""
    try:
        sheets = workbook.read(source.path)
    except Unreadable as fault:
        return Examined(source, findings=(unreadable(fault, source.name),), readable=False)
    told, faults = remembered.read(source.path, source.name)
    whole = examined(source, sheets, remembered.known(catalogue, told), commune)
    return replace(whole, findings=(*faults, *whole.findings)) if faults else whole


def examined(source: Source, sheets: tuple[RawSheet, ...], catalogue: Catalogue, commune: Commune) -> Examined:
    """Return sheets of a workbook examined; hidden ones are left out, and notices say what is not read."""
    notices = [_told(notice, source, sheet) for sheet in sheets for notice in sheet.notices
               if notice.whole or sheet.visibility == "visible"]
    readings: list[Reading] = []
    for sheet in sheets:
        if sheet.visibility != "visible":
            if sheet.rows:
                notices.append(finding("sheet-hidden", source.name, sheet.name))
            continue
        for table in recognition.recognise(sheet, source.name, catalogue):
            if table.form is None:
                readings.append(Reading(source.name, source.sha256, table, findings=table.findings))
            else:
                readings.append(_examined_table(records.read(table, source, catalogue), catalogue, commune))
    if not any(reading.table.form for reading in readings):
        notices.append(finding("table-unknown", source.name))
    return Examined(source, tuple(readings), tuple(notices))


def _told(notice: Notice, source: Source, sheet: RawSheet) -> Finding:
    return Finding(notice.code, severity(notice.code), source.name, None if notice.whole else sheet.name, notice.cell,
                   details=tuple(sorted(notice.details)))


def _examined_table(reading: Reading, catalogue: Catalogue, commune: Commune) -> Reading:
    form = catalogue.form(str(reading.table.form))
    reading = predecessors.told(reading, commune, form.kind)
    commune = predecessors.as_was(commune, reading.table.predecessor)
    if is_empty(reading, form):
        return answered(reading)
    kind = KINDS[form.kind]
    arranged = kind.arrange(reading, catalogue, commune)
    found = (*arranged.findings, *kind.check(arranged, catalogue, commune))
    return replace(arranged, findings=in_order(found))


def in_order(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return findings in the order of the sheet's rows, those on a whole sheet first, each once."""
    return tuple(sorted(dict.fromkeys(found), key=_place))


def _place(found: Finding) -> tuple[int, int]:
    return position(found.cell.split(":")[0]) if found.cell else (0, 0)
