"""What stands over the columns of a disclosure's table: one text, or a group and a text under it, the same on page, paper and download."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue.forms import Column


def heads(columns: Sequence[Column], stage: str | None, language: str) -> Iterator[tuple[str, str]]:
    """Yield (group, text) for each column of a table, the group "" where there is none; names depend on the stage.

    A main column that stands beside its own parts ("plan" beside "plan_invest") stands with them under its name.
    """
    for column in columns:
        main = next((other for other in columns if other.under and column.group and column.key.startswith(f"{other.key}_")), None)
        name = _name(column, stage, language)
        if column.under and any(other.group and other.key.startswith(f"{column.key}_") for other in columns):
            yield name, column.under.to(language)
        elif main:
            yield _name(main, stage, language), name
        else:
            yield (column.group.to(language) if column.group else ""), name


def _name(column: Column, stage: str | None, language: str) -> str:
    return column.staged.get(stage or "", column.name).to(language)
