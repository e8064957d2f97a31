"""The choices of `bundle`: for which systems and Python versions, and where to."""

from __future__ import annotations

from pathlib import Path

from generator.bundling.targets import PYTHONS, SYSTEMS
from generator.catalogue.texts import texts
from generator.commands.choices import Adding


def add(adding: Adding) -> None:
    """Add the command's choices."""
    usage = texts("bundle", adding.language)["usage"]
    parser = adding("bundle", usage["bundle"])
    parser.add_argument("--platform", action="append", choices=SYSTEMS, default=[], help=usage["platform"])
    parser.add_argument("--python", action="append", choices=PYTHONS, default=[], help=usage["python"])
    parser.add_argument("--output", type=Path, default=None, metavar=usage["file"], help=usage["output"])
