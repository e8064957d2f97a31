"""`check`: read and check workbooks or folders, say what was found and what would be public, publish nothing."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from pathlib import Path
from typing import TypeAlias

from generator import commune_file
from generator.catalogue import Catalogue, load
from generator.catalogue.texts import texts
from generator.cells import Unreadable
from generator.commands.arguments import ROOT, Misused
from generator.commands.check_json import report
from generator.commune import Commune
from generator.commune_file import rules_near
from generator.disclosure.decide import together
from generator.disclosure.examine import Examined
from generator.disclosure.reading import examined_all
from generator.findings import Finding
from generator.report.telling import told
from generator.report.terminal import lines
from generator.report.terminal import told as shown
from generator.sources import SETTINGS, Folder, Source, named
from generator.vietnamese import slug

Checked: TypeAlias = Sequence[tuple[Commune, Examined]]


def run(chosen: argparse.Namespace) -> int:
    """Print what was found; return 0 when no workbook has an error, 1 when one has, 2 when there is nothing to check."""
    catalogue = load()
    try:
        files = named(chosen.paths)
    except FileNotFoundError as fault:
        raise Unreadable("file-missing", file=str(fault.filename or fault)) from None
    if not files:
        sys.stderr.write(texts("report", chosen.lang)["check"]["nothing"].format(path=", ".join(map(str, chosen.paths))) + "\n")
        return 2
    _refuse_places(chosen, files)
    folders = [(folder, tuple(own)) for folder, own in groupby(files, key=lambda file: file.path.parent)]
    communes = {folder: _commune(folder, own) for folder, own in folders}
    ruled = {folder: rules_near(folder, catalogue) for folder, _ in folders}
    checked = [pair for folder, own in folders for pair in _checked(communes[folder][0], own, ruled[folder][0], chosen.jobs)]
    told_by = _joined([own for own, _ in ruled.values()])
    _print(checked, told_by, chosen)
    if chosen.marked:
        _write(checked, told_by, chosen)
    troubles = [found for _, own in (*communes.values(), *ruled.values()) for found in own]
    for found in troubles:
        sys.stderr.write(shown(found, chosen.lang) + "\n")
    findings = chain(troubles, *(one.all_findings for _, one in checked))
    return int(any(found.severity == "error" for found in findings))


def _refuse_places(chosen: argparse.Namespace, files: Sequence[Source]) -> None:
    """Raise Misused or CannotWrite, before any work, where what was asked for has no place to go."""
    if chosen.format == "html" and not chosen.marked and len(files) > 1:
        raise Misused(texts("report", chosen.lang)["marked"]["several"])
    if chosen.marked:
        from generator.report.marked import refuse_public  # noqa: PLC0415 - only needed when something is written

        refuse_public(chosen.marked, ROOT)


def _joined(ruled: Sequence[Catalogue]) -> Catalogue:
    """Return the catalogue by whose names tables are told: each folder's own forms and lines, a later folder's before an earlier one's."""
    forms = {name: form for each in ruled for name, form in each.forms.items()}
    return replace(ruled[0], forms=forms, row_sets={name: rows for each in ruled for name, rows in each.row_sets.items()})


def _commune(folder: Path, files: tuple[Source, ...]) -> tuple[Commune, tuple[Finding, ...]]:
    """Return the settings that lie beside workbooks and what is wrong with them; a commune without a name where there are none."""
    place = Folder(slug(folder.name), folder, files)
    return commune_file.read(place) if (folder / SETTINGS).is_file() else (Commune(name="", id=place.id), ())


def _checked(commune: Commune, files: tuple[Source, ...], catalogue: Catalogue, workers: int) -> Iterator[tuple[Commune, Examined]]:
    """Examine the workbooks of one folder side by side."""
    for one in together(tuple(examined_all(files, catalogue, commune, workers)), catalogue, commune):
        yield commune, one


def _print(checked: Checked, catalogue: Catalogue, chosen: argparse.Namespace) -> None:
    if chosen.format == "json":
        json.dump(report(checked, catalogue, chosen.lang), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    elif chosen.format == "text":
        sys.stdout.writelines(f"{line}\n" for line in lines(checked, catalogue, chosen.lang))
    elif not chosen.marked:
        sys.stdout.writelines(page for _, page in _pages(checked, catalogue, chosen.lang))


def _pages(checked: Checked, catalogue: Catalogue, language: str) -> Iterator[tuple[Path, str]]:
    from generator.report.page import page  # noqa: PLC0415 - the template's library is slow to load

    for commune, one in checked:
        yield one.source.path, page(one, told(one, catalogue, language, commune), catalogue, commune, language=language)


def _write(checked: Checked, catalogue: Catalogue, chosen: argparse.Namespace) -> bool:
    """Write the marked copies, and the report pages where they are asked for; say where they lie and return whether each could be made."""
    from generator.report.marked import Job, write_copies, write_pages  # noqa: PLC0415 - only needed when something is written

    words = texts("report", chosen.lang)["marked"]
    tasks = [Job(one.source.path, told(one, catalogue, chosen.lang), words) for _, one in checked if one.readable]
    copies = tuple(write_copies(tasks, chosen.marked, chosen.jobs))
    for task, place in copies:
        said = words["written"].format(path=place) if place else words["failed"].format(file=task.told.name)
        sys.stderr.write(f"{said}\n")
    if chosen.format == "html":
        for place in write_pages(_pages(checked, catalogue, chosen.lang), chosen.marked, words["page_suffix"]):
            sys.stderr.write(words["page_written"].format(path=place) + "\n")
    return all(place for _, place in copies)
