"""The figures a budget page begins with: totals, what is left, and the largest lines under which there are no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.checks import shares
from generator.disclosed import Json
from generator.kinds.budget.arrange import PLANNED
from generator.kinds.budget.balance import both
from generator.kinds.budget.rowset import TOTALS
from generator.kinds.budget.tables import Budget, amount, is_ratio, label, main_total, sides, total
from generator.records.record import Record
from generator.vietnamese import fold

_MOST = 12
_VOWELS = frozenset("aeiouy")


def summary(tables: Sequence[Budget], named: Mapping[tuple[str, int], str]) -> dict[str, Json]:
    """Return the summary of a table, or of the two sides of a balance: side, total, revenue, spending, difference, top."""
    first = tables[0]
    if first.form.side == "both":
        revenue, spending, _ = both(tables)
        figures = {name: figure(held[0], held[1], named) if held else None for name, held in (("revenue", revenue), ("spending", spending))}
        return {"side": "balance", "total": None, **figures, "difference": _difference(tables), "top": _top(tables, named)}
    line = main_total(first)
    return {
        "side": first.form.side or "spending",
        "total": figure(first, (line,), named) if line else None,
        "difference": None,
        "top": _top(tables, named),
    }


def figure(table: Budget, lines: Sequence[Record], named: Mapping[tuple[str, int], str]) -> dict[str, Json]:
    """Return what one line, or several of one sort, say: plan, done, the year before, and the shares between them."""
    line = lines[0]
    said: dict[str, Json] = {key: total(lines, key) for key in ("plan", "done", "prior")}
    main = "plan" if table.reading.table.stage in PLANNED else "done"
    if said[main] is None and table.main:
        said[main] = total(lines, table.main)
    pair = ("plan", "prior") if main == "plan" else ("done", "plan")
    known = table.lines.get(line.key or "")
    name = known.plain.vi if known and known.plain else _written(label(line))
    return {
        "id": named[table.reading.table.side or "", line.row],
        "key": line.key or "",
        "name": name,
        **said,
        "share": shares.share(said[pair[0]], said[pair[1]]),
        "same_period": _same_period(line),
    }


def _same_period(line: Record) -> float | None:
    value = line.values.get("same_period")
    return round(float(value), 1) if isinstance(value, (int, float)) else None


def _difference(tables: Sequence[Budget]) -> int | None:
    revenue, spending, _ = both(tables)
    if not (revenue and spending and tables[0].main):
        return None
    came, went = (total(lines, tables[0].main) for _, lines in (revenue, spending))
    return came - went if came is not None and went is not None else None


def _top(tables: Sequence[Budget], named: Mapping[tuple[str, int], str]) -> list[dict[str, Json]]:
    found = [
        (value, table, record)
        for table in tables
        for record in _leaves(table)
        if table.main and (value := amount(record, table.main)) is not None and value > 0
    ]
    found.sort(key=lambda one: -one[0])
    return [figure(table, (record,), named) for _, table, record in found[:_MOST]]


def _leaves(table: Budget) -> Iterator[Record]:
    """Yield the lines that stand for themselves: those with no parts below, or with parts that are only some of them."""
    left = sides(table)[2] if table.form.side == "both" else None
    for record in table.records:
        if record.parent is None and record is not left:
            yield from _parts(table, record)


def _parts(table: Budget, record: Record) -> Iterator[Record]:
    if is_ratio(record):
        return
    whole = record.style == "total" or bool(
        record.key and table.lines[record.key].role in {role for roles in TOTALS.values() for role in roles}
    )
    parts = [other for other in table.below(record) if (whole or not other.within) and _holds(table, other)]
    if parts:
        for part in parts:
            yield from _parts(table, part)
    elif not whole:
        yield record


def _holds(table: Budget, record: Record) -> bool:
    return any(amount(other, key) is not None for other in (record, *table.below(record)) for key in table.money)


def _written(name: str) -> str:
    """Return a label typed in capitals as a sentence has it; words without a vowel are short forms and stay ("NSNN")."""
    if not name.isupper():
        return name
    words = [word.lower() if _VOWELS & set(fold(word)) and len(word) > 1 and "+" not in word else word for word in name.split()]
    return " ".join([words[0].capitalize() if words[0].islower() else words[0], *words[1:]])
