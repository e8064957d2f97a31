"""The page of one budget table: question, answer, picture, comparison, the whole table, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.disclosed import Disclosure, Json
from generator.disclosure import addresses
from generator.kinds import KINDS
from generator.pages import budget_words as said
from generator.pages.around import Around, around
from generator.pages.disclosures import current, place
from generator.pages.frame import Maker, Place, authority_name
from generator.pages.page import Link, Page, href
from generator.pages.pictures import Item, Naming, Picture, beside_plan
from generator.pages.tables import Grid, grid
from generator.pages.words import bound, exact_unit, in_unit, sentence, share, spoken, strong

_SHOWN = 7


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison: its head, the sentence, and the page to read on."""

    title: str
    text: Markup
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class BudgetView:
    """What a budget page shows."""

    kicker: str
    question: str
    answer: Markup
    pictures: tuple[Picture, ...]
    difference: str
    comparisons: tuple[Comparison, ...]
    grids: tuple[Grid, ...]
    siblings: tuple[Link, ...]
    around: Around


def question(maker: Maker, disclosure: Disclosure) -> str:
    """Return the question a budget table answers, its period and commune put in."""
    questions = maker.site.catalogue.form(disclosure.form).question
    text = questions.get(disclosure.stage or "") or questions[""]
    period = sentence(maker.words.period(disclosure.period))
    return bound(text.to(maker.site.language).format_map({"period": period, "commune": authority_name(maker.site.commune)}))


def budget_page(maker: Maker, disclosure: Disclosure) -> Page:
    """Return the page of a budget table."""
    catalogue = maker.site.catalogue
    form = catalogue.form(disclosure.form)
    where = place(maker, disclosure, catalogue.family(form.family))
    stage = catalogue.stage(disclosure.kind, disclosure.stage)
    answer = said.answer(maker, disclosure)
    sides = [side for side in ("revenue", "spending") if any(record.side == side for record in disclosure.records)]
    view = BudgetView(
        kicker=" · ".join(
            part
            for part in (
                stage.name.to(maker.site.language) if stage else "",
                form.name.to(maker.site.language),
                disclosure.subject_name or "",
            )
            if part
        ),
        question=question(maker, disclosure),
        answer=answer,
        pictures=_pictures(maker, disclosure),
        difference=_difference(maker, disclosure),
        comparisons=_comparisons(maker, where, disclosure),
        grids=tuple(grid(disclosure, form, catalogue, maker.words, side) for side in sides or [""]),
        siblings=siblings(maker, where, disclosure),
        around=around(maker, where, disclosure),
    )
    return maker.page(where, "budget.html", view, view.question, crumb=table_name(maker, disclosure), description=answer.striptags())


def siblings(maker: Maker, where: Place, disclosure: Disclosure) -> tuple[Link, ...]:
    """Return links to the other tables of the same period and stage."""
    found = []
    for other in current(maker.site):
        if (other.kind, other.period, other.stage) == (disclosure.kind, disclosure.period, disclosure.stage):
            found.append(
                Link(table_name(maker, other), href(where.path, addresses.page(other, maker.site.catalogue)), other.id == disclosure.id)
            )
    return tuple(found) if len(found) > 1 else ()


def table_name(maker: Maker, disclosure: Disclosure) -> str:
    """Return a table's name among those of its period."""
    name = maker.site.catalogue.form(disclosure.form).name.to(maker.site.language)
    return f"{name}: {disclosure.subject_name}" if disclosure.subject_name else name


def naming(maker: Maker, disclosure: Disclosure, side: str) -> Naming:
    """Return the words of the picture: what is done and what it stands beside."""
    words = maker.words
    if said.is_plan(disclosure):
        return Naming(words.get(f"budget.word.plan.{side}"), words.get("budget.word.whole.prior"), ground=False)
    done = words.get(f"budget.word.{'settled' if disclosure.stage == 'settlement' else 'done'}.{side}")
    return Naming(done, words.get("budget.word.whole.plan"), over="more" if side in {"spending", "balance"} else "good")


