"""The page of one budget table: question, answer, picture, the whole table, what it is made of, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.kinds.budget.over_time import lines
from generator.pages import budget_names as named
from generator.pages import budget_words as said
from generator.pages.around import Around, around
from generator.pages.budget_compare import Compared, compared
from generator.pages.budget_hundred import Hundred, hundred
from generator.pages.budget_people import People, people
from generator.pages.budget_trails import Trails, trails
from generator.pages.budget_tree import trees
from generator.pages.budget_years import Line, Over, over
from generator.pages.disclosures import current, entry_folder, place
from generator.pages.explanations import Explained, explained, way
from generator.pages.frame import Maker, Place
from generator.pages.page import Link, Page, href
from generator.pages.pictures import Naming, Picture, beside_plan
from generator.pages.tables import Grid
from generator.pages.words import bound, sentence, spoken

_SHOWN = 7


@dataclass(frozen=True, slots=True)
class BudgetView:
    """What a budget page shows; `t` are the texts that only budget pages use."""

    kicker: str
    question: str
    answer: Markup
    pictures: tuple[Picture, ...]
    difference: str
    grids: tuple[Grid, ...]
    table_note: str
    hundred: Hundred | None
    compared: Compared | None
    over: Over | None
    people: People | None
    parts: tuple[Link, ...]
    siblings: tuple[Link, ...]
    explained: tuple[Explained, ...]
    to_explained: Link | None
    around: Around
    t: dict[str, object]


def question(maker: Maker, disclosure: Disclosure) -> str:
    """Return the question a budget table answers, its period and commune put in."""
    questions = maker.site.catalogue.form(disclosure.form).question
    text = questions.get(disclosure.stage or "") or questions[""]
    period = sentence(maker.words.period(disclosure.period))
    return bound(text.to(maker.site.language).format_map({"period": period, "commune": maker.unit_of(disclosure)}))


def budget_page(maker: Maker, disclosure: Disclosure) -> Page:
    """Return the page of a budget table."""
    catalogue = maker.site.catalogue
    form = catalogue.form(disclosure.form)
    where = place(maker, disclosure, catalogue.family(form.family))
    answer, trail, words = said.answer(maker, disclosure), trails(maker, disclosure), named.own(maker)
    links = trail.links(disclosure, where.path)
    entry = f"{entry_folder(catalogue.family(form.family), addresses.folder(disclosure, catalogue))}/index.html"
    view = BudgetView(
        kicker=_kicker(maker, disclosure),
        question=question(maker, disclosure),
        answer=answer,
        pictures=_pictures(maker, disclosure),
        difference=_difference(maker, disclosure),
        grids=trees(maker, disclosure, links),
        table_note=words.get("table.note_history") if links else maker.words.get("budget.table_note"),
        hundred=hundred(maker, disclosure),
        compared=compared(maker, where, disclosure, links),
        over=_over(maker, where, disclosure, trail),
        people=people(maker, disclosure),
        parts=(),
        siblings=siblings(maker, where, disclosure),
        explained=explained(maker, (disclosure,)) if entry == where.path else (),
        to_explained=way(maker, disclosure, href(where.path, entry)) if entry != where.path else None,
        around=replace(around(maker, where, disclosure), notes=named.notes(maker, disclosure)),
        t=words.all,
    )
    view = replace(view, parts=_parts(maker, view))
    return maker.page(
        where,
        "budget.html",
        view,
        view.question,
        crumb=named.table_name(maker, disclosure),
        description=answer.striptags(),
        script=any(table.folds for table in view.grids),
    )


def siblings(maker: Maker, where: Place, disclosure: Disclosure) -> tuple[Link, ...]:
    """Return links to the other tables of the same period and stage."""
    found = []
    for other in current(maker.site):
        if _beside(other) == _beside(disclosure):
            name = named.table_name(maker, other)
            found.append(Link(name, href(where.path, addresses.page(other, maker.site.catalogue)), other.id == disclosure.id))
    return tuple(found) if len(found) > 1 else ()


def _beside(disclosure: Disclosure) -> tuple[str | None, ...]:
    return disclosure.kind, disclosure.period, disclosure.stage, disclosure.predecessor


def _kicker(maker: Maker, disclosure: Disclosure) -> str:
    language, catalogue = maker.site.language, maker.site.catalogue
    stage = catalogue.stage(disclosure.kind, disclosure.stage)
    parts = (stage.name.to(language) if stage else "", catalogue.form(disclosure.form).name.to(language), disclosure.subject_name or "")
    return " · ".join(part for part in parts if part)


def _parts(maker: Maker, view: BudgetView) -> tuple[Link, ...]:
    """Return the ways to the parts that the page has below its first picture."""
    words = named.own(maker)
    there = {
        "day-du": True,
        "tram-dong": view.hundred is not None,
        "so": view.compared is not None,
        "cac-nam": view.over is not None,
        "moi-nguoi": view.people is not None,
    }
    return tuple(Link(words.get(f"parts.{name}"), f"#{name}") for name, shown in there.items() if shown)


def _over(maker: Maker, where: Place, disclosure: Disclosure, trail: Trails) -> Over | None:
    """Return the course of the table's total, with the way to its own page."""
    total = disclosure.summary.get("total")
    if not total:
        return None
    name = next((name for name, record in lines(disclosure).items() if record.id == total["id"]), None)
    if name is None or name not in trail.paths:
        return None
    form = maker.site.catalogue.form(disclosure.form)
    line = Line(named.table_name(maker, disclosure), form, str(disclosure.summary.get("side") or ""), trail.moments[name])
    more = Link(named.own(maker).get("years.more"), href(where.path, trail.paths[name]))
    return over(maker, where.path, line, more)


