"""What is to be done for each commune: built anew, or taken over from the old site because all it is made of is the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import sources
from generator.publication.inputs import Inputs, inputs
from generator.publication.options import Options
from generator.publication.remembering import Memories, Memory, Result, mark
from generator.publication.takeover import overdue
from generator.sources import Folder

ROOT = ""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of a commune in the site and among the prints as they stand now."""

    site: Path
    paper: Path

    @property
    def marks(self) -> tuple[str, str]:
        """Return what tells whether anything in them was changed."""
        return mark(self.site), mark(self.paper)


@dataclass(frozen=True, slots=True)
class Plan:
    """A commune before a build: its inputs now, what is remembered of it, and whether what stands is what they would make."""

    folder: Folder
    places: Places
    inputs: Inputs
    memory: Memory | None
    same: bool

    @property
    def kept(self) -> Result:
        """Return what was made of the commune before, as far as it is remembered."""
        return self.memory.result if self.memory else Result(id=self.folder.id, name=self.folder.id)


def plan(folder: Folder, places: Places, options: Options, memories: Memories) -> Plan:
    """Return what is to be done for a commune; a result that failed is never taken for good."""
    now, memory = inputs(folder, options), memories.recall(folder.id)
    same = bool(memory and memory.inputs == now and not memory.result.failed and places.site.is_dir()
                and (memory.site, memory.paper) == places.marks)
    return Plan(folder, places, now, memory, same)


def wanted(plan: Plan, options: Options) -> bool:
    """Return whether a commune is to be built: it changed and was asked for, or a page of it names persons past their day."""
    asked = options.only in {"", plan.folder.id}
    return not plan.same and (asked or bool(overdue(plan.places.site, options.today)))


def steady(plan: Plan, options: Options) -> bool:
    """Return whether a commune's inputs are still those it was planned by: what was made while they changed is no thing to remember."""
    return inputs(plan.folder, options) == plan.inputs


def whole(plans: Iterable[Plan]) -> dict[str, str]:
    """Return the inputs of a province's own pages: those of each commune, as one digest."""
    return {plan.folder.id: hashlib.sha256(repr(sorted(plan.inputs.items())).encode()).hexdigest() for plan in plans}


def plans(options: Options) -> Iterator[Plan]:
    """Yield how each commune stands; a lone one has the whole site."""
    memories, province = Memories(options.output.parent / ".cache" / "communes"), sources.is_province(options.data)
    for folder in sources.communes(options.data):
        site = options.output / folder.id if province else options.output
        paper = options.to_print / folder.id if province else options.to_print
        yield plan(folder, Places(site, paper), options, memories)
