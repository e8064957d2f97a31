"""Of every hundred đồng, how many went to each part: whole đồng that add up to a hundred, by largest remainder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.disclosed import Disclosure, Json, PublicRecord
from generator.kinds.budget.arrange import PLANNED

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a total: the line it is (its id, key and name; all "" for what is left over), its amount, its đồng of a hundred."""

    id: str
    key: str
    name: str
    amount: int
    of_hundred: int


def parts(disclosure: Disclosure, most: int) -> tuple[Part, ...]:
    """Return the largest parts of a table's total and, last, all the others as one; none where they do not make the total up."""
    total = disclosure.summary.get("total")
    main = "plan" if disclosure.stage in PLANNED else "done"
    whole = total.get(main) if total else None
    if not total or not isinstance(whole, int) or whole <= 0:
        return ()
    found = [one for one in _inside(disclosure, str(total["id"])) if isinstance(one.get(main), int) and one[main] > 0]
    if sum(one[main] for one in found) > whole:
        return ()
    largest = [one for one in found if one[main] * _HUNDRED >= whole][:most]
    left = whole - sum(one[main] for one in largest)
    amounts = [one[main] for one in largest] + ([left] if left else [])
    shared = hundred(amounts)
    told = [Part(str(one["id"]), str(one["key"]), str(one["name"]), one[main], share) for one, share in zip(largest, shared, strict=False)]
    return (*told, Part("", "", "", left, shared[-1])) if left else tuple(told)


def hundred(amounts: Sequence[int]) -> tuple[int, ...]:
    """Return whole numbers that add up to a hundred in the proportion of the amounts; the largest remainders are rounded up first."""
    whole = sum(amounts)
    if whole <= 0 or min(amounts) < 0:
        raise ValueError("a hundred is shared among amounts above nothing")
    shared = [divmod(amount * _HUNDRED, whole) for amount in amounts]
    short = _HUNDRED - sum(number for number, _ in shared)
    raised = set(sorted(range(len(amounts)), key=lambda place: -shared[place][1])[:short])
    return tuple(number + (place in raised) for place, (number, _) in enumerate(shared))


def _inside(disclosure: Disclosure, total: str) -> list[dict[str, Json]]:
    """Return the largest lines that lie under the total; all of them where the table's lines lie under none."""
    records = {record.id: record for record in disclosure.records}
    top = [dict(one) for one in disclosure.summary.get("top") or ()]
    if not any(record.parent == total for record in records.values()):
        return top
    return [one for one in top if total in _above(records, str(one["id"]))]


def _above(records: Mapping[str, PublicRecord], name: str) -> list[str]:
    found: list[str] = []
    while name in records and name not in found:
        found.append(name)
        name = records[name].parent
    return found
