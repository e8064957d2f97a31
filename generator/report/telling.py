"""What is told of one workbook, in the same words on a page, in a marked copy and on the terminal: a verdict, its tables, its findings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from generator import periods
from generator.catalogue import Catalogue
from generator.catalogue.texts import texts
from generator.cells import address, letters
from generator.commune import Commune
from generator.disclosure.examine import Examined
from generator.findings import Finding, Severity, tell
from generator.records.record import Reading
from generator.report.shown import name_of, public_columns, sample
from generator.report.totals import totals


@dataclass(frozen=True, slots=True)
class Item:
    """A finding in words; `note` is all of it, as a comment on its cell says it."""

    code: str
    severity: Severity
    label: str
    sheet: str | None
    cell: str | None
    typed: str | None
    message: str
    help: str

    @property
    def note(self) -> str:
        """Return what is said beside the cell itself."""
        return f"{self.label} · {self.code}\n{self.message}\n→ {self.help}"


@dataclass(frozen=True, slots=True)
class TableTold:
    """A table in words: what it is, whether it will be public, which of its columns, and totals to hold against the paper."""

    title: str
    sheet: str | None
    corner: str
    state: str
    lines: tuple[str, ...]
    totals: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FileTold:
    """A workbook in words: its name in findings, its file's own; `passed` where nothing keeps any of it from being published."""

    name: str
    file: str
    passed: bool
    verdict: str
    counts: str
    tables: tuple[TableTold, ...]
    items: tuple[Item, ...]


def told(one: Examined, catalogue: Catalogue, language: str, commune: Commune | None = None) -> FileTold:
    """Return a workbook in words, its findings in reading order; with its commune, the first line as the public will see it too."""
    words = texts("report", language)
    count = Counter(found.severity for found in one.all_findings)
    shape = "unreadable" if not one.readable else "errors" if count["error"] else "look" if count["warning"] else "passed"
    counts = {"errors": count["error"], "warnings": count["warning"], "notices": count["notice"], "tables": len(one.readings)}
    return FileTold(
        name=one.source.name, file=one.source.path.name, passed=one.readable and not count["error"],
        verdict=words["told"][shape].format(**counts), counts=words["told"]["counts"].format(**counts),
        tables=tuple(_table(reading, catalogue, language, commune) for reading in one.readings),
        items=tuple(_item(found, words, language) for found in one.all_findings))


def described(reading: Reading, catalogue: Catalogue, language: str) -> str:
    """Return what a table of a known form is: form, stage, period."""
    form = catalogue.form(str(reading.table.form))
    stage = catalogue.stage(form.kind, reading.table.stage)
    parts = [form.name.to(language), stage.name.to(language).lower() if stage else "",
             periods.name(reading.table.period, language) if reading.table.period else ""]
    return ", ".join(part for part in parts if part)


def _item(found: Finding, words: dict[str, Any], language: str) -> Item:
    telling = tell(found, language)
    return Item(found.code, found.severity, words["severity"][found.severity], found.sheet, found.cell, found.quoted, telling.message,
                telling.help)


def _table(reading: Reading, catalogue: Catalogue, language: str, commune: Commune | None) -> TableTold:
    words, table = texts("report", language)["told"], reading.table
    corner = address(table.head.top, table.head.left)
    if table.form is None:
        return TableTold(words["unknown"].format(sheet=table.sheet.name or ""), table.sheet.name, corner, "unknown", (words["not_known"],))
    errors = sum(found.severity == "error" for found in reading.findings)
    state = "public" if reading.publishable else "refused"
    public, private = _columns(reading, catalogue, language)
    sums = totals(reading, catalogue.form(table.form), language) if reading.publishable else ()
    lines = [words[state].format(rows=len(reading.records), errors=errors), words["columns"].format(columns=", ".join(public))]
    if private:
        lines.append(words["private"].format(columns=", ".join(private)))
    if commune and reading.publishable and (first := sample(reading, catalogue, commune, language)):
        lines.append(words["sample"].format(line=" · ".join(f"{name}: {value}" for name, value in first)))
    title = words["table"].format(sheet=table.sheet.name or "", form=described(reading, catalogue, language))
    return TableTold(title, table.sheet.name, corner, state, tuple(lines), sums)


def _columns(reading: Reading, catalogue: Catalogue, language: str) -> tuple[list[str], list[str]]:
    """Return the names of the columns to be made public, and the heads (or letters) of all others."""
    table = reading.table
    form = catalogue.form(str(table.form))
    shown = public_columns(reading, form)
    places = {table.columns[column.key] for column in shown}
    others = [number for number in range(table.head.left, table.head.right + 1) if number not in places]
    heads = [" ".join(dict.fromkeys(" ".join(text.split()) for text in table.heads.get(number, ()) if text)) for number in others]
    named = [head or letters(number) for number, head in zip(others, heads, strict=True)
             if head or any(table.sheet.value(row, number) is not None for row in table.rows)]
    return [name_of(column, language) for column in shown], named
