"""A line over the years: small pictures on one scale, apart where the law's rows changed, and the table beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator import charts, money
from generator.catalogue.forms import Form
from generator.checks import shares
from generator.disclosure import addresses
from generator.kinds.budget.over_time import Moment
from generator.kinds.budget.years import Step, Year, row_set, years
from generator.pages import budget_names as named
from generator.pages.frame import Maker
from generator.pages.page import Link, href
from generator.pages.pictures import Key, PictureRow, drawn, marked
from generator.pages.words import exact_unit, in_unit, sentence, share

_ALL = 12


@dataclass(frozen=True, slots=True)
class Panel:
    """A year's small picture."""

    title: str
    rows: tuple[PictureRow, ...]


@dataclass(frozen=True, slots=True)
class Era:
    """Years that go by one row set; `said` tells what changed before them, "" for the first."""

    said: str
    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class TimeRow:
    """What one table said: the way to its line, the stage where the period does not say it, the amounts as written, the note."""

    link: Link
    stage: str
    done: str
    plan: str
    share: str
    note: str


@dataclass(frozen=True, slots=True)
class TimeTable:
    """What all tables said, by row set; each group begins with what changed before it."""

    caption: str
    unit: str
    heads: tuple[str, ...]
    groups: tuple[tuple[str, tuple[TimeRow, ...]], ...]
    noted: bool


@dataclass(frozen=True, slots=True)
class Over:
    """A line over time: title, what the pictures measure, their key, the pictures, the table; `more` leads to the line's page."""

    title: str
    note: str
    key: tuple[Key, ...]
    eras: tuple[Era, ...]
    table: TimeTable
    table_title: str
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Which line is told over time: its name, its form, the side it is on, what the tables say of it."""

    name: str
    form: Form
    side: str
    moments: tuple[Moment, ...]


def over(maker: Maker, path: str, line: Line, more: Link | None = None) -> Over | None:
    """Return a line's years, or None where there is only one figure to show."""
    words = named.own(maker)
    found = years(line.moments, line.form)
    drawn_steps = sum(max(len(year.steps), 1) for year in found)
    if drawn_steps < 2:
        return None
    amounts = [amount for year in found for amount in (year.plan, *(step.amount for step in year.steps))]
    scale = charts.scale(amounts)
    eras, before = [], None
    for place, (rows, group) in enumerate(groupby(found, key=lambda year: year.rows)):
        own = tuple(group)
        panels = tuple(Panel(words.plain("years.year", year=year.year), _rows(maker, line, year, scale)) for year in own)
        eras.append(Era(_broken(maker, before, own[0].year) if place else "", panels))
        before = (rows, own[-1].year)
    note = words.plain("years.note", scale=f"{money.short(scale, maker.site.language)}")
    summed = [str(year.year) for year in found if any(step.added for step in year.steps)]
    note += " " + words.plain("years.added", years=", ".join(summed)) if summed else ""
    return Over(
        words.plain("years.title"), note, _key(maker, line, eras), tuple(eras), table(maker, path, line), words.get("years.table"), more
    )


def table(maker: Maker, path: str, line: Line) -> TimeTable:
    """Return everything the tables on show say of a line, the earliest first."""
    words = named.own(maker)
    amounts = [amount for one in line.moments for amount in (one.plan, one.done) if amount is not None]
    unit = exact_unit(amounts) if amounts else 1
    groups: list[tuple[str, tuple[TimeRow, ...]]] = []
    before: tuple[str, int] | None = None
    for rows, group in groupby(line.moments, key=lambda one: row_set(line.form, _year(one))):
        own = list(group)
        said = _broken(maker, before, _year(own[0])) if before else ""
        groups.append((said, tuple(_time_row(maker, path, one, unit) for one in own)))
        before = (rows, _year(own[-1]))
    return TimeTable(
        line.name,
        maker.words.plain("unit.caption", unit=maker.words.unit(unit)),
        tuple(words.get(f"years.{key}") for key in ("period", "done", "plan", "share", "noted")),
        tuple(groups),
        any(one.note for one in line.moments),
    )


def _time_row(maker: Maker, path: str, one: Moment, unit: int) -> TimeRow:
    stage = maker.site.catalogue.stage(one.disclosure.kind, one.disclosure.stage)
    target = href(path, addresses.page(one.disclosure, maker.site.catalogue))
    return TimeRow(
        Link(sentence(maker.words.period(one.disclosure.period)), f"{target}#{one.record.id}"),
        stage.name.to(maker.site.language) if stage and stage.slug else "",
        in_unit(one.done, unit) if one.done is not None else "",
        in_unit(one.plan, unit) if one.plan is not None else "",
        share(one.share),
        one.note,
    )


def _rows(maker: Maker, line: Line, year: Year, scale: int) -> tuple[PictureRow, ...]:
    if not year.steps:
        return (_row(maker, line, year, None, scale),) if year.plan else ()
    return tuple(_row(maker, line, year, step, scale) for step in year.steps)


def _row(maker: Maker, line: Line, year: Year, step: Step | None, scale: int) -> PictureRow:
    words, language = named.own(maker), maker.site.language
    label = _step_name(maker, step)
    amount, plan = step.amount if step else None, year.plan
    segments, marks = charts.against(amount, plan)
    figure = money.short(amount if amount is not None else plan or 0, language)
    beside = (f"/ {money.short(plan, language)}", share(shares.share(amount, plan))) if plan and step else ()
    above = plan is not None and amount is not None and amount > plan > 0
    ident = f"nam-{year.year}-{step.months if step else 0}{'-qt' if step and step.settled else ''}"
    title = words.plain("years.bar", name=line.name, label=label, year=year.year, figure=figure)
    bar = charts.Bar(segments, scale, title, "", marks)
    return PictureRow(
        label,
        figure,
        " · ".join(part for part in beside if part),
        drawn(bar, ident),
        over=maker.words.get("budget.marked_over") if above else "",
        over_look=named.over_look(line.side),
    )


def _step_name(maker: Maker, step: Step | None) -> str:
    words = named.own(maker)
    if step is None:
        return words.get("years.only_plan")
    if step.settled:
        return words.get("years.settled")
    return words.get("years.all") if step.months == _ALL else words.plain("years.months", months=step.months)


def _key(maker: Maker, line: Line, eras: Sequence[Era]) -> tuple[Key, ...]:
    words = maker.words
    side = line.side if words.has(f"budget.word.done.{line.side}") else "balance"
    found = [marked("done", "nam-k1", words.get(f"budget.word.done.{side}")), marked("plan", "nam-k2", words.get("budget.word.whole.plan"))]
    if any(row.over for era in eras for panel in era.panels for row in panel.rows):
        found.append(marked("over", "nam-k3", words.get("budget.key_over")))
    return tuple(found)


def _broken(maker: Maker, before: tuple[str, int] | None, year: int) -> str:
    return named.own(maker).plain("years.broken", before=before[1] if before else "", year=year)


def _year(moment: Moment) -> int:
    return int(str(moment.disclosure.period)[:4])
