"""The sentence and the name of any page of disclosures, for lists, cards and the home page."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.catalogue import Family
from generator.disclosure.disclosed import Disclosure
from generator.pages import budget_overview, contributions_words, households_words
from generator.pages.disclosures import by_folder, newest_first, stage_and_period
from generator.pages.frame import Maker
from generator.pages.words import sentence


def answer(maker: Maker, own: Sequence[Disclosure]) -> Markup | None:
    """Return the sentence of the disclosures that lie in one place."""
    if own[0].kind == "budget":
        return budget_overview.answer_of(maker, own)
    if own[0].kind == "households":
        return households_words.answer(maker, own[0])
    if own[0].kind == "contributions":
        return contributions_words.answer(maker, own)
    return None


def page_answer(maker: Maker, family: Family, found: Sequence[Disclosure]) -> Markup | None:
    """Return the sentence a family's page and card give: that of the newest it has; plans only where nothing else is there."""
    newest = newest_first(found)
    done = [one for one in newest if one.stage not in {"draft", "decided", "consulted"} and one.state != "replaced"] or list(newest)
    if not done:
        return None
    folder = next(iter(by_folder(maker.site, done)))
    lead = done[0]
    own = [one for one in newest if (one.kind, one.period, one.stage, one.subject) == (lead.kind, lead.period, lead.stage, lead.subject)]
    if family.pages == "subject":
        own = by_folder(maker.site, newest)[folder]
    return answer(maker, own)


def page_title(maker: Maker, family: Family, own: Sequence[Disclosure], *, single: bool) -> str:
    """Return what an entry of a list is called: a period's name, a stage and its year, or a purpose."""
    first, language = own[0], maker.site.language
    if family.pages == "subject":
        return sentence(first.subject_name or first.title)
    stage = maker.site.catalogue.stage(first.kind, first.stage)
    period = maker.words.period(first.period)
    if stage and stage.slug:
        return f"{stage.name.to(language)}, {period}"
    return sentence(stage_and_period(maker, first)) if not single else f"{maker.site.catalogue.form(first.form).name.to(language)}, {period}"
