"""The checks of contributions: amounts, repeated gifts, signs of a set minimum, days outside the drive, spending without money."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, TypeAlias

from generator import money
from generator.catalogue import Catalogue
from generator.cells import address, typed
from generator.checks import outliers
from generator.days import write_day
from generator.findings import Finding, finding
from generator.kinds import beside, gift_columns, givers, listing
from generator.records.record import Reading, Record
from generator.vietnamese import nfc, words

Gift: TypeAlias = tuple[str, str, object, object]

_PERSON: Final = re.compile(r"\b(?:ông|bà|anh|chị|cháu)\s+([^\W\d_])[\w'’]*\s+([^\W\d_])", re.IGNORECASE)
_IN_KIND: Final = frozenset({"goods", "labour", "land"})
_SEVERAL: Final = 2
_MANY: Final = 10
_THOUSAND: Final = 1000


def received(reading: Reading, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield what is wrong within a ledger of gifts."""
    yield from _purpose(reading)
    yield from _amounts(reading, "gift-amount-missing")
    yield from _repeated(reading)
    for key, own in gift_columns.sums(reading):
        yield from listing.totals(reading, key, _from_column(key) if own else _amount)
    yield from _row_totals(reading)
    yield from _unlike(reading, catalogue)
    yield from _clustered(reading, catalogue)
    facts = beside.facts(reading, catalogue)
    yield from _outside(reading, facts.get("from"), facts.get("until"))


