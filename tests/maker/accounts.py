"""The commune's money, invented: what each line was planned to be, and what came of it by quarter, in đồng."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from tests.maker.draw import Draw
from tests.maker.profile import Profile
from tests.maker.trees import NEW_REVENUE, NEW_SPENDING, OLD_REVENUE, OLD_SPENDING, rolled

THOUSAND = 1_000
Whole: TypeAlias = dict[str, int | None]

# Thousand đồng for 2024; the share of it that stays with the commune, in percent.
_OLD_REVENUE = {
    "fees": (62_000, 100),
    "public-land": (118_000, 100),
    "services": (36_500, 100),
    "fines": (28_000, 100),
    "voluntary": (140_000, 100),
    "other": (51_500, 100),
    "non-farm-land": (124_000, 70),
    "farm-land": (11_800, 100),
    "licence": (37_200, 100),
    "registration": (560_000, 70),
    "vat": (420_000, 70),
    "land-use": (1_250_000, 40),
    "balancing": (6_120_000, 100),
    "targeted": (1_310_000, 100),
}
# Thousand đồng for 2024: to build, to run; administration takes what is left.
_OLD_SPENDING = {
    "education": (380_000, 3_020_000),
    "technology": (0, 46_000),
    "health": (0, 318_000),
    "culture": (210_000, 132_000),
    "radio": (0, 71_000),
    "sport": (0, 58_000),
    "environment": (0, 142_000),
    "economy": (640_000, 690_000),
    "social": (0, 702_000),
    "other": (0, 34_000),
    "reserve": (0, 168_000),
    "defence": (0, 396_000),
}
# Thousand đồng planned for 2026, the commune's share in percent, and percent come in by the end of 03, 06 and 09 months.
_NEW_REVENUE = {
    "farm-land": (12_500, 100, (8.0, 41.3, 78.4)),
    "non-farm-land": (96_000, 100, (12.5, 48.2, 81.6)),
    "registration": (468_000, 100, (21.3, 47.9, 76.2)),
    "charges": (41_500, 100, (22.8, 49.1, 77.7)),
    "fees": (38_000, 100, (24.4, 52.6, 80.3)),
    "public-land": (138_000, 100, (6.2, 58.8, 92.1)),
    "fines": (42_000, 100, (18.9, 55.4, 104.8)),
    "voluntary": (150_000, 100, (10.0, 62.5, 118.2)),
    "other": (64_000, 100, (15.2, 40.8, 66.9)),
    "vat": (440_000, 80, (23.7, 49.3, 74.5)),
    "income-tax": (130_000, 80, (26.1, 51.8, 79.9)),
    "land-use": (1_600_000, 40, (5.5, 31.2, 58.7)),
    "balancing": (7_240_000, 100, (25.0, 50.0, 75.0)),
    "targeted": (2_440_000, 100, (12.0, 46.5, 72.4)),
}
_NEW_SPENDING = {
    "investment": (1_200_000, (4.2, 21.8, 45.0)),
    "education": (4_200_000, (23.1, 48.7, 73.93)),
    "technology": (145_000, (9.8, 33.5, 61.2)),
    "defence": (486_000, (24.2, 50.6, 76.8)),
    "health": (410_000, (18.4, 41.9, 65.9)),
    "culture": (168_000, (30.2, 52.4, 74.1)),
    "radio": (92_000, (22.6, 46.3, 70.4)),
    "sport": (74_000, (28.5, 49.9, 68.8)),
    "environment": (186_000, (17.1, 42.2, 69.5)),
    "economy": (1_010_000, (11.9, 38.6, 66.4)),
    "administration": (2_780_000, (24.0, 49.2, 0)),
    "social": (840_000, (31.6, 63.8, 103.3)),
    "other": (39_000, (12.0, 35.0, 58.0)),
    "reserve": (196_000, (0, 0, 0)),
}
_NINE_MONTHS = 0.712


@dataclass(frozen=True, slots=True)
class OldYear:
    """A year before 2026: amounts by line key in đồng; quarters hold each quarter alone, `settled` the whole year."""

    plan: Whole
    plan_state: Whole
    quarters: tuple[Whole, ...]
    quarters_state: tuple[Whole, ...]
    settled: Whole
    settled_state: Whole
    plan_invest: Whole
    plan_recurrent: Whole
    quarters_invest: tuple[Whole, ...]
    quarters_recurrent: tuple[Whole, ...]
    settled_invest: Whole
    settled_recurrent: Whole

    @property
    def surplus(self) -> int:
        """Return what is left over at the end of the year (kết dư), in đồng."""
        return total(self.settled) - total(self.settled_invest) - total(self.settled_recurrent)


@dataclass(frozen=True, slots=True)
class NewYear:
    """2026: revenue and spending planned, estimated for the year before (`prior`), and done by the end of 3, 6 and 9 months."""

    revenue: Whole
    revenue_state: Whole
    revenue_prior: Whole
    revenue_prior_state: Whole
    spending: Whole
    spending_prior: Whole
    received: Mapping[int, Whole]
    received_state: Mapping[int, Whole]
    spent: Mapping[int, Whole]


@dataclass(frozen=True, slots=True)
class Accounts:
    """All years of the sample."""

    y2024: OldYear
    y2025: OldYear
    y2026: NewYear


def total(table: Mapping[str, int | None]) -> int:
    """Return a table's total in đồng."""
    return table["total"] or 0


