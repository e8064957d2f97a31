"""The sentence and the name of any page of disclosures, for lists, cards and the home page."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.catalogue import Family
from generator.disclosed import Disclosure
from generator.pages import budget_overview, contributions_words, households_words, register_words
from generator.pages.disclosures import newest_first, stage_and_period
from generator.pages.frame import Maker
from generator.pages.pictures import PictureRow
from generator.pages.words import sentence

_AHEAD = frozenset({"draft", "decided", "consulted"})


def answer(maker: Maker, own: Sequence[Disclosure]) -> Markup | None:
    """Return the sentence of the disclosures that lie in one place."""
    if own[0].kind == "budget":
        return budget_overview.answer_of(maker, own)
    if own[0].kind == "households":
        return households_words.answer(maker, own[0])
    if own[0].kind == "contributions":
        return contributions_words.answer(maker, own)
    return register_words.answer(maker, own[0]) if own[0].kind == "register" else None


def page_answer(maker: Maker, family: Family, found: Sequence[Disclosure]) -> Markup | None:
    """Return the sentence a family's page and card give: that of the newest it has; a purpose is named first."""
    own = lead(maker, family, found)
    said = answer(maker, own) if own else None
    if said is None or family.pages != "subject":
        return said
    return maker.words.rich("contributions.named", purpose=sentence(own[0].subject_name or own[0].title)) + said


def bars(maker: Maker, family: Family, found: Sequence[Disclosure]) -> tuple[PictureRow, ...]:
    """Return the few bars a family's card shows beside its sentence."""
    own = lead(maker, family, found)
    if not own:
        return ()
    if own[0].kind == "budget":
        drawn = budget_overview.picture(maker, own, f"the-{family.id}", short=True)
    elif own[0].kind == "contributions":
        drawn = contributions_words.picture(maker, contributions_words.account(maker, own), f"the-{family.id}", short=True)
    elif own[0].kind == "register":
        drawn = register_words.picture(maker, own[0], f"the-{family.id}", short=True)
    else:
        drawn = households_words.picture(maker, own[0], f"the-{family.id}") if own[0].kind == "households" else None
    return drawn.rows if drawn else ()


def lead(maker: Maker, family: Family, found: Sequence[Disclosure]) -> list[Disclosure]:
    """Return the disclosures a family shows first: its newest period, list or purpose; plans only where nothing else is there.

    Of forms with a page each it is the first in the family's order that hangs now, since the family's question asks for that.
    """
    newest = newest_first(found)
    done = [one for one in newest if one.stage not in _AHEAD and one.state != "replaced"] or list(newest)
    if not done:
        return []
    if family.pages == "subject":
        latest = max(done, key=_posted)
        return [one for one in newest if one.subject == latest.subject]
    if family.pages == "form":
        hanging = [one for one in done if one.state == "posted"] or done
        order = min(maker.site.catalogue.form(one.form).order for one in hanging)
        return [max((one for one in hanging if maker.site.catalogue.form(one.form).order == order), key=_posted)]
    first = done[0]
    return [one for one in newest if (one.kind, one.period, one.stage) == (first.kind, first.period, first.stage)]


def page_title(maker: Maker, family: Family, own: Sequence[Disclosure], *, single: bool) -> str:
    """Return what an entry of a list is called: a period's name, a stage and its year, or a purpose."""
    first, language = own[0], maker.site.language
    if family.pages == "form":
        return register_words.crumb(maker, first)
    if family.pages == "subject":
        return sentence(first.subject_name or first.title)
    stage = maker.site.catalogue.stage(first.kind, first.stage)
    period = ", ".join(part for part in (maker.words.period(first.period), first.predecessor) if part)
    if stage and stage.slug:
        return f"{stage.name.to(language)}, {period}"
    return (
        sentence(stage_and_period(maker, first)) if not single else f"{maker.site.catalogue.form(first.form).name.to(language)}, {period}"
    )


def _posted(one: Disclosure) -> tuple[str, str]:
    return str(one.posted_from or ""), one.id
