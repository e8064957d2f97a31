"""A commune's budget of 2026 unlike any other's: every line stretched and paid at its own pace, all sums holding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.maker.accounts import THOUSAND, NewYear, Whole, total
from tests.maker.draw import Draw
from tests.maker.trees import NEW_REVENUE, NEW_SPENDING, Item, leaves, rolled

_REST = "administration"


def shaken(money: NewYear, draw: Draw) -> NewYear:
    """Return the year with each line as far from the sample's as lots will have it; the plan spends what it takes in."""
    stretch = {item.key: draw.share(0.55, 1.7) for item in leaves(NEW_REVENUE)}
    pace = {item.key: draw.share(0.75, 1.12) for item in leaves(NEW_REVENUE)}
    revenue = _stretched(money.revenue, NEW_REVENUE, stretch)
    spent_stretch = {item.key: draw.share(0.6, 1.6) for item in leaves(NEW_SPENDING)}
    spent_pace = {item.key: draw.share(0.7, 1.08) for item in leaves(NEW_SPENDING)}
    spending, rest = _balanced(money.spending, spent_stretch, total(revenue))
    spent = {months: _stretched(table, NEW_SPENDING, _times(spent_stretch | rest, spent_pace)) for months, table in money.spent.items()}
    faster = _times(stretch, pace)
    return replace(
        money,
        revenue=revenue,
        revenue_state=_stretched(money.revenue_state, NEW_REVENUE, stretch),
        revenue_prior=_stretched(money.revenue_prior, NEW_REVENUE, faster),
        revenue_prior_state=_stretched(money.revenue_prior_state, NEW_REVENUE, faster),
        spending=spending,
        spending_prior=_stretched(money.spending_prior, NEW_SPENDING, spent_stretch | rest),
        received={months: _stretched(table, NEW_REVENUE, faster) for months, table in money.received.items()},
        received_state={months: _stretched(table, NEW_REVENUE, faster) for months, table in money.received_state.items()},
        spent=spent,
    )


def _balanced(table: Whole, stretch: Mapping[str, float], revenue: int) -> tuple[Whole, dict[str, float]]:
    """Return the plan with the same total as the revenue, and by how much every line shrank besides where the rest was too small."""
    first = _stretched(table, NEW_SPENDING, stretch)
    most = revenue * 85 // 100
    others = total(first) - (first[_REST] or 0)
    shrink = min(1.0, most / others)
    again = _stretched(table, NEW_SPENDING, {key: factor * shrink for key, factor in stretch.items()})
    again[_REST] = revenue - sum(again[item.key] or 0 for item in leaves(NEW_SPENDING) if item.key != _REST)
    factors = {key: factor * shrink for key, factor in stretch.items()} | {_REST: again[_REST] / (table[_REST] or 1)}
    return rolled(NEW_SPENDING, again), factors


def _times(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {key: factor * other[key] for key, factor in one.items()}


def _stretched(table: Whole, tree: tuple[Item, ...], factors: Mapping[str, float]) -> Whole:
    amounts = {item.key: _amount(table[item.key], factors[item.key]) for item in leaves(tree)}
    return rolled(tree, amounts)


def _amount(amount: int | None, factor: float) -> int | None:
    return None if amount is None else round(amount * factor / THOUSAND) * THOUSAND
