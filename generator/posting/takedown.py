"""Take a person or a whole disclosure from public view, put back what was taken, and take back the last posting: by the history alone."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from generator.disclosed import Disclosure, PublicRecord
from generator.posting import removals
from generator.posting.history import Entry
from generator.posting.recording import noted, opened, unnaming
from generator.posting.removals import Removal, bare, named
from generator.posting.seals import canonical
from generator.posting.store import FOLDER, Store, names_file, recall, recall_names, salt_file, salt_of, standing
from generator.release.writing import CannotWrite, write
from generator.vietnamese import fold

_TAKEN = ("removed", "withdrawn", "restored")


@dataclass(frozen=True, slots=True)
class Found:
    """A person found by name: a line that names the person in each disclosure, whether the name is as typed, and if `every` line counts."""

    lines: tuple[tuple[Disclosure, PublicRecord], ...]
    sure: bool
    every: bool = False

    @property
    def form(self) -> str:
        """Return the form whose disclosures name the person."""
        return self.lines[0][0].form


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for and when it came in; `private` says that what must not be public had been."""

    received: date
    sort: str = "removal"
    private: bool = False


def naming(store: Store, candidates: Sequence[Disclosure]) -> tuple[Disclosure, ...]:
    """Return every disclosure that names persons: those of today's workbooks, and posted ones whose names are kept."""
    kept = []
    for entry in standing(store.entries):
        if names_file(store.folder, entry).is_file():
            found = recall(store, entry)
            if isinstance(found, Disclosure):
                kept.append(_named(found, recall_names(store, entry) or {}))
    return tuple(one for one in (*candidates, *kept) if one.names)


def find(disclosures: Sequence[Disclosure], typed: str, ledgers: frozenset[str] = frozenset()) -> tuple[Found, ...]:
    """Return the persons a name may mean, each once for each form: the name itself, without marks, or a part of a longer one.

    In `ledgers`, forms of many lines for one person, a name of one hamlet is one person; elsewhere each line of it is another.
    """
    groups: dict[tuple[str, ...], dict[str, tuple[Disclosure, PublicRecord]]] = {}
    for disclosure in disclosures:
        often = Counter(_key(disclosure, record) for record in disclosure.records)
        for record in disclosure.records:
            if f" {fold(typed)} " in f" {bare(named(disclosure, record.id))} ":
                key = _key(disclosure, record)
                twin = str(sorted(record.values.items(), key=str)) if often[key] > 1 and disclosure.form not in ledgers else ""
                groups.setdefault((*key, twin), {}).setdefault(disclosure.id, (disclosure, record))
    return tuple(Found(tuple(lines.values()), all(_is(typed, named(one, record.id)) for one, record in lines.values()), key[0] in ledgers)
                 for key, lines in sorted(groups.items()))


def remove(data: Path, people: Sequence[Found], asked: Asked, day: date) -> tuple[Entry, ...]:
    """Record that persons stay out from now on: salted digests in the store, no name anywhere; return the new entries.

    What is shown next leaves them out; `settle` then deletes the names that earlier versions still keep.
    """
    with opened(data, day) as store:
        number = _next(store)
        kept = [(one, removals.removal(number, day, *one.lines[0], every=one.every)) for one in people]
        removals.keep(store.folder, [each for _, each in kept])
        ids = {name for one in people for name in _ids(store, one)}
        first = people[0].lines[0][0]
        entries = [_request(first, asked, day, number)]
        entries += [Entry(number=0, day=day, action="removed", id=one.lines[0][0].id, version=one.lines[0][0].version, form=one.form,
                          request=number, content=removals.seal_of(each)) for one, each in kept]
        return noted(store, entries, unnaming(store, ids, day))


def settle(data: Path, ids: Sequence[str], day: date) -> tuple[Entry, ...]:
    """Delete the names of all but the newest version of some disclosures, after those without the persons were recorded."""
    with opened(data, day) as store:
        return noted(store, (), unnaming(store, ids, day))


def withdraw(data: Path, disclosure: Disclosure, asked: Asked, day: date) -> tuple[Entry, ...]:
    """Record that a whole disclosure is taken from public view, and delete the names of all its versions."""
    with opened(data, day) as store:
        number = _next(store)
        gone = Entry(number=0, day=day, action="withdrawn", id=disclosure.id, version=disclosure.version, form=disclosure.form,
                     request=number)
        return noted(store, (_request(disclosure, asked, day, number), gone), unnaming(store, {disclosure.id}, day, newest_too=True))


