"""`template`: empty workbooks for officers, ready to fill."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import structs

from generator import commune_file, sources, templates
from generator.catalogue import load
from generator.catalogue.texts import texts
from generator.cells import Unreadable
from generator.commands.arguments import ROOT, Misused
from generator.commune import Commune
from generator.publication.options import vietnam_day
from generator.release.writing import told, write
from generator.report.terminal import told as shown


def run(chosen: argparse.Namespace) -> int:
    """Write the workbooks of the forms named, or of all; return 0, or 1 where one was kept that somebody may have filled in.

    Misused where a form is unknown or none is named.
    """
    words = texts("templates", chosen.lang)
    catalogue, wrong = commune_file.rules_under(chosen.data or ROOT / "data", chosen.only, load())
    for found in wrong:
        sys.stderr.write(shown(found, chosen.lang) + "\n")
    if not chosen.forms and not chosen.all:
        raise Misused(words["none"])
    every = templates.offered(catalogue)
    for name in chosen.forms:
        if name not in catalogue.forms:
            raise Misused(words["unknown"].format(form=name))
        if not any(design.form == name for design in every):
            raise Misused(words["no_template"].format(form=name))
    wanted = [design for design in every if (chosen.all or design.form in chosen.forms)
              and (not design.stage or design.stage in catalogue.form(design.form).stages)]
    commune = structs.replace(_commune(chosen.data, chosen.only), language=chosen.lang)
    folder = Path(chosen.output)
    day = chosen.today or vietnam_day()
    written = [_write(folder / f"{design.file}.xlsx", templates.make(design, commune, day, catalogue), words) for design in wanted]
    sys.stderr.write(words["count"].format(count=sum(written), folder=folder) + "\n")
    return 0 if all(written) else 1


def _write(path: Path, content: bytes, words: Mapping[str, Any]) -> bool:
    """Write a workbook and say so; one of that name that holds anything else is kept, for somebody may have filled it in."""
    with told(path):
        kept = path.exists() and path.read_bytes() != content
    if not kept:
        write(path, content)
    sys.stdout.write(words["kept" if kept else "written"].format(path=path) + "\n")
    return not kept


def _commune(data: Path | None, only: str) -> Commune:
    """Return the commune whose name and hamlets the workbooks carry: the only one of the folder; else a nameless one.

    The sample is taken only from a folder that was named.
    """
    try:
        found = [folder for folder in sources.communes(data or ROOT / "data") if (data or not folder.sample) and only in {"", folder.id}]
    except Unreadable:
        if data:
            raise
        found = []
    return commune_file.read(found[0])[0] if len(found) == 1 else Commune(name="")
