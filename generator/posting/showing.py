"""Decide what is on show on a day: today's workbooks and the store weighed together, names only where and while they may be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from msgspec.structs import replace

from generator.catalogue import Catalogue
from generator.catalogue.texts import texts
from generator.commune import Commune
from generator.disclosed import Disclosure
from generator.findings import Finding, finding
from generator.posting.history import Entry
from generator.posting.removals import applied
from generator.posting.seals import seal
from generator.posting.store import Store, named, recall, recall_names
from generator.posting.versions import MOVED, movement
from generator.posting.windows import Window, reversed_days, window


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on show: `disclosures` for the web (names only where they may be seen there), newest posting first.

    `board` holds, by id, what may hang on the notice board, names included while their window lasts; a named list is absent
    after it. `upcoming` is to be prepared, never shown. `replaced` are earlier versions, without names. `recalled` are the
    ids shown from the store because no workbook gives them any more. `withdrawn` were taken from public view as a whole, each
    without records and with the day; `unnamed` are the names, by id, of whoever stays out.
    """

    disclosures: tuple[Disclosure, ...] = ()
    board: Mapping[str, Disclosure] = field(default_factory=dict)
    upcoming: tuple[Disclosure, ...] = ()
    replaced: tuple[Disclosure, ...] = ()
    recalled: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    withdrawn: tuple[tuple[Disclosure, date], ...] = ()
    unnamed: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Office:
    """What every decision of one commune's day needs."""

    store: Store
    commune: Commune
    catalogue: Catalogue
    day: date

    @property
    def naming_day(self) -> date:
        """Return the day names are judged by: never before the history's last, so that a clock set back names nobody again."""
        return max(self.day, self.store.last_day)


def show(candidates: Sequence[Disclosure], store: Store, commune: Commune, catalogue: Catalogue, day: date) -> Shown:
    """Return what is on show on a day, of the disclosures made from today's workbooks and of those posted before."""
    office = _Office(store, commune, catalogue, day)
    findings = list(store.findings)
    if day < store.last_day:
        findings.append(finding("day-before-history", named(store.folder), day=f"{day:%d/%m/%Y}", last=f"{store.last_day:%d/%m/%Y}"))
    wanted, unnamed, more = _wanted(candidates, office)
    dated = [_dated(seal(candidate), office) for candidate in wanted]
    current = {found.id: found for found in dated if _begun(found, day)}
    upcoming = tuple(found for found in dated if not _begun(found, day))
    findings += [finding("posting-days-reversed", named(store.folder.parent / "commune.toml"), id=found.id)
                 for found in dated if reversed_days(found, commune)]
    recalled, troubles = _recalled(office, frozenset(current))
    full = {**current, **{found.id: found for found in recalled}}
    replaced, lost = _replaced(office, full)
    return Shown(
        disclosures=tuple(sorted((_for_web(found, office) for found in full.values()), key=_newest)),
        board={found.id: _stated(found, office) for found in full.values() if not found.names or _named_today(found, office)},
        upcoming=upcoming,
        replaced=replaced,
        recalled=frozenset(found.id for found in recalled),
        findings=(*findings, *more, *troubles, *lost),
        withdrawn=_withdrawn(candidates, office),
        unnamed=unnamed,
    )


def _wanted(candidates: Sequence[Disclosure], office: _Office) -> tuple[list[Disclosure], dict[str, frozenset[str]], list[Finding]]:
    """Return the candidates that may be shown, whoever must stay out left out; the names left out by id; and what the officer is told."""
    found, unnamed, told = [], {}, []
    place, withdrawn = named(office.store.folder), office.store.withdrawn
    for candidate in candidates:
        if candidate.id in withdrawn:
            told.append(finding("withdrawn-held", place, title=candidate.title, day=f"{withdrawn[candidate.id].day:%d/%m/%Y}"))
        held = office.store.held(seal(candidate))
        if held:
            told.append(finding("retracted-held", place, title=candidate.title))
        rest = _without(candidate, office)
        gone = candidate.names.keys() - rest.names.keys()
        if gone or candidate.id in withdrawn:
            out = gone if candidate.id not in withdrawn else candidate.names.keys()
            unnamed[candidate.id] = frozenset(name for ident in out for name in candidate.names[ident].values())
        if gone and candidate.id not in withdrawn:
            told.append(finding("person-left-out", place, title=candidate.title, count=str(len(gone))))
        if candidate.id not in withdrawn and not held:
            found.append(rest)
    return found, unnamed, told


def _without(disclosure: Disclosure, office: _Office) -> Disclosure:
    """Return a disclosure without the persons who stay out, and the sentence that says so; nobody named where their list is lost."""
    rest, count, day = applied(disclosure, office.store.removals, office.catalogue.form(disclosure.form))
    if disclosure.form in office.store.blind:
        return replace(rest, names={})
    if not count:
        return rest
    note = texts("posting", office.commune.language)["removed"].format(day=f"{day:%d/%m/%Y}", count=count)
    return replace(rest, notes=tuple(dict.fromkeys((*rest.notes, note))))


def _withdrawn(candidates: Sequence[Disclosure], office: _Office) -> tuple[tuple[Disclosure, date], ...]:
    """Return what was taken from public view as a whole, bare of records, with the day, in the order of ids."""
    fresh = {candidate.id: candidate for candidate in candidates}
    found = []
    for name, entry in sorted(office.store.withdrawn.items()):
        last = office.store.latest.get(name)
        kept = recall(office.store, last) if last else fresh.get(name)
        if isinstance(kept, Disclosure):
            found.append((replace(kept, records=(), names={}, notes=(), summary={}, facts={}), entry.day))
    return tuple(found)


