"""What stands around the figures of any disclosure: badges, downloads, whom to ask, the law behind it, how it was made."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator import periods
from generator.catalogue.law import Deadline, Posting
from generator.disclosed import Disclosure
from generator.pages.announced import link_to
from generator.pages.frame import Maker, Place
from generator.pages.open_data import dataset
from generator.pages.page import Link, href
from generator.pages.versions import Versions, gone_beside, versions
from generator.pages.words import Words, day

_FORMATS = ("ics", "xlsx", "csv", "json", "datapackage")
_THOUSAND, _MILLION = 1000, 1_000_000


@dataclass(frozen=True, slots=True)
class Badge:
    """A short mark under the answer; `look` is "good", "time" or "wrong"."""

    text: str
    look: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule behind the disclosure: what it asks, where it stands, and how sure we are of it."""

    text: str
    source: str
    certainty: str
    certain: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """All that stands around a disclosure's figures, ready to be set."""

    badges: tuple[Badge, ...]
    downloads: tuple[Link, ...]
    no_downloads: str
    unready: bool
    ask: tuple[str, ...]
    rules: tuple[Rule, ...]
    statutes: tuple[str, ...]
    older: str
    how: str
    how_link: Link | None
    codes: tuple[tuple[str, str], ...]
    version: int
    decision: str
    notes: tuple[str, ...]
    versions: tuple[Versions, ...] = ()
    datasets: tuple[Markup, ...] = ()
    attachments: tuple[Link, ...] = ()
    language: str = "vi"


def around(maker: Maker, place: Place, disclosure: Disclosure) -> Around:
    """Return what stands around a disclosure on its page."""
    words = maker.words
    rules = _rules(maker, disclosure)
    links = downloads(maker, place, disclosure)
    guide = next((text for text in maker.texts if text.slug == "trang-nay-duoc-lap-the-nao"), None)
    return Around(
        badges=badges(maker, disclosure),
        downloads=(*links, *link_to(maker, place, disclosure)),
        no_downloads=_lacking(maker, disclosure, links),
        unready=_unready(maker, disclosure),
        ask=ask(maker, disclosure),
        rules=rules,
        statutes=_statutes(maker, disclosure) if rules else (),
        older="" if rules or not maker.site.catalogue.form(disclosure.form).deadlines else words.get("law.older"),
        how=words.plain("made.how", authority=maker.authority),
        how_link=Link(words.get("made.how_link"), href(place.path, f"trang/{guide.slug}/index.html")) if guide else None,
        codes=(("", disclosure.code),),
        version=disclosure.version,
        decision=str(disclosure.facts.get("decision") or ""),
        notes=(*disclosure.notes, *gone_beside(maker, disclosure)),
        versions=versions(maker, place, disclosure),
        datasets=(dataset(maker, place, disclosure, shown=not named(disclosure)),),
        attachments=attachments(maker, place, disclosure),
        language=maker.site.language,
    )


def named(disclosure: Disclosure) -> bool:
    """Return whether the page of a disclosure names persons today, and so keeps out of search, feed and sitemap."""
    return disclosure.names_persons and bool(disclosure.names)


def badges(maker: Maker, disclosure: Disclosure) -> tuple[Badge, ...]:
    """Return the marks of a disclosure: its window, a correction, that it was replaced."""
    words, found = maker.words, []
    start, end = day(disclosure.posted_from), day(disclosure.posted_until)
    if disclosure.state == "expired" and end:
        found.append(Badge(words.plain("badge.expired", end=end), "time"))
    elif start and end:
        found.append(Badge(words.plain("badge.window", start=start, end=end), "good"))
    elif start:
        found.append(Badge(words.plain("badge.from", day=start), "good"))
    verdict = maker.site.timing.verdicts.get(disclosure.id)
    if verdict and verdict.state == "late":
        found.append(Badge(words.plain("badge.late", days=verdict.days_late, last=day(verdict.last)), "wrong"))
    elif verdict and verdict.state == "on-time":
        found.append(Badge(words.plain("badge.on_time", last=day(verdict.last)), "good"))
    if disclosure.predecessor:
        found.append(Badge(words.plain("badge.predecessor", name=disclosure.predecessor), "time"))
    if disclosure.version > 1:
        found.append(Badge(words.plain("badge.version", version=disclosure.version), "time"))
    if disclosure.state == "replaced":
        found.append(Badge(words.get("badge.replaced"), "wrong"))
    return tuple(found)


def _lacking(maker: Maker, disclosure: Disclosure, links: tuple[Link, ...]) -> str:
    """Return why a page lacks what others have: a print that could not be made, or a table that names persons; "" where all is there."""
    if _unready(maker, disclosure):
        return maker.words.get("download.unready")
    return maker.words.get("download.none") if named(disclosure) and not links else ""


