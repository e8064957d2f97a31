"""One build from beginning to end: gather, make, write, sweep, put in place, report."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from generator import downloads, prints
from generator.catalogue import Catalogue, load
from generator.catalogue.texts import texts
from generator.cells import Unreadable
from generator.disclosure import addresses
from generator.disclosure.site import Made, Site
from generator.findings import Finding
from generator.posting.showing import guarded
from generator.prints import duties as duty_prints
from generator.prints.standing import standing
from generator.publication.offices import Office, chosen_folders, ready
from generator.publication.options import Options
from generator.publication.progress import counted, say
from generator.release import locking, manifests, placing, staging, sums, sweep, writing
from generator.release.origins import origins
from generator.release.verdicts import Verdicts
from generator.release.writing import CannotWrite
from generator.report import build_report
from generator.report.terminal import told

_MOST = 10


class Building:
    """A build under way: where it stages, the communes it made ready, and what it made of them."""

    def __init__(self, options: Options) -> None:
        """Take the options; nothing is touched yet."""
        self.options = options
        self.catalogue: Catalogue = load()
        self.words = texts("report", options.language)["build"]
        self.held = ExitStack()
        self.site_folder = Path()
        self.paper_folder = Path()
        self.offices: tuple[Office, ...] = ()
        self.pages: list[Path] = []
        self.troubles: list[Finding] = []
        self.kept = prints.Kept(options.output.parent / ".cache" / "prints")

    def begin(self) -> Path:
        """Lock the places, make fresh folders beside them, and return the one for the site."""
        options = self.options
        self.held.enter_context(locking.locked(staging.lock_of(options.output)))
        self.site_folder = staging.stage(options.output)
        self.held.callback(staging.discard, self.site_folder)
        self.paper_folder = staging.stage(options.to_print)
        self.held.callback(staging.discard, self.paper_folder)
        return self.site_folder

    def gather(self) -> None:
        """Read and decide upon every commune; Unreadable where there is none to publish."""
        say(self.words["day"].format(day=f"{self.options.today:%d/%m/%Y}"))
        folders = chosen_folders(self.options)
        total = sum(len(folder.sources) for folder in folders)
        say(f"{self.words['reading']} {total}")
        self.offices = tuple(ready(folder, self.options, self.catalogue) for folder in folders)

    def make(self) -> None:
        """Make the prints and downloads of every commune, before pages link to them."""
        with writing.told(self.options.output):
            self.offices = tuple(replace(office, made=self._made(office)) for office in self.offices)

    def sites(self) -> list[tuple[Site, Path]]:
        """Return each commune's site and its folder within the staged one; a lone commune has the whole of it."""
        return [(office.site(self.options, self.catalogue), self._folder(office)) for office in self.offices]

    def finish(self) -> None:
        """Write manifests, sums and report, sweep, and put site and prints in place; CannotWrite or a leak leaves the old ones."""
        with self.held, writing.told(self.options.output):
            for office in self.offices:
                site, folder = office.site(self.options, self.catalogue), self._folder(office)
                (folder / manifests.FILE).write_bytes(manifests.manifest(site))
            self._whole()
            self._sweep()
            sums.write_sums(self.site_folder)
            self.kept.tidy()
            with writing.ready(self.options.report, self._report()):
                placing.put_in_place(self.paper_folder, self.options.to_print)
                placing.put_in_place(self.site_folder, self.options.output)

    def _made(self, office: Office) -> Mapping[str, tuple[Made, ...]]:
        site, folder = office.site(self.options, self.catalogue), self._folder(office)
        made: dict[str, list[Made]] = {name: list(own) for name, own in downloads.make_all(site, folder).items()}
        asked = standing(self.options.to_print / office.commune.id)
        target = self.paper_folder / office.commune.id
        if self.options.prints:
            again, told_of = asked.jobs(office.shown.board, site)
            self.troubles += told_of
            listed = duty_prints.papers(site)
            papers = [*prints.prepare_all(office.shown.board.values(), site), *(one.job for one in listed), *again]
            shop = prints.Workshop(folder, target, workers=self.options.jobs, kept=self.kept)
            for printed in counted(prints.make_all(papers, shop), len(papers), self.words["printing"]):
                if printed.made:
                    made.setdefault(printed.job.disclosure, []).append(printed.made)
                if printed.finding:
                    self._troubled(printed.finding)
            for one in duty_prints.to_edit(listed):
                writing.write(target / one.word_path, one.word())
        asked.keep(target)
        return {name: tuple(each) for name, each in made.items()}

    def _troubled(self, found: Finding) -> None:
        if found.severity == "error":
            raise CannotWrite(found.code, self.options.output, **dict(found.details))
        self.troubles.append(found)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return all that was found, on communes, workbooks and prints."""
        return (*(found for office in self.offices for found in office.all_findings), *self.troubles)

    @property
    def refused(self) -> int:
        """Return how many tables were kept from being published."""
        readings = [reading for office in self.offices for one in office.decided.examined for reading in one.readings]
        return sum(reading.table.form is not None and not reading.publishable for reading in readings)

    def counts(self) -> dict[str, int]:
        """Return how much was made: disclosures, pages, prints, downloads."""
        made = [each for office in self.offices for all_made in office.made.values() for each in all_made]
        return {"disclosures": sum(len(office.shown.disclosures) for office in self.offices), "pages": len(self.pages),
                "prints": sum(each.sort == "print" for each in made), "downloads": sum(each.sort == "download" for each in made)}

    def _report(self) -> bytes:
        return build_report.as_bytes({
            "built_for": self.options.today.isoformat(), "counts": self.counts(),
            "findings": [build_report.finding_json(found, self.options.language) for found in self.troubles],
            "communes": [build_report.office_report(site, office.decided.examined, office.decided.files,
                                                    tuple(office.shown.board.values()), self.options.language)
                         | {"findings": [build_report.finding_json(found, self.options.language)
                                         for found in (*office.findings, *office.shown.findings)]}
                         for office, (site, _) in zip(self.offices, self.sites(), strict=True)],
        })

    def _whole(self) -> None:
        """Hold disclosures in against pages out: a page that is missing ends the build."""
        wanted = [folder / addresses.page(found, site.catalogue) for site, folder in self.sites() for found in site.shown]
        missing = [path for path in (*wanted, *self.pages) if not path.is_file()]
        if missing:
            raise Unreadable("page-missing", file=missing[0].relative_to(self.site_folder).as_posix())

    def _sweep(self) -> None:
        """Refuse the release where a private value is found in it; the findings say in which file, and whose cell it is."""
        verdicts = Verdicts(self.options.output.parent / ".cache" / "sweep.json")
        beside = sweep.Beside(origins([one for office in self.offices for one in office.decided.examined]), verdicts)
        inside = [(folder, site, guarded(office.decided.secrets, office.shown))
                  for office, (site, folder) in zip(self.offices, self.sites(), strict=True)]
        leaks = [leak for folder, site, secrets in inside for leak in sweep.sweep(folder, site, secrets, beside)]
        leaks += sweep.sweep_around(self.site_folder, inside, beside)
        verdicts.keep()
        if leaks:
            self.troubles += leaks
            for leak in leaks[:_MOST]:
                say(told(leak, self.options.language))
            raise Unreadable("release-refused", file=leaks[0].file, leaks=str(len(leaks)))

    def _folder(self, office: Office) -> Path:
        return self.site_folder if len(self.offices) <= 1 else self.site_folder / office.commune.id
