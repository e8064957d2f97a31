"""What a purpose's ledgers answer, in a sentence: asked for, received, spent, left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.disclosure.disclosed import Disclosure
from generator.kinds import KINDS
from generator.pages.frame import Maker
from generator.pages.words import spoken, strong


@dataclass(frozen=True, slots=True)
class Account:
    """A purpose in four amounts of đồng; None where the sheets don't say."""

    asked: int | None
    received: int | None
    spent: int | None
    left: int | None


def account(maker: Maker, own: Sequence[Disclosure]) -> Account:
    """Return the amounts of a purpose: of its one ledger as its kind joins them, of several years added up."""
    ledgers = [one for one in own if "received" in one.summary]
    uses = [one for one in own if "spent" in one.summary]
    asked = next((one.summary.get("asked") or one.facts.get("asked") for one in [*ledgers, *uses] if one.summary.get("asked") or one.facts.get("asked")), None)
    asked = asked if isinstance(asked, int) else None
    if len(ledgers) == 1:
        found = KINDS[ledgers[0].kind].compare(ledgers[0], maker.site.shown, maker.site.catalogue)
        if found:
            return Account(asked or found.get("asked"), found.get("received"), found.get("spent"), found.get("left"))
    received = sum(one.summary["received"] for one in ledgers) if ledgers else None
    spent = sum(one.summary["spent"] for one in uses) if uses else None
    return Account(asked, received, spent, received - spent if received is not None and spent is not None else None)


def answer(maker: Maker, own: Sequence[Disclosure]) -> Markup:
    """Return the sentence of a purpose."""
    words, found = maker.words, account(maker, own)
    if found.received is None:
        return words.rich("contributions.answer_spent_only", spent=strong(spoken(found.spent or 0, words.language)))
    said = words.rich("contributions.answer_received", received=strong(spoken(found.received, words.language)))
    if found.asked:
        said += words.rich("contributions.answer_asked", asked=strong(spoken(found.asked, words.language)))
    if found.spent is not None:
        said += words.rich("contributions.answer_spent", spent=strong(spoken(found.spent, words.language)))
    if found.left is not None:
        key = "contributions.answer_left" if found.left >= 0 else "contributions.answer_over"
        said += words.rich(key, left=strong(spoken(abs(found.left), words.language)))
    return said + words.rich("contributions.answer_stop")
