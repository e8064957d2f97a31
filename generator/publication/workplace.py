"""Where a build works unseen: fresh folders beside the site and the prints, under lock, put in place together at the end."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from generator.publication.options import Options
from generator.release import locking, placing, staging, writing


class Workplace:
    """The fresh folders of one build; they are gone after it unless they were put in place."""

    def __init__(self, options: Options) -> None:
        """Take the options; nothing is touched yet."""
        self.options = options
        self.held = ExitStack()
        self.site = Path()
        self.paper = Path()

    def open(self) -> Path:
        """Lock the places, make fresh folders beside them, and return the one for the site."""
        self.held.enter_context(locking.locked(staging.lock_of(self.options.output)))
        self.site = staging.stage(self.options.output)
        self.held.callback(staging.discard, self.site)
        self.paper = staging.stage(self.options.to_print)
        self.held.callback(staging.discard, self.paper)
        return self.site

    def put_in_place(self, report: bytes) -> None:
        """Put prints, site and report in the places of the old ones; CannotWrite leaves the old site."""
        with writing.told(self.options.output), writing.ready(self.options.report, report):
            placing.put_in_place(self.paper, self.options.to_print)
            placing.put_in_place(self.site, self.options.output)


class Part:
    """A commune's folders within a province's build, whose owner puts them in place."""

    def __init__(self, site: Path, paper: Path) -> None:
        """Take the folders that will hold the commune's site, and its prints in a folder of its id."""
        self.held = ExitStack()
        self.site = site
        self.paper = paper

    def open(self) -> Path:
        """Make the folders and return the one for the site."""
        for folder in (self.site, self.paper):
            folder.mkdir(parents=True, exist_ok=True)
        return self.site

    def put_in_place(self, report: bytes) -> None:
        """Leave all where it is."""
