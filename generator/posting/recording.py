"""Record what went public: versions and days into the store, names apart, and names out of it once their window ended."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from generator.disclosed import Disclosure
from generator.posting import history
from generator.posting.history import Entry
from generator.posting.seals import canonical, digest, names_digest
from generator.posting.showing import Shown
from generator.posting.store import (
    FOLDER,
    Names,
    Store,
    explanation_file,
    kept_as,
    load,
    names_file,
    posted_versions,
    recall,
    recall_names,
    salt_of,
    shelf,
    standing,
)
from generator.release.locking import locked
from generator.release.writing import CannotWrite, told, write


@dataclass(frozen=True, slots=True)
class Act:
    """One posting: the day, the places where the papers hang, and the SHA-256 of each print and download by disclosure id and path.

    `attached` gives those of attachments in the same way, `hung` those of prints that name persons, which the history knows only
    under the salt of the names: a list of few could be guessed from them. `request` is the number of the request it is done for.
    """

    day: date
    places: tuple[str, ...] = ()
    made: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    attached: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    hung: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    request: int = 0


def post(shown: Shown, data: Path, act: Act) -> tuple[Entry, ...]:
    """Record what is public since the last posting and return the new entries; nothing new gives none and writes nothing.

    Versions are written before the history names them, so that a posting killed in the middle is as if it had not begun.
    CannotWrite where a later day was recorded already, where another posting runs, or where the folder can't be written.
    """
    folder = data / FOLDER
    with opened(data, act.day) as store:
        number = history.lines(folder / history.FILE) + 1
        news = [found for found in _public(shown) if _is_news(found, store, act)]
        posted = [msgspec.structs.replace(_record(found, store, act), act=number) for found in news]
        removed = list(_ended((*store.entries, *posted), folder, act.day))
        _append(folder, [*posted, *(entry for entry in removed if not _noted(entry, store))])
        _unname(folder, removed)
        return load(data).entries[len(store.entries):]


@contextmanager
def opened(data: Path, day: date) -> Iterator[Store]:
    """Hold a commune's store for one act and return it; CannotWrite as `post`."""
    folder = data / FOLDER
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with locked(folder / "lock"):
        store = load(data)
        if day < store.last_day:
            raise CannotWrite("day-before-history", folder, day=f"{day:%d/%m/%Y}", last=f"{store.last_day:%d/%m/%Y}")
        yield store


def noted(store: Store, entries: Sequence[Entry], gone: Sequence[Entry] = ()) -> tuple[Entry, ...]:
    """Append entries to the history of an opened store, delete the names of the versions that `gone` says, and return what is new."""
    _append(store.folder, [*entries, *gone])
    _unname(store.folder, gone)
    return load(store.folder.parent).entries[len(store.entries):]


def unnaming(store: Store, ids: Collection[str], day: date, *, newest_too: bool = False) -> list[Entry]:
    """Return an entry for each version of some disclosures whose names are kept, the newest ones only if asked."""
    return [Entry(number=0, day=day, action="names-removed", id=name, version=version)
            for (name, version), entry in posted_versions(store.entries).items()
            if name in ids and names_file(store.folder, entry).is_file() and (newest_too or store.latest.get(name) is not entry)]


def _unname(folder: Path, entries: Sequence[Entry]) -> None:
    for entry in entries:
        with told(folder):
            names_file(folder, entry).unlink()


def _public(shown: Shown) -> Iterator[Disclosure]:
    for found in sorted(shown.disclosures, key=lambda each: each.id):
        yield shown.board.get(found.id, found)


def _is_news(disclosure: Disclosure, store: Store, act: Act) -> bool:
    last = store.latest.get(disclosure.id)
    if last is None or (last.version, last.digest) != (disclosure.version, disclosure.digest):
        return True
    if (last.posted_from, last.posted_until) != (disclosure.posted_from, disclosure.posted_until):
        return True
    if dict(act.attached.get(disclosure.id, {})) != last.attached or _explanation(disclosure) != last.explanation:
        return True
    return bool(disclosure.names) and recall_names(store, last) is None


