"""The page of a household list: counts by hamlet and class, changes, names while they are on show, the rules, how to object."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator import periods
from generator.disclosed import Disclosure
from generator.disclosure.counted import counted, spoken
from generator.pages.around import Around, Rule, around, named
from generator.pages.disclosures import place
from generator.pages.frame import Maker
from generator.pages.households_changes import Changes, changes
from generator.pages.households_counts import by_class
from generator.pages.households_hamlets import HamletPart, hamlet_parts
from generator.pages.households_list import hamlet_lists
from generator.pages.households_rules import ClassRules, Lines, class_rules, income_lines
from generator.pages.households_words import answer, hamlets_picture
from generator.pages.page import Page
from generator.pages.pictures import Picture
from generator.pages.small_tables import Counts
from generator.pages.words import bound, day


@dataclass(frozen=True, slots=True)
class HouseholdsView:
    """What a household list's page shows."""

    kicker: str
    question: str
    answer: Markup
    picture: Picture | None
    counts: Counts | None
    changes: Changes | None
    named: bool
    until: str
    hamlets: tuple[HamletPart, ...]
    decision: str
    list_note: str
    where: tuple[str, ...]
    lines: Lines | None
    rules: tuple[ClassRules, ...]
    rules_day: str
    objection: tuple[str, ...]
    around: Around
    sources: tuple[Rule, ...] = ()


def households_page(maker: Maker, disclosure: Disclosure) -> Page:
    """Return the page of a household list; it names heads of households only while the disclosure holds their names."""
    catalogue = maker.site.catalogue
    disclosure = spoken(disclosure, catalogue, maker.site.language)
    form = catalogue.form(disclosure.form)
    where = place(maker, disclosure, catalogue.family(form.family))
    stage = catalogue.stage(disclosure.kind, disclosure.stage)
    said, open_names = answer(maker, disclosure), named(disclosure)
    listing = hamlet_lists(maker, disclosure, form) if open_names else None
    found = counted(disclosure, form, named=open_names)
    since = changes(maker, disclosure, named=open_names)
    parts = hamlet_parts(maker, disclosure, found, since, listing.hamlets if listing else ())
    when = list_day(disclosure)
    view = HouseholdsView(
        kicker=stage.name.to(maker.site.language) if stage else form.name.to(maker.site.language),
        question=question(maker, disclosure),
        answer=said,
        picture=hamlets_picture(maker, disclosure, {one.hamlet: one.id for one in parts}, crossed=bool(found and found.classes)),
        counts=by_class(maker, found),
        changes=since,
        named=open_names,
        until=disclosure.posted_until.isoformat() if disclosure.posted_until else "",
        hamlets=parts,
        decision=listing.decision if listing else "",
        list_note=_list_note(maker, disclosure) if open_names else "",
        where=() if open_names else _where(maker, disclosure),
        lines=income_lines(maker, when),
        rules=class_rules(maker, disclosure, when),
        rules_day=day(when),
        objection=_objection(maker, disclosure),
        around=around(maker, where, disclosure),
    )
    return maker.page(
        where,
        "households.html",
        view,
        view.question,
        crumb=view.kicker,
        description=said.striptags(),
        robots="noindex, noarchive" if open_names else "",
        script=open_names,
    )


def question(maker: Maker, disclosure: Disclosure) -> str:
    """Return the question a list answers, its year and commune put in."""
    questions = maker.site.catalogue.form(disclosure.form).question
    text = questions.get(disclosure.stage or "") or questions[""]
    year = str(periods.read(disclosure.period).year) if disclosure.period else ""
    return bound(text.to(maker.site.language).format_map({"period": year, "commune": maker.unit_of(disclosure)}))


def list_day(disclosure: Disclosure) -> str:
    """Return the ISO day whose rules hold for a list: its own, else the first day it was posted, else its period's first."""
    own = disclosure.summary.get("list_day")
    if own:
        return str(own)
    if disclosure.posted_from:
        return disclosure.posted_from.isoformat()
    return periods.read(disclosure.period).first.isoformat() if disclosure.period else ""


def _list_note(maker: Maker, disclosure: Disclosure) -> str:
    words = maker.words
    return (
        words.plain("households.list_note", day=day(disclosure.posted_until))
        if disclosure.posted_until
        else words.get("households.list_note_open")
    )


def _where(maker: Maker, disclosure: Disclosure) -> tuple[str, ...]:
    words, places = maker.words, maker.site.commune.place
    past = disclosure.posted_until is not None and disclosure.posted_until < maker.site.day
    lines = [words.get("households.names_gone" if past and maker.site.commune.names_on_web else "households.no_names")]
    if past:
        return (*lines, words.plain("households.no_names_past", day=day(disclosure.posted_until)))
    lines.append(
        words.plain("households.no_names_where", places="; ".join(one.name for one in places))
        if places
        else words.plain("households.no_names_where_open", authority=maker.authority)
    )
    return (*lines, words.plain("households.no_names_until", day=day(disclosure.posted_until))) if disclosure.posted_until else tuple(lines)


def _objection(maker: Maker, disclosure: Disclosure) -> tuple[str, ...]:
    words = maker.words
    lines = [words.plain("households.objection_how", office=maker.office)]
    if disclosure.posted_until:
        past = disclosure.posted_until < maker.site.day
        lines.append(words.plain("households.objection_past" if past else "households.objection_until", day=day(disclosure.posted_until)))
    return tuple(lines)
