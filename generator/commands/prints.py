"""`prints`: further prints on request, into the folder of what is to be printed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator import prints
from generator.catalogue import load
from generator.catalogue.texts import texts
from generator.commands import prints_office, prints_papers, prints_voice
from generator.commands.arguments import Misused
from generator.commands.build import options_of
from generator.findings import Finding
from generator.prints import board_set, office, official, standing
from generator.prints.requests import Request, requested
from generator.publication.offices import chosen_folders, ready
from generator.publication.options import Options
from generator.release import locking, staging
from generator.release.placing import MARKS
from generator.report.terminal import told


def run(chosen: argparse.Namespace) -> int:
    """Make what was asked for and say where it lies; return 0, or 1 where a print could not be made. Misused where nothing is meant."""
    options, words = options_of(chosen), texts("prints", chosen.lang)["command"]
    purpose = chosen.purpose or ("list" if chosen.paper == "A4" else "poster")
    request = Request(chosen.what, purpose, "" if chosen.paper == "A4" and purpose != board_set.PURPOSE else chosen.paper, chosen.place)
    if purpose in official.PURPOSES:
        return prints_papers.run(options, request)
    if purpose in office.PURPOSES:
        return prints_office.run(options, purpose, chosen.what)
    if purpose == prints_voice.PURPOSE:
        return prints_voice.run(options)
    with locking.locked(staging.lock_of(options.output)):
        made, troubles = _made(options, request)
    if not made and not troubles:
        raise Misused(words["nothing"].format(what=" ".join(chosen.what)))
    for path, pages in made:
        sys.stdout.write(words["line"].format(path=path, pages=pages) + "\n")
    for found in troubles:
        sys.stderr.write(told(found, options.language) + "\n")
    return int(bool(troubles))


def _made(options: Options, request: Request) -> tuple[list[tuple[Path, int]], list[Finding]]:
    catalogue = load()
    made: list[tuple[Path, int]] = []
    troubles: list[Finding] = []
    kept = prints.Kept(options.output.parent / ".cache" / "prints")
    for folder in chosen_folders(options):
        office = ready(folder, options, catalogue)
        place, before = options.to_print / office.commune.id, len(made)
        for printed in prints.make_all(requested(office.shown.board, office.site(options, catalogue), request),
                                       prints.Workshop(place, place, workers=options.jobs, kept=kept)):
            made += [(place / printed.made.path, printed.made.pages)] if printed.made else []
            troubles += [printed.finding] if printed.finding else []
        if made[before:]:
            standing.note(place, request, [path.relative_to(place).as_posix() for path, _ in made[before:]])
    if made:
        (options.to_print / MARKS[-1]).touch()
    return made, troubles
