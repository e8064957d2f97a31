"""A page for the officer on each form, and the year's calendar on one sheet, all of it from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.catalogue import Catalogue
from generator.catalogue.forms import Column, Form
from generator.catalogue.law import Deadline, Posting
from generator.catalogue.texts import texts
from generator.days import write_day
from generator.papers.leaf import Grid, Leaf, Section
from generator.posting.events import of_calendar
from generator.posting.yearly import Dated, yearly

_WIDTHS = (1.5, 2.6, 1.4, 3.2)
_MONTHS = 12


def guide(form: Form, catalogue: Catalogue, day: date) -> Leaf:
    """Return the guide of a form: what, by when, where, how, and the law."""
    said = texts("office")["guide"]
    sections = (
        Section(said["what"], tuple(_what(form, said))), Section(said["when"], grid=_when(form, catalogue, day, said)),
        Section(said["where"], items=_where(form, said)),
        Section(said["how"], items=tuple(step.format(id=form.id) for step in said["steps"])),
        Section(said["law"], items=_law(form, catalogue, day, said), note=said["foot"].format(day=write_day(day))))
    return Leaf(said["title"].format(name=form.name.vi), said["subtitle"].format(id=form.id), sections, size=11.8)


def calendar(catalogue: Catalogue, year: int) -> Leaf:
    """Return the year's days month by month, and what may come up at any time, on one sheet of A3."""
    said = texts("office")["calendar"]
    found = yearly(catalogue, year)
    months = tuple(Section(said["months"].format(month=number), items=tuple(_dated(one, said) for one in found if one.day.month == number)
                           or (said["nothing"],)) for number in range(1, _MONTHS + 1))
    anytime = Section(said["open"], items=tuple(_anytime(catalogue, date(year, 1, 1))), note=said["foot"])
    return Leaf(said["title"].format(year=year), said["subtitle"], (*months, anytime), paper="A3 landscape", size=13, columns=3)


def _what(form: Form, said: Mapping[str, Any]) -> Iterator[str]:
    question = form.question.get("") or next(iter(form.question.values()), None)
    if question:
        plain = texts("office")["plain"]
        asked = question.vi.format_map(plain)
        yield said["answers"].format(question=asked[:1].upper() + asked[1:])
    named = [column for column in form.column if column.public and column.names]
    shown = [column for column in form.column if column.public and not column.names and column.read != "marker"]
    private = [column for column in form.column if not column.public]
    for key, columns in (("columns", shown), ("names", named), ("private", private)):
        if columns:
            yield said[key].format(columns=", ".join(dict.fromkeys(map(_head, columns))))


def _head(column: Column) -> str:
    name = column.name.vi[:1].lower() + column.name.vi[1:] if not column.name.vi[:2].isupper() else column.name.vi
    return f"{name} ({column.group.vi.lower()})" if column.group else name


def _when(form: Form, catalogue: Catalogue, day: date, said: Mapping[str, Any]) -> Grid:
    stages = form.stages or ("",)
    rows = tuple(_stage(form, stage, catalogue, day, said) for stage in stages)
    return Grid(tuple(said["heads"]), rows, ("", "", "", ""), _WIDTHS)


def _stage(form: Form, stage: str, catalogue: Catalogue, day: date, said: Mapping[str, Any]) -> tuple[str, ...]:
    due, posting = (names.get(stage) or names.get("") for names in (form.deadlines, form.postings))
    deadline = catalogue.deadline(due, day) if due else None
    rule = catalogue.posting(posting, day) if posting else None
    found = catalogue.stage(form.kind, stage) if stage else None
    sources = [_source(one, catalogue, said) for one in (deadline, rule) if one]
    length = said["posted_working" if rule.working else "posted"].format(days=rule.days) if rule else said["no_posting"]
    return (found.name.vi if found else said["once"], _due(deadline, said) if deadline else _undated(form, said), length,
            "; ".join(dict.fromkeys(sources)))


def _undated(form: Form, said: Mapping[str, Any]) -> str:
    return form.undated.vi if form.undated else str(said["no_deadline"])


def _due(deadline: Deadline, said: Mapping[str, Any]) -> str:
    after = texts("pages")["law"]["after"]
    text = said["working" if deadline.working else "days"]
    return str(text).format(days=deadline.days, after=after.get(deadline.after) or after[""])


def _source(one: Deadline | Posting, catalogue: Catalogue, said: Mapping[str, Any]) -> str:
    return f"{one.article}, {catalogue.statute(one.statute).number}{'' if one.certain == 'certain' else said['doubt']}"


def _where(form: Form, said: Mapping[str, Any]) -> tuple[str, ...]:
    if form.register.refused:
        return (said["never"],)
    ways = (*form.channels, "loudspeaker", "meeting")
    return tuple(dict.fromkeys(said[way] for way in ways if way in said))


def _law(form: Form, catalogue: Catalogue, day: date, said: Mapping[str, Any]) -> tuple[str, ...]:
    found = [catalogue.statute(name) for name in form.statutes]
    return tuple(f"{one.name.vi}{'' if one.certain == 'certain' else said['doubt']}" for one in found if one.since <= day <= one.until)


def _dated(one: Dated, said: Mapping[str, Any]) -> str:
    text = said["expected" if one.expected else "by"].format(day=one.day.day, month=one.day.month, name=one.name)
    return str(text + ("" if one.certain else said["doubt"]))


def _anytime(catalogue: Catalogue, day: date) -> Iterator[str]:
    """Yield what counts from an event no calendar knows, each form once."""
    said, guide_said = texts("office")["calendar"], texts("office")["guide"]
    owed = {name for one in catalogue.duties for name in one.forms} | {one.id for one in catalogue.milestones}
    for form in sorted(catalogue.forms.values(), key=lambda form: form.name.vi):
        deadline = catalogue.deadline(form.deadlines[""], day) if form.id not in owed and form.deadlines.get("") else None
        if deadline and not of_calendar(deadline.after, catalogue.events):
            yield said["after"].format(name=form.name.vi, days=_due(deadline, guide_said), after="").rstrip()
