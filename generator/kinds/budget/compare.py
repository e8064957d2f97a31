"""What a budget page may set beside a disclosure: the same period a year before, the plan of the year, its siblings."""

from __future__ import annotations

from collections.abc import Sequence

from generator import periods
from generator.catalogue import Catalogue
from generator.checks import shares
from generator.disclosure.disclosed import Disclosure, Json
from generator.periods import Period
from generator.records.record import Reading

_MAIN = {"balance": ("revenue", "spending")}


def relate(readings: Sequence[Reading], all_readings: Sequence[Reading], shown: Sequence[Disclosure]) -> dict[str, Json]:
    """Return nothing: a budget holds no private value that a summary would need."""
    del readings, all_readings, shown
    return {}


def compare(disclosure: Disclosure, shown: Sequence[Disclosure], catalogue: Catalogue) -> dict[str, Json]:
    """Return {"year_before", "plan_of_year", "revenue_id", "spending_id"}, each None where nothing shown answers it.

    The first two are {"id", "done", "plan", "change_share"} of the total (of a balance: of its revenue); `change_share` is by how many
    percent this one's figure stands above or below.
    """
    period = periods.read(disclosure.period) if disclosure.period else None
    own = [other for other in shown if other.kind == "budget" and other.commune == disclosure.commune and other.id != disclosure.id]
    before = _like(disclosure, own, disclosure.stage, period.year_before if period else None)
    planned = _like(disclosure, own, "decided", Period(period.year) if period else None) if disclosure.stage in {"execution", "settlement"} else None
    beside = [other for other in own if (other.stage, other.period, other.subject) == (disclosure.stage, disclosure.period, disclosure.subject)]
    return {
        "year_before": _beside(disclosure, before),
        "plan_of_year": _beside(disclosure, planned),
        "revenue_id": next((other.id for other in (disclosure, *beside) if catalogue.form(other.form).side == "revenue"), None),
        "spending_id": next((other.id for other in (disclosure, *beside) if catalogue.form(other.form).side == "spending"), None),
    }


def _like(disclosure: Disclosure, shown: Sequence[Disclosure], stage: str | None, period: Period | None) -> Disclosure | None:
    if period is None:
        return None
    return next((other for other in shown if (other.form, other.subject, other.stage, other.period) == (
        disclosure.form, disclosure.subject, stage, str(period)) and other.state != "replaced"), None)


def _beside(disclosure: Disclosure, other: Disclosure | None) -> dict[str, Json] | None:
    if other is None:
        return None
    now, then = _figure(disclosure), _figure(other)
    mine, theirs = now.get("done", now.get("plan")), then.get("done") if then.get("done") is not None else then.get("plan")
    change = shares.share(mine - theirs, theirs) if isinstance(mine, int) and isinstance(theirs, int) and theirs > 0 else None
    return {"id": other.id, "done": then.get("done"), "plan": then.get("plan"), "change_share": change}


def _figure(disclosure: Disclosure) -> dict[str, Json]:
    found = disclosure.summary.get("total") or disclosure.summary.get("revenue") or {}
    return {key: found[key] for key in ("done", "plan") if found.get(key) is not None}
