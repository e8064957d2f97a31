"""Who stays out of what is shown: salted digests of persons, without a name, in the store alone, as long as the officer says so."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.catalogue.forms import Form
from generator.disclosed import Disclosure, PublicRecord
from generator.posting.history import Entry
from generator.posting.seals import canonical, digest
from generator.release.writing import write
from generator.vietnamese import fold

FILE = "removals.jsonl"
_YEAR = re.compile(r"\s*\([^()]*\)\s*$")


class Removal(Struct, frozen=True, forbid_unknown_fields=True):
    """A person left out of a form's disclosures: digests of name and hamlet (`person`), and of the whole line (`line`).

    The line tells two persons of one name in one hamlet apart; where it is "", or no line is the same any more, both stay out.
    """

    number: int
    day: date
    form: str
    salt: str
    person: str
    line: str


def removal(number: int, day: date, disclosure: Disclosure, record: PublicRecord, *, every: bool = False) -> Removal:
    """Return the removal of the person of a record, with a salt of its own; with `every`, from all lines of that name and hamlet."""
    salt = secrets.token_hex(16)
    return Removal(number, day, disclosure.form, salt, _person(disclosure, record, salt),
                   "" if every else _line(disclosure, record, salt))


def seal_of(kept: Removal) -> str:
    """Return the digest by which the history knows a removal."""
    return digest(msgspec.to_builtins(kept))


def standing(folder: Path, entries: Iterable[Entry]) -> tuple[tuple[Removal, ...], tuple[Entry, ...]]:
    """Return the removals that hold, and the history's entries of removals that the store has lost or holds altered."""
    known = {seal_of(one): one for one in read(folder)}
    wanted: dict[str, Entry] = {}
    for entry in entries:
        if entry.action == "removed":
            wanted[entry.content] = entry
        elif entry.action == "restored" and entry.content:
            wanted.pop(entry.content, None)
    return tuple(known[seal] for seal in wanted if seal in known), tuple(wanted[seal] for seal in wanted if seal not in known)


def read(folder: Path) -> tuple[Removal, ...]:
    """Return every removal that the file holds and that can be read."""
    found: list[Removal] = []
    path = folder / FILE
    for line in path.read_bytes().splitlines() if path.is_file() else ():
        try:
            found.append(msgspec.json.decode(line, type=Removal))
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
    return tuple(found)


def keep(folder: Path, more: Sequence[Removal]) -> None:
    """Write removals behind those kept before, before the history names them."""
    path = folder / FILE
    before = path.read_bytes() if path.is_file() else b""
    write(path, before + b"".join(canonical(msgspec.to_builtins(one)) + b"\n" for one in more))


def forget(folder: Path, gone: Removal) -> None:
    """Take a removal out of the file, after the history said that it no longer holds."""
    rest = [one for one in read(folder) if one != gone]
    write(folder / FILE, b"".join(canonical(msgspec.to_builtins(one)) + b"\n" for one in rest))


def matched(disclosure: Disclosure, kept: Removal) -> frozenset[str]:
    """Return the records of a disclosure that a removal leaves out."""
    if disclosure.form != kept.form:
        return frozenset()
    persons = [record for record in disclosure.records
               if record.id in disclosure.names and _person(disclosure, record, kept.salt) == kept.person]
    lines = [record for record in persons if _line(disclosure, record, kept.salt) == kept.line]
    return frozenset(record.id for record in (lines if len(persons) > 1 and lines else persons))


def applied(disclosure: Disclosure, kept: Sequence[Removal], form: Form) -> tuple[Disclosure, int, date]:
    """Return a disclosure without the persons removed, how many those are, and the last day one was removed.

    A giver stays as a gift without a name; a household's line goes. The figures counted over all stay as they are.
    """
    hits = [(one.day, matched(disclosure, one)) for one in kept]
    out = frozenset(ident for _, found in hits for ident in found)
    if not out:
        return disclosure, 0, date.min
    anonymous = any(column.names and column.consent for column in form.column)
    records = disclosure.records if anonymous else tuple(record for record in disclosure.records if record.id not in out)
    names = {ident: name for ident, name in disclosure.names.items() if ident not in out}
    return msgspec.structs.replace(disclosure, records=records, names=names), len(out), max(day for day, found in hits if found)


def named(disclosure: Disclosure, record: str) -> str:
    """Return the name a record stands under, "" for none."""
    return " ".join(disclosure.names.get(record, {}).values())


def _person(disclosure: Disclosure, record: PublicRecord, salt: str) -> str:
    return digest([salt, bare(named(disclosure, record.id)), fold(str(record.values.get("hamlet") or ""))])


def _line(disclosure: Disclosure, record: PublicRecord, salt: str) -> str:
    return digest([salt, fold(named(disclosure, record.id)), record.values])


def bare(name: str) -> str:
    """Return a name folded, without the birth year that tells two of one name apart."""
    return fold(_YEAR.sub("", name))
