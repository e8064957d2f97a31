"""The page of each budget line over periods, and the page that leads to them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue import Family
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.kinds.budget.over_time import Moment, lines, side_of
from generator.pages import budget_names as named
from generator.pages import budget_words as said
from generator.pages.around import ask
from generator.pages.budget_lines import plain_name, row_label
from generator.pages.budget_trails import Trails, trails
from generator.pages.budget_years import Line, Over, TimeTable, over, table
from generator.pages.disclosures import newest_first, of_family
from generator.pages.frame import Maker, Place
from generator.pages.page import Link, Page, href
from generator.pages.words import Words, sentence, share, spoken, strong

_INDEX = "dong"


@dataclass(frozen=True, slots=True)
class LineView:
    """What a line's page shows."""

    kicker: str
    question: str
    answer: Markup
    typed: str
    typed_language: str
    over: Over | None
    table: TimeTable
    table_title: str
    newest: Link
    ask: tuple[str, ...]
    t: dict[str, object]


@dataclass(frozen=True, slots=True)
class LineEntry:
    """A way to a line's page: its name, its newest figure."""

    link: Link
    figure: str


@dataclass(frozen=True, slots=True)
class LinesView:
    """What the page of all lines shows: the lines of each form."""

    question: str
    lead: str
    sections: tuple[tuple[str, tuple[LineEntry, ...]], ...]


def line_pages(maker: Maker, family: Family) -> Iterator[Page]:
    """Yield the page of each line that two tables or more tell of, and the page that leads to them; nothing where there is none."""
    sections = []
    for newest in _newest(maker, family):
        trail = trails(maker, newest)
        if trail.paths:
            sections.append((newest, trail))
        for name, path in trail.paths.items():
            yield _line_page(maker, Place(path, family.id, _above(maker, family)), trail.moments[name])
    if sections:
        yield _index(maker, family, sections)


def _newest(maker: Maker, family: Family) -> list[Disclosure]:
    """Return the newest budget table of each form and subject, in the order of the forms, those of both sides last."""
    found: dict[tuple[str, str | None], Disclosure] = {}
    for one in newest_first(of_family(maker.site, family)):
        if one.kind == "budget" and one.period:
            found.setdefault((one.form, one.subject), one)
    forms = maker.site.catalogue
    return sorted(found.values(), key=lambda one: (forms.form(one.form).side == "both", forms.form(one.form).order, one.subject or ""))


def _above(maker: Maker, family: Family) -> tuple[tuple[str, str], ...]:
    name = family.name.to(maker.site.language)
    return ((family.slug, name), (f"{family.slug}/{_INDEX}", named.own(maker).get("lines.crumb")))


def _line_page(maker: Maker, where: Place, moments: tuple[Moment, ...]) -> Page:
    words, last = named.own(maker), _latest(moments)
    form = maker.site.catalogue.form(last.disclosure.form)
    name = plain_name(maker, last.disclosure, last.record.key, str(last.record.values.get("label") or ""))
    typed, language = row_label(maker, last.disclosure, last.record)
    line = Line(name, form, side_of(last.disclosure, last.record), moments)
    newest = href(where.path, addresses.page(last.disclosure, maker.site.catalogue))
    answer = _answer(maker, words, last)
    view = LineView(
        kicker=named.table_name(maker, last.disclosure),
        question=words.plain("line.question", name=name),
        answer=answer,
        typed=typed,
        typed_language=language,
        over=over(maker, where.path, line),
        table=table(maker, where.path, line),
        table_title=words.get("line.table"),
        newest=Link(words.plain("line.newest", period=maker.words.period(last.disclosure.period)), f"{newest}#{last.record.id}"),
        ask=ask(maker, last.disclosure),
        t=words.all,
    )
    return maker.page(where, "budget_line.html", view, view.question, crumb=name, description=answer.striptags())


def _latest(moments: tuple[Moment, ...]) -> Moment:
    """Return the last that was done, or the last plan where nothing was."""
    return next((one for one in reversed(moments) if not one.planned), moments[-1])


def _answer(maker: Maker, words: Words, last: Moment) -> Markup:
    disclosure = last.disclosure
    key = f"line.{side_of(disclosure, last.record)}_{said.stage_word(disclosure)}"
    key = key if words.has(key) else f"line.any_{said.stage_word(disclosure)}"
    language = maker.site.language
    told = words.rich(key, Period=sentence(maker.words.period(disclosure.period)), amount=strong(spoken(last.main or 0, language)))
    if last.planned:
        return told + words.rich("line.stop")
    if last.plan:
        told += words.rich("line.of_plan", plan=spoken(last.plan, language))
        told += words.rich("line.share", share=strong(share(last.share))) if last.share is not None else ""
    else:
        told += words.rich("line.no_plan")
    return told + words.rich("line.stop")


def _index(maker: Maker, family: Family, sections: list[tuple[Disclosure, Trails]]) -> Page:
    words = named.own(maker)
    where = Place(f"{family.slug}/{_INDEX}/index.html", family.id, ((family.slug, family.name.to(maker.site.language)),))
    told = tuple((named.table_name(maker, newest), tuple(_entries(maker, where, newest, trail))) for newest, trail in sections)
    view = LinesView(words.get("lines.title"), words.get("lines.lead"), told)
    return maker.page(where, "budget_lines.html", view, view.question, crumb=words.get("lines.crumb"), description=view.lead)


def _entries(maker: Maker, where: Place, newest: Disclosure, trail: Trails) -> Iterator[LineEntry]:
    """Yield a form's lines as its newest table has them, then those it has no longer."""
    order = [*lines(newest), *trail.paths]
    for name, path in sorted(trail.paths.items(), key=lambda one: order.index(one[0])):
        last = _latest(trail.moments[name])
        label = plain_name(maker, last.disclosure, last.record.key, str(last.record.values.get("label") or ""))
        figure = named.own(maker).plain(
            "lines.figure", period=maker.words.period(last.disclosure.period), amount=spoken(last.main or 0, maker.site.language)
        )
        yield LineEntry(Link(label, href(where.path, path)), figure)
