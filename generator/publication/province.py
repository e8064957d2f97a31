"""A province's build: each commune a job of its own, what did not change taken over as it is, all put in place in one step."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from msgspec import structs

from generator import jobs, prints
from generator.catalogue import load
from generator.cells import Unreadable
from generator.disclosure.site import Site
from generator.findings import finding
from generator.pages import Page, province
from generator.publication import one_commune
from generator.publication.one_commune import Task
from generator.publication.outset import Outset
from generator.publication.planning import ROOT, Plan, steady, wanted, whole
from generator.publication.progress import counted, say
from generator.publication.remembering import Memory, Result
from generator.publication.takeover import overdue, take_down, take_over
from generator.publication.workplace import Workplace
from generator.release import manifests, sums, sweep, writing
from generator.release.clearing import THREADS
from generator.release.writing import CannotWrite
from generator.report import build_report
from generator.report.build_report import finding_json
from generator.report.sentences import told

TIMEOUT = 3600.0
MEMORY = 6 * 1024**3
LIVES = 20  # communes that one process builds: each leaves about a megabyte behind in it


class Province:
    """A province's build under way: what is to be done for each commune, and what became of it."""

    def __init__(self, outset: Outset, executor: Executor | None = None) -> None:
        """Take how the communes stand, and what runs their jobs: processes of this machine where it is not given."""
        self.outset, self.options, self.plans, self.memories = outset, outset.options, outset.plans, outset.memories
        self.executor, self.words = executor, outset.words
        self.name = outset.settings.name if outset.settings else ""
        self.place = Workplace(outset.options)
        self.pages: list[Path] = []

    def begin(self) -> Path:
        """Make the fresh folders to work in and return the one for the site."""
        return self.place.open()

    def gather(self) -> None:
        """Build the communes that changed, and take over the others and those that could not be built."""
        say(self.words["day"].format(day=f"{self.options.today:%d/%m/%Y}"))
        changed = [each for each in self.plans if wanted(each, self.options)]
        say(self.words["communes"].format(changed=len(changed), same=len(self.plans) - len(changed)))
        own, settled = {each.folder.id for each in changed}, dict[str, Result]()
        others = [each for each in self.plans if each.folder.id not in own]

        def take_over_others() -> None:
            with ThreadPoolExecutor(THREADS) as pool:
                settled.update(zip((each.folder.id for each in others), pool.map(self._settled, others), strict=True))

        with writing.told(self.options.output):
            for each, result in zip(changed, self._built(changed, take_over_others), strict=True):
                settled[each.folder.id] = self._settled(each, result)
        self.outset.built = frozenset(own)
        self.outset.results = tuple(settled[each.folder.id] for each in self.plans)

    def make(self) -> None:
        """Make nothing more: each commune's job made its prints and downloads."""

    def sites(self) -> tuple[tuple[Site, Path], ...]:
        """Return no site: each commune's job wrote its pages."""
        return ()

    def around(self) -> tuple[Page, ...]:
        """Return the province's own pages."""
        staged = (self.place.site / each.folder.id / manifests.FILE for each in self.plans)
        cards = [json.loads(path.read_bytes()) for path in staged if path.is_file()]
        return province.pages(province.Above(self.name, cards, self.options.today, load(), self.options.language))

    def finish(self) -> None:
        """Write sums and report, put site and prints in place, and remember what was made; CannotWrite leaves the old ones."""
        with self.place.held, writing.told(self.options.output):
            leaks = sweep.sweep_around(self.place.site, [each.folder.id for each in self.plans])
            if leaks:
                raise Unreadable("release-refused", file=leaks[0].file, leaks=str(len(leaks)))
            sums.write_sums(self.place.site)
            used = {name for result in self.outset.results for name in result.used}
            prints.Kept(self.options.output.parent / ".cache" / "prints", used).tidy()
            self.place.put_in_place(build_report.as_bytes(self.report()))
            self._remember()

    @property
    def errors(self) -> tuple[str, ...]:
        """Return what the terminal says of every refusal."""
        return self.outset.errors

    def report(self) -> dict[str, Any]:
        """Return the build's report as JSON values, each commune's part as its job gave it."""
        own = [finding_json(found, self.options.language) for found in self.outset.findings]
        return {"built_for": self.options.today.isoformat(), "counts": self.outset.counts(),
                "findings": own + [found for result in self.outset.results for found in result.troubles],
                "communes": [result.report for result in self.outset.results if result.report]}

    def _built(self, changed: list[Plan], meanwhile: Callable[[], None]) -> Iterator[Result]:
        each = max(1, self.options.jobs // max(1, len(changed)))
        tasks = [Task(replace(self.options, only=one.folder.id, jobs=each), one.folder, one.kept.name, self.place.site, self.place.paper)
                 for one in changed]
        if self.executor:
            outcomes = jobs.run_on(self.executor, one_commune.build, tasks, timeout=TIMEOUT, meanwhile=meanwhile)
        else:
            outcomes = jobs.run(one_commune.build, tasks, workers=self.options.jobs, timeout=TIMEOUT, memory=MEMORY, lives=LIVES,
                                meanwhile=meanwhile)
        with closing(outcomes):  # workers that live on would hold the lock
            for outcome in counted(outcomes, len(tasks), self.words, "building"):
                yield self._sound(outcome.result, outcome.item)

    def _sound(self, result: Result | None, task: Task) -> Result:
        if result is None:
            found = finding("commune-stopped", task.options.only)
            return Result(id=task.options.only, name=task.name, failed=True, errors=(told(found, self.options.language),),
                          troubles=(finding_json(found, self.options.language),))
        if result.stopped:
            raise CannotWrite(result.stopped.code, Path(result.stopped.place), **result.stopped.details)
        return result

    def _settled(self, one: Plan, made: Result | None = None) -> Result:
        """Return a commune's result with its folders staged: those just made, or the old ones where nothing new was."""
        if made and not made.failed:
            return made
        own = one.folder.id
        take_over(one.places.site, self.place.site / own)
        take_over(one.places.paper, self.place.paper / own)
        take_down(self.place.site / own, overdue(one.places.site, self.options.today))
        return structs.replace(one.kept, errors=made.errors, troubles=made.troubles, failed=True) if made else one.kept

    def _remember(self) -> None:
        for one, result in zip(self.plans, self.outset.results, strict=True):
            if one.folder.id not in self.outset.built:
                continue
            if steady(one, self.options):
                self.memories.keep(Memory(result=result, inputs=one.inputs, site=one.places.marks[0], paper=one.places.marks[1]))
            else:
                self.memories.forget(one.folder.id)
        root = Result(id=ROOT, name=self.name)
        self.memories.keep(Memory(result=root, inputs=whole(self.plans), site=self.outset.mark, paper=""))
