"""The pictures of pages: rows of a label, a figure and a bar, all bars of a picture on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator import charts, money
from generator.pages.words import Words, exact_unit, in_unit, share


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a picture's key: its mark and its word."""

    mark: Markup
    text: str


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A row: what it is, its figure, what is said beside it, the bar; `href` leads to the line in the table.

    `over` says in words that it lies above the plan; `over_look` is "good" (more came in), "more" (more was spent) or "" (wrong).
    `note` is what the officer wrote beside the line.
    """

    label: str
    figure: str
    beside: str
    bar: Markup
    over: str = ""
    href: str = ""
    over_look: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its title, what it measures, its key, its rows."""

    id: str
    title: str
    note: str
    key: tuple[Key, ...]
    rows: tuple[PictureRow, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """What a row of a planned-beside-done picture shows: amounts in đồng; `over` is the look above its plan, if not the picture's."""

    label: str
    done: int | None
    plan: int | None = None
    share: float | None = None
    href: str = ""
    over: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """The words of a planned-beside-done picture; `plan` is "" where nothing is set beside the figure.

    `ground` says that it is the ground the bar is drawn on (a plan); otherwise it is a mark across it (another year).
    `short` writes the figure as said in a sentence, nothing beside it; `over` is the look of what lies above the plan.
    """

    done: str
    plan: str = ""
    ground: bool = True
    short: bool = False
    over: str = "more"


def beside_plan(words: Words, ident: str, title: str, naming: Naming, items: Sequence[Item]) -> Picture | None:
    """Return bars of what is done on the ground of what was planned, or None where there is nothing to draw."""
    known = [amount for item in items for amount in (item.done, item.plan) if amount]
    if not known:
        return None
    naming = naming if any(item.plan is not None for item in items) else replace(naming, plan="")
    unit, whole = exact_unit(known), charts.scale(known)
    rows = tuple(_beside(words, f"{ident}-{place}", item, naming, (unit, whole)) for place, item in enumerate(items, 1))
    key = [Key(Markup(charts.legend("done", f"{ident}-k1")), naming.done)]  # noqa: S704 - our own drawing
    if naming.plan:
        key.append(Key(Markup(charts.legend("plan" if naming.ground else "mark", f"{ident}-k2")), naming.plan))  # noqa: S704 - our own drawing
    if any(row.over for row in rows):
        key.append(Key(Markup(charts.legend("over", f"{ident}-k3")), words.get("budget.key_over")))  # noqa: S704 - our own drawing
    note = words.plain("budget.chart_note", unit=words.unit(unit).capitalize())
    return Picture(ident, title, note, tuple(key) if naming.plan else (), rows)


def _beside(words: Words, ident: str, item: Item, naming: Naming, measure: tuple[int, int]) -> PictureRow:
    unit, whole = measure
    done = in_unit(item.done, unit) if item.done is not None else "-"
    plan = item.plan if naming.plan else None
    segments, marks = charts.against(item.done, plan) if naming.ground else charts.beside(item.done, plan)
    said = {"name": item.label, "done": done, "plan": in_unit(plan, unit) if plan is not None else ""}
    title = words.plain("budget.bar_plan" if plan is not None else "budget.bar", **said)
    description = words.plain(
        _described(plan, ground=naming.ground), scale=in_unit(whole, unit), done_word=naming.done.lower(), plan_word=naming.plan.lower()
    )
    over = naming.ground and plan is not None and (item.done or 0) > plan
    if naming.short:
        return PictureRow(
            item.label,
            money.short(item.done or 0, words.language),
            "",
            drawn(charts.Bar(segments, whole, title, description, marks), ident),
        )
    beside = " · ".join(part for part in (f"/ {said['plan']}" if plan is not None else "", share(item.share)) if part)
    return PictureRow(
        item.label,
        done,
        beside,
        drawn(charts.Bar(segments, whole, title, description, marks), ident),
        words.get("budget.marked_over") if over else "",
        item.href,
        item.over or naming.over,
        item.note,
    )


def _described(plan: int | None, *, ground: bool) -> str:
    return "budget.bar_desc_plain" if plan is None else "budget.bar_desc" if ground else "budget.bar_desc_mark"


def drawn(bar: charts.Bar, ident: str) -> Markup:
    """Return a bar's SVG for the template."""
    return Markup(charts.draw(bar, ident))  # noqa: S704 - our own drawing, its words escaped there


def marked(look: str, ident: str, text: str) -> Key:
    """Return an entry of a key."""
    return Key(Markup(charts.legend(look, ident)), text)  # noqa: S704 - our own drawing
