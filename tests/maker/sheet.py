"""What an officer's sheet holds, before it is drawn: letterhead, title, unit, head, ruler, rows, signatures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

Typed: TypeAlias = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head, or the heads merged above several columns."""

    text: str
    under: tuple[Head, ...] = ()
    width: float = 12

    @property
    def leaves(self) -> tuple[Head, ...]:
        """Return the columns that lie under this head."""
        return tuple(leaf for head in self.under for leaf in head.leaves) if self.under else (self,)

    @property
    def depth(self) -> int:
        """Return how many rows the head needs."""
        return 1 + max((head.depth for head in self.under), default=0)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: its cells, and whether it is a "total", a "group", a "heading" across the table, or a "line"."""

    cells: tuple[Typed, ...]
    style: str = "line"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as an officer lays it out; `left` is the column it begins in, `gap` the blank rows under the letterhead."""

    name: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    titles: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    motto: bool = True
    code: str = ""
    facts: tuple[str, ...] = ()
    unit: str = ""
    unit_italic: bool = True
    ruler: tuple[Typed, ...] = ()
    notes: tuple[str, ...] = ()
    place_and_day: str = ""
    signatures: tuple[tuple[str, ...], ...] = ()
    left: int = 1
    gap: int = 1
    landscape: bool = False
    head_rows: int = 0
    formats: tuple[str, ...] = field(default_factory=tuple)


def typed_amount(amount: int | None, unit: int, *, text: bool = False, blank: str | None = None) -> Typed:
    """Return an amount of đồng as typed in a unit: a number, or text with dots where an officer pasted it so."""
    if amount is None:
        return blank
    whole, rest = divmod(amount, unit)
    if text:
        return with_dots(Decimal(amount) / unit)
    return whole if not rest else float(Decimal(amount) / unit)


def with_dots(value: Decimal | int) -> str:
    """Return a number as typed by hand: dots between thousands, a decimal comma."""
    return f"{Decimal(value).normalize():,f}".replace(",", "_").replace(".", ",").replace("_", ".")


def percent(part: int | None, whole: int | None) -> float | None:
    """Return part of whole in percent with one decimal, halves rounded up; None where either is missing or the whole is 0."""
    if part is None or not whole:
        return None
    return float((Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP))
