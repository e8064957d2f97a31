"""The law as data: statutes, deadlines, posting lengths, poverty lines, entitlements, choices: each with source and days."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from generator.catalogue.forms import Text

Certainty: TypeAlias = Literal["certain", "reading", "uncertain"]


class Statute(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A law, decree, circular or decision, as it is cited; `issued` is when it was signed, where that is after `since`."""

    id: str
    name: Text
    number: str
    since: date = date.min
    until: date = date.max
    issued: date = date.min
    certain: Certainty = "certain"
    note: str = ""


class Deadline(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """By when something must be public: so many days (working or calendar) after an event, or before it."""

    id: str
    days: int
    working: bool
    after: str
    statute: str
    article: str
    since: date = date.min
    until: date = date.max
    certain: Certainty = "certain"
    note: str = ""
    whole_year: str = ""
    before: bool = False


class Posting(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """For how long, where and by which channels something is on show."""

    id: str
    days: int
    working: bool
    places: tuple[str, ...]
    channels: tuple[str, ...]
    statute: str
    article: str
    since: date = date.min
    until: date = date.max
    certain: Certainty = "certain"
    note: str = ""


class PovertyLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An income line: đồng per person and month, in the countryside ("rural") or in town ("urban")."""

    area: Literal["rural", "urban"]
    amount: int
    statute: str
    since: date
    until: date
    certain: Certainty = "certain"
    note: str = ""


class Criterion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What makes a household poor or near-poor, in words for residents."""

    household_class: str
    text: Text
    statute: str
    since: date
    until: date
    certain: Certainty = "certain"
    note: str = ""


class Entitlement(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a class of households may ask for, in words for residents."""

    household_class: str
    text: Text
    statute: str = ""
    since: date = date.min
    until: date = date.max
    certain: Certainty = "reading"
    note: str = ""


class Choice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One value of a closed list: its key, its public word, and how officers write it."""

    key: str
    name: Text
    also: tuple[str, ...] = ()