def _unready(maker: Maker, disclosure: Disclosure) -> bool:
    return any(one.sort == "unready" for one in maker.site.made.get(disclosure.id, ()))


def downloads(maker: Maker, place: Place, disclosure: Disclosure) -> tuple[Link, ...]:
    """Return links to the public prints, then the public downloads."""
    words, links = maker.words, []
    made = [one for one in maker.site.made.get(disclosure.id, ()) if one.public and one.sort != "attachment"]
    for one in sorted(made, key=lambda one: _FORMATS.index(one.label) if one.label in _FORMATS else -1):
        if one.sort == "print":
            pages = words.plain("download.pages", count=one.pages) if one.pages else ""
            links.append(Link(words.plain("download.print", paper=one.label), href(place.path, one.path), note=pages))
        else:
            links.append(Link(words.get(f"download.{one.label}"), href(place.path, one.path)))
    return tuple(links)


def attachments(maker: Maker, place: Place, disclosure: Disclosure) -> tuple[Link, ...]:
    """Return links to what a disclosure carries, each with its kind, size and pages."""
    words = maker.words
    found = [one for one in maker.site.made.get(disclosure.id, ()) if one.public and one.sort == "attachment"]
    notes = (words.plain("attached.pages" if one.pages else "attached.picture", kind=one.label.upper(), size=_size(one.size, words),
                         pages=one.pages) for one in found)
    return tuple(Link(one.purpose, href(place.path, one.path), note=note) for one, note in zip(found, notes, strict=True))


def _size(size: int, words: Words) -> str:
    large = size >= _MILLION
    number = f"{size / (_MILLION if large else _THOUSAND):.1f}" if large else str(max(1, round(size / _THOUSAND)))
    return f"{number.replace('.', words.get('attached.mark'))}\u202f{'MB' if large else 'kB'}"


def ask(maker: Maker, disclosure: Disclosure) -> tuple[str, ...]:
    """Return the sentences that say whom to ask, where, and until when."""
    commune, words = maker.site.commune, maker.words
    lines = [words.plain("ask.whom", office=maker.office)]
    lines += [words.plain("ask.telephone", telephone=commune.telephone)] if commune.telephone else []
    lines += [words.plain("ask.email", email=commune.email)] if commune.email else []
    lines += [words.plain("ask.at", address=commune.address)] if commune.address else []
    if disclosure.posted_until:
        past = disclosure.posted_until < maker.site.day
        lines.append(words.plain("ask.past" if past else "ask.until", day=day(disclosure.posted_until)))
    return tuple(lines)


def _rules(maker: Maker, disclosure: Disclosure) -> tuple[Rule, ...]:
    """Return the deadline and the posting rule; nothing where the period is older than the catalogue's first deadline."""
    catalogue = maker.site.catalogue
    form, stage = catalogue.form(disclosure.form), disclosure.stage or ""
    due, posting = (names.get(stage) or names.get("") for names in (form.deadlines, form.postings))
    covered = periods.read(disclosure.period).last if disclosure.period else disclosure.posted_from or maker.site.day
    deadline = catalogue.deadline(due, covered) if due else None
    if due and deadline is None:
        return ()
    rule = catalogue.posting(posting, disclosure.posted_from or maker.site.day) if posting else None
    return tuple(_rule(maker, entry) for entry in (deadline, rule) if entry)


def _rule(maker: Maker, entry: Deadline | Posting) -> Rule:
    words = maker.words
    what = "deadline" if isinstance(entry, Deadline) else "posting"
    count = "working" if entry.working else "calendar"
    after = _after(words, entry.after) if isinstance(entry, Deadline) else ""
    statute = maker.site.catalogue.statute(entry.statute)
    return Rule(
        words.plain(f"law.{what}_{count}", days=entry.days, after=after),
        words.plain("law.by", article=entry.article, statute=statute.name.to(words.language)),
        words.get(f"law.{entry.certain}"),
        entry.certain == "certain",
        entry.note,
    )


def _after(words: Words, event: str) -> str:
    known = words.all["law"]["after"]
    return str(known.get(event) or known[""])


def _statutes(maker: Maker, disclosure: Disclosure) -> tuple[str, ...]:
    catalogue = maker.site.catalogue
    when = periods.read(disclosure.period).last if disclosure.period else disclosure.posted_from or maker.site.day
    found = [catalogue.statute(name) for name in catalogue.form(disclosure.form).statutes]
    return tuple(statute.name.to(maker.words.language) for statute in found if statute.since <= when <= statute.until)
