"""The whole table as a tree: which lines open and close, where each line's page over time lies, in which language its label is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.disclosed import Disclosure
from generator.pages.budget_lines import row_label
from generator.pages.budget_names import caption
from generator.pages.frame import Maker
from generator.pages.tables import Grid, Row, grid


def trees(maker: Maker, disclosure: Disclosure, links: Mapping[str, str]) -> tuple[Grid, ...]:
    """Return a budget's table, or one for each side; `links` lead to the lines' pages by the lines' ids."""
    catalogue = maker.site.catalogue
    form = catalogue.form(disclosure.form)
    sides = [side for side in ("revenue", "spending") if any(record.side == side for record in disclosure.records)]
    found = (grid(disclosure, form, catalogue, maker.words, side) for side in sides or [""])
    labels = {record.id: row_label(maker, disclosure, record) for record in disclosure.records}
    whole = caption(maker, disclosure)
    return tuple(replace(one, caption=one.caption if one.side else whole, rows=_rows(one, links, labels)) for one in found)


def _rows(table: Grid, links: Mapping[str, str], labels: Mapping[str, tuple[str, str]]) -> tuple[Row, ...]:
    following = [*table.rows[1:], None]
    return tuple(
        replace(
            row,
            label=labels[row.id][0],
            language=labels[row.id][1],
            link=links.get(row.id, ""),
            folds=row.style != "total" and bool(after and after.level > row.level),
        )
        for row, after in zip(table.rows, following, strict=True)
    )
