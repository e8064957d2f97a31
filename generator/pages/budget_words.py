"""What a budget table answers, in a sentence: how much came in, how much was spent, how much of the plan."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.disclosed import Disclosure, Json
from generator.pages.budget_lines import summed_name
from generator.pages.frame import Maker
from generator.pages.words import Words, beginning, sentence, share, spoken, strong

_PLANS = frozenset({"draft", "decided"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A total: its address on its page, the amounts in đồng, and its share of the plan."""

    id: str
    name: str
    plan: int | None
    done: int | None
    prior: int | None
    share: float | None
    same_period: float | None

    def main(self, disclosure: Disclosure) -> int | None:
        """Return the figure the table is about: what was done, or what is planned."""
        return self.plan if is_plan(disclosure) else self.done


def figure(found: Json | None) -> Figure | None:
    """Return a total of a summary, or None where the table has none."""
    if not found:
        return None
    return Figure(
        str(found.get("id") or ""),
        str(found.get("name") or ""),
        found.get("plan"),
        found.get("done"),
        found.get("prior"),
        found.get("share"),
        found.get("same_period"),
    )


def is_plan(disclosure: Disclosure) -> bool:
    """Return whether the table is a plan (draft or decided) and so holds nothing done yet."""
    return disclosure.stage in _PLANS


def stage_word(disclosure: Disclosure) -> str:
    """Return the part of the texts that speaks of the table's stage: "plan", "settlement", "execution"."""
    return "plan" if is_plan(disclosure) else disclosure.stage if disclosure.stage == "settlement" else "execution"


def answer(maker: Maker, disclosure: Disclosure) -> Markup:
    """Return the sentence that answers a budget table's question, its figures standing out."""
    words, side = maker.words, str(disclosure.summary.get("side") or "")
    base = {"period": words.period(disclosure.period), "Period": sentence(words.period(disclosure.period)), "kind": maker.kind()}
    said = _balance(words, disclosure, base) if side == "balance" else _one_side(maker, disclosure, side, base)
    return said or words.rich("budget.answer.unknown", title=disclosure.title)


def short_name(name: str) -> str:
    """Return a line's name inside a sentence: no outline before it, a small letter first."""
    return beginning(name.strip().rstrip(":"))


def _one_side(maker: Maker, disclosure: Disclosure, side: str, base: dict[str, str]) -> Markup | None:
    words = maker.words
    total = figure(disclosure.summary.get("total"))
    amount = total.main(disclosure) if total else None
    key = f"budget.answer.{side}_{stage_word(disclosure)}"
    if total is None or amount is None or not words.has(key):
        return None
    said = words.rich(key, amount=strong(spoken(amount, words.language)), **base)
    if total.share is not None and not is_plan(disclosure):
        said += words.rich("budget.answer.share", share=strong(share(total.share)))
    top = next(iter(disclosure.summary.get("top") or ()), None)
    largest = (top.get("plan") if is_plan(disclosure) else top.get("done")) if top else None
    if top and largest:
        name = short_name(summed_name(maker, disclosure, top))
        said += words.rich("budget.answer.top", name=name, amount=strong(spoken(largest, words.language)))
    return said + words.rich("budget.answer.stop")


def _balance(words: Words, disclosure: Disclosure, base: dict[str, str]) -> Markup | None:
    came, went = figure(disclosure.summary.get("revenue")), figure(disclosure.summary.get("spending"))
    revenue, spending = (total.main(disclosure) if total else None for total in (came, went))
    if revenue is None or spending is None:
        return None
    return in_and_out(words, disclosure, (revenue, spending), (came.share if came else None, went.share if went else None), base)


def in_and_out(
    words: Words, disclosure: Disclosure, amounts: tuple[int, int], shares: tuple[float | None, float | None], base: dict[str, str]
) -> Markup:
    """Return the sentence of both sides: what came in, what was spent, and how much of the plan each is."""
    revenue, spending = (strong(spoken(amount, words.language)) for amount in amounts)
    said = words.rich(f"budget.answer.balance_{stage_word(disclosure)}", revenue=revenue, spending=spending, **base)
    if None not in shares and not is_plan(disclosure):
        said += words.rich("budget.answer.share_both", in_share=strong(share(shares[0])), out_share=strong(share(shares[1])))
    return said + words.rich("budget.answer.stop")
