"""The income lines, criteria and entitlements in force on a list's day, from the catalogue, each with its statute and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator import money
from generator.catalogue.law import Criterion, Entitlement
from generator.disclosed import Disclosure
from generator.pages.frame import Maker

_CLASSES = ("poor", "near-poor")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the law in a resident's words, where it stands, how sure we are, and what else is to be known."""

    text: str
    source: str
    certainty: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """The income line of the commune's area."""

    area: str
    amount: str
    source: str
    certainty: str
    note: str


@dataclass(frozen=True, slots=True)
class ClassRules:
    """What makes a household belong to a class, and what the class may ask for; `about` says once what holds for all of the latter."""

    name: str
    criteria: tuple[Said, ...]
    entitlements: tuple[Said, ...]
    about: Said | None = None


def income_lines(maker: Maker, when: str) -> Lines | None:
    """Return the income line in force on an ISO day for the commune's area, or None."""
    if not when:
        return None
    on, commune, words = date.fromisoformat(when), maker.site.commune, maker.words
    found = next(
        (line for line in maker.site.catalogue.poverty_lines if line.area == commune.area and line.since <= on <= line.until), None
    )
    if found is None:
        return None
    return Lines(
        words.get(f"households.line_{commune.area}"),
        words.plain("households.line", amount=money.write(found.amount)),
        _source(maker, found.statute),
        _doubt(maker, found.certain),
        found.note,
    )


def class_rules(maker: Maker, disclosure: Disclosure, when: str) -> tuple[ClassRules, ...]:
    """Return criteria and entitlements of each class the list holds (poor and near-poor at least), in force on an ISO day."""
    if not when:
        return ()
    on, catalogue = date.fromisoformat(when), maker.site.catalogue
    held = [one["key"] for one in disclosure.summary.get("classes") or ()]
    keys = [*_CLASSES, *(key for key in held if key not in _CLASSES)]
    amount = next(
        (
            money.write(line.amount)
            for line in catalogue.poverty_lines
            if line.area == maker.site.commune.area and line.since <= on <= line.until
        ),
        "",
    )
    rules = []
    for key in keys:
        criteria = tuple(
            _said(maker, one, amount) for one in catalogue.criteria if one.household_class == key and one.since <= on <= one.until
        )
        rights = tuple(
            _said(maker, one, amount) for one in catalogue.entitlements if one.household_class == key and one.since <= on <= one.until
        )
        if criteria or rights:
            rules.append(ClassRules(catalogue.choice("household-class", key).name.to(maker.site.language), criteria, *_once(rights)))
    return tuple(rules)


def _once(rights: tuple[Said, ...]) -> tuple[tuple[Said, ...], Said | None]:
    """Return entitlements with source, certainty and note taken out and told once, where they are the same of all."""
    told = {(right.source, right.certainty, right.note) for right in rights}
    if len(told) != 1 or len(rights) == 1:
        return rights, None
    return tuple(Said(right.text, "", "") for right in rights), Said("", *next(iter(told)))


def _said(maker: Maker, entry: Criterion | Entitlement, amount: str) -> Said:
    return Said(
        entry.text.to(maker.site.language).replace("{line}", amount),
        _source(maker, entry.statute),
        _doubt(maker, entry.certain),
        entry.note,
    )


def _source(maker: Maker, statute: str) -> str:
    if not statute:
        return ""
    return maker.words.plain("law.statute", statute=maker.site.catalogue.statute(statute).name.to(maker.site.language))


def _doubt(maker: Maker, certain: str) -> str:
    """Return how sure a rule is where it isn't certain; what is certain needs no word."""
    return "" if certain == "certain" else maker.words.get(f"law.{certain}")
