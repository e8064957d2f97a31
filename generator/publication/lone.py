"""The build of a commune that is the whole site, and what is remembered of it."""

from __future__ import annotations

from generator.publication.building import Building
from generator.publication.one_commune import result_of, run
from generator.publication.outset import Outset
from generator.publication.planning import steady
from generator.publication.remembering import Memory


def build(outset: Outset) -> None:
    """Build the commune's site and remember of what it was made."""
    (plan,) = outset.plans
    building = Building(outset.options, folder=plan.folder)
    run(building)
    result = result_of(building)
    outset.results, outset.built = (result,), frozenset({plan.folder.id})
    if not steady(plan, outset.options):
        outset.memories.forget(plan.folder.id)
        return
    site, paper = plan.places.marks
    outset.memories.keep(Memory(result=result, inputs=plan.inputs, site=site, paper=paper))
