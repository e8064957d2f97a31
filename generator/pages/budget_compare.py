"""A table's total beside the plan of the year and the same period of the year before, and the lines that changed most."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator import charts, periods
from generator.checks import shares
from generator.disclosed import Disclosure, Json
from generator.disclosure import addresses
from generator.kinds import KINDS
from generator.kinds.budget.changes import Change, changes
from generator.kinds.budget.years import broken
from generator.pages import budget_names as named
from generator.pages import budget_words as said
from generator.pages.budget_lines import plain_name
from generator.pages.disclosures import current
from generator.pages.frame import Maker, Place
from generator.pages.page import Link, href
from generator.pages.pictures import PictureRow, drawn
from generator.pages.words import exact_unit, in_unit, sentence, share, spoken, strong

_MOST = 6


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison: its head, the sentence, and the page to read on."""

    title: str
    text: Markup
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A line that changed: its name, the way to its page or line, the amounts as written, what it is of the year before, the note."""

    link: Link
    now: str
    then: str
    share: str
    note: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparisons of a table: sentences, the bars of the total, what changed between the laws, the lines that changed most.

    Where the law's rows changed between the years, no line is set beside another: the name may hold, what it counts may not.
    """

    cards: tuple[Comparison, ...]
    bars: tuple[PictureRow, ...]
    bars_note: str
    broken: str
    title: str
    unit: str
    heads: tuple[str, ...]
    rows: tuple[ChangeRow, ...]
    noted: bool


@dataclass(frozen=True, slots=True)
class _Before:
    """The same period a year before: its name, whether the law's rows changed since, the tables that tell it, what they come to."""

    name: str
    broken: str
    tables: tuple[Disclosure, ...]
    found: Json


def compared(maker: Maker, where: Place, disclosure: Disclosure, links: dict[str, str]) -> Compared | None:
    """Return what a table stands beside, or None for a plan or a table without a total."""
    total = said.figure(disclosure.summary.get("total"))
    if total is None or said.is_plan(disclosure) or total.done is None:
        return None
    found = KINDS[disclosure.kind].compare(disclosure, maker.site.shown, maker.site.catalogue)
    before = _before(maker, disclosure, found.get("year_before"))
    cards = [_with_plan(maker, where, disclosure, total, found), _with_year_before(maker, where, total, before)]
    lines = changes(disclosure, before.tables)[:_MOST] if before and not before.broken else ()
    unit = exact_unit([amount for one in lines for amount in (one.now, one.then)]) if lines else 1
    words = named.own(maker)
    period = sentence(maker.words.period(disclosure.period))
    return Compared(
        tuple(card for card in cards if card),
        _bars(maker, disclosure, total, before),
        words.get("compare.bars_note"),
        before.broken if before else "",
        words.get("compare.changed"),
        maker.words.plain("unit.caption", unit=maker.words.unit(unit)),
        (words.get("compare.line"), period, before.name if before else "", words.get("compare.share"), words.get("years.noted")),
        tuple(_row(maker, disclosure, links, one, unit) for one in lines),
        any(one.note for one in lines),
    )


def _before(maker: Maker, disclosure: Disclosure, found: Json | None) -> _Before | None:
    if not found or found.get("done") is None or not disclosure.period:
        return None
    period = periods.read(disclosure.period)
    form = maker.site.catalogue.form(disclosure.form)
    changed = broken(form, period.year - 1, period.year)
    tables = tuple(one for name in found["ids"] for one in maker.site.shown if one.id == name and one.state != "replaced")
    text = named.own(maker).plain("compare.broken", before=period.year - 1, year=period.year) if changed else ""
    return _Before(sentence(maker.words.period(str(period.year_before))), text, tables, found)


def _bars(maker: Maker, disclosure: Disclosure, total: said.Figure, before: _Before | None) -> tuple[PictureRow, ...]:
    words = maker.words
    told: list[tuple[str, int | None, str]] = [(sentence(words.period(disclosure.period)), total.done, "done")]
    told += [(before.name, before.found["done"], "near")] if before else []
    told += [(words.get("budget.word.whole.plan"), total.plan, "plan")] if total.plan else []
    if len(told) < 2 or not total.done:
        return ()
    known = [amount for _, amount, _ in told if amount]
    whole, unit = charts.scale(known), exact_unit(known)
    rows = []
    for place, (name, amount, look) in enumerate(told, 1):
        figure = f"{in_unit(amount or 0, unit)} {words.unit(unit)}"
        title = words.plain("budget.bar", name=name, done=figure)
        bar = charts.Bar((charts.Segment(0, max(amount or 0, 0), look),), whole, title, "")
        rows.append(PictureRow(name, figure, "", drawn(bar, f"so-{place}")))
    return tuple(rows)


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
    link = _to(maker, where, found.get("plan_of_year"), words.plain("budget.see_plan", year=str(disclosure.period or "")[:4]))
    return Comparison(words.get("budget.compare_plan"), text, link)


def _with_year_before(maker: Maker, where: Place, total: said.Figure, before: _Before | None) -> Comparison:
    words, title = maker.words, maker.words.get("budget.compare_year")
    sheet = words.rich("budget.compare_sheet", kind=maker.kind(), share=strong(share(total.same_period))) if total.same_period else None
    if before is None:
        return Comparison(title, sheet or words.rich("budget.compare_none"))
    amount = spoken(before.found["done"], words.language)
    link = _to(maker, where, before.found, words.plain("budget.see_before", before=words.period(str(before.found["id"]).split("/")[3])))
    change = before.found.get("change_share")
    if before.broken or change is None:
        text = named.own(maker).rich("compare.then", before=before.name, amount=strong(amount))
        return Comparison(title, text + (Markup(" ") + sheet if sheet else ""), link)
    key = "compare_same" if not change else "compare_up" if change > 0 else "compare_down"
    return Comparison(title, words.rich(f"budget.{key}", before=before.name, amount=amount, share=strong(share(abs(change)))), link)


def _row(maker: Maker, disclosure: Disclosure, links: dict[str, str], one: Change, unit: int) -> ChangeRow:
    record = one.record
    name = plain_name(maker, disclosure, record.key, str(record.values.get("label") or ""))
    return ChangeRow(
        Link(name, links.get(record.id, f"#{record.id}")),
        in_unit(one.now, unit),
        in_unit(one.then, unit),
        share(shares.share(one.now, one.then)),
        one.note,
    )


def _to(maker: Maker, where: Place, found: Json | None, text: str) -> Link | None:
    name = found.get("id") if isinstance(found, dict) else found
    other = next((one for one in current(maker.site) if one.id == name), None)
    return Link(text, href(where.path, addresses.page(other, maker.site.catalogue))) if other else None
