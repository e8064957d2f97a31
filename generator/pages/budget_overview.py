"""The page of one period and stage of the budget: what came in beside what was spent, and the way to each table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.pages import budget_names as named
from generator.pages import budget_words as said
from generator.pages.around import Badge, ask, badges
from generator.pages.budget_names import item, naming, over_look, table_name
from generator.pages.budget_page import largest
from generator.pages.disclosures import place, stage_and_period
from generator.pages.explanations import Explained, explained
from generator.pages.frame import Maker, Place, lowered
from generator.pages.page import Link, Page, href
from generator.pages.pictures import Picture, beside_plan
from generator.pages.words import bound, sentence, spoken

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class TableCard:
    """A way to a table: its name, its sentence, its address."""

    link: Link
    answer: Markup


@dataclass(frozen=True, slots=True)
class OverviewView:
    """What a period's page shows."""

    kicker: str
    question: str
    answer: Markup | None
    badges: tuple[Badge, ...]
    pictures: tuple[Picture, ...]
    difference: str
    cards: tuple[TableCard, ...]
    explained: tuple[Explained, ...]
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BothSides:
    """The two totals of a period, and the tables they come from."""

    revenue: said.Figure
    spending: said.Figure
    source: Disclosure


def overview_page(maker: Maker, folder: str, found: Sequence[Disclosure]) -> Page:
    """Return the page of a period's folder, made of all its tables."""
    first = found[0]
    family = maker.site.catalogue.family(maker.site.catalogue.form(first.form).family)
    above = place(maker, first, family).above[:2]
    where = Place(f"{folder}/index.html", family.id, above)
    words = maker.words
    period = sentence(words.period(first.period))
    cards = tuple(
        TableCard(Link(table_name(maker, one), href(where.path, addresses.page(one, maker.site.catalogue))), said.answer(maker, one))
        for one in in_order(maker, found)
    )
    stage = maker.site.catalogue.stage(first.kind, first.stage)
    answer = answer_of(maker, found)
    view = OverviewView(
        kicker=" · ".join(part for part in (stage.name.to(maker.site.language) if stage else "", first.predecessor) if part),
        question=bound(
            words.plain(
                "budget.overview_plan_question" if said.is_plan(first) else "budget.overview_question",
                Period=period,
                kind=lowered(first.predecessor) or maker.kind(),
            )
        ),
        answer=answer,
        badges=badges(maker, first),
        pictures=_pictures(maker, where.path, found),
        difference=_difference(maker, both_sides(found)),
        cards=cards,
        explained=explained(maker, in_order(maker, found)),
        ask=ask(maker, first),
    )
    return maker.page(
        where,
        "budget_overview.html",
        view,
        view.question,
        crumb=stage_and_period(maker, first),
        description=answer.striptags() if answer else "",
    )


def in_order(maker: Maker, found: Sequence[Disclosure]) -> list[Disclosure]:
    """Return a period's tables in the order of their forms."""
    return sorted(found, key=lambda one: (maker.site.catalogue.form(one.form).order, table_name(maker, one)))


def answer_of(maker: Maker, found: Sequence[Disclosure]) -> Markup | None:
    """Return the sentence of both sides where the period's tables tell them, else the first table's sentence, or None."""
    both = both_sides(found)
    if both is None:
        return said.answer(maker, in_order(maker, found)[0]) if found else None
    words, source = maker.words, both.source
    revenue, spending = both.revenue.main(source), both.spending.main(source)
    if revenue is None or spending is None:
        return said.answer(maker, source)
    base = {"period": words.period(source.period), "Period": sentence(words.period(source.period)), "kind": maker.kind()}
    return said.in_and_out(words, source, (revenue, spending), (both.revenue.share, both.spending.share), base)


def both_sides(found: Sequence[Disclosure]) -> BothSides | None:
    """Return the totals of both sides: of the balance table, else of the revenue and the spending table; or None."""
    for one in found:
        revenue, spending = said.figure(one.summary.get("revenue")), said.figure(one.summary.get("spending"))
        if revenue and spending and not one.subject:
            return BothSides(revenue, spending, one)
    sides = {one.summary.get("side"): one for one in reversed(found) if not one.subject and one.summary.get("total")}
    if not {"revenue", "spending"} <= sides.keys():
        return None
    totals = [said.figure(sides[side].summary["total"]) for side in ("revenue", "spending")]
    return BothSides(totals[0], totals[1], sides["spending"]) if totals[0] and totals[1] else None


def picture(maker: Maker, found: Sequence[Disclosure], ident: str = "hinh", *, short: bool = False) -> Picture | None:
    """Return what came in and what was spent, each on the ground of its plan; None where the tables don't tell both."""
    both = both_sides(found)
    if both is None:
        return None
    words = maker.words
    rows = [
        item(
            maker,
            both.source,
            {"name": words.get(f"budget.{name}"), "done": total.done, "plan": total.plan, "prior": total.prior, "share": total.share,
             "over": over_look(side)},
        )
        for name, side, total in (("in", "revenue", both.revenue), ("out", "spending", both.spending))
    ]
    return beside_plan(words, ident, words.get("budget.in_out_title"), replace(naming(maker, both.source, "balance"), short=short), rows)


def _pictures(maker: Maker, path: str, found: Sequence[Disclosure]) -> tuple[Picture, ...]:
    """Return both sides, then the largest lines of each side's own table, each leading to its line there."""
    drawn, words, shown = [picture(maker, found)], named.own(maker), set[str]()
    for one in in_order(maker, found):
        side = str(one.summary.get("side") or "")
        if one.subject or not words.has(f"overview.{side}") or not one.summary.get("total"):
            continue
        if side in shown:
            continue
        shown.add(side)
        top = largest(maker, one, f"lon-{side}", words.get(f"overview.{side}"), _SHOWN)
        if top:
            target = href(path, addresses.page(one, maker.site.catalogue))
            drawn.append(replace(top, rows=tuple(replace(row, href=f"{target}{row.href}") if row.href else row for row in top.rows)))
    return tuple(one for one in drawn if one)


def _difference(maker: Maker, both: BothSides | None) -> str:
    if both is None:
        return ""
    came, went = both.revenue.main(both.source), both.spending.main(both.source)
    stated = both.source.summary.get("difference")
    gap = stated if isinstance(stated, int) else came - went if came is not None and went is not None else None
    if gap is None:
        return ""
    key = "difference_zero" if not gap else "difference_plus" if gap > 0 else "difference_minus"
    return maker.words.plain(f"budget.{key}", amount=spoken(abs(gap), maker.site.language))
