"""One build from beginning to end: gather, make, write, sweep, put in place, report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator import downloads, prints
from generator.catalogue import Catalogue, load
from generator.catalogue.texts import texts
from generator.cells import Unreadable
from generator.disclosure import addresses
from generator.disclosure.site import Made, Site
from generator.findings import Finding, unreadable
from generator.pages import Page
from generator.posting.showing import guarded
from generator.prints import announced, meeting
from generator.prints import duties as duty_prints
from generator.prints.standing import standing
from generator.publication.offices import Office, chosen_folders, ready
from generator.publication.options import Options
from generator.publication.progress import counted, event, say
from generator.publication.workplace import Part, Workplace
from generator.release import manifests, sums, sweep, writing
from generator.release.origins import origins
from generator.release.verdicts import Verdicts
from generator.release.writing import CannotWrite
from generator.report import build_report
from generator.report.sentences import told
from generator.sources import Folder

_MOST = 10


class Building:
    """One commune's build under way: where it works, the commune made ready, and what it made of it."""

    def __init__(self, options: Options, place: Workplace | Part | None = None, folder: Folder | None = None) -> None:
        """Take the options, the place to work in, the whole site unless another build gives a part, and the commune where it is known."""
        self.options = options
        self.folder = folder
        self.catalogue: Catalogue = load()
        self.words = texts("report", options.language)["build"]
        self.place = place or Workplace(options)
        self.office: Office
        self.pages: list[Path] = []
        self.troubles: list[Finding] = []
        self.kept = prints.Kept(options.output.parent / ".cache" / "prints")

    def begin(self) -> Path:
        """Make the fresh folders to work in and return the one for the site."""
        return self.place.open()

    def gather(self) -> None:
        """Read and decide upon the commune; Unreadable where there is none to publish."""
        say(self.words["day"].format(day=f"{self.options.today:%d/%m/%Y}"))
        (folder,) = (self.folder,) if self.folder else chosen_folders(self.options)
        say(f"{self.words['reading']} {len(folder.sources)}")
        event("reading", commune=folder.id, files=len(folder.sources))
        self.office = ready(folder, self.options, self.catalogue)

    def make(self) -> None:
        """Make the commune's prints and downloads, before pages link to them."""
        with writing.told(self.options.output):
            self.office = replace(self.office, made=self._made(self.office))

    @property
    def site(self) -> Site:
        """Return the commune's site as pages, prints and downloads may see it."""
        return self.office.site(self.options, self.catalogue)

    def sites(self) -> tuple[tuple[Site, Path], ...]:
        """Return the sites whose pages are to be written, each with its folder: the commune's own."""
        return ((self.site, self.place.site),)

    def around(self) -> tuple[Page, ...]:
        """Return the pages above the commune's own: none."""
        return ()

    def finish(self) -> None:
        """Write manifest, sums and report, sweep, and put site and prints in place; CannotWrite or a leak leaves the old ones."""
        with self.place.held, writing.told(self.options.output):
            (self.place.site / manifests.FILE).write_bytes(manifests.manifest(self.site))
            self._whole()
            self._sweep()
            sums.write_sums(self.place.site)
            if isinstance(self.place, Workplace):
                self.kept.tidy()
            self.place.put_in_place(build_report.as_bytes(self.report()))

    def _made(self, office: Office) -> Mapping[str, tuple[Made, ...]]:
        site, folder = office.site(self.options, self.catalogue), self.place.site
        made: dict[str, list[Made]] = {name: list(own) for name, own in downloads.make_all(site, folder).items()}
        asked = standing(self.options.to_print / office.commune.id)
        target = self.place.paper / office.commune.id
        if self.options.prints:
            again, told_of = asked.jobs(office.shown.board, site)
            self.troubles += told_of
            listed = duty_prints.papers(site)
            papers = [*prints.prepare_all(office.shown.board.values(), site), *(one.job for one in listed), *announced.papers(site),
                      *meeting.papers(site), *again]
            shop = prints.Workshop(folder, target, workers=self.options.jobs, kept=self.kept)
            for printed in counted(prints.make_all(papers, shop), len(papers), self.words, "printing"):
                if printed.made:
                    made.setdefault(printed.job.disclosure, []).append(printed.made)
                elif printed.job.public:
                    made.setdefault(printed.job.disclosure, []).append(prints.unready(printed.job))
                if printed.finding:
                    self._troubled(printed.finding)
            for one in duty_prints.to_edit(listed):
                writing.write(target / one.word_path, one.word())
        asked.keep(target)
        self._attach(office, made)
        return {name: tuple(each) for name, each in made.items()}

    def _attach(self, office: Office, made: dict[str, list[Made]]) -> None:
        """Write what disclosures carry: into the site what is free of names, beside the prints what may hang on the board today."""
        found, told_of = office.attachments(self.catalogue)
        self.troubles += told_of
        for one in found:
            if one.public or one.disclosure in office.shown.board:
                writing.write((self.place.site if one.public else self.place.paper / office.commune.id) / one.path, one.bare.content)
                made.setdefault(one.disclosure, []).append(one.made)

    def left_out(self, fault: Unreadable) -> None:
        """Keep what is wrong with a written page, which the site then goes without."""
        self.troubles.append(unreadable(fault, fault.details["file"]))

    def _troubled(self, found: Finding) -> None:
        if found.severity == "error":
            raise CannotWrite(found.code, self.options.output, **dict(found.details))
        self.troubles.append(found)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return all that was found, on the commune, its workbooks and its prints."""
        return (*self.office.all_findings, *self.troubles)

    @property
    def errors(self) -> tuple[str, ...]:
        """Return what the terminal says of every refusal."""
        return tuple(told(found, self.options.language) for found in self.findings if found.severity == "error")

    @property
    def refused(self) -> int:
        """Return how many tables were kept from being published."""
        readings = [reading for one in self.office.decided.examined for reading in one.readings]
        return sum(reading.table.form is not None and not reading.publishable for reading in readings)

    def counts(self) -> dict[str, int]:
        """Return how much was made: disclosures, pages, prints, downloads."""
        made = [each for all_made in self.office.made.values() for each in all_made]
        return {"disclosures": len(self.office.shown.disclosures), "pages": len(self.pages),
                "prints": sum(each.sort == "print" for each in made), "downloads": sum(each.sort == "download" for each in made)}

    def report(self) -> dict[str, Any]:
        """Return the build's report as JSON values."""
        office, language = self.office, self.options.language
        own = [build_report.finding_json(found, language) for found in (*office.findings, *office.shown.findings)]
        own_report = build_report.office_report(self.site, office.decided.examined, office.decided.files,
                                                tuple(office.shown.board.values()), language)
        return {
            "built_for": self.options.today.isoformat(), "counts": self.counts(),
            "findings": [build_report.finding_json(found, language) for found in self.troubles],
            "communes": [build_report.with_digests(own_report, self.place.paper) | {"findings": own}],
        }

    def _whole(self) -> None:
        """Hold disclosures in against pages out: a page that is missing ends the build."""
        wanted = [self.place.site / addresses.page(found, self.site.catalogue) for found in self.site.shown]
        missing = [path for path in (*wanted, *self.pages) if not path.is_file()]
        if missing:
            raise Unreadable("page-missing", file=missing[0].relative_to(self.place.site).as_posix())

    def _sweep(self) -> None:
        """Refuse the release where a private value is found in it; the findings say in which file, and whose cell it is."""
        office = self.office
        verdicts = Verdicts(self.options.output.parent / ".cache" / "sweep" / f"{office.commune.id}.json")
        beside = sweep.Beside(origins(list(office.decided.examined)), verdicts)
        leaks = list(sweep.sweep(self.place.site, self.site, guarded(office.decided.secrets, office.shown), beside))
        if leaks:
            self.troubles += leaks
            for leak in leaks[:_MOST]:
                say(told(leak, self.options.language))
            raise Unreadable("release-refused", file=leaks[0].file, leaks=str(len(leaks)))
        verdicts.keep()
