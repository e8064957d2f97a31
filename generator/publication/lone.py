"""The build of a commune that is the whole site: not run at all where it would come out the same."""

from __future__ import annotations

from generator.catalogue.texts import texts
from generator.publication.building import Building
from generator.publication.offices import chosen_folders
from generator.publication.one_commune import result_of, run
from generator.publication.options import Options
from generator.publication.planning import Places, Plan, plan
from generator.publication.remembering import Memories, Memory, Result


class Lone:
    """A commune's build: what is to be done, and what became of it."""

    def __init__(self, options: Options) -> None:
        """Take the options; nothing is touched yet."""
        self.options = options
        self.words = texts("report", options.language)["build"]
        self.memories = Memories(options.output.parent / ".cache" / "communes")
        (folder,) = chosen_folders(options)
        self._plan: Plan = plan(folder, Places(options.output, options.to_print), options, self.memories)
        self.result: Result = self._plan.kept
        self.built: frozenset[str] = frozenset()

    def plan(self) -> bool:
        """Return whether nothing is to be done: what stands is what would be made."""
        return self._plan.same and self.options.report.is_file()

    def run(self) -> None:
        """Build the commune's site and remember of what it was made."""
        building = Building(self.options)
        run(building)
        self.result, self.built = result_of(building), frozenset({self._plan.folder.id})
        site, paper = self._plan.places.marks
        self.memories.keep(Memory(result=self.result, inputs=self._plan.inputs, site=site, paper=paper))

    @property
    def errors(self) -> tuple[str, ...]:
        """Return what the terminal says of every refusal."""
        return self.result.errors

    @property
    def refused(self) -> int:
        """Return how many tables were kept from being published."""
        return self.result.refused

    def counts(self) -> dict[str, int]:
        """Return how much stands: disclosures, pages, prints, downloads."""
        return self.result.counts