def posted_only(candidates: Sequence[Disclosure], store: Store) -> tuple[Disclosure, ...]:
    """Return the candidates that are public already as they are; what they leave out is shown as it was posted."""
    return tuple(one for one in candidates if (last := store.latest.get(one.id)) and same(seal(one), last, store))


def same(candidate: Disclosure, entry: Entry, store: Store) -> bool:
    """Return whether a sealed disclosure is what was posted: the same content, and the same names as long as they are kept."""
    if candidate.digest != entry.digest:
        return False
    kept = recall_names(store, entry)
    return kept is None or kept == candidate.names


def _dated(candidate: Disclosure, office: _Office) -> Disclosure:
    last = office.store.latest.get(candidate.id)
    unchanged = last is not None and same(candidate, last, office.store)
    keeps_days = last is not None and (unchanged or last.source_sha256 == candidate.source_sha256)
    days = window(candidate, office.commune, office.catalogue, office.day, _recorded(last) if last and keeps_days else None)
    version = last.version if last and unchanged else office.store.next_version(candidate.id)
    dated = replace(candidate, version=version, posted_from=days.posted_from, posted_until=days.posted_until)
    return _moved(dated, last, office.store) if last else dated


def _moved(disclosure: Disclosure, last: Entry, store: Store) -> Disclosure:
    """Return a corrected version with how many joined and left since the one before: counted now, or kept from when it was posted."""
    before = recall(store, last)
    if isinstance(before, Finding):
        return disclosure
    if last.version == disclosure.version:
        moved = before.summary.get(MOVED)
    else:
        moved = movement(replace(before, names=recall_names(store, last) or {}), disclosure)
    return replace(disclosure, summary={**disclosure.summary, MOVED: moved}) if moved else disclosure


def _recalled(office: _Office, current: frozenset[str]) -> tuple[list[Disclosure], list[Finding]]:
    found: list[Disclosure] = []
    findings: list[Finding] = []
    for entry in office.store.latest.values():
        if entry.id in current or entry.id in office.store.withdrawn or not _recorded(entry).posted_from <= office.day:
            continue
        kept = recall(office.store, entry)
        if isinstance(kept, Finding):
            findings.append(kept)
            continue
        if kept.form not in office.catalogue.forms:
            findings.append(finding("form-gone", named(office.store.folder), title=kept.title, id=entry.id))
            continue
        days = window(kept, office.commune, office.catalogue, office.day, _recorded(entry))
        if days.posted_from > office.day:
            days = _recorded(entry)
        whole = replace(kept, names=recall_names(office.store, entry) or {}, posted_from=days.posted_from, posted_until=days.posted_until)
        rest = _without(whole, office)
        if rest.names.keys() != whole.names.keys() and rest.form not in office.store.blind:
            rest = replace(seal(rest), version=office.store.next_version(rest.id))
        found.append(rest)
        findings.append(finding("shown-from-store", named(office.store.folder), title=kept.title, id=entry.id))
    return found, findings


def _replaced(office: _Office, full: Mapping[str, Disclosure]) -> tuple[tuple[Disclosure, ...], list[Finding]]:
    found: list[Disclosure] = []
    findings: list[Finding] = []
    for newer in full.values():
        for entry in office.store.versions(newer.id):
            if entry.version != newer.version:
                kept = recall(office.store, entry)
                if isinstance(kept, Finding):
                    findings.append(kept)
                else:
                    found.append(replace(kept, state="replaced"))
    return tuple(found), findings


def _recorded(entry: Entry) -> Window:
    return Window(entry.posted_from or entry.day, entry.posted_until)


def _begun(disclosure: Disclosure, day: date) -> bool:
    return disclosure.posted_from is not None and disclosure.posted_from <= day


def _named_today(disclosure: Disclosure, office: _Office) -> bool:
    return disclosure.posted_from is not None and Window(disclosure.posted_from, disclosure.posted_until).holds(office.naming_day)


def _stated(disclosure: Disclosure, office: _Office) -> Disclosure:
    ended = disclosure.posted_until is not None and disclosure.posted_until < office.day
    return replace(disclosure, state="expired" if ended else "posted", names_persons=bool(disclosure.names))


def _for_web(disclosure: Disclosure, office: _Office) -> Disclosure:
    """Return the web's variant: names only where the commune chose so, within the window, and only where the window has an end."""
    allowed = office.catalogue.form(disclosure.form).options.get("names_on_web", True)
    may = allowed and office.commune.names_on_web and disclosure.posted_until is not None and _named_today(disclosure, office)
    return _stated(disclosure if may else replace(disclosure, names={}), office)


def _newest(disclosure: Disclosure) -> tuple[int, str]:
    return -(disclosure.posted_from or date.min).toordinal(), disclosure.id


def guarded(secrets: Mapping[str, Mapping[str, str]], shown: Shown) -> dict[str, dict[str, str]]:
    """Return what the sweep must not find, by disclosure id, each value with its cell: private ones, and names not to be shown today."""
    hidden = hidden_names(shown)
    return {name: dict.fromkeys(hidden.get(name, ()), name) | dict(secrets.get(name, {})) for name in {**secrets, **hidden}}


def hidden_names(shown: Shown) -> dict[str, frozenset[str]]:
    """Return, by disclosure id, the names that the web may not show today, for the sweep of what was made."""
    hidden: dict[str, frozenset[str]] = dict(shown.unnamed)
    for found in (*shown.board.values(), *shown.upcoming):
        hidden[found.id] = hidden.get(found.id, frozenset()) | {name for names in found.names.values() for name in names.values()}
    for found in shown.disclosures:
        seen = {name for names in found.names.values() for name in names.values()}
        hidden[found.id] = hidden.get(found.id, frozenset()) - seen
    return {name: names for name, names in hidden.items() if names}
