"""What budget pages call things: tables, the figures of a picture, the notes under a table."""

from __future__ import annotations

from generator import periods
from generator.catalogue.texts import texts
from generator.disclosed import Disclosure, Json
from generator.pages import budget_words as said
from generator.pages.budget_lines import summed_name
from generator.pages.frame import Maker
from generator.pages.pictures import Item, Naming
from generator.pages.words import Words

_OWN = "budget"


def own(maker: Maker) -> Words:
    """Return the texts that only budget pages use."""
    return Words(maker.site.language, _OWN)


def table_name(maker: Maker, disclosure: Disclosure) -> str:
    """Return a table's name among those of its period."""
    name = maker.site.catalogue.form(disclosure.form).name.to(maker.site.language)
    return f"{name}: {disclosure.subject_name}" if disclosure.subject_name else name


def caption(maker: Maker, disclosure: Disclosure) -> str:
    """Return what stands over a whole table: its title, in another language its name and period."""
    if maker.site.language == "vi":
        return disclosure.title
    period = periods.beside(disclosure.subject_name, maker.words.period(disclosure.period))
    return " · ".join(part for part in (table_name(maker, disclosure), period) if part)


def naming(maker: Maker, disclosure: Disclosure, side: str) -> Naming:
    """Return the words of the picture: what is done and what it stands beside."""
    words = maker.words
    if said.is_plan(disclosure):
        return Naming(words.get(f"budget.word.plan.{side}"), words.get("budget.word.whole.prior"), ground=False)
    done = words.get(f"budget.word.{'settled' if disclosure.stage == 'settlement' else 'done'}.{side}")
    return Naming(done, words.get("budget.word.whole.plan"), over=over_look(side))


def over_look(side: str) -> str:
    """Return the look of what lies above the plan: more spent is marked, more that came in is good."""
    return "good" if side in {"revenue", "transfers"} else "more"


def item(maker: Maker, disclosure: Disclosure, found: Json) -> Item:
    """Return a line of a summary as a row of the picture: done beside plan, or plan beside the year before."""
    address = f"#{found['id']}" if found.get("id") else ""
    name = summed_name(maker, disclosure, found)
    if said.is_plan(disclosure):
        return Item(name, found.get("plan"), found.get("prior"), None, address)
    return Item(name, found.get("done"), found.get("plan"), found.get("share"), address, str(found.get("over") or ""))


def notes(maker: Maker, disclosure: Disclosure) -> tuple[str, ...]:
    """Return the sentences about the figures in the page's language; one that is not of the catalogue stays as it is."""
    ours, theirs = texts(_OWN)["notes"], texts(_OWN, maker.site.language)["notes"]
    keys = {str(text): key for key, text in ours.items()}
    return tuple(str(theirs[keys[note]]) if note in keys else note for note in disclosure.notes)
