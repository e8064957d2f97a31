"""What `takedown` leaves on paper: the minutes of a removal, and which files of what is to be printed still name someone."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator import prints
from generator.catalogue import Catalogue
from generator.catalogue.texts import texts
from generator.findings import finding
from generator.papers.removal import Owed, Taken
from generator.posting import store as stores
from generator.posting.requests import Request, all_requests, duties
from generator.posting.takedown import Asked
from generator.prints import official
from generator.prints.naming import naming
from generator.publication.offices import Office
from generator.publication.options import Options
from generator.release import placing
from generator.release.writing import told as writing_told
from generator.release.writing import write
from generator.report.terminal import told
from generator.sources import ATTACHED, path_name


@dataclass(frozen=True, slots=True)
class Desk:
    """What every part of the command needs; `gone` are the names taken from view, by office, for the search of papers alone."""

    chosen: argparse.Namespace
    options: Options
    catalogue: Catalogue
    words: dict[str, str]
    gone: list[tuple[Office, str, frozenset[str]]] = field(default_factory=list)

    def say(self, key: str, **words: object) -> None:
        """Say a sentence."""
        sys.stdout.write(self.words[key].format_map(words) + "\n")

    def fault(self, code: str, typed: str = "", count: int = 0) -> int:
        """Say a finding and return the exit code."""
        sys.stderr.write(told(finding(code, "", typed=typed, count=str(count)), self.options.language) + "\n")
        return 1

    @property
    def asked(self) -> Asked:
        """Return what was asked for, as typed."""
        sort = self.chosen.request or ("removal" if self.chosen.person else "withdrawal")
        return Asked(self.chosen.received or self.options.today, sort, self.chosen.private)


def recorded(desk: Desk, office: Office, number: int, titles: Mapping[str, str]) -> None:
    """Write the minutes of a removal beside the prints, never into the site: what is owed by when, and where the notice is due."""
    requests = [one for one in all_requests(stores.load(office.folder.path).entries) if one.number == number]
    files = texts("takedown", office.commune.language)["record"]
    place, site = desk.options.to_print / office.commune.id, office.site(desk.options, desk.catalogue)
    if not desk.options.to_print.exists():
        write(desk.options.to_print / placing.MARKS[-1], b"")  # the next build must know that the folder may be exchanged
    for one in requests:
        taken = Taken(number, desk.words[one.sort], titles.get(one.id, one.id), one.received, desk.options.today,
                      _owed(desk, one, files["source"]), one.private)
        _write(desk, place, official.of_removal(taken, site, files["file"].format(number=number)))


def _write(desk: Desk, place: Path, ordered: official.Ordered) -> None:
    write(place / ordered.word_path, ordered.word())
    desk.say("record", path=place / ordered.word_path)
    if desk.options.prints:
        for printed in prints.make_all([ordered.job], prints.Workshop(place, place, kept=None)):
            if printed.made:
                desk.say("record", path=place / printed.made.path)


def _owed(desk: Desk, one: Request, source: str) -> Sequence[Owed]:
    return tuple(Owed(desk.words[duty.rule.id], duty.by,
                      source.format(article=duty.rule.article, statute=desk.catalogue.statute(duty.rule.statute).name.vi))
                 for duty in duties([one], desk.catalogue))


def searched(desk: Desk) -> None:
    """Delete what the program made that still names who was taken from view, and tell the officer which other files may."""
    for office, form, names in desk.gone:
        found = naming(desk.options.to_print / office.commune.id, names)
        with writing_told(desk.options.to_print):
            for path in found.made:
                path.unlink()
        if found.made:
            desk.say("erased", count=len(found.made))
        _told(desk, "naming", found.own)
        _told(desk, "unread", (*found.unread, *_scans(office, form)))


def _scans(office: Office, form: str) -> Sequence[Path]:
    """Return the commune's own attachments that may name persons of a form."""
    paths = [office.folder.path / ATTACHED / entry.file for entry in office.commune.attachment
             if entry.form == form and not entry.free_of_names]
    return [path for path in paths if path.is_file()]


def _told(desk: Desk, key: str, paths: Collection[Path]) -> None:
    if paths:
        desk.say(key)
    for path in paths:
        desk.say("file", path=path_name(path))