def _pictures(maker: Maker, disclosure: Disclosure) -> tuple[Picture, ...]:
    summary, words = disclosure.summary, maker.words
    side = str(summary.get("side") or "balance")
    side = side if words.has(f"budget.word.done.{side}") else "balance"
    if side == "balance" and summary.get("revenue") and summary.get("spending"):
        drawn = _in_and_out(maker, disclosure, named.naming(maker, disclosure, side))
    else:
        drawn = largest(maker, disclosure, "hinh", words.get("budget.chart_top"), _SHOWN)
    return (drawn,) if drawn else ()


def _in_and_out(maker: Maker, disclosure: Disclosure, naming: Naming) -> Picture | None:
    """Return what came in and what was spent, each on the ground of its plan."""
    words, summary = maker.words, disclosure.summary
    both = ((dict(summary["revenue"]), "in", "revenue"), (dict(summary["spending"]), "out", "spending"))
    items = [
        named.item(maker, disclosure, found | {"name": words.get(f"budget.{name}"), "key": "", "over": named.over_look(side)})
        for found, name, side in both
    ]
    return beside_plan(words, "hinh", words.get("budget.in_out_title"), naming, items)


def largest(maker: Maker, disclosure: Disclosure, ident: str, title: str, most: int) -> Picture | None:
    """Return the largest lines of a table, each on the ground of its plan."""
    words = maker.words
    side = str(disclosure.summary.get("side") or "balance")
    naming = named.naming(maker, disclosure, side if words.has(f"budget.word.done.{side}") else "balance")
    noted = {record.id: str(record.values.get("note") or "").strip() for record in disclosure.records}
    items = [
        replace(named.item(maker, disclosure, found), note=_explained(maker, noted.get(str(found["id"]), "")))
        for found in (disclosure.summary.get("top") or ())[:most]
    ]
    naming = naming if any(one.plan for one in items) else Naming(naming.done)
    return beside_plan(words, ident, title, naming, items)


def _explained(maker: Maker, note: str) -> str:
    return named.own(maker).plain("table.explained", note=note) if note else ""


def _difference(maker: Maker, disclosure: Disclosure) -> str:
    found = disclosure.summary.get("difference")
    if not isinstance(found, int):
        return ""
    key = "difference_zero" if not found else "difference_plus" if found > 0 else "difference_minus"
    return maker.words.plain(f"budget.{key}", amount=spoken(abs(found), maker.site.language))
