"""What a bulletin tells of a budget table: how much, of which plan, against the year before, and the largest lines."""

from __future__ import annotations

from collections.abc import Mapping

from generator import spoken
from generator.announcements.sentences import Told, aloud, filled, known, large, named, texts_of
from generator.catalogue.announcing import reading
from generator.disclosed import Disclosure, Json

_PLANS = frozenset({"draft", "decided"})
_PLACES = ("one", "two", "three")
_WHOLE = 100


def told(disclosure: Disclosure, words: Mapping[str, str]) -> Told:
    """Return what is told of a budget table; `words` are those every bulletin knows."""
    said, side, summary = texts_of()["budget"], str(disclosure.summary.get("side") or ""), disclosure.summary
    stage = disclosure.stage or ("execution" if side in said else "")
    plan = stage in _PLANS
    found = {**words, **_total(summary.get("total") or {}), **_sides(summary, plan=plan), **_largest(summary, plan=plan)}
    if side in said and stage in said[side]:
        templates, what = said[side][stage], said["what"][side]
        title = said["titles"][stage].format(what=what, What=large(what), period=words.get("period_written", "")).strip()
    else:
        templates, title = said["other"]["plan" if plan else "done"], disclosure.title
    found["Title"] = large(aloud(title.replace("·", ",")))
    return Told(title, (*filled(templates, found), *map(aloud, disclosure.notes)))


def _total(total: Json) -> dict[str, str]:
    return known(plan=_amount(total.get("plan")), done=_amount(total.get("done")), share=_share(total.get("share")),
                 change=_change(total.get("same_period")))


def _sides(summary: Json, *, plan: bool) -> dict[str, str]:
    """Return the words of a balance: both sides, their shares, and what lies between them."""
    found: dict[str, str] = {}
    for name, key in (("came", "revenue"), ("went", "spending")):
        side = summary.get(key) or {}
        found |= known(**{name: _amount(side.get("plan" if plan else "done")), f"{name}_share": _share(side.get("share")),
                          f"{name}_change": _change(side.get("same_period"))})
    difference = summary.get("difference")
    if difference and "came" in found and not plan:
        found["over" if difference > 0 else "under"] = spoken.about(abs(difference))
    return found


def _largest(summary: Json, *, plan: bool) -> dict[str, str]:
    lines = [(line["name"], amount) for line in summary.get("top") or () if (amount := line.get("plan" if plan else "done"))]
    found: dict[str, str] = {}
    for place, (name, amount) in zip(_PLACES, lines[: reading().top], strict=False):
        found |= {place: named(str(name)), f"{place}_amount": spoken.about(amount)}
    return found


def _amount(value: int | None) -> str:
    return "" if value is None else spoken.about(value)


def _share(value: float | None) -> str:
    return "" if value is None else spoken.share(value)


def _change(value: float | None) -> str:
    """Return how a figure stands against the same period a year before, in percent of which it is given."""
    if value is None:
        return ""
    said, change = texts_of(), round(value - _WHOLE, 1)
    if not change:
        return str(said["same"])
    return str(said["up" if change > 0 else "down"]).format(share=spoken.share(abs(change)))
