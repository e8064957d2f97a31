"""The rows of a register as they are read out, each one sentence: the pieces its form names, those without a value left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator import spoken
from generator.announcements.sentences import aloud, filled, known, large, small, texts_of
from generator.catalogue.announcing import reading
from generator.catalogue.forms import Column, Form, literal
from generator.disclosed import Disclosure, PublicRecord, Shown
from generator.disclosure import registers
from generator.disclosure.site import Site

_UNSAID = ("marker", "link", "code", "name")


def rows(disclosure: Disclosure, site: Site) -> Iterator[str]:
    """Yield what is read of a register line by line, where its lines are few: of persons its parts alone, of days those to come."""
    form = site.catalogue.form(disclosure.form)
    pieces, most = _pieces(form, disclosure), reading().rows
    if registers.of_persons(form):
        parts = registers.parts(disclosure, form, site.catalogue, "vi", named=False)
        found = [_of_part(part, form) for part in parts] if all(part.name for part in parts) else []
    else:
        ahead = registers.looks_ahead(form)
        records = [one for one in disclosure.records if not ahead or _to_come(one, form, site.day)]
        found = [_of_record(one, form, site) for one in (records[:most] if ahead else records)]
    for words in found if len(found) <= most else ():
        yield from filter(None, (_sentence(pieces, words),))


def _pieces(form: Form, disclosure: Disclosure) -> tuple[str, ...]:
    """Return the pieces of a row's sentence: the form's own, or what names the row and each other public column with its head."""
    if form.register.aloud is not None:
        return form.register.aloud
    others = (form.get(key) for key in disclosure.columns if key != form.register.lead)
    return (f"{{{form.register.lead}}}", *(f"{literal(small(one.name.vi))} {{{one.key}}}" for one in others if one.read not in _UNSAID))


def _sentence(pieces: tuple[str, ...], words: Mapping[str, str]) -> str:
    first, *others = [*filled(pieces, words)] or [""]
    said = texts_of()
    return large(str(said["register"]["row"]).format(first=first, others=str(said["join"]).join(others))) if others else ""


def _of_part(part: registers.Part, form: Form) -> dict[str, str]:
    sums = {column.key: spoken.about(part.sums[column.key]) for column in registers.summed(form)
            if column.read == "money" and part.sums.get(column.key)}
    return sums | {"part": aloud(part.name), "count": spoken.number(part.count)}


def _of_record(record: PublicRecord, form: Form, site: Site) -> dict[str, str]:
    return known(**{column.key: _said(record.values.get(column.key), column, site) for column in form.column if column.read not in _UNSAID})


def _said(value: Shown, column: Column, site: Site) -> str:
    if value is None or isinstance(value, str):
        return _text(value or "", column, site)
    if column.read == "percent":
        return spoken.share(float(value))
    return spoken.about(int(value)) if column.read == "money" else spoken.number(int(value))


def _text(value: str, column: Column, site: Site) -> str:
    if column.read == "day":
        return spoken.day(date.fromisoformat(value), year=date.fromisoformat(value).year != site.day.year) if value else ""
    if column.read == "choice" and value:
        return small(aloud(site.catalogue.choice(str(column.choices), value).name.vi))
    return _within(aloud(value.rstrip(" .;")))


def _within(text: str) -> str:
    """Return an officer's words inside a sentence: the first letter small, unless the next word says that it begins a name."""
    return small(text) if text.split(" ", 1)[-1][:1].islower() else text


def _to_come(record: PublicRecord, form: Form, day: date) -> bool:
    return str(record.values.get(form.register.day) or "") >= day.isoformat()