def _record(disclosure: Disclosure, store: Store, act: Act) -> Entry:
    last = store.latest.get(disclosure.id)
    again = last if last and (last.version, last.digest) == (disclosure.version, disclosure.digest) else None
    entry = Entry(
        number=0, day=act.day, action="post", id=disclosure.id, version=disclosure.version, form=disclosure.form,
        stage=disclosure.stage, period=disclosure.period, posted_from=disclosure.posted_from, posted_until=disclosure.posted_until,
        digest=disclosure.digest, names_digest=_keep_names(disclosure, store, again), code=disclosure.code,
        source_sha256=disclosure.source_sha256, content=_keep(disclosure, store, again),
        places=act.places, made=dict(act.made.get(disclosure.id, {})),
        attached=dict(act.attached.get(disclosure.id, {})), request=act.request, explanation=_keep_explanation(disclosure, store),
    )
    salt = salt_of(store.folder, entry)
    hung = {path: digest([salt, sha]) for path, sha in act.hung.get(disclosure.id, {}).items()} if salt else {}
    return msgspec.structs.replace(entry, made=entry.made | hung)


def _keep(disclosure: Disclosure, store: Store, again: Entry | None) -> str:
    """Return the digest of the version's file, written unless it lies there whole: what the history names is never written over."""
    if again and isinstance(recall(store, again), Disclosure):
        return again.content
    content = kept_as(disclosure)
    write(shelf(store.folder, disclosure.id) / f"v{disclosure.version}.json", content)
    return hashlib.sha256(content).hexdigest()


def _explanation(disclosure: Disclosure) -> str:
    """Return the SHA-256 of the text beside a disclosure, "" where there is none."""
    return hashlib.sha256(disclosure.explanation.encode()).hexdigest() if disclosure.explanation else ""


def _keep_explanation(disclosure: Disclosure, store: Store) -> str:
    """Return the digest of the text beside a disclosure, kept under it: a text that was posted before stays beside the new one."""
    sha = _explanation(disclosure)
    if sha:
        write(explanation_file(store.folder, disclosure.id, sha), disclosure.explanation.encode())
    return sha


def _keep_names(disclosure: Disclosure, store: Store, again: Entry | None) -> str:
    """Return the salted digest of the version's names, written unless they are kept already; "" where nobody is named."""
    if again and (not disclosure.names or recall_names(store, again) == disclosure.names):
        return again.names_digest
    if not disclosure.names:
        return ""
    salt = secrets.token_hex(16)
    write(shelf(store.folder, disclosure.id) / f"v{disclosure.version}.names.json", canonical(Names(salt, disclosure.names)))
    return names_digest(disclosure.names, salt)


def _ended(entries: Sequence[Entry], folder: Path, day: date) -> Iterator[Entry]:
    """Yield an entry for each version whose names are kept although its window ended, or nothing can bring it back on show.

    The version that the last posting replaced keeps its names until the next one, so that the last can be taken back.
    """
    newest = {entry.id: entry.version for entry in standing(entries)}
    undone = returning(entries)
    for (name, version), entry in posted_versions(entries).items():
        over = version not in (newest.get(name), undone.get(name)) or (entry.posted_until is not None and entry.posted_until < day)
        if over and names_file(folder, entry).is_file():
            yield Entry(number=0, day=day, action="names-removed", id=name, version=version)


def returning(entries: Sequence[Entry]) -> dict[str, int]:
    """Return the versions that would be on show again, by id, if the last posting were taken back."""
    found = standing(entries)
    last = found[-1].act if found else 0
    return {entry.id: entry.version for entry in found if entry.act != last and last}


def _noted(entry: Entry, store: Store) -> bool:
    with suppress(StopIteration):
        last = next(each for each in reversed(store.entries) if (each.id, each.version) == (entry.id, entry.version))
        return last.action == "names-removed"
    return False


def _append(folder: Path, entries: list[Entry]) -> None:
    if entries:
        path = folder / history.FILE
        write(path, history.extended(path, entries))
