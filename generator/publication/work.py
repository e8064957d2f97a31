"""Do what is to be done: build a commune that is the whole site, or a province, with this machine's processes or a cluster's."""

from __future__ import annotations

from generator import jobs
from generator.cells import Unreadable
from generator.publication import lone
from generator.publication.one_commune import run
from generator.publication.outset import Outset
from generator.publication.province import Province


def work(outset: Outset) -> None:
    """Build what the outset found changed; Unreadable where the cluster that was asked for can't be used."""
    address = outset.options.scheduler
    if not outset.province:
        lone.build(outset)
    elif address:
        try:
            with jobs.cluster(address) as executor:
                run(Province(outset, executor))
        except jobs.NoCluster as fault:
            raise Unreadable(str(fault), file=address) from None
    else:
        run(Province(outset))
