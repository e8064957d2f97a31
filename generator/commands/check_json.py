"""What `check --format json` prints: files, tables, rows and findings, for other programs to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from generator.catalogue import Catalogue
from generator.cells import Value, is_blank, letters, typed
from generator.commune import Commune
from generator.disclosure.examine import Examined
from generator.kinds import KINDS
from generator.records.record import Reading
from generator.report.build_report import finding_json
from generator.report.shown import public_columns, sample


def report(checked: Iterable[tuple[Commune, Examined]], catalogue: Catalogue, language: str = "vi") -> dict[str, Any]:
    """Return the whole report as JSON values; rows hold public columns only, amounts are whole đồng."""
    files = [_file(one, catalogue, commune, language) for commune, one in checked]
    found = [finding for file in files for finding in file["findings"]]
    return {"files": files, "summary": {
        "files": len(files), "tables": sum(len(file["tables"]) for file in files),
        **{f"{level}s": sum(finding["severity"] == level for finding in found) for level in ("error", "warning", "notice")},
    }}


def _file(one: Examined, catalogue: Catalogue, commune: Commune, language: str) -> dict[str, Any]:
    return {
        "file": one.source.name, "sha256": one.source.sha256, "readable": one.readable,
        "tables": [_table(reading, catalogue, commune, language) for reading in one.readings],
        "findings": [finding_json(found, language) for found in one.all_findings],
    }


def _table(reading: Reading, catalogue: Catalogue, commune: Commune, language: str) -> dict[str, Any]:
    table = reading.table
    form = catalogue.form(table.form) if table.form else None
    shown: dict[str, Any] = {
        "sheet": table.sheet.name, "form": table.form, "kind": form.kind if form else None, "stage": table.stage,
        "period": str(table.period) if table.period else None, "subject": table.subject, "unit": table.unit,
        "title": table.title, "head": str(table.head),
        "columns": {key: letters(column) for key, column in table.columns.items()},
        "rows": _known(reading, catalogue, commune) if form else _unknown(reading),
        "set_aside": [{"row": aside.row, "why": aside.why} for aside in table.set_aside],
    }
    if form:
        columns = [column.key for column in public_columns(reading, form)]
        first = dict(sample(reading, catalogue, commune, language)) if reading.publishable else {}
        shown["public"] = {"columns": columns, "sample": first}
    if table.side:
        shown["side"] = table.side
    if form is None:
        shown["heads"] = {letters(column): list(texts) for column, texts in table.heads.items()}
    return shown


def _known(reading: Reading, catalogue: Catalogue, commune: Commune) -> list[dict[str, Any]]:
    form = catalogue.form(str(reading.table.form))
    masked = KINDS[form.kind].masked(reading, catalogue, commune)
    money = {column.key for column in form.column if column.read == "money"}
    with_amount = bool(form.options.get("totals_are_rows")) and bool(money & reading.table.columns.keys())
    return [{"row": record.row, "marker": record.marker, "values": {key: _plain(value) for key, value in values.items()}}
            for record, values in zip(reading.records, masked, strict=True)
            if not with_amount or any(record.values.get(key) is not None for key in money)]


def _unknown(reading: Reading) -> list[dict[str, Any]]:
    sheet = reading.table.sheet
    return [{"row": row, "marker": None, "values": _texts(sheet.rows[row - 1])} for row in reading.table.rows]


def _texts(cells: tuple[Value, ...]) -> Mapping[str, str]:
    return {letters(column): typed(value) for column, value in enumerate(cells, 1) if not is_blank(value)}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
