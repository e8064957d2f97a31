"""A record: one line of a table with its values typed, public and private apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from generator.findings import Finding
from generator.recognition.table import Table

Typed: TypeAlias = int | float | str | date | bool | None


@dataclass(frozen=True, slots=True)
class Record:
    """One line: `row` in the officer's sheet, `values` of public columns, `private` of all others, by column key.

    Money is whole đồng; a percentage a float as printed (71.2), money never a float; None is blank or "-", `dashes` tells which were "-".
    In a tree, `level` counts from 0, `parent` is the row of the line above it, `key` the row set's line it was matched to,
    `within` says that it is a "trong đó" that need not add up, `style` is "total", "group" or "line".
    """

    row: int
    marker: str | None = None
    values: Mapping[str, Typed] = field(default_factory=dict)
    private: Mapping[str, Typed] = field(default_factory=dict)
    dashes: frozenset[str] = frozenset()
    level: int = 0
    parent: int | None = None
    key: str | None = None
    within: bool = False
    style: str = "line"


@dataclass(frozen=True, slots=True)
class Reading:
    """A table read: its records, and every finding on it so far. `file` is the name findings give.

    `notes` are public sentences that go with its figures: why a difference was accepted.
    """

    file: str
    sha256: str
    table: Table
    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def publishable(self) -> bool:
        """Return whether the table has a form and no finding forbids publishing it."""
        return self.table.form is not None and not any(found.severity == "error" for found in self.findings)
