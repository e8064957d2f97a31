"""The page of one purpose: its terms, the money in one picture, the ledgers, the spending line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator import money
from generator.disclosed import Disclosure
from generator.pages.around import Around, around, named
from generator.pages.contributions_words import account, answer, picture, sums
from generator.pages.disclosures import place
from generator.pages.frame import Maker
from generator.pages.ledgers import Ledger, ledger
from generator.pages.page import Link, Page
from generator.pages.pictures import Picture
from generator.pages.small_tables import Counts
from generator.pages.words import day, sentence

_TERMS = ("basis", "voluntary", "manager", "supervisor", "design", "from", "until")
_WHERE_TOLD = frozenset({"design", "from", "until"})


@dataclass(frozen=True, slots=True)
class Term:
    """A fact of a purpose: its name and what the sheet says."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Split:
    """A small table that splits what was given, by kind or by hamlet."""

    title: str
    note: str
    head: str
    rows: tuple[tuple[str, str, str], ...]
    unit: str


@dataclass(frozen=True, slots=True)
class ContributionsView:
    """What a purpose's page shows; `arounds` has one entry for each table on the page."""

    kicker: str
    question: str
    answer: Markup
    picture: Picture | None
    sums: Counts
    terms: tuple[Term, ...]
    splits: tuple[Split, ...]
    ledgers: tuple[Ledger, ...]
    uses: tuple[Ledger, ...]
    named: bool
    until: str
    certificate: tuple[str, ...]
    around: Around
    downloads: tuple[Link, ...]
    lacking: str = ""


def contributions_page(maker: Maker, own: Sequence[Disclosure]) -> Page:
    """Return the page of a purpose, made of its ledgers and its tables of spending, the newest first."""
    catalogue = maker.site.catalogue
    given = [one for one in own if "received" in one.summary]
    spent = [one for one in own if "received" not in one.summary]
    lead = (given or spent)[0]
    where = place(maker, lead, catalogue.family(catalogue.form(lead.form).family))
    said, found = answer(maker, own), account(maker, own)
    ends = [one.posted_until for one in own if named(one) and one.posted_until]
    surroundings = [around(maker, where, one) for one in (*given, *spent)]
    codes = tuple((catalogue.form(one.form).name.to(maker.site.language), one.code) for one in (*given, *spent))
    view = ContributionsView(
        kicker=catalogue.family(catalogue.form(lead.form).family).name.to(maker.site.language),
        question=question(maker, lead),
        answer=said,
        picture=picture(maker, found),
        sums=sums(maker, found),
        terms=_terms(maker, own),
        splits=_splits(maker, given),
        ledgers=tuple(ledger(maker, one, len(given) > 1) for one in given),
        uses=tuple(ledger(maker, one, len(spent) > 1) for one in spent),
        named=any(named(one) for one in own),
        until=min(ends).isoformat() if ends else "",
        certificate=_certificate(maker),
        around=_joined(surroundings, codes, told=not any(map(named, own))),
        downloads=_downloads(maker, [*given, *spent], surroundings),
        lacking=next((beside.no_downloads for beside in surroundings if beside.unready), ""),
    )
    return maker.page(
        where,
        "contributions.html",
        view,
        sentence(lead.subject_name or lead.title),
        description=said.striptags(),
        robots="noindex, noarchive" if view.named else "",
        script=bool(given),
    )


def _joined(surroundings: Sequence[Around], codes: tuple[tuple[str, str], ...], *, told: bool) -> Around:
    """Return what stands around all tables of the page as one; its datasets are `told` only where no table names a person."""
    return replace(
        surroundings[0], codes=codes,
        versions=tuple(found for one in surroundings for found in one.versions),
        notes=tuple(dict.fromkeys(note for one in surroundings for note in one.notes)),
        datasets=tuple(found for one in surroundings for found in one.datasets) if told else (),
        attachments=tuple(found for one in surroundings for found in one.attachments),
    )


