"""The tables of counts of a household list: by hamlet, by class; they name no one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.disclosed import Disclosure
from generator.disclosure.counted import Counted, counted
from generator.disclosure.site import Site
from generator.prints.fit import Need
from generator.prints.frame import called
from generator.prints.lettering import clean
from generator.prints.sheet import Head, Row, Sheet


def counts(disclosure: Disclosure, site: Site, words: Mapping[str, Any], *, named: bool) -> tuple[Sheet, ...]:
    """Return the counts, the commune's total as last row; by class in a table of its own where it may not be crossed with hamlets."""
    if disclosure.kind != "households":
        return ()
    found = counted(disclosure, site.catalogue.form(disclosure.form), named=named)
    if found is None:
        return ()
    said = words["households"]
    whole = said["total"].format(commune=called(site.commune))
    tables = [_by_hamlet(found, said, whole)]
    if not found.classes and found.by_class:
        rows = [(name, str(number)) for name, number in found.by_class]
        tables.append(_table(said["by_class"], (said["class"], said["all"]), [*rows, (whole, str(found.rows[-1][1]))]))
    return tuple(tables)


def _by_hamlet(found: Counted, said: Mapping[str, str], whole: str) -> Sheet:
    heads = (said["hamlet"], *found.classes, said["all"], *([said["members"]] if found.members else ()))
    rows = [(name or whole, *map(str, by_class), str(households), *([str(members)] if found.members else ()))
            for name, households, members, by_class in found.rows]
    return _table(said["summary"], heads, rows)


def _table(heading: str, heads: Sequence[str], rows: Sequence[tuple[str, ...]]) -> Sheet:
    lines = tuple(Row(tuple(map(clean, row)), style="total" if row is rows[-1] else "line") for row in rows)
    needs = (Need((heads[0],), tuple(row.cells[0] for row in lines), fixed=False, share=3),
             *(Need((head,), ("00.000",), fixed=True) for head in heads[1:]))
    return Sheet(heading, (tuple(Head(clean(head)) for head in heads),), ("", *("n" for _ in heads[1:])), 0, lines, needs)
