"""The Pelican plugin: a build gathers first, then makes prints and downloads, then pages, and puts the site in place at the end."""

from __future__ import annotations

from concurrent.futures import Executor
from typing import Any

from pelican import signals

from generator.publication.building import Building
from generator.publication.options import Options, from_settings
from generator.publication.outset import Outset
from generator.publication.pages_generator import DisclosurePages
from generator.publication.progress import say
from generator.publication.province import Province
from generator.sources import is_province


def register() -> None:
    """Join Pelican's run: begin before its generators, add ours, finish after them."""
    signals.initialized.connect(begin)
    signals.get_generators.connect(generators)
    signals.finalized.connect(finish)


def begin(pelican: Any) -> None:
    """Send Pelican's output to a fresh folder beside the site's own; the old site stays until the new one is whole."""
    building = pelican.settings.get("CONGKHAI_BUILDING") or build_of(from_settings(pelican.settings))
    pelican.settings["CONGKHAI_BUILDING"] = building
    pelican.output_path = pelican.settings["OUTPUT_PATH"] = str(building.begin())


def build_of(options: Options, executor: Executor | None = None) -> Building | Province:
    """Return the build that options ask for: a province's where the data folder holds one, a single commune's otherwise."""
    return Province(Outset(options), executor) if is_province(options.data) else Building(options)


def generators(pelican: Any) -> type[DisclosurePages]:  # noqa: ARG001 - Pelican calls it with itself
    """Return the generator of the pages made from data."""
    return DisclosurePages


def finish(pelican: Any) -> None:
    """Sweep, seal and put the site in place; what is wrong ends the run with a message and leaves the old site.

    Where Pelican was started by itself it then tells what the site goes without, tables and written pages, and ends with 1 as `build` does.
    """
    building = pelican.settings["CONGKHAI_BUILDING"]
    building.finish()
    if not isinstance(pelican.settings["CONGKHAI"], Options) and building.errors:
        for line in building.errors:
            say(line)
        raise SystemExit(1)
