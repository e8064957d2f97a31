"""The sheet of instructions: one text in each row of its first column, so that nothing on it is ever read as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.catalogue.forms import Column
from generator.catalogue.law import Deadline, Posting
from generator.cells import letters
from generator.templates.body import Asked
from generator.templates.designs import Place
from generator.templates.spots import Plan


@dataclass(frozen=True, slots=True)
class Said:
    """A row of the instructions: "title", "head" or "line", and its text; a list to choose from has its entries as lines."""

    look: str
    text: str


def guide(asked: Asked, plan: Plan, words: Mapping[str, Any], language: str) -> tuple[Said, ...]:
    """Return the instructions in a language, without the lists to choose from."""
    told = words["guide_lines"]
    stage = asked.catalogue.stage(asked.form.kind, asked.design.stage)
    return (
        Said("title", told["title"].format(name=asked.form.name.to(language))),
        *([Said("line", told["stage"].format(stage=stage.name.to(language)))] if stage else []),
        Said("head", told["head"]), *(Said("line", step.format(sheet=words["sheet"])) for step in told["steps"]),
        *([Said("head", told["facts"]), *_facts(asked, told)] if asked.design.facts else []),
        Said("head", told["columns"]), *(Said("line", line) for line in _columns(asked, plan, words)),
        Said("head", told["law"]), *(Said("line", line) for line in _law(asked, told, language)),
    )


def _facts(asked: Asked, told: Mapping[str, Any]) -> Iterator[Said]:
    public = {fact.key: fact.public for fact in asked.form.facts}
    for fact in asked.design.facts:
        open_to = told["public" if public[fact.key] else "private"]
        yield Said("line", f"{fact.label}:{open_to}{told['example'].format(example=fact.example)}")


def _columns(asked: Asked, plan: Plan, words: Mapping[str, Any]) -> Iterator[str]:
    told = words["guide_lines"]
    for number, (place, column) in enumerate(zip(asked.design.columns, asked.columns, strict=True), 1):
        head = told["column"].format(letter=letters(number), head=place.head.replace(" > ", " – "))
        required = told["required"] if column.required else ""
        formula = told["formula"] if number in plan.formulas else ""
        example = told["example"].format(example=place.example)
        yield f"{head}{required}: {words['how'][column.read]}{example}{formula}{_public(asked, column, told)}"


def _public(asked: Asked, column: Column, told: Mapping[str, Any]) -> str:
    if not column.public:
        return str(told["private"])
    if column.consent:
        return str(told["consented"]).format(consent=_head(asked.design.columns, column.consent))
    return str(told["named"] if column.names else told["public"]) + (told["listed"] if column.choices and not column.required else "")


def _head(places: tuple[Place, ...], key: str) -> str:
    return next((place.head for place in places if place.key == key), key)


def _law(asked: Asked, told: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield the statutes in force for the form, and the articles that say by when and for how long."""
    known = (asked.catalogue.statute(name) for name in asked.form.statutes)
    yield from (f"• {statute.name.to(language)}" for statute in known if statute.since <= asked.day <= statute.until)
    form, stage = asked.form, asked.design.stage
    rules: tuple[tuple[str, Deadline | Posting | None], ...] = (
        ("deadline", asked.catalogue.deadline(form.deadlines.get(stage) or form.deadlines.get("", ""), asked.day)),
        ("posting", asked.catalogue.posting(form.postings.get(stage) or form.postings.get("", ""), asked.day)),
    )
    for key, rule in rules:
        if rule:
            yield told[key].format(article=rule.article, statute=asked.catalogue.statute(rule.statute).name.to(language))
