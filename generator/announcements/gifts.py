"""What a bulletin tells of a purpose people gave for: asked, received, spent, left, and who keeps watch; never who gave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator import spoken
from generator.announcements.sentences import Told, aloud, filled, known, large, small, texts_of
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from generator.kinds import KINDS

_MONEY, _WHOLE = "money", 100


def told(own: Sequence[Disclosure], site: Site, words: Mapping[str, str]) -> Told:
    """Return what is told of a purpose's ledgers together."""
    said = texts_of()["contributions"]
    purpose = own[0].subject_name or own[0].title
    found = {**words, "purpose": aloud(purpose), **_amounts(own, site), **_people(own)}
    return Told(str(said["title"]).format(purpose=purpose), tuple(filled(said["sentences"], found)))


def _amounts(own: Sequence[Disclosure], site: Site) -> dict[str, str]:
    account = KINDS[own[0].kind].compare(own[0], site.shown, site.catalogue)
    received, asked, spent = (account.get(key) for key in ("received", "asked", "spent"))
    left = account.get("left") if spent is not None else None
    gifts = sum(one.summary.get("gifts") or 0 for one in own)
    in_kind = sum(kind["amount"] or 0 for one in own for kind in one.summary.get("kinds") or () if kind["key"] != _MONEY)
    return known(
        received=_about(received), asked=_about(asked), spent=_about(spent), gifts=spoken.number(gifts) if gifts else "",
        asked_share=spoken.share(_WHOLE * received / asked) if received and asked else "",
        in_kind=spoken.about(in_kind) if in_kind else "", left=_about(left) if left is not None and left >= 0 else "",
        over=spoken.about(-left) if left is not None and left < 0 else "")


def _people(own: Sequence[Disclosure]) -> dict[str, str]:
    facts = {key: aloud(str(value)) for one in own for key, value in one.facts.items() if isinstance(value, str) and value}
    found = known(manager=facts.get("manager"), Supervisor=large(facts.get("supervisor", "")),
                  design=small(facts.get("design", "").rstrip(" .")))
    return found | ({"voluntary": ""} if facts.get("voluntary") == "voluntary" else {})


def _about(value: int | None) -> str:
    return "" if value is None else spoken.about(value)