def _downloads(maker: Maker, own: Sequence[Disclosure], surroundings: Sequence[Around]) -> tuple[Link, ...]:
    """Return the links of all tables on the page, each saying of which; what they share stands once, last."""
    found: dict[str, tuple[Link, str]] = {}
    shared = []
    for one, beside in zip(own, surroundings, strict=True):
        name = " ".join((maker.site.catalogue.form(one.form).name.to(maker.site.language), _period_apart(maker, one, own))).strip()
        for link in beside.downloads:
            shared += [link.href] if link.href in found else []
            found.setdefault(link.href, (link, name))
    alone = [(link, name) for href, (link, name) in found.items() if href not in shared]
    told = (replace(link, note=", ".join(part for part in (name, link.note) if part)) for link, name in alone)
    return (*told, *(found[href][0] for href in dict.fromkeys(shared)))


def _period_apart(maker: Maker, one: Disclosure, own: Sequence[Disclosure]) -> str:
    """Return a table's period where another of its form stands on the page."""
    return maker.words.period(one.period) if sum(other.form == one.form for other in own) > 1 else ""


def _certificate(maker: Maker) -> tuple[str, ...]:
    """Return how to ask for a certificate of a gift: who may, what to say, to whom and where, and that it is not published."""
    words, commune = maker.words, maker.site.commune
    contact = [words.plain("ask.telephone", telephone=commune.telephone)] if commune.telephone else []
    contact += [words.plain("ask.email", email=commune.email)] if commune.email else []
    contact += [words.plain("ask.at", address=commune.address)] if commune.address else []
    how = " ".join((words.plain("contributions.certificate_how", office=maker.office), *contact))
    return (words.get("contributions.certificate_who"), how, words.get("contributions.certificate_paper"))


def question(maker: Maker, disclosure: Disclosure) -> str:
    """Return the question a purpose's page answers."""
    text = maker.site.catalogue.form(disclosure.form).question[""].to(maker.site.language)
    return text.format_map(
        {
            "purpose": disclosure.subject_name or disclosure.facts.get("purpose") or disclosure.title,
            "period": maker.words.period(disclosure.period),
            "commune": maker.authority,
        }
    )


def _terms(maker: Maker, own: Sequence[Disclosure]) -> tuple[Term, ...]:
    words = maker.words
    facts = {key: value for one in reversed(own) for key, value in one.facts.items() if value not in {None, ""}}
    terms = []
    for key in _TERMS:
        value = facts.get(key)
        if value is None:
            if key in _WHERE_TOLD:
                continue
            text = words.get("contributions.unsaid")
        elif key == "voluntary":
            text = words.get("contributions.is_voluntary" if value == "voluntary" else "contributions.by_rule")
        else:
            text = day(str(value)) if key in {"from", "until"} else str(value)
        terms.append(Term(words.get(f"contributions.{key}"), text))
    return tuple(terms)


def _splits(maker: Maker, given: Sequence[Disclosure]) -> tuple[Split, ...]:
    if len(given) != 1:
        return ()
    words, summary, splits = maker.words, given[0].summary, []
    for group, head in (("kinds", "kind"), ("hamlets", "hamlet")):
        rows = [one for one in summary.get(group) or () if one.get("gifts")]
        if not rows:
            continue
        names = {choice.key: choice.name.to(words.language) for choice in maker.site.catalogue.choices["gift-kind"]}
        told = ((names.get(one.get("key", ""), str(one["name"])), one) for one in rows)
        lines = tuple((name, money.write(one["gifts"]), money.write(one["amount"])) for name, one in told)
        note = words.get("contributions.kinds_note") if group == "kinds" else ""
        splits.append(
            Split(
                words.get(f"contributions.{group}"),
                note,
                words.get(f"contributions.{head}"),
                lines,
                words.plain("unit.caption", unit=words.unit(1)),
            )
        )
    return tuple(splits)
