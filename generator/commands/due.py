"""`due`: what each commune must publish next, by when, what is late, what must come down, which requests stand open."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace

from generator.catalogue import load
from generator.commands.build import options_of
from generator.commune import Commune
from generator.posting.due import Item, due
from generator.posting.store import load as store_of
from generator.publication.offices import Office, chosen_folders, ready
from generator.publication.options import Options
from generator.report.calendar_file import as_calendar
from generator.report.due_list import as_json, as_text


def run(chosen: argparse.Namespace) -> int:
    """Print what is due; return 0, or 1 where something is overdue."""
    asked = options_of(chosen)
    options = replace(asked, today=chosen.on or asked.today)
    offices = [_office(ready(folder, options, load()), options) for folder in chosen_folders(options)]
    sys.stdout.reconfigure(newline="")  # type: ignore[union-attr]  # a calendar's lines end as it says, on Windows too
    sys.stdout.write(_told(offices, chosen.format, options))
    return int(any(one.standing == "late" for _, items in offices for one in items))


def items_of(office: Office, language: str) -> tuple[Item, ...]:
    """Return all that a commune made ready has to do."""
    if office.books is None:
        return ()
    return due(office.books, office.shown.board.values(), store_of(office.folder.path), language)


def _office(office: Office, options: Options) -> tuple[Commune, tuple[Item, ...]]:
    return office.commune, items_of(office, options.language)


def _told(offices: Sequence[tuple[Commune, tuple[Item, ...]]], shape: str, options: Options) -> str:
    if shape == "json":
        found = {"on": options.today.isoformat(), "communes": [as_json(commune, items, options.language) for commune, items in offices]}
        return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    if shape == "ics":
        return as_calendar(offices, options.today, load().reach.remind, options.language).decode()
    return "\n".join(as_text(commune, items, options.today, options.language) for commune, items in offices)
