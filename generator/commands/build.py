"""`build`: read, check, and put what may be public into the site, in one step at the end."""

from __future__ import annotations

import argparse
import logging
import time
from pathlib import Path

from pelican import Pelican, console
from pelican.settings import read_settings

from generator import publication
from generator.cells import Unreadable
from generator.publication.building import Building
from generator.publication.options import ROOT, Options, vietnam_day
from generator.publication.progress import say
from generator.report.terminal import told


def run(chosen: argparse.Namespace) -> int:
    """Build the site; return 0 when all tables were published, 1 when some were refused, 2 when nothing could be built."""
    return built(options_of(chosen))


def built(options: Options) -> int:
    """Build what the options ask for, tell what came of it, and return the exit code."""
    begun = time.monotonic()
    if not options.content.is_dir():
        raise Unreadable("file-missing", file=str(options.content))
    building = Building(options)
    logging.getLogger("pelican").setLevel(logging.CRITICAL)
    console.quiet = True
    settings = read_settings(str(ROOT / "pelicanconf.py"), override={
        "PATH": str(options.content), "OUTPUT_PATH": str(options.output), "CONGKHAI": options, "PLUGINS": [publication],
        "CONGKHAI_BUILDING": building,
    })
    with building.held:
        Pelican(settings).run()
    _tell(building, time.monotonic() - begun)
    return int(any(found.severity == "error" for found in building.findings))


def options_of(chosen: argparse.Namespace) -> Options:
    """Return a build's options from what was typed."""
    return Options(
        data=Path(chosen.data), content=Path(chosen.content).absolute(), output=Path(chosen.output).absolute(),
        to_print=Path(chosen.to_print).absolute(), today=chosen.today or vietnam_day(), only=chosen.only,
        jobs=max(1, getattr(chosen, "jobs", 1)), prints=getattr(chosen, "prints", True), language=chosen.lang,
        strict=getattr(chosen, "strict", False),
    )


def _tell(building: Building, seconds: float) -> None:
    options, words = building.options, building.words
    refused = [found for found in building.findings if found.severity == "error"]
    if refused:
        say(words["refused" if building.refused else "faults"].format(tables=building.refused, errors=len(refused)))
        for found in refused:
            say(told(found, options.language))
    counts = building.counts()
    say(words["done"].format(seconds=f"{seconds:.1f}", **counts))
    say(words["look"].format(output=options.output, to_print=options.to_print, report=options.report))
