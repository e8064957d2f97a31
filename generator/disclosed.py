"""A disclosure: a table made public, already masked and free of errors; the only thing outputs ever see."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, TypeAlias

from msgspec import Struct, field

Shown: TypeAlias = int | float | str | bool | None
State: TypeAlias = Literal["posted", "expired", "replaced"]
Json: TypeAlias = Any


class PublicRecord(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line of a disclosure: public values only; `id` is its address on the page (`#…`), the rest as in `records.Record`.

    Money is whole đồng, a count an int, a percentage a float as printed, a day an ISO text: the form's column says which.
    """

    id: str
    marker: str = ""
    values: dict[str, Shown] = field(default_factory=dict)
    dashes: tuple[str, ...] = ()
    level: int = 0
    parent: str = ""
    key: str = ""
    within: bool = False
    style: str = "line"
    side: str = ""


class Disclosure(Struct, frozen=True, kw_only=True):
    """What is made public of one table, or of the tables that make one thing up (the two sides of a balance).

    `id` is commune/form/stage/period/subject. `records` are masked: where a column names persons its value is absent here
    and kept in `names` (record id, then column key, then name) for the channels and days that may show it. `summary` is
    what the kind worked out of the table (JSON values; amounts in đồng). `facts` are public facts beside the table.
    `predecessor` names the unit merged into the commune whose figures these are; its `subject` then begins with that name.
    `columns` are the public columns the table holds, in the form's order. `notes` are public sentences about the figures.
    `explanation` is the text that the commune publishes beside it; it is no part of the digest and is kept apart in the store.
    """

    id: str
    commune: str
    form: str
    kind: str
    title: str
    columns: tuple[str, ...]
    records: tuple[PublicRecord, ...]
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    stage: str | None = None
    period: str | None = None
    subject: str | None = None
    subject_name: str | None = None
    predecessor: str = ""
    unit: int | None = None
    facts: dict[str, Shown] = field(default_factory=dict)
    summary: dict[str, Json] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    explanation: str = ""
    source_sha256: str = ""
    digest: str = ""
    code: str = ""
    version: int = 1
    names_persons: bool = False
    posted_from: date | None = None
    posted_until: date | None = None
    state: State = "posted"
