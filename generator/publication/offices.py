"""One commune made ready: its workbooks examined side by side, decided upon, and what is on show on the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator import commune_file, sources
from generator.attachments.carrying import Carried, carried
from generator.catalogue import Catalogue
from generator.cells import Unreadable
from generator.commune import Commune
from generator.disclosed import Disclosure
from generator.disclosure.decide import Decided, decide, together
from generator.disclosure.examine import Examined
from generator.disclosure.reading import examined_all
from generator.disclosure.site import Made, Site
from generator.disclosure.timing import Timing
from generator.findings import Finding, finding
from generator.posting import answers, events, explanations
from generator.posting.answers import Answer
from generator.posting.explaining import explained
from generator.posting.owing import Books
from generator.posting.planning import timing
from generator.posting.showing import Shown, posted_only, show
from generator.posting.store import FOLDER, Store, load, named, recall
from generator.publication.options import Options
from generator.publication.progress import say
from generator.report.sentences import told
from generator.sources import SETTINGS, Folder, path_name


@dataclass(frozen=True, slots=True)
class Office:
    """One commune ready to be published: its settings, what was decided, what is on show, and findings on the whole.

    `posted` is the record of postings where nothing beyond it may be shown.
    """

    folder: Folder
    commune: Commune
    decided: Decided
    shown: Shown
    findings: tuple[Finding, ...] = ()
    made: Mapping[str, tuple[Made, ...]] = field(default_factory=dict)
    books: Books | None = None
    timing: Timing = field(default_factory=Timing)
    posted: Store | None = None

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Return the findings on the commune, then those on its workbooks."""
        return self.findings + self.shown.findings + tuple(found for one in self.decided.examined for found in one.all_findings)

    def rules(self, catalogue: Catalogue) -> Catalogue:
        """Return the catalogue with the commune's own forms and rules over it."""
        return self.books.catalogue if self.books else catalogue

    def attachments(self, catalogue: Catalogue) -> tuple[tuple[Carried, ...], tuple[Finding, ...]]:
        """Return what the disclosures on show carry, and what is wrong with attachments."""
        rules = self.rules(catalogue)
        found, told = carried(self.folder.path, self.commune, self.shown.disclosures, rules, frozenset(self.shown.unnamed))
        if self.posted is None:
            return found, told
        known = {(entry.id, digest) for entry in self.posted.latest.values() for digest in entry.attached.values()}
        return tuple(one for one in found if (one.disclosure, one.sha256) in known), told

    def site(self, options: Options, catalogue: Catalogue) -> Site:
        """Return the commune's site as pages, prints and downloads may see it, by its own rules over the catalogue's."""
        language = _language(self.commune, options)
        return Site(self.commune, options.today, self.rules(catalogue), self.shown.disclosures, self.made, language, self.shown.replaced,
                    self.timing, self.shown.withdrawn)


def chosen_folders(options: Options) -> tuple[Folder, ...]:
    """Return the communes a command was asked for; Unreadable where there is none of that name, or none at all."""
    folders = tuple(folder for folder in sources.communes(options.data) if options.only in {"", folder.id})
    if not folders:
        raise Unreadable("commune-unknown", file=str(options.data), typed=options.only)
    return folders


def ready(folder: Folder, options: Options, catalogue: Catalogue) -> Office:
    """Return a commune examined, decided upon and dated; findings tell all that stands in the way of a table.

    Unreadable("settings-refused") where commune.toml is missing or has an error.
    """
    commune, findings = commune_file.read(folder)
    _sound(findings, options)
    catalogue, own = commune_file.rules(folder.path, options.data, catalogue)
    store = load(folder.path)
    accepted, troubles = answers.read(folder.path)
    examined = together(tuple(examined_all(folder.sources, catalogue, commune, options.jobs)), catalogue, commune)
    asked = [found for one in examined for found in one.all_findings]
    troubles += answers.unused(asked, accepted, named(folder.path / FOLDER / answers.FILE))
    examined = tuple(_answered(one, accepted, strict=options.strict) for one in examined)
    decided = decide(examined, _posted(store), catalogue, commune)
    if options.recorded:
        decided = replace(decided, disclosures=posted_only(decided.disclosures, store))
    shown = show(decided.disclosures, store, commune, catalogue, options.today)
    written, unread = ((), ()) if options.recorded else explanations.read(folder, commune, catalogue)
    shown, unmatched = explained(shown, written, store, catalogue)
    happened, untold = events.read(commune, catalogue.known_events, path_name(folder.path / SETTINGS))
    own_disclosures = tuple(one for one in (*shown.disclosures, *shown.upcoming) if not one.predecessor)
    books = Books(commune, catalogue, store.entries, own_disclosures, happened, options.today)
    troubles += (*own, *untold, *unread, *unmatched)
    if not commune.site:
        troubles += (finding("site-missing", path_name(folder.path / SETTINGS)),)
    return Office(folder, commune, decided, shown, (*findings, *troubles), books=books,
                  timing=timing(books, store, _language(commune, options)), posted=store if options.recorded else None)


def _language(commune: Commune, options: Options) -> str:
    return commune.language if options.language == "vi" else options.language


def _sound(findings: tuple[Finding, ...], options: Options) -> None:
    """Refuse a commune whose settings have an error, all of them told: what is guessed at could name whom it must not."""
    errors = [found for found in findings if found.severity == "error"]
    for found in errors:
        say(told(found, options.language))
    if errors:
        raise Unreadable("settings-refused", file=errors[0].file)


def _answered(one: Examined, accepted: tuple[Answer, ...], *, strict: bool) -> Examined:
    readings = []
    for reading in one.readings:
        weighed = answers.accept(reading.findings, accepted)
        findings = tuple(_stricter(found) for found in weighed.findings) if strict else weighed.findings
        readings.append(replace(reading, findings=findings, notes=weighed.notes))
    return replace(one, readings=tuple(readings))


def _stricter(found: Finding) -> Finding:
    return replace(found, severity="error") if found.severity == "warning" else found


def _posted(store: Store) -> list[Disclosure]:
    kept = (recall(store, entry) for entry in store.latest.values())
    return [found for found in kept if isinstance(found, Disclosure)]
