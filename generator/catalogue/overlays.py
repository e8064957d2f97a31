"""A province's or a commune's own rules, `quy-dinh/` beside its data: files of the catalogue's shape, laid over it entry by entry."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from generator.catalogue import Catalogue, read_form, read_rows
from generator.catalogue.duties import Milestone, Obligation, WorkDay, WorkYear
from generator.catalogue.forms import Form
from generator.catalogue.law import Criterion, Deadline, Entitlement, Posting, PovertyLine, Statute
from generator.findings import Finding, finding
from generator.vietnamese import nfc

_LINE = re.compile(r"at line (\d+)")
_NAMED = re.compile(r"`(?:\$\.?)?([^`$]+)`")
# The tables that may be laid over: file, entry, kind, and the catalogue's own part.
_TABLES: Mapping[str, Mapping[str, tuple[type[Struct], str]]] = {
    "statutes": {"statute": (Statute, "statutes")},
    "deadlines": {"deadline": (Deadline, "deadlines")},
    "postings": {"posting": (Posting, "postings")},
    "poverty": {"line": (PovertyLine, "poverty_lines"), "criterion": (Criterion, "criteria"), "entitlement": (Entitlement, "entitlements")},
    "workdays": {"day": (WorkDay, "work_days"), "year": (WorkYear, "work_years")},
    "obligations": {"obligation": (Obligation, "obligations"), "milestone": (Milestone, "milestones")},
}
_FORMS, _ROWS = "forms", "rows"


@dataclass(slots=True)
class _Overlay:
    """What is being laid over a catalogue, and what was found wrong with it."""

    over: Catalogue
    name: Callable[[Path], str]
    findings: list[Finding] = field(default_factory=list)

    def wrong(self, path: Path, entry: str, named: str) -> None:
        self.findings.append(finding("rule-damaged", self.name(path), entry=entry, field=named))

    def unknown(self, path: Path, entry: str, typed: str, choices: Iterator[str] | list[str]) -> None:
        self.findings.append(finding("rule-unknown", self.name(path), typed=typed, entry=entry, choices=", ".join(sorted(set(choices)))))


def overlaid(catalogue: Catalogue, folder: Path, name: Callable[[Path], str]) -> tuple[Catalogue, tuple[Finding, ...]]:
    """Return the catalogue with a folder's own rules before the general ones, and what is wrong with them; `name` names files in findings.

    An entry that can't be used is passed over: the general rule holds then.
    """
    if not folder.is_dir():
        return catalogue, ()
    work = _Overlay(catalogue, name)
    _strange(folder, work)
    _own_rows(folder / _ROWS, work)
    _own_forms(folder / _FORMS, work)
    for file, tables in _TABLES.items():
        path = folder / f"{file}.toml"
        for entry, (kind, part) in tables.items() if path.is_file() else ():
            own = tuple(_entries(path, entry, kind, work))
            laid: dict[str, Any] = {part: (*own, *getattr(work.over, part))}
            work.over = replace(work.over, **laid)
    return work.over, tuple(dict.fromkeys(work.findings))


def _strange(folder: Path, work: _Overlay) -> None:
    """Tell of files that are none of the catalogue's: a misspelt name would leave a rule unread."""
    for path in sorted(folder.iterdir()):
        known = path.name in {_FORMS, _ROWS} if path.is_dir() else path.stem in _TABLES or path.suffix != ".toml"
        if not known:
            work.unknown(path, path.name, path.name, [f"{table}.toml" for table in _TABLES])


def _own_rows(folder: Path, work: _Overlay) -> None:
    for path in sorted(folder.glob("*.csv")):
        try:
            rows = {path.stem: read_rows(path)}
        except (KeyError, ValueError, TypeError):
            work.wrong(path, path.name, "key, parent, marker, vi, en, also, children, role")
            continue
        work.over = replace(work.over, row_sets={**work.over.row_sets, **rows})


