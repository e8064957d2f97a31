"""What a household list answers, in a sentence: how many households of which class, and what changed."""

from __future__ import annotations

from markupsafe import Markup

from generator import money
from generator.disclosure.disclosed import Disclosure, Json
from generator.pages.frame import Maker
from generator.pages.words import beginning, strong


def answer(maker: Maker, disclosure: Disclosure) -> Markup:
    """Return the sentence of a list: households and members by class, then new and left since the list before."""
    words, summary = maker.words, disclosure.summary
    classes = [one for one in summary.get("classes") or () if one.get("households")]
    said = words.rich("households.answer_start", period=words.period(disclosure.period))
    said += Markup(words.get("households.answer_join")).join(_class(maker, one) for one in classes) if classes else words.rich("households.answer_none")
    said += words.rich("households.answer_stop")
    changes = summary.get("changes")
    if changes:
        said += words.rich("households.answer_changed", against=words.period(changes.get("against")),
                           new=strong(money.write(changes["new"])), left=strong(money.write(changes["left"])))
    return said


def _class(maker: Maker, found: Json) -> Markup:
    count, name = strong(money.write(found["households"])), beginning(str(found["name"]).removeprefix("Hộ ").strip())
    if found.get("members"):
        return maker.words.rich("households.answer_class", households=count, name=name, members=money.write(found["members"]))
    return maker.words.rich("households.answer_class_bare", households=count, name=name)
