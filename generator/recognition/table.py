"""A table found in a sheet: which form it is, where its head, rows and set-aside rows lie; its texts still as typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.cells import Range
from generator.findings import Finding
from generator.periods import Period
from generator.workbook.sheets import RawSheet


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that is no record, and why: "ruler", "total", "heading", "note", "signature", "blank"."""

    row: int
    why: str


@dataclass(frozen=True, slots=True)
class Table:
    """A recognised table; `form` is a form's id or None, `columns` maps keys to column numbers from 1.

    `unit` is how many đồng a typed 1 is worth, None where no money stands. `heads` are the head's texts by column number,
    upper to lower. `facts` are the lines beside the table that the form names, as typed, with their cell's address.
    `predecessor` names the unit merged into the commune whose figures these are.
    """

    sheet: RawSheet
    form: str | None
    head: Range
    heads: Mapping[int, tuple[str, ...]]
    columns: Mapping[str, int]
    rows: tuple[int, ...]
    set_aside: tuple[SetAside, ...] = ()
    title: str = ""
    stage: str | None = None
    period: Period | None = None
    side: str | None = None
    subject: str | None = None
    subject_name: str | None = None
    predecessor: str = ""
    unit: int | None = None
    facts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