def _own_forms(folder: Path, work: _Overlay) -> None:
    for path in sorted(folder.glob("*.toml")):
        try:
            form = read_form(path)
        except (msgspec.ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            work.wrong(path, path.name, _field(fault))
            continue
        troubles = len(work.findings)
        _held(path, form, work)
        if len(work.findings) == troubles:
            work.over = replace(work.over, forms={**work.over.forms, form.id: form})


def _held(path: Path, form: Form, work: _Overlay) -> None:
    """Hold what a form names against what there is."""
    over = work.over
    for named, known in ((set(form.statutes), {one.id for one in over.statutes}), ({use.set for use in form.rows}, set(over.row_sets)),
                         (set(form.deadlines.values()), {one.id for one in over.deadlines}),
                         (set(form.postings.values()), {one.id for one in over.postings}),
                         ({form.kind}, {one.kind for one in over.forms.values()}), ({form.family}, {one.id for one in over.families})):
        for typed in sorted(named - known):
            work.unknown(path, form.id, typed, sorted(known))


def _entries(path: Path, entry: str, kind: type[Struct], work: _Overlay) -> Iterator[Any]:
    try:
        read = tomllib.loads(nfc(path.read_text("utf-8-sig")))
    except UnicodeDecodeError:
        work.findings.append(finding("commune-file-damaged", work.name(path), line="1"))
        return
    except tomllib.TOMLDecodeError as fault:
        line = _LINE.search(str(fault))
        work.findings.append(finding("commune-file-damaged", work.name(path), line=line[1] if line else "?"))
        return
    for typed in sorted(set(read) - set(_TABLES[path.stem])):
        work.unknown(path, f"[[{typed}]]", typed, list(_TABLES[path.stem]))
    listed = read.get(entry, [])
    for number, raw in enumerate(listed if isinstance(listed, list) else (listed,), 1):
        place = f"[[{entry}]] {number}"
        try:
            made = msgspec.convert(raw, kind)
        except msgspec.ValidationError as fault:
            work.wrong(path, place, _field(fault))
            continue
        if _sound(made, path, place, work):
            yield made


def _sound(made: Any, path: Path, place: str, work: _Overlay) -> bool:
    """Return whether an entry can be used: its days in order, its statute and name known; one that asks for less is only told."""
    over = work.over
    if isinstance(made, (WorkDay, WorkYear)):
        return True
    if made.since == date.min or made.since > made.until or getattr(made, "days", None) in range(-10_000, 0):
        work.wrong(path, place, "since, until, days")
        return False
    statutes = {one.id for one in over.statutes}
    if not isinstance(made, Statute) and made.statute not in statutes:
        work.unknown(path, place, made.statute, sorted(statutes))
        return False
    if isinstance(made, (Deadline, Posting)):
        names = {one.id for one in (over.deadlines if isinstance(made, Deadline) else over.postings)} | _used(over)
        if made.id not in names:
            work.unknown(path, place, made.id, sorted(names))
            return False
    _weighed(made, path, place, work)
    return True


def _used(over: Catalogue) -> set[str]:
    return {name for form in over.forms.values() for name in (*form.deadlines.values(), *form.postings.values())}


def _weighed(made: Any, path: Path, place: str, work: _Overlay) -> None:
    """Tell of a rule that is weaker than the general one on its first day: fewer days posted, later, a lower line."""
    over, own, general = work.over, 0, 0
    if isinstance(made, Posting) and (rule := over.posting(made.id, made.since)) and rule.working == made.working:
        own, general = made.days, rule.days
    elif isinstance(made, Deadline) and (due := over.deadline(made.id, made.since)) and due.working == made.working:
        own, general = -made.days, -due.days
    elif isinstance(made, PovertyLine):
        general = next((line.amount for line in over.poverty_lines if line.area == made.area and line.since <= made.since <= line.until), 0)
        own = made.amount
    if own < general:
        work.findings.append(finding("rule-weaker", work.name(path), entry=place, own=str(abs(own)), general=str(abs(general))))


def _field(fault: Exception) -> str:
    """Return the field that a fault is about, as its message names it."""
    names = _NAMED.findall(str(fault))
    found = [name for name in names if name not in {"int", "str", "bool", "array", "object", "date", "null", "float"}]
    return found[-1] if found else "?"
