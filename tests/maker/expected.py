"""The figures the sample was made to show, disclosure by disclosure, so that a test can hold what was read against them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.maker import accounts, gifts, households, leavers, registers
from tests.maker.accounts import NewYear, OldYear, both, total
from tests.maker.decided import agency_amounts
from tests.maker.households import NEAR, POOR, UNSURE
from tests.maker.profile import Profile


@dataclass(frozen=True, slots=True)
class Intended:
    """A disclosure the sample holds: its id's parts and its figures, amounts in đồng."""

    form: str
    stage: str | None
    period: str
    subject: str | None
    figures: Mapping[str, int]

    @property
    def id(self) -> str:
        """Return the id without the commune: "budget-revenue/execution/2026-06m/-"."""
        return "/".join((self.form, self.stage or "-", self.period, self.subject or "-"))


def intended(profile: Profile) -> tuple[Intended, ...]:
    """Return every disclosure a commune's workbooks make."""
    money = accounts.invent(profile)
    return (
        *_old(2024, money.y2024, quarters=False),
        *_old(2025, money.y2025, quarters=True),
        *_new(money.y2026),
        *_households(profile),
        *_drives(profile),
        *_registers(),
    )


def _old(year: int, money: OldYear, *, quarters: bool) -> Iterator[Intended]:
    periods = [(f"{year}", "settlement", (money.settled, money.settled_state), (money.settled_invest, money.settled_recurrent))]
    if quarters:
        periods += [
            (
                f"{year}-q{at + 1}",
                "execution",
                (money.quarters[at], money.quarters_state[at]),
                (money.quarters_invest[at], money.quarters_recurrent[at]),
            )
            for at in range(4)
        ]
    for period, stage, (kept, came), spent in periods:
        revenue = {"plan": total(money.plan), "done": total(kept), "plan_nsnn": total(money.plan_state), "done_nsnn": total(came)}
        invest, recurrent = (total(table) for table in spent)
        spending = {
            "plan": total(both(money.plan_invest, money.plan_recurrent)),
            "done": invest + recurrent,
            "plan_invest": total(money.plan_invest),
            "done_invest": invest,
            "plan_recurrent": total(money.plan_recurrent),
            "done_recurrent": recurrent,
        }
        surplus = {"surplus": money.surplus} if stage == "settlement" else {}
        yield Intended(
            "budget-balance",
            stage,
            period,
            None,
            {
                "revenue_plan": revenue["plan"],
                "revenue_done": revenue["done"],
                "spending_plan": spending["plan"],
                "spending_done": spending["done"],
                **surplus,
            },
        )
        yield Intended("budget-revenue", stage, period, None, revenue)
        yield Intended("budget-spending", stage, period, None, spending)


def _new(money: NewYear) -> Iterator[Intended]:
    plan, spend = total(money.revenue), total(money.spending)
    for stage in ("draft", "decided"):
        yield Intended("budget-balance", stage, "2026", None, {"revenue_plan": plan, "spending_plan": spend})
        revenue = {"plan": plan, "plan_nsnn": total(money.revenue_state), "prior": total(money.revenue_prior),
                   "prior_nsnn": total(money.revenue_prior_state)}
        yield Intended("budget-revenue", stage, "2026", None, revenue)
        yield Intended("budget-spending", stage, "2026", None, {"plan": spend, "prior": total(money.spending_prior)})
    lines = agency_amounts(money)
    reserve = money.spending["reserve"] or 0
    yield Intended(
        "budget-spending-agencies",
        "decided",
        "2026",
        None,
        {
            "plan": spend,
            "invest": sum(line[2] for line in lines),
            "recurrent": sum(line[3] for line in lines) + reserve,
            "agencies": len(lines),
        },
    )
    yield Intended(
        "budget-transfers",
        "decided",
        "2026",
        None,
        {
            "plan": money.revenue["transfers"] or 0,
            "prior": money.revenue_prior["transfers"] or 0,
            "balancing": money.revenue["balancing"] or 0,
            "targeted": money.revenue["targeted"] or 0,
        },
    )
    for months in (3, 6, 9):
        period, came, spent = f"2026-{months:02}m", total(money.received[months]), total(money.spent[months])
        yield Intended(
            "budget-balance",
            "execution",
            period,
            None,
            {"revenue_plan": plan, "revenue_done": came, "spending_plan": spend, "spending_done": spent},
        )
        yield Intended(
            "budget-revenue",
            "execution",
            period,
            None,
            {"plan": plan, "done": came, "plan_nsnn": total(money.revenue_state), "done_nsnn": total(money.received_state[months])},
        )
        yield Intended("budget-spending", "execution", period, None, {"plan": spend, "done": spent})


def _households(profile: Profile) -> Iterator[Intended]:
    homes = households.invent(profile)
    listed = {"2025": [home for home in homes if home.before], "2026": [home for home in homes if home.now]}
    fates = Counter((home.before, home.now, home.note) for home in homes)
    moved = fates[POOR, NEAR, "Chuyển từ hộ nghèo"] + fates[NEAR, POOR, "Chuyển từ hộ cận nghèo"]
    back = sum(bool(home.left_before and home.now) for home in homes)
    kept = fates[POOR, POOR, ""] + fates[NEAR, NEAR, ""] - UNSURE
    changes = {
        "new": sum(home.before is None and home.now is not None for home in homes) - back,
        "back": back,
        "left": sum(home.before is not None and home.now is None for home in homes),
        "moved": moved,
        "unsure": UNSURE,
        "kept": kept,
    }
    gone = {"left_list": len(leavers.written(homes)), **{f"why_{reason}": count for reason, count in leavers.reasons(homes).items()}}
    for period, there in listed.items():
        classes = Counter(home.before if period == "2025" else home.now for home in there)
        members = sum(len(home.members if period == "2025" else home.members_now) for home in there)
        yield Intended(
            "poor-households",
            "recognised",
            period,
            None,
            {
                "households": len(there),
                "poor": classes[POOR],
                "near-poor": classes[NEAR],
                "members": members,
                **(changes | gone if period == "2026" else {"left_list": sum(home.left_before is not None for home in homes)}),
            },
        )


def _registers() -> Iterator[Intended]:
    for own in registers.BOOKS.values():
        yield from (Intended(one.form, one.stage, one.period, one.subject, one.figures) for one in own if one.form != "table")


def _drives(profile: Profile) -> Iterator[Intended]:
    slugs = ("lam-cau-qua-suoi-may", "sua-nha-van-hoa-buon-ea-may", "quy-vi-nguoi-ngheo-nam-2026")
    for slug, drive in zip(slugs, gifts.invent(profile), strict=True):
        persons = [gift for gift in drive.gifts if gift.giver_kind != "Tổ chức"]
        yield Intended(
            "contributions",
            None,
            "2026",
            slug,
            {
                "gifts": len(drive.gifts),
                "received": drive.received,
                "asked": drive.asked,
                "from_organisations": len(drive.gifts) - len(persons),
                "named_persons": sum(gift.consent for gift in persons),
                "unnamed_persons": sum(not gift.consent for gift in persons),
            },
        )
        yield Intended("contribution-use", None, "2026", slug, {"items": len(drive.uses), "spent": drive.spent})
