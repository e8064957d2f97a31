"""The Pelican plugin: a build gathers first, then makes prints and downloads, then pages, and puts the site in place at the end."""

from __future__ import annotations

from typing import Any

from pelican import signals

from generator.publication.building import Building
from generator.publication.options import from_settings
from generator.publication.pages_generator import DisclosurePages


def register() -> None:
    """Join Pelican's run: begin before its generators, add ours, finish after them."""
    signals.initialized.connect(begin)
    signals.get_generators.connect(generators)
    signals.finalized.connect(finish)


def begin(pelican: Any) -> None:
    """Send Pelican's output to a fresh folder beside the site's own; the old site stays until the new one is whole."""
    building = pelican.settings.get("CONGKHAI_BUILDING") or Building(from_settings(pelican.settings))
    pelican.settings["CONGKHAI_BUILDING"] = building
    pelican.output_path = pelican.settings["OUTPUT_PATH"] = str(building.begin())


def generators(pelican: Any) -> type[DisclosurePages]:  # noqa: ARG001 - Pelican calls it with itself
    """Return the generator of the pages made from data."""
    return DisclosurePages


def finish(pelican: Any) -> None:
    """Sweep, seal and put the site in place; what is wrong ends the run with a message and leaves the old site."""
    pelican.settings["CONGKHAI_BUILDING"].finish()
