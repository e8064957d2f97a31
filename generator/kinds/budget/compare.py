"""What a budget page may set beside a disclosure: the same period a year before, the plan of the year, its siblings."""

from __future__ import annotations

from collections.abc import Sequence

from generator import periods
from generator.catalogue import Catalogue
from generator.checks import shares
from generator.disclosed import Disclosure, Json
from generator.kinds.budget.years import broken
from generator.periods import Period
from generator.records.record import Reading


def relate(readings: Sequence[Reading], all_readings: Sequence[Reading], shown: Sequence[Disclosure]) -> dict[str, Json]:
    """Return nothing: a budget holds no private value that a summary would need."""
    del readings, all_readings, shown
    return {}


def compare(disclosure: Disclosure, shown: Sequence[Disclosure], catalogue: Catalogue) -> dict[str, Json]:
    """Return {"year_before", "plan_of_year", "revenue_id", "spending_id"}, each None where nothing shown answers it.

    The first two are {"id", "ids", "done", "plan", "change_share"} of the total (of a balance: of its revenue). `ids` are shown; where
    several quarters make the period up, `id` is what the whole would have. `change_share`: by how many percent this one stands above,
    None where the law's rows changed between the years: those totals are not made of the same things.
    """
    period = periods.read(disclosure.period) if disclosure.period else None
    own = [other for other in shown if other.kind == "budget" and other.commune == disclosure.commune and other.id != disclosure.id]
    before = _like(disclosure, own, disclosure.stage, period.year_before if period else None)
    quarters = _quarters(disclosure, own, period, catalogue) if period and not before else ()
    planned = (
        _like(disclosure, own, "decided", Period(period.year) if period else None)
        if disclosure.stage in {"execution", "settlement"}
        else None
    )
    beside = [
        other for other in own if (other.stage, other.period, other.subject) == (disclosure.stage, disclosure.period, disclosure.subject)
    ]
    earlier = _beside(disclosure, (before,) if before else quarters, period.year_before if period else None)
    if earlier and period and broken(catalogue.form(disclosure.form), period.year - 1, period.year):
        earlier["change_share"] = None
    return {
        "year_before": earlier,
        "plan_of_year": _beside(disclosure, (planned,) if planned else (), Period(period.year) if period else None),
        "revenue_id": next((other.id for other in (disclosure, *beside) if catalogue.form(other.form).side == "revenue"), None),
        "spending_id": next((other.id for other in (disclosure, *beside) if catalogue.form(other.form).side == "spending"), None),
    }


def _like(disclosure: Disclosure, shown: Sequence[Disclosure], stage: str | None, period: Period | None) -> Disclosure | None:
    if period is None:
        return None
    return next(
        (
            other
            for other in shown
            if (other.form, other.subject, other.stage, other.period) == (disclosure.form, disclosure.subject, stage, str(period))
            and other.state != "replaced"
        ),
        None,
    )


def _quarters(disclosure: Disclosure, shown: Sequence[Disclosure], period: Period, catalogue: Catalogue) -> tuple[Disclosure, ...]:
    """Return the quarters that make up the same months a year before, where each stands alone and all are shown."""
    if period.kind != "months" or catalogue.form(disclosure.form).options.get("cumulative_quarters"):
        return ()
    wanted = [Period(period.year - 1, "quarter", number) for number in range(1, period.number // 3 + 1)]
    found = [_like(disclosure, shown, disclosure.stage, quarter) for quarter in wanted]
    return tuple(one for one in found if one) if all(found) else ()


def _beside(disclosure: Disclosure, others: Sequence[Disclosure], period: Period | None) -> dict[str, Json] | None:
    """Return what the totals of others come to beside this one's, under the id their period has; the plan is the last one's."""
    if not others:
        return None
    now, then = _figure(disclosure), [_figure(other) for other in others]
    done = [one["done"] for one in then if "done" in one]
    said = {"done": sum(done) if len(done) == len(then) else None, "plan": then[-1].get("plan")}
    mine, theirs = now.get("done", now.get("plan")), said["done"] if said["done"] is not None else said["plan"]
    change = shares.share(mine - theirs, theirs) if isinstance(mine, int) and isinstance(theirs, int) and theirs > 0 else None
    name = others[0].id if len(others) == 1 and others[0].period == str(period) else _id_of(disclosure, period)
    return {"id": name, "ids": [other.id for other in others], **said, "change_share": change}


def _id_of(disclosure: Disclosure, period: Period | None) -> str:
    parts = disclosure.id.split("/")
    return "/".join([*parts[:3], str(period), *parts[4:]])


def _figure(disclosure: Disclosure) -> dict[str, Json]:
    found = disclosure.summary.get("total") or disclosure.summary.get("revenue") or {}
    return {key: found[key] for key in ("done", "plan") if found.get(key) is not None}
