"""Ledgers with a column of amounts for each kind of gift (money, goods, labour, land): each amount becomes a gift of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.catalogue import Catalogue
from generator.catalogue.law import Choice
from generator.kinds.choosing import chosen
from generator.records.record import Reading, Record, Typed

AMOUNT: Final = "amount"
TOTAL: Final = "amount_total"
_MONEY: Final = "amount_money"
# The column of each kind's amounts, and the kind.
PARTS: Final[Mapping[str, str]] = {AMOUNT: "money", "amount_goods": "goods", "amount_labour": "labour", "amount_land": "land"}
_KIND: Final = "gift_kind"
_GOODS: Final = "amount_goods"


def apart(reading: Reading, catalogue: Catalogue) -> Reading:
    """Return the ledger with a record per gift where its columns are kinds of gifts; others are left as they are.

    Then "amount" is the column of money, "amount_total" the one of all kinds together, and a gift's key is the column it came from.
    """
    columns = dict(reading.table.columns)
    if not is_split(reading):
        return reading
    names = _names(reading)
    places = {names.get(key, key): at for key, at in columns.items()}
    choices = catalogue.choices["gift-kind"]
    records = tuple(gift for record in reading.records for gift in _gifts(_renamed(record, names), choices))
    return replace(reading, table=replace(reading.table, columns=places), records=records)


def is_split(reading: Reading) -> bool:
    """Return whether a ledger has more than one column of amounts."""
    return any(key in reading.table.columns for key in (*PARTS, _MONEY, TOTAL) if key != AMOUNT)


def sums(reading: Reading) -> tuple[tuple[str, bool], ...]:
    """Return the columns of amounts, and whether each holds only the gifts that came from it."""
    if not is_split(reading):
        return ((AMOUNT, False),)
    return (*((key, True) for key in PARTS if key in reading.table.columns), (TOTAL, False))


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


def _gifts(record: Record, choices: Sequence[Choice]) -> Iterator[Record]:
    filled = [key for key in PARTS if record.values.get(key) is not None]
    rest: dict[str, Typed] = {key: value for key, value in record.values.items() if key not in PARTS and key != TOTAL}
    for key in filled:
        values = {**rest, _KIND: _kind(record, key, choices), AMOUNT: record.values[key]}
        yield replace(record, values=values, dashes=record.dashes - {*PARTS, TOTAL}, key=key)
    if not filled:
        yield replace(record, values={**rest, AMOUNT: record.values.get(TOTAL)})


def _kind(record: Record, key: str, choices: Sequence[Choice]) -> str:
    """Return the kind of a gift of a column; what is converted may be labour or land where the line says so."""
    said = record.values.get(_KIND) or chosen(str(record.private.get("goods") or ""), choices)
    return str(said) if key == _GOODS and said in PARTS.values() and said != PARTS[AMOUNT] else PARTS[key]


def _number(record: Record, key: str) -> int:
    value = record.values.get(key)
    return value if isinstance(value, int) else 0
