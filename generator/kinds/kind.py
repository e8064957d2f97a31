"""What a kind of form can do, and the parts of a disclosure that it makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from generator.catalogue import Catalogue
from generator.commune import Commune
from generator.disclosed import Disclosure, Json, PublicRecord, Shown
from generator.findings import Finding
from generator.records.record import Reading, Typed


@dataclass(frozen=True, slots=True)
class Parts:
    """What a kind makes public of readings: records with the names of persons apart, and all that is said about them."""

    records: tuple[PublicRecord, ...] = ()
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    facts: Mapping[str, Shown] = field(default_factory=dict)
    summary: Mapping[str, Json] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


class Kind(Protocol):
    """The behaviour of a kind of form; a module of `kinds` offers these functions."""

    def arrange(self, reading: Reading, catalogue: Catalogue, commune: Commune) -> Reading:
        """Return the reading with its records as the kind understands them."""
        ...

    def check(self, reading: Reading, catalogue: Catalogue, commune: Commune) -> tuple[Finding, ...]:
        """Return what is wrong within one table."""
        ...

    def check_together(self, readings: Sequence[Reading], catalogue: Catalogue, commune: Commune) -> tuple[Finding, ...]:
        """Return what shows when a commune's readings of the kind are held side by side."""
        ...

    def masked(self, reading: Reading, catalogue: Catalogue, commune: Commune) -> tuple[Mapping[str, Typed], ...]:
        """Return each record's public values, as `check` may show them."""
        ...

    def publish(self, readings: Sequence[Reading], catalogue: Catalogue, commune: Commune) -> Parts:
        """Return what is made public of readings that make one disclosure."""
        ...

    def joinable(self, readings: Sequence[Reading]) -> bool:
        """Return whether several readings of one id may be one disclosure."""
        ...

    def relate(self, readings: Sequence[Reading], all_readings: Sequence[Reading], shown: Sequence[Disclosure]) -> dict[str, Json]:
        """Return what more the summary says, matched in memory against other lists."""
        ...

    def compare(self, disclosure: Disclosure, shown: Sequence[Disclosure], catalogue: Catalogue) -> dict[str, Json]:
        """Return what a page may set beside a disclosure, out of all that is shown."""
        ...
