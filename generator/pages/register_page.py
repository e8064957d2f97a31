"""The page of a register: its answer, its bars and sums by part, and its rows as a table or as cards; all as its form says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from markupsafe import Markup

from generator import money
from generator.catalogue.forms import Column, Fact, Form
from generator.days import write_day
from generator.disclosed import Disclosure, PublicRecord
from generator.disclosure import registers
from generator.pages.around import Around, around, named
from generator.pages.disclosures import place
from generator.pages.frame import Maker
from generator.pages.ledgers import Ledger, LedgerRow
from generator.pages.page import Page
from generator.pages.pictures import Picture
from generator.pages.register_words import answer, crumb, picture, question, sums, words_of
from generator.pages.small_tables import Counts
from generator.pages.tables import Cell, amounts, columns, write
from generator.pages.words import exact_unit, in_unit, sentence

_NUMBERS = frozenset({"money", "count", "percent"})
_ELSEWHERE = frozenset({"posted_from", "posted_until", "decision"})


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a row: its column's name, its text, where it leads, and its look if it is a badge."""

    name: str
    text: str
    numeric: bool = False
    href: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its address on the page, what names it, whether that is a person, and its other values; `coming` is not gone by yet."""

    id: str
    first: Field
    person: bool
    fields: tuple[Field, ...]
    coming: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one part of the register, under its name, "" where there are no parts; `past` are gone by."""

    title: str
    rows: tuple[Row, ...]
    past: bool = False


@dataclass(frozen=True, slots=True)
class RegisterView:
    """What a register's page shows; `parts` is empty where its rows are persons who may not be named."""

    kicker: str
    question: str
    answer: Markup
    picture: Picture | None
    sums: Counts | None
    facts: tuple[Field, ...]
    heads: tuple[Cell, ...]
    parts: tuple[Part, ...]
    total: tuple[str, ...]
    caption: str
    cards: bool
    named: bool
    until: str
    hidden: str
    around: Around
    words: dict[str, Any]


def register_page(maker: Maker, disclosure: Disclosure) -> Page:
    """Return the page of one register."""
    site, words = maker.site, words_of(maker)
    form = site.catalogue.form(disclosure.form)
    family = site.catalogue.family(form.family)
    where, said, hidden = place(maker, disclosure, family), answer(maker, disclosure), registers.of_persons(form) and not named(disclosure)
    shown = _columns(disclosure, form)
    view = RegisterView(
        kicker=family.name.to(site.language), question=question(maker, disclosure), answer=said,
        picture=picture(maker, disclosure, "hinh"), sums=sums(maker, disclosure), facts=_facts(maker, disclosure, form),
        heads=tuple(Cell(column.name.to(site.language), column.read in _NUMBERS) for column in shown),
        parts=() if hidden else _parts(maker, disclosure, form, shown), total=_total(maker, disclosure, shown),
        caption=_caption(maker, disclosure, shown), cards=form.register.cards, named=named(disclosure),
        until=disclosure.posted_until.isoformat() if named(disclosure) and disclosure.posted_until else "",
        hidden=words.get("hidden") if hidden else "", around=around(maker, where, disclosure), words=words.all,
    )
    return maker.page(where, "register.html", view, view.question, crumb=crumb(maker, disclosure), description=said.striptags(),
                      robots="noindex, noarchive" if view.named else "", script=view.named)


def as_ledger(maker: Maker, disclosure: Disclosure) -> Ledger:
    """Return a register's rows as the plain table of a version's page; none where they are persons."""
    form = maker.site.catalogue.form(disclosure.form)
    shown = _columns(disclosure, form)
    parts = () if registers.of_persons(form) else _parts(maker, disclosure, form, shown)
    rows = tuple(LedgerRow(row.id, row.first.text, False, tuple(Cell(one.text, one.numeric) for one in row.fields))
                 for part in parts for row in part.rows)
    heads = tuple(Cell(column.name.to(maker.site.language), column.read in _NUMBERS) for column in shown)
    return Ledger("so", "", "", _caption(maker, disclosure, shown), heads, rows, named=False, total=_total(maker, disclosure, shown))


def _columns(disclosure: Disclosure, form: Form) -> list[Column]:
    """Return the columns a page shows, what names a row first, those that say nothing left out, and what stands above the parts."""
    told = {key for record in disclosure.records for key in (*record.values, *record.dashes)}
    named_by = {key for one in disclosure.names.values() for key in one}
    above = form.register.group if _parted(disclosure) else ""
    found = [column for column in columns(form, disclosure)
             if column.key in told | named_by and column.read != "marker" and column.key != above]
    return sorted(found, key=lambda column: column.key != form.register.lead)