def both(build: Mapping[str, int | None], run: Mapping[str, int | None]) -> Whole:
    """Return investment and recurrent spending together, line by line."""
    return {key: None if build[key] is None and run[key] is None else (build[key] or 0) + (run[key] or 0) for key in build}


def invent(profile: Profile) -> Accounts:
    """Return the money of a commune: every parent the sum of its lines, every plan balanced to the đồng."""
    draw = Draw(f"{profile.seed} budget")
    y2024 = _old_year(profile.scale, draw, {"carried-in": 262_480 * THOUSAND, "surplus-in": 118_906 * THOUSAND}, odd=False)
    brought = {"carried-in": y2024.settled_recurrent["carried-out"] or 0, "surplus-in": y2024.surplus}
    y2025 = _old_year(profile.scale * 1.18, draw, brought, odd=True)
    brought = {"carried-in": y2025.settled_recurrent["carried-out"] or 0, "surplus-in": y2025.surplus // THOUSAND * THOUSAND}
    return Accounts(y2024, y2025, _new_year(profile.scale, draw, brought))


def _planned(thousands: float, scale: float) -> int | None:
    return round(thousands * scale / 100) * 100 * THOUSAND or None


def _share(amount: int | None, percent: float, step: int = THOUSAND) -> int | None:
    return None if amount is None else round(amount * percent / 100 / step) * step


def _split(amount: int, draw: Draw) -> tuple[int, ...]:
    parts = [round(amount * draw.share(low, high) / THOUSAND) * THOUSAND for low, high in ((0.20, 0.24), (0.25, 0.28), (0.24, 0.27))]
    return (*parts, amount - sum(parts))


def _add(parts: tuple[Whole, ...]) -> Whole:
    return {key: sum(part[key] or 0 for part in parts) or None for key in parts[0]}


def _old_year(scale: float, draw: Draw, brought: dict[str, int], *, odd: bool) -> OldYear:
    state = {key: _planned(amount, scale) for key, (amount, _) in _OLD_REVENUE.items()}
    keep = {key: percent for key, (_, percent) in _OLD_REVENUE.items()}
    plan = rolled(OLD_REVENUE, {key: _share(amount, keep[key]) for key, amount in state.items()})
    build = {key: _planned(amounts[0], scale) for key, amounts in _OLD_SPENDING.items()}
    run = {key: _planned(amounts[1], scale) for key, amounts in _OLD_SPENDING.items()}
    run["administration"] = total(plan) - sum(amount or 0 for amount in (*build.values(), *run.values()))
    came = _quarters(state, draw, {"balancing": (100, 100), "targeted": (101, 112)}, (94, 112))
    kept = tuple({key: _share(amount, keep[key]) for key, amount in quarter.items()} for quarter in came)
    kept, came = (tuple({**quarter, **_brought(place, brought)} for place, quarter in enumerate(side)) for side in (kept, came))
    built = _quarters(build, draw, {}, (88, 96))
    ran = _quarters({**run, "reserve": None}, draw, {}, (97, 101))
    settled = rolled(OLD_REVENUE, _odd(_add(kept), draw, {"balancing", "targeted", *brought}, odd=odd))
    gap = {key: (settled[key] or 0) - (amount or 0) for key, amount in _add(kept).items()}
    settled_state = {key: (amount or 0) + gap[key] or None for key, amount in _add(came).items()}
    built_all, ran_all = _odd(_add(built), draw, set(), odd=odd), _odd(_add(ran), draw, set(), odd=odd)
    rest = total(settled) - sum(amount or 0 for amount in (*built_all.values(), *ran_all.values()))
    return OldYear(
        plan,
        rolled(OLD_REVENUE, state),
        tuple(rolled(OLD_REVENUE, q) for q in kept),
        tuple(rolled(OLD_REVENUE, q) for q in came),
        settled,
        rolled(OLD_REVENUE, settled_state),
        rolled(OLD_SPENDING, build),
        rolled(OLD_SPENDING, run),
        tuple(rolled(OLD_SPENDING, q) for q in built),
        tuple(rolled(OLD_SPENDING, q) for q in ran),
        rolled(OLD_SPENDING, built_all),
        rolled(OLD_SPENDING, {**ran_all, "carried-out": _share(rest, 64)}),
    )


def _quarters(plan: Whole, draw: Draw, fixed: dict[str, tuple[int, int]], usual: tuple[int, int]) -> tuple[Whole, ...]:
    parts = {
        key: None if amount is None else _split(_share(amount, draw.share(*fixed.get(key, usual))) or 0, draw)
        for key, amount in plan.items()
    }
    return tuple({key: part[place] if part else None for key, part in parts.items()} for place in range(4))


def _brought(quarter: int, brought: dict[str, int]) -> dict[str, int | None]:
    return {"carried-in": brought["carried-in"] if quarter == 0 else None, "surplus-in": brought["surplus-in"] if quarter == 1 else None}


def _odd(table: Whole, draw: Draw, leave: set[str], *, odd: bool) -> Whole:
    if not odd:
        return table
    return {key: amount if amount is None or key in leave else amount + draw.number(-999, 999) for key, amount in table.items()}


def _new_year(scale: float, draw: Draw, brought: dict[str, int]) -> NewYear:
    state = {key: _planned(line[0], scale) for key, line in _NEW_REVENUE.items()}
    keep = {key: line[1] for key, line in _NEW_REVENUE.items()}
    plan = rolled(NEW_REVENUE, {key: _share(amount, keep[key], 100 * THOUSAND) for key, amount in state.items()})
    spending = {key: _planned(line[0], scale) for key, line in _NEW_SPENDING.items()}
    spending["administration"] = total(plan) - sum(amount or 0 for key, amount in spending.items() if key != "administration")
    prior_state = {key: _share(amount, draw.share(86, 97), 100 * THOUSAND) for key, amount in state.items()}
    prior = {key: _share(amount, keep[key], 100 * THOUSAND) for key, amount in prior_state.items()}
    prior_spending = {
        key: None if key == "reserve" else _share(amount, draw.share(86, 94), 100 * THOUSAND) for key, amount in spending.items()
    }
    came = {months: _by(state, {key: line[2][place] for key, line in _NEW_REVENUE.items()}) for place, months in enumerate((3, 6, 9))}
    kept = {months: {key: _share(amount, keep[key]) for key, amount in table.items()} for months, table in came.items()}
    for months in (3, 6, 9):
        more = {"carried-in": brought["carried-in"], "surplus-in": brought["surplus-in"] if months > 3 else None}
        came[months], kept[months] = rolled(NEW_REVENUE, {**came[months], **more}), rolled(NEW_REVENUE, {**kept[months], **more})
    spent = {months: _by(spending, {key: line[1][place] for key, line in _NEW_SPENDING.items()}) for place, months in enumerate((3, 6, 9))}
    aim = round(total(plan) * _NINE_MONTHS / THOUSAND) * THOUSAND + 315 * THOUSAND
    spent[9]["administration"] = aim - sum(amount or 0 for key, amount in spent[9].items() if key != "administration")
    return NewYear(
        plan,
        rolled(NEW_REVENUE, state),
        rolled(NEW_REVENUE, prior),
        rolled(NEW_REVENUE, prior_state),
        rolled(NEW_SPENDING, spending),
        rolled(NEW_SPENDING, prior_spending),
        kept,
        came,
        {months: rolled(NEW_SPENDING, table) for months, table in spent.items()},
    )


def _by(plan: Whole, percents: dict[str, float]) -> Whole:
    return {key: _share(amount, percents[key]) or None for key, amount in plan.items()}