def spent(reading: Reading, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield what is wrong within a table of spending."""
    yield from _purpose(reading)
    yield from _amounts(reading, "spending-amount-missing")
    yield from listing.totals(reading, "amount", _amount)
    yield from _outside(reading, beside.facts(reading, catalogue).get("from"), None)
    yield from _named(reading)


def together(ledgers: Sequence[Reading], uses: Sequence[Reading]) -> Iterator[Finding]:
    """Yield a finding at each table of spending that spends more than its purpose received, or has no ledger."""
    yield from _repeated_across(ledgers)
    came: dict[str, int] = defaultdict(int)
    went: dict[str, int] = defaultdict(int)
    unsure = {reading.table.subject for reading in (*ledgers, *uses) if not listing.whole(reading, reading.table.columns.get("amount", 0))}
    for reading in ledgers:
        came[str(reading.table.subject)] += sum(map(_amount, reading.records))
    for reading in uses:
        subject, table = str(reading.table.subject), reading.table
        went[subject] += sum(map(_amount, reading.records))
        cell = _head(reading)
        if table.subject is None:
            continue
        if subject not in came:
            yield finding("use-without-ledger", reading.file, table.sheet.name, cell, purpose=table.subject_name or subject)
        elif went[subject] > came[subject] and table.subject not in unsure:
            yield finding("spent-above-received", reading.file, table.sheet.name, cell, spent=money.write(went[subject]),
                          received=money.write(came[subject]), purpose=table.subject_name or subject)


def _named(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where the content of an item, which is public, names a person: "ông" or "bà" before a name, or who was paid."""
    column = reading.table.columns.get("content")
    for record in reading.records:
        content = nfc(str(record.values.get("content") or ""))
        receiver = words(str(record.private.get("receiver") or ""))
        paid = " " in receiver and f" {receiver} " in f" {words(content)} "
        if column and (paid or any("".join(match).isupper() for match in _PERSON.findall(content))):
            yield finding("content-names-person", reading.file, reading.table.sheet.name, address(record.row, column), typed=content)


def _from_column(key: str) -> listing.Measure:
    return lambda record: _amount(record) if record.key == key else 0


def _row_totals(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where a row's column of totals is not what its columns of gifts add up to."""
    column = reading.table.columns.get(gift_columns.TOTAL)
    if column is None or listing.unread(reading):
        return
    added: dict[int, int] = defaultdict(int)
    for record in reading.records:
        added[record.row] += _amount(record)
    for row, counted in added.items():
        value = reading.table.sheet.value(row, column)
        stated = money.read(value, reading.table.unit or 1)
        if stated is not None and stated != counted:
            cells = ", ".join(address(row, at) for key, at in reading.table.columns.items() if key in gift_columns.PARTS)
            yield finding("total-differs", reading.file, reading.table.sheet.name, address(row, column), typed=typed(value), cells=cells,
                          stated=money.write(stated), counted=money.write(counted), difference=money.write(abs(stated - counted)))


def _unlike(reading: Reading, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding at each person's gift of money a thousandfold above the middle of all such gifts, or a hundredfold below it."""
    gifts = [(record, amount) for record in reading.records if (amount := _by_person(record, catalogue)) > 0]
    given = sorted(amount for _, amount in gifts)
    column = reading.table.columns.get("amount")
    if len(given) < _MANY or column is None:
        return
    middle = given[len(given) // 2]
    for record, amount in gifts:
        if outliers.far(amount, middle) and (amount < middle or amount >= _THOUSAND * middle):
            yield finding("gift-unlike-others", reading.file, reading.table.sheet.name, address(record.row, column),
                          typed=typed(reading.table.sheet.value(record.row, column)), now=money.write(amount), then=money.write(middle))


def _purpose(reading: Reading) -> Iterator[Finding]:
    several = dict.fromkeys(str(purpose) for record in reading.records if (purpose := record.private.get("purpose")))
    if reading.table.subject is None and len(several) > 1:
        yield finding("purposes-several", reading.file, reading.table.sheet.name,
                      address(reading.table.head.bottom, reading.table.columns["purpose"]), purposes="; ".join(several))
    elif reading.table.subject is None and not any(found.code == "purpose-missing" for found in reading.findings):
        yield finding("purpose-missing", reading.file, reading.table.sheet.name, address(reading.table.head.top, reading.table.head.left))


def _amounts(reading: Reading, code: str) -> Iterator[Finding]:
    column = reading.table.columns.get("amount")
    if column is None:
        return
    told = {found.cell for found in reading.findings}
    if reading.table.unit is None and not listing.whole(reading, column):
        return
    for record in reading.records:
        amount, cell = record.values.get("amount"), address(record.row, column)
        value = typed(reading.table.sheet.value(record.row, column))
        if amount is None and cell not in told:
            in_kind = record.values.get("gift_kind") in _IN_KIND
            yield finding("gift-value-missing" if in_kind else code, reading.file, reading.table.sheet.name, cell, typed=value or None)
        elif isinstance(amount, int) and amount < 0:
            yield finding("amount-negative", reading.file, reading.table.sheet.name, cell, typed=value)


def _gifts(reading: Reading) -> Iterator[tuple[str, Gift]]:
    """Yield the cell of each gift that is known well enough to be told from another, and what it is known by."""
    for record in reading.records:
        name, hamlet = words(givers.giver(record)), words(str(record.values.get("hamlet") or ""))
        day, amount = record.values.get("day"), record.values.get("amount")
        if name and day is not None and amount is not None:
            yield address(record.row, reading.table.columns.get("giver", 1)), (name, hamlet, day, amount)


def _repeated(reading: Reading) -> Iterator[Finding]:
    seen: dict[Gift, str] = {}
    for cell, gift in _gifts(reading):
        first = seen.setdefault(gift, cell)
        if first != cell:
            yield finding("gift-repeated", reading.file, reading.table.sheet.name, cell, other=first)


def _repeated_across(ledgers: Sequence[Reading]) -> Iterator[Finding]:
    """Yield the gifts that stand in two ledgers of one purpose, unless the ledgers are one, which is told once for all."""
    for subject in dict.fromkeys(reading.table.subject for reading in ledgers):
        own = [reading for reading in ledgers if reading.table.subject == subject]
        if len(own) < _SEVERAL or listing.mostly_shared([[gift for _, gift in _gifts(reading)] for reading in own]):
            continue
        seen: dict[Gift, str] = {}
        for reading in own:
            again = [(cell, seen[gift]) for cell, gift in _gifts(reading) if gift in seen]
            yield from (finding("gift-repeated", reading.file, reading.table.sheet.name, cell, other=other) for cell, other in again)
            place = f"{reading.file}, {reading.table.sheet.name or ''}, "
            seen = {gift: place + cell for cell, gift in _gifts(reading)} | seen


def _clustered(reading: Reading, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding where most voluntary gifts of persons are one and the same sum, as if a minimum were set."""
    options = catalogue.form(str(reading.table.form)).options
    if beside.facts(reading, catalogue).get("voluntary") == "by-rule":
        return
    sums = Counter(amount for record in reading.records if (amount := _by_person(record, catalogue)))
    total = sum(sums.values())
    if total < int(options["cluster_least"]):
        return
    amount, count = sums.most_common(1)[0]
    if count * 100 >= int(options["cluster_percent"]) * total:
        yield finding("minimum-suspected", reading.file, reading.table.sheet.name, _head(reading),
                      amount=money.write(amount), count=str(count), total=str(total))


def _by_person(record: Record, catalogue: Catalogue) -> int:
    own = record.values.get("gift_kind") in {"money", None} and givers.kind_of(record, catalogue) != givers.ORGANISATION
    return _amount(record) if own else 0


def _outside(reading: Reading, first: object, last: object) -> Iterator[Finding]:
    column = reading.table.columns.get("day")
    for record in reading.records:
        day = record.values.get("day")
        if not isinstance(day, date) or column is None:
            continue
        early, late = isinstance(first, date) and day < first, isinstance(last, date) and day > last
        if early or late:
            limit = first if early else last
            yield finding("day-outside-drive", reading.file, reading.table.sheet.name, address(record.row, column), typed=write_day(day),
                          limit=write_day(limit) if isinstance(limit, date) else "")


def _head(reading: Reading) -> str:
    head = reading.table.head
    return address(head.bottom, reading.table.columns.get("amount", head.left))


def _amount(record: Record) -> int:
    amount = record.values.get("amount")
    return amount if isinstance(amount, int) else 0
