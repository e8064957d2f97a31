"""Findings told on a terminal: where, how grave, what is wrong, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import periods
from generator.catalogue import Catalogue
from generator.catalogue.texts import texts
from generator.commune import Commune
from generator.disclosure.examine import Examined
from generator.records.record import Reading
from generator.report.sentences import told, where
from generator.report.shown import name_of, public_columns, sample

__all__ = ["lines", "told", "where"]


def lines(checked: Iterable[tuple[Commune | None, Examined]], catalogue: Catalogue, language: str) -> Iterator[str]:
    """Yield what `check` prints: per file its tables, with what of them would be public, then its findings; then the sum of all."""
    words = texts("report", language)["check"]
    count = {"files": 0, "tables": 0, "error": 0, "warning": 0, "notice": 0}
    for commune, one in checked:
        yield words["file"].format(file=one.source.name)
        for reading in one.readings:
            yield from _table(reading, catalogue, language, commune)
        found = one.all_findings
        yield from (told(each, language) for each in found)
        if one.readable and not any(each.severity == "error" for each in found):
            yield words["passed"]
        count["files"] += 1
        count["tables"] += len(one.readings)
        for each in found:
            count[each.severity] += 1
    good = not any(count[level] for level in ("error", "warning", "notice"))
    yield words["sum_good" if good else "sum_bad"].format(
        files=count["files"], tables=count["tables"], errors=count["error"], warnings=count["warning"], notices=count["notice"])


def _table(reading: Reading, catalogue: Catalogue, language: str, commune: Commune | None) -> Iterator[str]:
    words, table = texts("report", language)["check"], reading.table
    if table.form is None:
        yield words["unknown"].format(sheet=table.sheet.name or "")
        return
    form = catalogue.form(table.form)
    stage = catalogue.stage(form.kind, table.stage)
    yield words["known" if reading.publishable else "refused"].format(
        sheet=table.sheet.name or "", form=form.name.to(language), rows=len(reading.records),
        stage=f", {stage.name.to(language).lower()}" if stage else "",
        period=f", {periods.name(table.period, language)}" if table.period else "")
    yield words["columns"].format(columns=", ".join(name_of(column, language) for column in public_columns(reading, form)))
    if commune and reading.publishable and (first := sample(reading, catalogue, commune, language)):
        yield words["sample"].format(line=" · ".join(f"{name}: {value}" for name, value in first))
