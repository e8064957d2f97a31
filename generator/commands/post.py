"""`post`: record what is public today, with its version, days and digests; what was posted stays provable."""

from __future__ import annotations

import argparse
import hashlib
import sys

from generator.catalogue import load
from generator.catalogue.texts import texts
from generator.commands.build import options_of
from generator.findings import Finding
from generator.posting.recording import Act, post
from generator.publication.offices import Office, chosen_folders, ready
from generator.publication.options import Options
from generator.report.terminal import told


def run(chosen: argparse.Namespace) -> int:
    """Record each commune's disclosures; return 0, or 1 where a workbook was refused."""
    options, catalogue = options_of(chosen), load()
    words = texts("report", options.language)["post"]
    troubles: list[Finding] = []
    for folder in chosen_folders(options):
        office = ready(folder, options, catalogue)
        entries = post(office.shown, folder.path, Act(options.today, _places(office), _made(office, options)))
        line = words["done" if entries else "nothing"]
        sys.stdout.write(line.format(entries=len(entries), day=f"{options.today:%d/%m/%Y}", commune=office.commune.full_name) + "\n")
        troubles += [found for found in office.all_findings if found.severity == "error"]
    for found in troubles:
        sys.stderr.write(told(found, options.language) + "\n")
    return int(bool(troubles))


def _places(office: Office) -> tuple[str, ...]:
    return tuple(place.name for place in office.commune.place)


def _made(office: Office, options: Options) -> dict[str, dict[str, str]]:
    """Return the digests of the prints and downloads that lie in the built site, by disclosure and path."""
    made: dict[str, dict[str, str]] = {}
    for name, files in office.made.items():
        found = {each.path: options.output / each.path for each in files if each.public}
        made[name] = {path: hashlib.sha256(file.read_bytes()).hexdigest() for path, file in found.items() if file.is_file()}
    return made
