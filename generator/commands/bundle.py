"""`bundle`: one zip with the program, its wheels and fonts, for an office without internet or without the right to install."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from generator.bundling import locks, packing, wheels
from generator.bundling.targets import PYTHONS, SYSTEMS, targets
from generator.catalogue.texts import texts
from generator.commands.choices import ROOT
from generator.publication.progress import say

_LOCKS = ("requirements.lock", "requirements-bundle.lock")
_MEGA = 1_000_000


def run(chosen: argparse.Namespace) -> int:
    """Fetch the wheels and write the zip; return 0, or 2 where a wheel could not be had: then nothing is written."""
    words = texts("bundle", chosen.lang)["said"]
    systems = tuple(chosen.platform) or SYSTEMS[:1]
    pythons = tuple(chosen.python) or PYTHONS
    target = chosen.output or ROOT / f"congkhai-{'-'.join(name for name in SYSTEMS if name in systems)}.zip"
    pinned = [pin for name in _LOCKS for pin in locks.pins(ROOT / name)]
    with tempfile.TemporaryDirectory(prefix="congkhai-") as folder:
        place = Path(folder) / wheels.FOLDER
        place.mkdir()
        for one in targets(systems, pythons):
            named = {"system": words["systems"][one.system], "python": one.python}
            say(words["fetching"].format(**named))
            try:
                wheels.fetch(locks.needed(pinned, one), one, place, ROOT)
            except wheels.NotFetched as fault:
                sys.stderr.write(words["not_fetched"].format(**named, reason=fault.reason) + "\n")
                return 2
        size = packing.pack(ROOT, place, target)
    sys.stdout.write(words["done"].format(path=target, size=round(size / _MEGA), page=packing.PAGE) + "\n")
    return 0
