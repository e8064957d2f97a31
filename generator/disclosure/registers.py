"""What a register says of itself, the same on page, paper and download: its parts with their sums, and the words its answer is told in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter

from generator import money, periods
from generator.catalogue import Catalogue
from generator.catalogue.forms import Column, Form, Text
from generator.days import write_day
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from generator.percents import write_percent


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a register: its name ("" for small parts put together), how many rows, and their sums by column."""

    name: str
    count: int
    sums: Mapping[str, int]


def of_persons(form: Form) -> bool:
    """Return whether the form's rows are persons, so that only sums may be shown where nobody may be named."""
    return any(column.names and not column.consent for column in form.column)


def summed(form: Form) -> tuple[Column, ...]:
    """Return the columns that are added up, in the form's order."""
    return tuple(column for column in form.column if column.key in form.register.sums)


def parts(disclosure: Disclosure, form: Form, catalogue: Catalogue, language: str, *, named: bool) -> tuple[Part, ...]:
    """Return the register's parts; where its rows are persons who are not named, those under the form's `small_cell` are put together."""
    found = [Part(_called(str(one["name"]), form, catalogue, language), int(one["count"]), one["sums"])
             for one in disclosure.summary.get("groups") or ()]
    least = 0 if named or not of_persons(form) else int(form.options.get("small_cell", 0))
    small = sorted((one for one in found if one.count < least), key=lambda one: one.count)
    for one in sorted((one for one in found if one.count >= least), key=lambda one: one.count):
        if small and sum(each.count for each in small) < least:
            small.append(one)
    kept = tuple(one for one in found if one not in small)
    return (*kept, _together(small)) if small else kept


def stage(disclosure: Disclosure, catalogue: Catalogue, language: str) -> str:
    """Return the name of a register's stage ("Kết quả phân phối"), "" where its form has none."""
    found = catalogue.stage(disclosure.kind, disclosure.stage)
    return found.name.to(language) if found else ""


def known(sentences: Iterable[Text], words: Mapping[str, str]) -> Iterator[Text]:
    """Yield the sentences whose words are all known."""
    for text in sentences:
        if all(name in words for _, name, _, _ in Formatter().parse(text.vi) if name):
            yield text


def words(disclosure: Disclosure, form: Form, catalogue: Catalogue, language: str, day: date) -> dict[str, str]:
    """Return the words a register's answer may be told in, those without a value left out; "none_…" stands for what there is none of."""
    summary, said = disclosure.summary, form.register
    sums: Mapping[str, int] = summary.get("sums") or {}
    found = {"period": periods.name(periods.read(disclosure.period), language) if disclosure.period else "",
             "count": money.write(int(summary.get("count") or 0)), "groups": str(len(summary.get("groups") or ())),
             "subject": disclosure.subject_name or "", "stage": stage(disclosure, catalogue, language)}
    found |= {f"sum_{column.key}": _amount(sums[column.key], column, language) for column in summed(form) if sums.get(column.key)}
    found |= {f"share_{name}": f"{write_percent(round(100 * sums[part] / sums[whole], 1))}\u202f%"
              for name, (part, whole) in said.shares.items() if sums.get(whole) and part in sums}
    found |= {f"in_{key}": money.write(count) for key, count in (summary.get("states") or {}).items() if count}
    found |= {name: write_day(date.fromisoformat(when)) for name in ("first", "last") if (when := summary.get(name))}
    if coming := next_day(disclosure, form, day):
        found["next"] = write_day(coming)
        found |= _of_next(disclosure, form, coming)
    largest = max(parts(disclosure, form, catalogue, language, named=False), key=lambda one: one.count, default=None)
    if largest and largest.name:
        found |= {"largest": largest.name, "largest_count": money.write(largest.count)}
    return {name: text for name, text in found.items() if text} | _none(disclosure, form, found)


def before(disclosure: Disclosure, site: Site) -> Disclosure | None:
    """Return the same register of the latest earlier period that is as long and on show; months of a year only beside the same months."""
    own = periods.read(disclosure.period) if disclosure.period else None
    found = [(periods.read(one.period), one) for one in site.of(disclosure.form)
             if one.period and (one.subject, one.predecessor) == (disclosure.subject, disclosure.predecessor)]
    earlier = [(when, one) for when, one in found
               if own and when < own and when.kind == own.kind and (when.kind != "months" or when.number == own.number)]
    return max(earlier, key=lambda pair: pair[0])[1] if earlier else None


def looks_ahead(form: Form) -> bool:
    """Return whether the form's answer tells the next of its days, so that days gone by are of no more use."""
    return any("{next}" in text.vi for text in form.register.answer)


def next_day(disclosure: Disclosure, form: Form, day: date) -> date | None:
    """Return the first of the register's days that is not gone by, or None."""
    days = (record.values.get(form.register.day) for record in disclosure.records) if form.register.day else ()
    return min((found for text in days if text and (found := date.fromisoformat(str(text))) >= day), default=None)


def _of_next(disclosure: Disclosure, form: Form, day: date) -> dict[str, str]:
    """Return what the first row of a day says in words, "next_KEY" by its column."""
    texts = [column.key for column in form.column if column.read == "text" and column.public and not column.names]
    first = next(one for one in disclosure.records if one.values.get(form.register.day) == day.isoformat())
    return {f"next_{key}": str(first.values[key]) for key in texts if first.values.get(key)}


def _none(disclosure: Disclosure, form: Form, found: Mapping[str, str]) -> dict[str, str]:
    nothing = [key for key, amount in (disclosure.summary.get("sums") or {}).items() if not amount]
    nothing += [key for key, count in (disclosure.summary.get("states") or {}).items() if not count]
    nothing += ["next"] if form.register.day and "next" not in found else []
    return dict.fromkeys((f"none_{key}" for key in nothing), "")


def _amount(amount: int, column: Column, language: str) -> str:
    if column.read != "money":
        return money.write(amount)
    short = money.short(amount, language)
    return short if short.endswith("đồng") else f"{short} đồng"


def _called(key: str, form: Form, catalogue: Catalogue, language: str) -> str:
    choices = catalogue.choices.get(str(form.get(form.register.group).choices), ()) if form.register.group else ()
    return next((choice.name.to(language) for choice in choices if choice.key == key), key)


def _together(small: list[Part]) -> Part:
    keys = dict.fromkeys(key for one in small for key in one.sums)
    return Part("", sum(one.count for one in small), {key: sum(one.sums.get(key, 0) for one in small) for key in keys})
