"""`prints --purpose audio`: the week's bulletins as sound files, spoken by the machine, into the folder of what is to be printed."""

from __future__ import annotations

import sys

from generator import announcements
from generator.announcements.voice import Silent, sound
from generator.catalogue import load
from generator.catalogue.announcing import voice
from generator.catalogue.texts import texts
from generator.publication.offices import chosen_folders, ready
from generator.publication.options import Options
from generator.release import locking, staging
from generator.release.placing import MARKS
from generator.release.writing import write

PURPOSE = "audio"


def run(options: Options) -> int:
    """Speak each bulletin into a file of its own and say where it lies; return 0, or 1 where this machine can't speak."""
    words = texts("announcements", options.language)["voice"]
    with locking.locked(staging.lock_of(options.output)):
        for folder in chosen_folders(options):
            site = ready(folder, options, load()).site(options, load())
            week = announcements.week(site)
            place = options.to_print / site.commune.id / announcements.FOLDER / week.first.isoformat()
            for number, one in enumerate(week.read, 1):
                path = place / f"{number:02}-{one.bulletin.id}.wav"
                try:
                    write(path, sound(one.bulletin))
                except Silent as fault:
                    sys.stderr.write(words["failed" if str(fault) else "missing"].format(program=voice().program, reason=fault) + "\n")
                    return 1
                sys.stdout.write(f"{path}\n")
            (options.to_print / MARKS[-1]).touch()
    sys.stdout.write(words["listen"] + "\n")
    return 0
