"""The page of a household list: counts by hamlet and class, changes, names while they are on show, the rules, how to object."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator import money, periods
from generator.disclosed import Disclosure, Json
from generator.disclosure.counted import Counted, counted
from generator.pages.around import Around, Rule, around, named
from generator.pages.disclosures import place
from generator.pages.frame import Maker, authority_name
from generator.pages.households_list import HamletList, hamlet_lists
from generator.pages.households_rules import ClassRules, Lines, class_rules, income_lines
from generator.pages.households_words import answer, hamlets_picture
from generator.pages.page import Page
from generator.pages.pictures import Picture
from generator.pages.words import bound, day


@dataclass(frozen=True, slots=True)
class CountRow:
    """A line of a table of counts; `total` sets it off."""

    name: str
    counts: tuple[str, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """A table of counts by hamlet."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[CountRow, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One kind of change between two lists, and how many households it befell."""

    name: str
    count: str
    look: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since the list before."""

    note: str
    counts: tuple[Change, ...]
    moves: tuple[str, ...]
    hamlets: Counts | None


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
    lists: tuple[HamletList, ...]
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
    form = catalogue.form(disclosure.form)
    where = place(maker, disclosure, catalogue.family(form.family))
    stage = catalogue.stage(disclosure.kind, disclosure.stage)
    said, open_names = answer(maker, disclosure), named(disclosure)
    listing = hamlet_lists(maker, disclosure, form) if open_names else None
    found = counted(disclosure, form, named=open_names)
    when = list_day(disclosure)
    view = HouseholdsView(
        kicker=stage.name.to(maker.site.language) if stage else form.name.to(maker.site.language),
        question=question(maker, disclosure),
        answer=said,
        picture=hamlets_picture(maker, disclosure, crossed=bool(found and found.classes)),
        counts=_counts(maker, found),
        changes=_changes(maker, disclosure),
        named=open_names,
        until=disclosure.posted_until.isoformat() if disclosure.posted_until else "",
        lists=listing.hamlets if listing else (),
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
    return bound(text.to(maker.site.language).format_map({"period": year, "commune": authority_name(maker.site.commune)}))


def list_day(disclosure: Disclosure) -> str:
    """Return the ISO day whose rules hold for a list: its own, else the first day it was posted, else its period's first."""
    own = disclosure.summary.get("list_day")
    if own:
        return str(own)
    if disclosure.posted_from:
        return disclosure.posted_from.isoformat()
    return periods.read(disclosure.period).first.isoformat() if disclosure.period else ""


def _counts(maker: Maker, found: Counted | None) -> Counts | None:
    """Return the counts by hamlet; small ones are not crossed with classes, whose totals then stand below."""
    words = maker.words
    if found is None:
        return None
    members = (words.get("households.members"),) if found.members else ()
    heads = (words.get("households.hamlet"), *found.classes, words.get("households.households"), *members)
    lines = [CountRow(name or words.plain("households.all", kind=maker.kind()),
                      (*map(money.write, by_class), money.write(households), *([_number(count)] if found.members else ())), total=not name)
             for name, households, count, by_class in found.rows]
    apart = [] if found.classes else [CountRow(name, (money.write(number), *("" for _ in members))) for name, number in found.by_class]
    return Counts(words.get("households.counts"), heads, (lines[-1], *apart, *lines[:-1]))


def _number(count: int | None) -> str:
    return "" if count is None else money.write(count)


def _changes(maker: Maker, disclosure: Disclosure) -> Changes | None:
    words, found = maker.words, disclosure.summary.get("changes")
    if not found:
        return None
    looks = {"new": "in", "back": "in", "left": "out", "moved": "turn", "kept": "same", "unsure": "doubt"}
    counts = tuple(
        Change(words.get(f"households.{key}"), money.write(found[key]), look)
        for key, look in looks.items()
        if found.get(key) is not None and (found[key] or key in {"new", "left"})
    )
    names = {one["key"]: one["name"] for one in disclosure.summary.get("classes") or ()}
    moves = tuple(
        words.plain(
            "households.move",
            before=_class_name(maker, names, one["from"]),
            after=_class_name(maker, names, one["to"]),
            count=money.write(one["households"]),
        )
        for one in found.get("moves") or ()
    )
    return Changes(
        words.plain("households.changes_note", against=words.period(found.get("against"))), counts, moves, _changed_hamlets(maker, found)
    )


def _class_name(maker: Maker, names: dict[str, str], key: str) -> str:
    if key in names:
        return names[key].lower()
    return maker.site.catalogue.choice("household-class", key).name.to(maker.site.language).lower()


def _changed_hamlets(maker: Maker, found: Json) -> Counts | None:
    rows = found.get("hamlets") or ()
    if not rows:
        return None
    words, keys = maker.words, ("new", "back", "left", "moved")
    heads = (words.get("households.hamlet"), *(words.get(f"households.{key}") for key in keys))
    lines = tuple(CountRow(str(row["name"]), tuple(money.write(row.get(key) or 0) for key in keys)) for row in rows)
    return Counts(words.get("households.changes_hamlets"), heads, lines)


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
