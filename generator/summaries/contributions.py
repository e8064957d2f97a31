"""Totals of contributions by kind of gift and by hamlet, and of what was spent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import pandas as pd

Gift: TypeAlias = tuple[str, str, str, str, int | None]


def gifts(rows: Sequence[Gift], kinds: Mapping[str, str], hamlets: Sequence[str]) -> dict[str, Any]:
    """Return the totals of (giver, kind of giver, kind of gift, hamlet, đồng) rows, in the order of `kinds` (key to name) and `hamlets`.

    Gifts without a value count as gifts and add nothing; an unnamed giver ("") counts as one each time.
    """
    frame = pd.DataFrame(rows, columns=["giver", "giver_kind", "kind", "hamlet", "amount"]).astype({"amount": "Int64"})
    named = frame[frame["giver"] != ""]
    return {
        "gifts": len(frame), "givers": int(named["giver"].nunique()) + len(frame) - len(named), "received": _sum(frame),
        "organisations": int(named[named["giver_kind"] == "organisation"]["giver"].nunique()),
        "kinds": [{"key": key, "name": name, **_totals(frame[frame["kind"] == key])}
                  for key, name in kinds.items() if (frame["kind"] == key).any()],
        "hamlets": [{"name": name, **_totals(frame[frame["hamlet"] == name])} for name in hamlets],
    }


def spending(amounts: Sequence[int | None]) -> dict[str, Any]:
    """Return the number of lines and what they add up to, in đồng."""
    return {"items": len(amounts), "spent": sum(amount or 0 for amount in amounts)}


def _totals(frame: pd.DataFrame) -> dict[str, int]:
    return {"gifts": len(frame), "amount": _sum(frame)}


def _sum(frame: pd.DataFrame) -> int:
    return int(frame["amount"].sum())