def item(disclosure: Disclosure, found: Json) -> Item:
    """Return a line of a summary as a row of the picture: done beside plan, or plan beside the year before."""
    address = f"#{found['id']}" if found.get("id") else ""
    if said.is_plan(disclosure):
        return Item(sentence(found["name"]), found.get("plan"), found.get("prior"), None, address)
    return Item(sentence(found["name"]), found.get("done"), found.get("plan"), found.get("share"), address)


def _pictures(maker: Maker, disclosure: Disclosure) -> tuple[Picture, ...]:
    summary, words = disclosure.summary, maker.words
    side = str(summary.get("side") or "balance")
    side = side if words.has(f"budget.word.done.{side}") else "balance"
    if side == "balance" and summary.get("revenue") and summary.get("spending"):
        items = [
            item(disclosure, dict(summary[key]) | {"name": words.get(f"budget.{name}")})
            for key, name in (("revenue", "in"), ("spending", "out"))
        ]
        drawn = beside_plan(words, "hinh", words.get("budget.in_out_title"), naming(maker, disclosure, side), items)
        return (drawn,) if drawn else ()
    items = [item(disclosure, found) for found in (summary.get("top") or ())[:_SHOWN]]
    named = naming(maker, disclosure, side)
    if not any(one.plan for one in items):
        named = Naming(named.done)
    drawn = beside_plan(words, "hinh", words.get("budget.chart_top"), named, items)
    return (drawn,) if drawn else ()


def _difference(maker: Maker, disclosure: Disclosure) -> str:
    found = disclosure.summary.get("difference")
    if not isinstance(found, int):
        return ""
    key = "difference_zero" if not found else "difference_plus" if found > 0 else "difference_minus"
    return maker.words.plain(f"budget.{key}", amount=spoken(abs(found), maker.site.language))


def _comparisons(maker: Maker, where: Place, disclosure: Disclosure) -> tuple[Comparison, ...]:
    found = KINDS[disclosure.kind].compare(disclosure, maker.site.shown, maker.site.catalogue)
    total = said.figure(disclosure.summary.get("total"))
    if total is None or said.is_plan(disclosure):
        return ()
    return tuple(
        one
        for one in (_with_plan(maker, where, disclosure, total, found), _with_year_before(maker, where, total, found))
        if one
    )


def _with_plan(maker: Maker, where: Place, disclosure: Disclosure, total: said.Figure, found: Json) -> Comparison | None:
    words = maker.words
    if total.done is None or total.plan is None or total.share is None:
        return None
    unit = exact_unit([total.done, total.plan])
    text = words.rich(
        "budget.compare_plan_text",
        Period=sentence(words.period(disclosure.period)),
        unit=words.unit(unit),
        done=in_unit(total.done, unit),
        plan=in_unit(total.plan, unit),
        share=strong(share(total.share)),
    )
    year = str(disclosure.period or "")[:4]
    return Comparison(
        words.get("budget.compare_plan"), text, _to(maker, where, found.get("plan_of_year"), words.plain("budget.see_plan", year=year))
    )


def _with_year_before(maker: Maker, where: Place, total: said.Figure, found: Json) -> Comparison:
    words, title = maker.words, maker.words.get("budget.compare_year")
    before = found.get("year_before")
    if before and before.get("change_share") is not None:
        change = before["change_share"]
        key = "compare_same" if not change else "compare_up" if change > 0 else "compare_down"
        name = sentence(words.period(str(before["id"]).split("/")[3]))
        text = words.rich(f"budget.{key}", before=name, amount=spoken(before["done"], words.language), share=strong(share(abs(change))))
        return Comparison(
            title, text, _to(maker, where, before, words.plain("budget.see_before", before=words.period(str(before["id"]).split("/")[3])))
        )
    if total.same_period is not None:
        return Comparison(title, words.rich("budget.compare_sheet", kind=maker.kind(), share=strong(share(total.same_period))))
    return Comparison(title, words.rich("budget.compare_none"))


def _to(maker: Maker, where: Place, found: Json | None, text: str) -> Link | None:
    name = found.get("id") if isinstance(found, dict) else found
    other = next((one for one in current(maker.site) if one.id == name), None)
    return Link(text, href(where.path, addresses.page(other, maker.site.catalogue))) if other else None
