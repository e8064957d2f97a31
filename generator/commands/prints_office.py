"""`prints --purpose guides`, `tasks` and `self-check`: sheets for officers, into the folder to be printed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from generator import periods, prints
from generator.catalogue import load
from generator.catalogue.texts import texts
from generator.cells import Unreadable
from generator.commands.arguments import Misused
from generator.disclosure.site import Site
from generator.findings import Finding, finding
from generator.papers.word import untouched
from generator.periods import Period
from generator.prints import office
from generator.prints.job import PrintJob
from generator.prints.official import Ordered
from generator.publication.offices import chosen_folders, ready
from generator.publication.options import Options
from generator.release import locking, staging
from generator.release.placing import MARKS
from generator.release.writing import write
from generator.report.terminal import told
from generator.sources import path_name

_TOLD = "notice"


def run(options: Options, purpose: str, what: Sequence[str]) -> int:
    """Make the sheets asked for and say where they lie; return 0, or 1 where one could not be made. Misused for an unknown period."""
    period = _period(what, options.today)
    with locking.locked(staging.lock_of(options.output)):
        for folder in chosen_folders(options):
            site = ready(folder, options, load()).site(options, load())
            place = options.to_print / site.commune.id
            made, troubles = _made([*_wanted(purpose, site, period)], place, options)
            for path in made:
                sys.stdout.write(f"{path}\n")
            for one in troubles:
                sys.stderr.write(told(one, options.language) + "\n")
    (options.to_print / MARKS[-1]).touch()
    return int(any(one.severity != _TOLD for one in troubles))


def _period(what: Sequence[str], day: date) -> Period:
    """Return the period that was asked for, or the running quarter."""
    if not what:
        return Period(day.year, "quarter", (day.month + 2) // 3)
    try:
        return periods.read(what[0])
    except Unreadable:
        raise Misused(texts("office")["command"]["unknown"].format(what=what[0])) from None


def _wanted(purpose: str, site: Site, period: Period) -> Iterator[PrintJob | Ordered]:
    if purpose == office.GUIDES:
        yield from office.guides(site.catalogue, site.day, period.year if period.kind == "year" else site.timing.plan_year)
    elif purpose == office.CHECK:
        yield office.check(site)
    else:
        yield office.tasks(site, period)


def _made(wanted: Sequence[PrintJob | Ordered], place: Path, options: Options) -> tuple[list[Path], list[Finding]]:
    """Write each sheet as PDF, and as .docx what is to be edited; one that an officer worked on stays."""
    paths: list[Path] = []
    troubles: list[Finding] = []
    for one in wanted:
        if isinstance(one, Ordered):
            target = place / one.word_path
            if target.is_file() and not untouched(target.read_bytes()):
                troubles.append(finding("print-own", path_name(target), title=target.name))
                continue
            write(target, one.word())
            paths.append(target)
    jobs = [one.job if isinstance(one, Ordered) else one for one in wanted]
    for printed in prints.make_all(jobs, prints.Workshop(place, place, workers=options.jobs)):
        paths += [place / printed.made.path] if printed.made else []
        troubles += [printed.finding] if printed.finding else []
    return sorted(paths), troubles
