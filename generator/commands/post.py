"""`post`: record what is public today, with its version, days and digests; what was posted stays provable."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from generator.attachments.carrying import by_disclosure
from generator.catalogue import load
from generator.catalogue.texts import texts
from generator.commands.build import options_of
from generator.disclosure.learning import as_toml, learned
from generator.findings import Finding
from generator.posting.recording import Act, post
from generator.posting.sealing import sealed
from generator.posting.showing import guarded
from generator.posting.store import FOLDER
from generator.publication.offices import Office, chosen_folders, ready
from generator.publication.options import Options
from generator.recognition import remembered
from generator.release.sweep import sweep_store
from generator.release.writing import write
from generator.report.terminal import told
from generator.sources import SETTINGS


def run(chosen: argparse.Namespace) -> int:
    """Record each commune's disclosures; return 0, or 1 where a workbook was refused or the record holds what it must not."""
    options, catalogue = options_of(chosen), load()
    words = texts("report", options.language)["post"]
    troubles: list[Finding] = []
    for folder in chosen_folders(options):
        office = ready(folder, options, catalogue)
        beside, _ = office.attachments(catalogue)
        act = Act(options.today, _places(office), made(office, options), by_disclosure(beside), hung(office, options))
        entries = post(office.shown, folder.path, act)
        _remember(office)
        posted = sum(entry.action == "post" for entry in entries)
        line = words["done" if posted else "nothing"]
        sys.stdout.write(line.format(entries=posted, day=f"{options.today:%d/%m/%Y}", commune=office.commune.full_name) + "\n")
        troubles += sealed(folder.path, office.commune.seal) if entries else ()
        troubles += [found for found in office.all_findings if found.severity == "error"]
        troubles += sweep_store(folder.path / FOLDER, office.site(options, catalogue), guarded(office.decided.secrets, office.shown))
    for found in troubles:
        sys.stderr.write(told(found, options.language) + "\n")
    return int(bool(troubles))


def _remember(office: Office) -> None:
    """Keep the heads that were guessed in what is now posted, beside those remembered before."""
    path = office.folder.path / FOLDER / remembered.FILE
    before, _ = remembered.read(office.folder.path / SETTINGS, "")
    fresh = [one for one in learned(reading for one in office.decided.examined for reading in one.readings) if one not in before]
    if fresh:
        write(path, as_toml((*before, *dict.fromkeys(fresh))))


def made(office: Office, options: Options) -> dict[str, dict[str, str]]:
    """Return the digests of the prints and downloads that the last build made of what is on show, by disclosure and path."""
    codes = {found.id: found.code for found in office.shown.disclosures}
    digests: dict[str, dict[str, str]] = {}
    for commune in built_of(options.report):
        for one in commune["disclosures"]:
            if codes.get(one["id"]) == one["code"]:
                names = [each["file"] for each in (*one["prints"], *one["downloads"])]
                digests[one["id"]] = {name: digest for name in names if (digest := _digest(_folder(options, office) / name))}
    return digests


def hung(office: Office, options: Options) -> dict[str, dict[str, str]]:
    """Return the digests of the prints beside the site that the last build made of what is on show, by disclosure and path."""
    codes = {found.id: found.code for found in office.shown.board.values()}
    digests: dict[str, dict[str, str]] = {}
    for commune in built_of(options.report):
        true = {one["id"] for one in commune["disclosures"] if codes.get(one["id"]) == one["code"]}
        for one in commune["to_print"]:
            if one["disclosure"] in true and (digest := _digest(options.to_print / one["file"])):
                digests.setdefault(one["disclosure"], {})[f"{options.to_print.name}/{one['file']}"] = digest
    return digests


def built_of(report: Path) -> tuple[dict[str, Any], ...]:
    """Return the communes' parts of the last build's report; none where there is no sound one."""
    try:
        return tuple(json.loads(report.read_bytes())["communes"])
    except (OSError, ValueError, KeyError):
        return ()


def _folder(options: Options, office: Office) -> Path:
    inner = options.output / office.commune.id
    return inner if (inner / "manifest.json").is_file() else options.output


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _places(office: Office) -> tuple[str, ...]:
    return tuple(place.name for place in office.commune.place)
