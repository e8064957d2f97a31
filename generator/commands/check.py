"""`check`: read and check workbooks or folders, say what was found and what would be public, publish nothing."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from generator import commune_file
from generator.catalogue import Catalogue, load
from generator.catalogue.texts import texts
from generator.cells import Unreadable
from generator.commands.check_json import report
from generator.commune import Commune
from generator.disclosure.decide import together
from generator.disclosure.examine import Examined
from generator.publication.reading import examined_all
from generator.report.terminal import lines
from generator.sources import SETTINGS, Folder, Source, named
from generator.vietnamese import slug


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
    folders = [(folder, tuple(own)) for folder, own in groupby(files, key=lambda file: file.path.parent)]
    checked = [pair for folder, own in folders for pair in _checked(folder, own, catalogue, chosen.jobs)]
    if chosen.format == "json":
        json.dump(report(checked, catalogue, chosen.lang), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines([one for _, one in checked], catalogue, chosen.lang))
    return int(any(found.severity == "error" for _, one in checked for found in one.all_findings))


def _checked(folder: Path, files: tuple[Source, ...], catalogue: Catalogue, workers: int) -> Iterator[tuple[Commune, Examined]]:
    """Examine the workbooks of one folder side by side, with the commune's settings where they lie beside them."""
    settings = folder / SETTINGS
    name = slug(folder.name)
    commune = commune_file.read(Folder(name, folder, files))[0] if settings.is_file() else Commune(name="", id=name)
    for one in together(tuple(examined_all(files, catalogue, commune, workers)), catalogue, commune):
        yield commune, one
