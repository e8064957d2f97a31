"""`verify`: hold the built site against its checksums, and each commune's record against itself and the site."""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from generator import commune_file
from generator.catalogue.texts import texts
from generator.commands.build import options_of
from generator.commands.post import built_of
from generator.findings import Finding
from generator.posting.store import load
from generator.posting.verifying import altered_prints, told_by_code, verify_chain, verify_head, verify_prints, verify_site
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
        there = _prints(options, folder.id)
        own = (*own, *_anchored(folder.path, chosen), *verify_prints(folder.path, options.to_print, there))
        own = (*own, *altered_prints(options.to_print, there, _made(options, folder.id)))
        _coded(folder.path, chosen.code, words)
        commune, _ = commune_file.read(folder)
        if not own:
            sys.stdout.write(words["history"].format(commune=commune.full_name, entries=len(load(folder.path).entries)) + "\n")
        found += own
    return _told(found, options)


def _anchored(data: Path, chosen: argparse.Namespace) -> tuple[Finding, ...]:
    return verify_head(data, chosen.head) if chosen.head else ()


def _coded(data: Path, code: str, words: dict[str, str]) -> None:
    """Say of which version a print is that bears a code, and whether it is the one in use."""
    latest = load(data).latest
    for entry in told_by_code(data, code) if code else ():
        used = latest.get(entry.id) == entry
        sys.stdout.write(words["code_used" if used else "code_replaced"].format(code=code, id=entry.id, version=entry.version,
                                                                                day=f"{entry.day:%d/%m/%Y}") + "\n")


def _prints(options: Options, commune: str) -> dict[str, str]:
    """Return the SHA-256 of each PDF that lies ready to be hung, by its place."""
    found = sorted((options.to_print / commune).rglob("*.pdf"))
    return {path.relative_to(options.to_print).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def _made(options: Options, commune: str) -> dict[str, str]:
    """Return the SHA-256 of each print beside the site as the last build left it, by its place."""
    return {one["file"]: one["sha256"] for part in built_of(options.report) if part["commune"]["id"] == commune
            for one in part["to_print"] if "sha256" in one}


def _told(found: list[Finding], options: Options) -> int:
    for each in found:
        sys.stdout.write(told(each, options.language) + "\n")
    if found:
        sys.stdout.write(texts("report", options.language)["verify"]["bad"].format(findings=len(found)) + "\n")
    return int(bool(found))


def _site(options: Options, commune: str) -> Path:
    inner = options.output / commune
    return inner if (inner / "manifest.json").is_file() else options.output
