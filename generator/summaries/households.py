"""Totals of household lists by class and by hamlet."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeAlias

import pandas as pd

Household: TypeAlias = tuple[str, str, int | None]


def totals(households: Sequence[Household], classes: Mapping[str, str], hamlets: Sequence[str], left: Collection[str]) -> dict[str, Any]:
    """Return the totals of (hamlet, class, members) rows, in the order of `classes` (key to name) and `hamlets`.

    The totals of the list and of hamlets count the households on it, not those named as having left (`left`), unless there are no others.
    Members are None where no list gives them.
    """
    frame = pd.DataFrame(households, columns=["hamlet", "class", "members"]).astype({"members": "Int64"})
    on = frame[~frame["class"].isin(list(left))]
    counted = frame if on.empty else on
    return {
        **_counted(counted),
        "classes": [{"key": key, "name": classes[key], **_counted(group)}
                    for key, group in _groups(frame, "class", list(classes))],
        "hamlets": [{"name": name, **_counted(counted[counted["hamlet"] == name]),
                     "classes": {key: len(found) for key, found in _groups(group, "class", list(classes))}}
                    for name, group in _groups(frame, "hamlet", list(hamlets))],
    }


def _counted(frame: pd.DataFrame) -> dict[str, int | None]:
    return {"households": len(frame), "members": _people(frame)}


def _groups(frame: pd.DataFrame, by: str, order: Sequence[str]) -> list[tuple[str, pd.DataFrame]]:
    grouped = dict(list(frame.groupby(by, sort=False)))
    return [(name, grouped[name]) for name in order if name in grouped]


def _people(frame: pd.DataFrame) -> int | None:
    known = frame["members"].dropna()
    return int(known.sum()) if len(known) else None
