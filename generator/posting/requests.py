"""Requests of the people a disclosure names, to be left out or put right: kept in the history without names, open until answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.catalogue.law import Deadline
from generator.posting import workdays
from generator.posting.history import Entry
from generator.posting.store import load

ANSWER, BREACH = "data-request-answer", "data-breach-notice"
_ACTS = {"removal": "data-request-removal", "withdrawal": "data-request-removal", "correction": "data-request-correction"}
SORTS = tuple(_ACTS)
REMOVED = ("removed", "withdrawn")


@dataclass(frozen=True, slots=True)
class Request:
    """A request: its number, sort ("removal", "withdrawal", "correction"), when it came in, and which disclosure it is on.

    `acted` is the day the disclosure was changed for it, `done` the day it was answered; `private` says that what must not be
    public had been. Who asked is in no file.
    """

    number: int
    sort: str
    received: date
    id: str
    private: bool = False
    acted: date | None = None
    done: date | None = None


class Duty(NamedTuple):
    """What a request asks of the office: the rule, and the last day for it."""

    request: Request
    rule: Deadline
    by: date


def all_requests(entries: Iterable[Entry]) -> tuple[Request, ...]:
    """Return every request of a history in the order they came."""
    found: dict[int, Request] = {}
    for entry in entries:
        if entry.action == "request":
            found[entry.request] = Request(entry.request, entry.sort, entry.received or entry.day, entry.id, entry.private)
        elif entry.request in found and entry.action in (*REMOVED, "request-acted"):
            found[entry.request] = replace(found[entry.request], acted=found[entry.request].acted or entry.day)
        elif entry.request in found and entry.action == "request-done":
            found[entry.request] = replace(found[entry.request], done=entry.day)
    return tuple(found.values())


def open_requests(data: Path) -> tuple[Request, ...]:
    """Return the requests of a commune's data folder that are not answered yet."""
    return tuple(request for request in all_requests(load(data).entries) if request.done is None)


def duties(requests: Sequence[Request], catalogue: Catalogue) -> tuple[Duty, ...]:
    """Return what open requests ask of the office, the soonest first: to answer, to act where that isn't done, to give notice."""
    days = workdays.calendar(catalogue.work_days, catalogue.work_years)
    found = [Duty(request, rule, days.after(request.received, rule.days, working=rule.working))
             for request in requests if request.done is None for name in _rules(request)
             if (rule := catalogue.deadline(name, request.received))]
    return tuple(sorted(found, key=lambda duty: (duty.by, duty.request.number, duty.rule.id)))


def _rules(request: Request) -> tuple[str, ...]:
    acts = () if request.acted else (_ACTS[request.sort],)
    return (ANSWER, *acts, *((BREACH,) if request.private else ()))
