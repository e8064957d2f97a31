"""The forms and the law, loaded from data and checked: nothing of either stands in code."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from generator.catalogue.duties import Event, Milestone, Obligation, Reach, WorkDay, WorkYear, own_events, own_obligations
from generator.catalogue.forms import Form, Line, RowUse, Text
from generator.catalogue.labels import spread
from generator.catalogue.law import Choice, Criterion, Deadline, Entitlement, Posting, PovertyLine, Statute

HERE = Path(__file__).parent
_Entry = TypeVar("_Entry")
_Dated = TypeVar("_Dated", Deadline, Posting)


class Family(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the site: its folder, its name, the question residents bring; `pages` is "period", "subject" or "form"."""

    id: str
    slug: str
    name: Text
    question: Text
    pages: str = "period"
    order: int = 0


class Stage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stage of a kind of form: its id, folder ("" where the period says it), name, and the title words that tell it.

    `words` are tried in order, before those of later stages; `columns` are folded head words that tell it when the title is gone.
    """

    id: str
    kind: str
    slug: str
    name: Text
    words: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """All of the catalogue: forms by id, row sets by name, families, stages, choices, and the law."""

    forms: Mapping[str, Form]
    row_sets: Mapping[str, tuple[Line, ...]]
    families: tuple[Family, ...]
    stages: tuple[Stage, ...]
    choices: Mapping[str, tuple[Choice, ...]]
    statutes: tuple[Statute, ...]
    deadlines: tuple[Deadline, ...]
    postings: tuple[Posting, ...]
    poverty_lines: tuple[PovertyLine, ...]
    criteria: tuple[Criterion, ...]
    entitlements: tuple[Entitlement, ...]
    work_days: tuple[WorkDay, ...] = ()
    work_years: tuple[WorkYear, ...] = ()
    events: tuple[Event, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    reach: Reach = field(default_factory=Reach)

    @property
    def duties(self) -> tuple[Obligation, ...]:
        """Return what every commune owes period by period: the general obligations, and those the forms bring with them."""
        return (*self.obligations, *own_obligations(self.forms.values()))

    @property
    def known_events(self) -> tuple[Event, ...]:
        """Return the events as officers write them, those of each form by its name."""
        return tuple(own_events(self.events, self.forms.values(), self.deadlines))

    def form(self, name: str) -> Form:
        """Return the form of an id; KeyError if there is none."""
        return self.forms[name]

    def family(self, name: str) -> Family:
        """Return the family of an id; KeyError if there is none."""
        return {family.id: family for family in self.families}[name]

    def stage(self, kind: str, name: str | None) -> Stage | None:
        """Return a kind's stage, or None."""
        return next((stage for stage in self.stages if stage.kind == kind and stage.id == name), None)

    def choice(self, group: str, key: str) -> Choice:
        """Return one value of a closed list; KeyError if there is none."""
        return {choice.key: choice for choice in self.choices[group]}[key]

    def statute(self, name: str) -> Statute:
        """Return the statute of an id; KeyError if there is none."""
        return {statute.id: statute for statute in self.statutes}[name]

    def deadline(self, name: str, day: date) -> Deadline | None:
        """Return the deadline of an id in force on a day, or None."""
        return _on(self.deadlines, name, day)

    def posting(self, name: str, day: date) -> Posting | None:
        """Return the posting rule of an id in force on a day, or None."""
        return _on(self.postings, name, day)

    def rows(self, form: Form, day: date) -> tuple[Line, ...]:
        """Return the row set a form uses for a period that begins on a day; empty where the catalogue has none."""
        use: RowUse | None = next((use for use in form.rows if use.since <= day <= use.until), None)
        return self.row_sets[use.set] if use else ()


@cache
def load() -> Catalogue:
    """Return the catalogue that travels with the program; msgspec.ValidationError names the file and place of a fault."""
    forms = {form.id: form for form in (read_form(path) for path in sorted((HERE / "forms").glob("*.toml")))}
    return Catalogue(
        forms=forms,
        row_sets={path.stem: read_rows(path) for path in sorted((HERE / "rows").glob("*.csv"))},
        families=_table("families", "family", Family),
        stages=_table("stages", "stage", Stage),
        choices={name: msgspec.convert(entries, tuple[Choice, ...]) for name, entries in _toml("choices").items()},
        statutes=_table("statutes", "statute", Statute),
        deadlines=_table("deadlines", "deadline", Deadline),
        postings=_table("postings", "posting", Posting),
        poverty_lines=_table("poverty", "line", PovertyLine),
        criteria=_table("poverty", "criterion", Criterion),
        entitlements=_table("poverty", "entitlement", Entitlement),
        work_days=_table("workdays", "day", WorkDay),
        work_years=_table("workdays", "year", WorkYear),
        events=_table("events", "event", Event),
        obligations=_table("obligations", "obligation", Obligation),
        milestones=_table("obligations", "milestone", Milestone),
        reach=msgspec.convert(_toml("obligations")["reach"], Reach),
    )


def read_form(path: Path) -> Form:
    """Return the form of a TOML file; msgspec.ValidationError names the file and the place of a fault."""
    return _read(path, Form)


def read_rows(path: Path) -> tuple[Line, ...]:
    """Return the row set of a .csv file; KeyError for a column that is missing."""
    return tuple(_lines(path))


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


def _table(name: str, entry: str, kind: type[_Entry]) -> tuple[_Entry, ...]:
    try:
        return tuple(msgspec.convert(item, kind) for item in _toml(name)[entry])
    except msgspec.ValidationError as fault:
        raise msgspec.ValidationError(f"{name}.toml [[{entry}]]: {fault}") from None


def _read(path: Path, kind: type[_Entry]) -> _Entry:
    try:
        return msgspec.convert(_spread(tomllib.loads(path.read_text("utf-8"))), kind)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as fault:
        raise msgspec.ValidationError(f"{path.name}: {fault}") from None


def _spread(form: dict[str, Any]) -> dict[str, Any]:
    """Return a form with the labels of its columns written out; a column without a list of labels is left for the check to refuse."""
    columns = [column | {"labels": spread(column["labels"])} if isinstance(column.get("labels"), list) else column
               for column in form.get("column", ())]
    return form | {"column": columns}


def _lines(path: Path) -> Iterator[Line]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            plain = Text(row["plain_vi"], row["plain_en"]) if row.get("plain_vi") else None
            yield Line(key=row["key"], parent=row["parent"], marker=row["marker"], name=Text(row["vi"], row["en"]),
                       also=tuple(part.strip() for part in row["also"].split("|") if part.strip()),
                       children=row["children"], role=row["role"], plain=plain)  # type: ignore[arg-type]


def _on(entries: tuple[_Dated, ...], name: str, day: date) -> _Dated | None:
    return next((entry for entry in entries if entry.id == name and entry.since <= day <= entry.until), None)