def _parted(disclosure: Disclosure) -> bool:
    """Return whether parts stand under their names: not where each is but one row."""
    groups = disclosure.summary.get("groups") or ()
    return len(groups) < len(disclosure.records)


def _parts(maker: Maker, disclosure: Disclosure, form: Form, shown: Sequence[Column]) -> tuple[Part, ...]:
    """Return the rows by part; those of a calendar by whether they are to come."""
    group, words = form.register.group, words_of(maker)
    rows = [(record, _row(maker, disclosure, record, shown)) for record in disclosure.records]
    if form.register.calendar:
        coming, past = (tuple(row for _, row in rows if row.coming is coming) for coming in (True, False))
        return tuple(part for part in (Part(words.get("to_come"), coming), Part(words.get("past"), past, past=True)) if part.rows)
    if not group or not _parted(disclosure):
        return (Part("", tuple(row for _, row in rows)),)
    column = form.get(group)
    found = [(write(own[0][0], column, maker.site.catalogue, maker.words), own)
             for _, each in groupby(rows, key=lambda pair: pair[0].values.get(group)) if (own := tuple(each))]
    return tuple(Part(title, tuple(row for _, row in own)) for title, own in found)


def _row(maker: Maker, disclosure: Disclosure, record: PublicRecord, shown: Sequence[Column]) -> Row:
    form = maker.site.catalogue.form(disclosure.form)
    unit = _unit(maker, disclosure, shown)
    fields = [_field(maker, disclosure, record, column, unit) for column in shown]
    when = str(record.values.get(form.register.day) or "")
    coming = form.register.calendar and when >= str(maker.site.day)
    return Row(record.id, fields[0], record.id in disclosure.names, tuple(fields[1:]), coming)


def _field(maker: Maker, disclosure: Disclosure, record: PublicRecord, column: Column, unit: int) -> Field:
    name, said = column.name.to(maker.site.language), maker.site.catalogue.form(disclosure.form).register
    text = disclosure.names.get(record.id, {}).get(column.key) or write(record, column, maker.site.catalogue, maker.words, unit)
    if column.read == "link" and text not in {"", "-"}:
        return Field(name, text.split("/")[2], href=text)
    if column.read == "money" and said.cards and text not in {"", "-"}:
        text = words_of(maker).plain("dong", amount=text)
    look = said.looks.get(str(record.values.get(column.key)), "plain") if column.key == said.status and text else ""
    return Field(name, text, column.read in _NUMBERS, look=look)


def _unit(maker: Maker, disclosure: Disclosure, shown: Sequence[Column]) -> int:
    """Return the unit of a table's amounts: the largest in which all are whole; cards say đồng at each."""
    cards = maker.site.catalogue.form(disclosure.form).register.cards
    return 1 if cards else exact_unit(amounts(disclosure.records, shown) or [1])


def _total(maker: Maker, disclosure: Disclosure, shown: Sequence[Column]) -> tuple[str, ...]:
    """Return the cells of the line that sums the rows up; nothing where the form adds nothing up."""
    whole, unit = disclosure.summary.get("sums") or {}, _unit(maker, disclosure, shown)
    if not any(column.key in whole for column in shown):
        return ()
    written = {column.key: in_unit(whole[column.key], unit if column.read == "money" else 1) for column in shown if column.key in whole}
    return (words_of(maker).get("whole"), *(written.get(column.key, "") for column in shown[1:]))


def _caption(maker: Maker, disclosure: Disclosure, shown: Sequence[Column]) -> str:
    count = words_of(maker).plain("count", count=money.write(int(disclosure.summary["count"])))
    in_money = any(column.read == "money" for column in shown) and not maker.site.catalogue.form(disclosure.form).register.cards
    unit = maker.words.plain("unit.caption", unit=maker.words.unit(_unit(maker, disclosure, shown))) if in_money else ""
    return " · ".join(part for part in (count, unit) if part)


def _facts(maker: Maker, disclosure: Disclosure, form: Form) -> tuple[Field, ...]:
    """Return the public facts beside the table but for those told elsewhere on the page."""
    told = [(fact, disclosure.facts.get(fact.key)) for fact in form.facts if fact.public and fact.key not in _ELSEWHERE]
    return tuple(Field(fact.name.to(maker.site.language), _fact(maker, fact, value)) for fact, value in told if value not in {None, ""})


def _fact(maker: Maker, fact: Fact, value: object) -> str:
    if fact.read == "choice" and fact.choices:
        return maker.site.catalogue.choice(fact.choices, str(value)).name.to(maker.site.language)
    if fact.read == "day":
        return write_day(date.fromisoformat(str(value)))
    return words_of(maker).plain("dong", amount=money.write(value)) if isinstance(value, int) else sentence(str(value))
