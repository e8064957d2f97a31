"""What is owed since something happened, whatever the period: a decision, an approval, the end of a campaign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator import periods
from generator.catalogue.duties import Obligation
from generator.catalogue.forms import Form, Text, literal
from generator.catalogue.law import Deadline
from generator.disclosed import Disclosure
from generator.periods import Period
from generator.posting import events
from generator.posting.deadlines import count
from generator.posting.owing import Books, Owed, Public, published, within


def occasions(books: Books) -> tuple[Owed, ...]:
    """Return what is owed since an event whose day the officer or a workbook told, within reach of the day, the soonest first.

    Forms that are owed period by period are left out: for those nobody need tell anything.
    """
    periodic = {(form, one.stage) for one in books.catalogue.duties for form in one.forms}
    public = tuple(published(books))
    found = [one for form in books.catalogue.forms.values() for stage in form.stages or ("",) if (form.id, stage) not in periodic
             for one in _of_form(form, stage, books, public)]
    return tuple(sorted((one for one in found if within(one, books)), key=lambda one: (one.due.last if one.due else date.max, one.id)))


def _of_form(form: Form, stage: str, books: Books, public: Sequence[Public]) -> Iterator[Owed]:
    name = form.deadlines.get(stage) or form.deadlines.get("", "")
    for about, (day, called) in sorted(_days(form, stage, name, books).items()):
        rule = books.catalogue.deadline(name, day)
        if rule:
            there = any((one.form, one.stage) == (form.id, stage) and about in (one.subject, one.period[:4]) for one in public)
            yield Owed(_obligation(form, stage, about, called, rule), Period(day.year), rule, count(rule, day, books.calendar),
                       expected=False, missing=() if there else (form.id,), explained=True)


def _days(form: Form, stage: str, name: str, books: Books) -> dict[str, tuple[date, Text]]:
    """Return the event's day, and what is owed in words, by the year or subject it is about; the officer's word on the day comes first."""
    found: dict[str, tuple[date, Text]] = {}
    known = books.catalogue.known_events
    for one in books.found:
        rule = books.catalogue.deadline(name, books.day)
        if (one.form, one.stage or "") == (form.id, stage) and rule and not events.of_calendar(rule.after, known):
            day = events.start(rule.after, one, (), known)
            if day:
                found[_about(one)] = (day, Text(one.title))
    for told in books.happened:
        rule = books.catalogue.deadline(name, told.day)
        mine = told.event.form in ("", form.id) and told.event.stage in ("", stage)
        if rule and (told.event.id, told.event.kind) == (rule.after, form.kind) and mine:
            named = Text(*(f"{form.name.to(language)} · {told.named}" for language in ("vi", "en")))
            found[told.about] = (told.day, found.get(told.about, (told.day, named))[1])
    return found


def _about(one: Disclosure) -> str:
    return one.subject or (str(periods.read(one.period).year) if one.period else "")


def _obligation(form: Form, stage: str, about: str, called: Text, rule: Deadline) -> Obligation:
    name = Text(literal(called.vi), literal(called.en))
    return Obligation(id="-".join(filter(None, (form.id, stage, about))), kind=form.kind, stage=stage, period="{year}", forms=(form.id,),
                      deadline=rule.id, name=name, statute=rule.statute, article=rule.article, since=rule.since, until=rule.until,
                      certain=rule.certain)
