"""A disclosure as one plain table without a person's name: heads of one level, typed cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from generator.catalogue.forms import Column
from generator.catalogue.texts import texts
from generator.commune import Commune
from generator.days import write_day
from generator.disclosed import Disclosure, PublicRecord
from generator.disclosure import registers
from generator.disclosure.counted import counted, spoken
from generator.disclosure.heads import heads as table_heads
from generator.disclosure.site import Site

Cell: TypeAlias = str | int | float | date | None

DASH = "-"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to download; `kinds` goes by column: "text", "money", "count", "percent", "day". `day` dates the file, for ever the same.

    `keys` are the columns' names for programs, the same in every language.
    """

    title: str
    notes: tuple[str, ...]
    sheet: str
    heads: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    author: str
    day: date
    keys: tuple[str, ...]


def grid(disclosure: Disclosure, site: Site) -> Grid:
    """Return a disclosure's table; a list of persons becomes its counts, a giver's name "Ẩn danh", an organisation keeps its name."""
    words = texts("downloads", site.language)
    columns = _columns(disclosure, site)
    form = site.catalogue.form(disclosure.form)
    if form.kind == "register" and registers.of_persons(form):
        keys, heads, kinds, rows = _sums(disclosure, site, words)
    elif any(column.names and not column.consent for column in columns):
        keys, heads, kinds, rows = _counts(disclosure, site, words)
    else:
        keys, heads, kinds, rows = _lines(disclosure, columns, site, words)
    first = disclosure.posted_from or site.day
    return Grid(disclosure.title, _notes(disclosure, site, words, kinds), words["sheet"], _distinct(heads), tuple(kinds), tuple(rows),
                publisher(site.commune, words), first, _distinct(keys))


def publisher(commune: Commune, words: Mapping[str, Any]) -> str:
    """Return who publishes, in the words of downloads."""
    return str(words["publisher"].format(commune=_called(commune)))


def _columns(disclosure: Disclosure, site: Site) -> tuple[Column, ...]:
    form = site.catalogue.form(disclosure.form)
    first: dict[str, Column] = {}
    for column in form.column:
        if column.public and column.key in disclosure.columns:
            first.setdefault(column.key, column)
    return tuple(first.values())


_Parts: TypeAlias = tuple[Sequence[str], Sequence[str], Sequence[str], Sequence[tuple[Cell, ...]]]


def _lines(disclosure: Disclosure, columns: tuple[Column, ...], site: Site, words: Mapping[str, Any]) -> _Parts:
    sides, levels = any(record.side for record in disclosure.records), any(record.level for record in disclosure.records)
    before, after = ([words["side"]] if sides else []), ([words["level"]] if levels else [])
    over = (f"{group} - {text}" if group else text for group, text in table_heads(columns, disclosure.stage, site.language))
    heads = [*before, *over, *after]
    kinds = [*("text" for _ in before), *(_kind(column) for column in columns), *("count" for _ in after)]
    rows = [(*([words["sides"].get(record.side, "")] if sides else []), *_cells(record, columns, site, words),
             *([record.level + 1] if levels else [])) for record in disclosure.records]
    keys = [*(["side"] if sides else []), *(column.key for column in columns), *(["level"] if levels else [])]
    return keys, heads, kinds, rows


def _kind(column: Column) -> str:
    return column.read if column.read in {"money", "count", "percent", "day", "year"} else "text"


def _cells(record: PublicRecord, columns: tuple[Column, ...], site: Site, words: Mapping[str, Any]) -> Iterator[Cell]:
    for column in columns:
        value = record.values.get(column.key) if column.key != "marker" else record.values.get("marker") or record.marker
        if column.key in record.dashes:
            yield DASH
        elif value is None or value == "":
            yield words["anonymous"] if column.names else None
        elif column.read == "day":
            yield date.fromisoformat(str(value))
        elif column.read == "flag":
            yield words["yes"] if value else words["no"]
        elif column.read == "choice" and column.choices:
            yield next((choice.name.to(site.language) for choice in site.catalogue.choices.get(column.choices, ())
                        if choice.key == value), str(value))
        else:
            yield value if _kind(column) != "text" and not isinstance(value, bool) else str(value)


def _counts(disclosure: Disclosure, site: Site, words: Mapping[str, Any]) -> _Parts:
    said, catalogue = words["households"], site.catalogue
    found = counted(spoken(disclosure, catalogue, site.language), catalogue.form(disclosure.form), named=False)
    if found is None:
        return (), (), (), ()
    whole = said["total"].format(commune=_called(site.commune))
    heads = (said["hamlet"], *found.classes, said["all"], *([said["members"]] if found.members else ()))
    rows: list[tuple[Cell, ...]] = [(name or whole, *by_class, households, *([members] if found.members else ()))
                                    for name, households, members, by_class in found.rows]
    if not found.classes:
        rows += [(f"{said['class']}: {name}", number, *([None] if found.members else ())) for name, number in found.by_class]
    classes = [str(entry["key"]) for entry in disclosure.summary.get("classes") or ()] if found.classes else []
    keys = ("hamlet", *classes, "households", *(["members"] if found.members else ()))
    return keys, heads, ("text", *("count" for _ in heads[1:])), rows


def _sums(disclosure: Disclosure, site: Site, words: Mapping[str, Any]) -> _Parts:
    """Return the sums of a register of persons by its parts, as its page gives them while nobody may be named."""
    form, said = site.catalogue.form(disclosure.form), words["register"]
    adding = registers.summed(form)
    rows = [(one.name or said["others"], one.count, *(one.sums.get(column.key) for column in adding))
            for one in registers.parts(disclosure, form, site.catalogue, site.language, named=False)]
    heads = (form.get(form.register.group).name.to(site.language), said["rows"], *(column.name.to(site.language) for column in adding))
    return ("part", "count", *(column.key for column in adding)), heads, ("text", "count", *map(_kind, adding)), rows


def _notes(disclosure: Disclosure, site: Site, words: Mapping[str, Any], kinds: Sequence[str]) -> tuple[str, ...]:
    first, last = disclosure.posted_from, disclosure.posted_until
    days = {"first": write_day(first) if first else "", "last": write_day(last) if last else ""}
    posted = words["posted_until" if last else "posted"].format_map(days) if first else ""
    parts = (publisher(site.commune, words), words["version"].format(version=disclosure.version), posted,
             words["code"].format(code=disclosure.code) if disclosure.code else "")
    lines = (words["sample"] if site.commune.sample else "", " · ".join(part for part in parts if part),
             words["unit"] if "money" in kinds else "", *disclosure.notes)
    return tuple(line for line in lines if line)


def _called(commune: Commune) -> str:
    """Return the commune's name as within a sentence, its kind before it once and small: "xã Suối Mây"."""
    bare = commune.name[len(commune.kind) + 1:] if commune.name.casefold().startswith(f"{commune.kind} ") else commune.name
    return f"{commune.kind} {bare}"


def _distinct(heads: Sequence[str]) -> tuple[str, ...]:
    """Return heads that differ, as a table needs them: a second "Ghi chú" is "Ghi chú 2"."""
    seen: dict[str, int] = {}
    told = []
    for head in heads:
        seen[head] = seen.get(head, 0) + 1
        told.append(head if seen[head] == 1 else f"{head} {seen[head]}")
    return tuple(told)
