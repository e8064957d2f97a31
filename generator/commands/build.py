"""`build`: read, check, and put what may be public into the site, in one step at the end."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from generator.cells import Unreadable
from generator.publication import progress
from generator.publication.options import Options, vietnam_day
from generator.publication.outset import Outset
from generator.publication.progress import say
from generator.publication.why import why


def run(chosen: argparse.Namespace) -> int:
    """Build the site; return 0 when all tables were published, 1 when some were refused, 2 when nothing could be built."""
    options = options_of(chosen)
    if chosen.why:
        sys.stdout.write(why(chosen.why.absolute(), options))
        return 0
    with progress.events(wanted=chosen.json):
        return built(options)


def built(options: Options) -> int:
    """Build what the options ask for, tell what came of it, and return the exit code."""
    begun = time.monotonic()
    if not options.content.is_dir():
        raise Unreadable("file-missing", file=str(options.content))
    outset = Outset(options)
    if not outset.same:
        from generator.publication.work import work  # noqa: PLC0415 - where nothing is to be done, nothing that builds is loaded

        work(outset)
    _tell(outset, time.monotonic() - begun)
    return int(bool(outset.errors))


def options_of(chosen: argparse.Namespace) -> Options:
    """Return a build's options from what was typed."""
    return Options(
        data=Path(chosen.data), content=Path(chosen.content).absolute(), output=Path(chosen.output).absolute(),
        to_print=Path(chosen.to_print).absolute(), today=chosen.today or vietnam_day(), only=chosen.only,
        jobs=max(1, getattr(chosen, "jobs", 1)), prints=getattr(chosen, "prints", True), language=chosen.lang,
        strict=getattr(chosen, "strict", False), scheduler=getattr(chosen, "scheduler", ""),
        recorded=getattr(chosen, "recorded", False),
    )


def _tell(build: Outset, seconds: float) -> None:
    options, words = build.options, build.words
    if build.errors:
        say(words["refused" if build.refused else "faults"].format(tables=build.refused, errors=len(build.errors)))
        for line in build.errors:
            say(line)
    progress.event("done", seconds=round(seconds, 1), errors=len(build.errors), report=str(options.report), **build.counts())
    say(words["done" if build.built else "same"].format(seconds=f"{seconds:.1f}", **build.counts()))
    say(words["look"].format(output=options.output, to_print=options.to_print, report=options.report))
