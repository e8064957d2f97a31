"""What stands before a build, and whether anything is to be done at all: found without loading any of what builds."""

from __future__ import annotations

from generator import commune_file, sources
from generator.catalogue.texts import texts
from generator.cells import Unreadable
from generator.publication.options import Options
from generator.publication.planning import ROOT, Places, Plan, plan, whole
from generator.publication.remembering import Memories, Result, mark
from generator.report.sentences import told


class Outset:
    """How every commune stands against what is remembered of it, and what was told of the last build."""

    built: frozenset[str] = frozenset()

    def __init__(self, options: Options) -> None:
        """Hold every commune against what is remembered of it; Unreadable where there is none of the name that was asked for."""
        self.options = options
        self.words = texts("report", options.language)["build"]
        self.memories = Memories(options.output.parent / ".cache" / "communes")
        self.province = sources.is_province(options.data)
        self.settings, self.findings = commune_file.read_province(options.data) if self.province else (None, ())
        self.plans: tuple[Plan, ...] = tuple(plan(folder, self._places(folder.id), options, self.memories) for folder in self._folders())
        self.results: tuple[Result, ...] = tuple(each.kept for each in self.plans)

    @property
    def same(self) -> bool:
        """Return whether nothing is to be done: what stands is what would be made."""
        return all(each.same for each in self.plans) and self._root_same() and self.options.report.is_file()

    @property
    def mark(self) -> str:
        """Return what tells whether anything beside the communes' folders of the site was changed."""
        return mark(self.options.output, frozenset(each.folder.id for each in self.plans))

    @property
    def errors(self) -> tuple[str, ...]:
        """Return what the terminal says of every refusal."""
        own = (told(found, self.options.language) for found in self.findings if found.severity == "error")
        return (*own, *(line for result in self.results for line in result.errors))

    @property
    def refused(self) -> int:
        """Return how many tables were kept from being published."""
        return sum(result.refused for result in self.results)

    def counts(self) -> dict[str, int]:
        """Return how much stands: disclosures, pages, prints, downloads of all communes."""
        names = ("disclosures", "pages", "prints", "downloads")
        return {name: sum(result.counts.get(name, 0) for result in self.results) for name in names}

    def _folders(self) -> tuple[sources.Folder, ...]:
        found, only = tuple(sources.communes(self.options.data)), self.options.only
        if not found or only not in {"", *(folder.id for folder in found)}:
            raise Unreadable("commune-unknown", file=str(self.options.data), typed=only)
        return found if self.province else tuple(folder for folder in found if only in {"", folder.id})

    def _places(self, own: str) -> Places:
        if self.province:
            return Places(self.options.output / own, self.options.to_print / own)
        return Places(self.options.output, self.options.to_print)

    def _root_same(self) -> bool:
        if not self.province:
            return True
        root = self.memories.recall(ROOT)
        return bool(root and root.inputs == whole(self.plans) and root.site == self.mark)
