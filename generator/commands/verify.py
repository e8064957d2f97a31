"""`verify`: hold the built site against its checksums, and each commune's record against itself and the site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator import commune_file
from generator.catalogue.texts import texts
from generator.commands.build import options_of
from generator.findings import Finding
from generator.posting.store import load
from generator.posting.verifying import verify_chain, verify_site
from generator.publication.offices import chosen_folders
from generator.publication.options import Options
from generator.release.sums import verify_sums
from generator.report.terminal import told


def run(chosen: argparse.Namespace) -> int:
    """Say what was altered, if anything; return 0 where all agrees, 1 where something does not."""
    options = options_of(chosen)
    words = texts("report", options.language)["verify"]
    found = list(verify_sums(options.output))
    if not found:
        sys.stdout.write(words["good"].format(output=options.output) + "\n")
    for folder in chosen_folders(options):
        own = (*verify_chain(folder.path, options.today), *verify_site(folder.path, _site(options, folder.id)))
        commune, _ = commune_file.read(folder)
        if not own:
            sys.stdout.write(words["history"].format(commune=commune.full_name, entries=len(load(folder.path).entries)) + "\n")
        found += own
    return _told(found, options)


def _told(found: list[Finding], options: Options) -> int:
    for each in found:
        sys.stdout.write(told(each, options.language) + "\n")
    if found:
        sys.stdout.write(texts("report", options.language)["verify"]["bad"].format(findings=len(found)) + "\n")
    return int(bool(found))


def _site(options: Options, commune: str) -> Path:
    inner = options.output / commune
    return inner if (inner / "manifest.json").is_file() else options.output
