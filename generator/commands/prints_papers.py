"""`prints --purpose papers` and its sorts: official papers as PDF and .docx, and certificates of gifts, into the folder to be printed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator import prints
from generator.catalogue import Catalogue, load
from generator.catalogue.texts import texts
from generator.commands.arguments import Misused
from generator.findings import Finding, finding
from generator.papers.gifts import Gift, found
from generator.papers.matter import Anchor
from generator.papers.word import untouched
from generator.posting import endings, store
from generator.prints import official
from generator.prints.official import Ordered
from generator.prints.requests import Request, papers
from generator.publication.offices import Office, chosen_folders, ready
from generator.publication.options import Options
from generator.release import locking, staging
from generator.release.placing import MARKS
from generator.release.writing import write
from generator.report.terminal import told
from generator.sources import path_name

_TOLD = "notice"


def run(options: Options, request: Request) -> int:
    """Make the papers asked for and say where they lie; return 0, or 1 where one could not be made. Misused where nothing is meant."""
    words, catalogue = texts("papers", options.language)["command"], load()
    private = request.purpose == official.CERTIFICATE
    with locking.locked(staging.lock_of(options.output)):
        paths, troubles, count = [], [], 0
        for folder in chosen_folders(options):
            office = ready(folder, options, catalogue)
            ordered = tuple(_ordered(office, options, request, catalogue))
            count += len(ordered)
            made, wrong = _made(ordered, options, office)
            paths += made
            troubles += wrong
    if not count:
        raise Misused(words["giver_unknown"] if private else texts("prints", options.language)["command"]["nothing"]
                      .format(what=" ".join(request.what)))
    (options.to_print / MARKS[-1]).touch()
    for path in paths:
        sys.stdout.write(words["line"].format(path=path) + "\n")
    if private and count > 1:
        sys.stderr.write(words["several"].format(count=count) + "\n")
    for one in troubles:
        sys.stderr.write(told(one, options.language) + "\n")
    return int(any(one.severity != _TOLD for one in troubles))


def _ordered(office: Office, options: Options, request: Request, catalogue: Catalogue) -> Iterator[Ordered]:
    site = office.site(options, catalogue)
    if request.purpose == official.CERTIFICATE:
        yield from official.certificates(_gifts(office, request.what, site.catalogue), site)
    else:
        yield from papers(office.shown.board, site, request, _anchor(office), endings.read(office.folder.path))


def _gifts(office: Office, what: Sequence[str], catalogue: Catalogue) -> tuple[Gift, ...]:
    """Return the gifts that the words name all together, or else each by itself."""
    readings = [reading for one in office.decided.examined for reading in one.readings]
    together = found(readings, " ".join(what), catalogue)
    return together or tuple(gift for word in what for gift in found(readings, word, catalogue))


def _anchor(office: Office) -> Anchor | None:
    """Return the end of the commune's history; None where there is none, or where it doesn't hold together."""
    kept = store.load(office.folder.path)
    return Anchor(kept.entries[-1].number, kept.entries[-1].day, kept.head) if kept.entries and not kept.findings else None


def _made(ordered: Sequence[Ordered], options: Options, office: Office) -> tuple[list[Path], list[Finding]]:
    """Write each paper as .docx and as PDF; a .docx that an officer worked on stays, and certificates are kept nowhere else."""
    place = options.to_print / office.commune.id
    kept = None if any(one.job.named for one in ordered) else prints.Kept(options.output.parent / ".cache" / "prints")
    paths: list[Path] = []
    troubles: list[Finding] = []
    for one in ordered:
        target = place / one.word_path
        if target.is_file() and not untouched(target.read_bytes()):
            troubles.append(finding("print-own", path_name(target), title=target.name))
            continue
        write(target, one.word())
        paths.append(target)
    for printed in prints.make_all([one.job for one in ordered], prints.Workshop(place, place, workers=options.jobs, kept=kept)):
        paths += [place / printed.made.path] if printed.made else []
        troubles += [printed.finding] if printed.finding else []
    return sorted(paths), troubles
