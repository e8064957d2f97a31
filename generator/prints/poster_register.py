"""The poster of a register: how many and how much in large figures, its parts as bars, and its next or largest rows."""

from __future__ import annotations

from collections.abc import Sequence

from generator import money
from generator.catalogue.forms import Column, Form
from generator.disclosed import Disclosure, PublicRecord
from generator.disclosure import registers
from generator.prints import bars, figures
from generator.prints.lettering import clean
from generator.prints.poster import LINES, Answer, Maker, Panel, Poster, bound, drawn
from generator.prints.sheet import RIGHT

_ANSWERS = 2


def poster(maker: Maker, disclosure: Disclosure) -> Poster | None:
    """Return a register's poster, which names no one; None where it has no rows."""
    site = maker.site
    form = site.catalogue.form(disclosure.form)
    if not disclosure.records:
        return None
    purpose, period = clean(disclosure.subject_name or disclosure.title), maker.period(disclosure.period)
    asked = form.asked(disclosure.stage).to(maker.language)
    question = asked.format_map({"purpose": purpose, "period": period, "commune": site.commune.name})
    panels = (_chart(maker, disclosure, form), _table(maker, disclosure, form))
    subject = " ".join(part for part in (form.name.to(maker.language), period) if part)
    shown = tuple(panel for panel in panels if panel)
    return Poster(bound(clean(question)), _answers(maker, disclosure, form), shown, (disclosure,), subject)


def _answers(maker: Maker, disclosure: Disclosure, form: Form) -> tuple[Answer, ...]:
    sums = disclosure.summary.get("sums") or {}
    found = [*_next(maker, disclosure, form), _count(maker, disclosure, form)]
    for column in registers.summed(form):
        if sums.get(column.key):
            name, amount = column.name.to(maker.language), sums[column.key]
            found.append(maker.answer(name, amount) if column.read == "money" else Answer(name, money.write(amount), ""))
    return tuple(found[:_ANSWERS] if len(found) < _ANSWERS + 1 else found[1:_ANSWERS + 1])


def _next(maker: Maker, disclosure: Disclosure, form: Form) -> tuple[Answer, ...]:
    """Return a calendar's next day, and what a reader must know of it besides."""
    coming = _coming(maker, disclosure, form) if form.register.calendar else []
    if not coming:
        return ()
    first = min(coming, key=lambda one: str(one.values[form.register.day]))
    keys = dict.fromkeys((*form.register.poster, form.register.place))
    columns = [form.get(key) for key in keys if key in disclosure.columns and key != form.register.day]
    told = tuple(text for text in _cells(maker, first, columns) if text)
    day = figures.shown(first.values[form.register.day], form.get(form.register.day), maker.site.catalogue, maker.words)
    return (Answer(maker.said("register")["next"], day, "", told),)


def _count(maker: Maker, disclosure: Disclosure, form: Form) -> Answer:
    said, calendar = maker.said("register"), form.register.calendar
    unit = said["meetings" if calendar else "persons" if registers.of_persons(form) else "rows"]
    name = said["all"] if calendar else form.name.to(maker.language)
    return Answer(name, money.write(int(disclosure.summary["count"])), unit)


def _coming(maker: Maker, disclosure: Disclosure, form: Form) -> list[PublicRecord]:
    return [one for one in disclosure.records if str(one.values.get(form.register.day) or "") >= str(maker.site.day)]


def _chart(maker: Maker, disclosure: Disclosure, form: Form) -> Panel | None:
    """Return the bars of the parts, as the page draws them."""
    key, said = form.register.bars, maker.said("register")
    found = registers.parts(disclosure, form, maker.site.catalogue, maker.language, named=False) if key else ()
    amounts = [(one.name or said["others"], one.count if key == "count" else one.sums.get(key, 0)) for one in found]
    if len(amounts) < _ANSWERS:
        return None
    scale, dong = max(amount for _, amount in amounts) or 1, key != "count" and form.get(key).read == "money"
    rows = tuple(drawn(name, maker.short(amount) if dong else money.write(amount), (bars.Stretch(0, amount, "full"),), scale)
                 for name, amount in amounts)
    return Panel(said["by"].format(name=form.get(form.register.group).name.to(maker.language).lower()), bars=rows)


def _table(maker: Maker, disclosure: Disclosure, form: Form) -> Panel | None:
    """Return the rows to come, or the first ones, in the columns that the form names; none where rows are persons."""
    columns = [form.get(key) for key in form.register.poster]
    if not columns or registers.of_persons(form):
        return None
    coming = _coming(maker, disclosure, form)
    chosen = (coming if form.register.calendar else [])[:LINES] or disclosure.records[:LINES]
    heads = tuple(column.name.to(maker.language) for column in columns)
    title = maker.said("register")["to_come" if form.register.calendar and coming else "lines"].format(count=len(chosen))
    lettered = frozenset({0, *(number for number, column in enumerate(columns) if column.read not in RIGHT)})
    return Panel(title, heads=heads, rows=tuple(_cells(maker, record, columns) for record in chosen), lettered=lettered)


def _cells(maker: Maker, record: PublicRecord, columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(figures.shown(record.values.get(column.key), column, maker.site.catalogue, maker.words) for column in columns)
