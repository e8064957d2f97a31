"""Ledgers with a column of amounts for each kind of gift (money, goods, labour, land): each amount becomes a gift of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.records.record import Reading, Record, Typed

AMOUNT: Final = "amount"
TOTAL: Final = "amount_total"
_MONEY: Final = "amount_money"
# The column of each kind's amounts, and the kind.
PARTS: Final[Mapping[str, str]] = {AMOUNT: "money", "amount_goods": "goods", "amount_labour": "labour", "amount_land": "land"}
_KIND: Final = "gift_kind"


def apart(reading: Reading) -> Reading:
    """Return the ledger with a record per gift where its columns are kinds of gifts; others are left as they are.

    Then "amount" is the column of money, and "amount_total" the one of all kinds together.
    """
    columns = dict(reading.table.columns)
    if not is_split(reading):
        return reading
    names = _names(reading)
    places = {names.get(key, key): at for key, at in columns.items()}
    records = tuple(gift for record in reading.records for gift in _gifts(_renamed(record, names)))
    return replace(reading, table=replace(reading.table, columns=places), records=records)


def is_split(reading: Reading) -> bool:
    """Return whether a ledger has more than one column of amounts."""
    return any(key in reading.table.columns for key in (*PARTS, _MONEY, TOTAL) if key != AMOUNT)


def sums(reading: Reading) -> tuple[tuple[str, str | None], ...]:
    """Return the columns of amounts with the kind each adds up, None where it is all of them."""
    if not is_split(reading):
        return ((AMOUNT, None),)
    return (*((key, kind) for key, kind in PARTS.items() if key in reading.table.columns), (TOTAL, None))


def _names(reading: Reading) -> dict[str, str]:
    """Return what each column is to be called: "amount" is the total where it says what the other columns add up to."""
    held = reading.table.columns
    if _MONEY in held or (TOTAL not in held and _adds_up(reading)):
        return {AMOUNT: TOTAL, _MONEY: AMOUNT}
    return {}


def _adds_up(reading: Reading) -> bool:
    """Return whether "amount" is, in every line that has other amounts, what they add up to."""
    told = [(record.values.get(AMOUNT), sum(_number(record, key) for key in PARTS if key != AMOUNT)) for record in reading.records]
    judged = [(amount, parts) for amount, parts in told if parts]
    return bool(judged) and all(amount == parts for amount, parts in judged)


def _renamed(record: Record, names: Mapping[str, str]) -> Record:
    return replace(record, values={names.get(key, key): value for key, value in record.values.items()},
                   dashes=frozenset(names.get(key, key) for key in record.dashes))


def _gifts(record: Record) -> Iterator[Record]:
    filled = [key for key in PARTS if record.values.get(key) is not None]
    rest: dict[str, Typed] = {key: value for key, value in record.values.items() if key not in PARTS and key != TOTAL}
    for key in filled:
        yield replace(record, values={**rest, _KIND: PARTS[key], AMOUNT: record.values[key]}, dashes=record.dashes - {*PARTS, TOTAL})
    if not filled:
        yield replace(record, values={**rest, AMOUNT: record.values.get(TOTAL)})


def _number(record: Record, key: str) -> int:
    value = record.values.get(key)
    return value if isinstance(value, int) else 0