def register(data: Path, disclosure: Disclosure, asked: Asked, day: date) -> tuple[Entry, ...]:
    """Record that a request came in, and nothing more."""
    with opened(data, day) as store:
        return noted(store, (_request(disclosure, asked, day, _next(store)),))


def done(data: Path, number: int, day: date) -> tuple[Entry, ...]:
    """Record that a request was answered; nothing where there is none of that number."""
    with opened(data, day) as store:
        asked = [entry for entry in store.entries if entry.action == "request" and entry.request == number]
        entries = [Entry(number=0, day=day, action="request-done", id=one.id, version=one.version, request=number) for one in asked]
        return noted(store, entries)


def restore(data: Path, number: int, day: date) -> tuple[Entry, ...]:
    """Record that what a request took from view may be shown again; the names come back from the workbook alone."""
    with opened(data, day) as store:
        mine = {entry.content: entry for entry in store.entries if entry.action in ("removed", "withdrawn") and entry.request == number}
        known: Mapping[str, Removal] = {removals.seal_of(each): each for each in store.removals}
        back = [entry for content, entry in mine.items() if content in known or entry.id in store.withdrawn]
        entries = [Entry(number=0, day=day, action="restored", id=one.id, version=one.version, form=one.form, request=number,
                         content=one.content) for one in back]
        new = noted(store, entries)
        for entry in back:
            if entry.content in known:
                removals.forget(store.folder, known[entry.content])
        return new


def retract(data: Path, day: date) -> tuple[Entry, ...]:
    """Take back the last posting: what stood before it is on show again, its workbooks are held back, and the history says so.

    CannotWrite("nothing-to-retract") where nothing was posted, or someone or something was taken from view since.
    """
    with opened(data, day) as store:
        found = standing(store.entries)
        last = [entry for entry in found if entry.act == found[-1].act and (entry.act or entry is found[-1])]
        later = [entry for entry in store.entries if last and entry.number > last[0].number and entry.action in _TAKEN]
        if not last or later or any(entry.request for entry in last):
            raise CannotWrite("nothing-to-retract", data / FOLDER)
        said = Entry(number=0, day=day, action="retracted", id=last[0].id, version=last[0].version,
                     numbers=tuple(entry.number for entry in last))
        gone = [Entry(number=0, day=day, action="names-removed", id=one.id, version=one.version) for one in last
                if names_file(store.folder, one).is_file() and not _kept_before(one, found, last)]
        for one in last:
            if salt := salt_of(store.folder, one):
                write(salt_file(store.folder, one), canonical({"salt": salt}))
        return noted(store, (said,), gone)


def _kept_before(entry: Entry, found: Sequence[Entry], last: Sequence[Entry]) -> bool:
    """Return whether the same version was posted before too, as when only its days were changed."""
    return any((one.id, one.version) == (entry.id, entry.version) for one in found if one not in last)


def _request(disclosure: Disclosure, asked: Asked, day: date, number: int) -> Entry:
    return Entry(number=0, day=day, action="request", id=disclosure.id, version=disclosure.version, form=disclosure.form,
                 request=number, sort=asked.sort, received=min(asked.received, day), private=asked.private)


def _next(store: Store) -> int:
    return max((entry.request for entry in store.entries), default=0) + 1


def _ids(store: Store, one: Found) -> set[str]:
    return {disclosure.id for disclosure, _ in one.lines} | {entry.id for entry in store.entries if entry.form == one.form}


def _key(disclosure: Disclosure, record: PublicRecord) -> tuple[str, str, str]:
    return disclosure.form, bare(named(disclosure, record.id)), fold(str(record.values.get("hamlet") or ""))


def _is(typed: str, name: str) -> bool:
    """Return whether a name is the one typed: letter by letter, or without any mark where none was typed."""
    wanted = unicodedata.normalize("NFC", " ".join(typed.split())).casefold()
    return wanted == unicodedata.normalize("NFC", name).casefold() or (wanted == fold(typed) and wanted == bare(name))


def _named(disclosure: Disclosure, names: dict[str, dict[str, str]]) -> Disclosure:
    return replace(disclosure, names=names)
