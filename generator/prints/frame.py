"""What stands around the table: agency and motto, title, facts, foot, signature, where to ask; layout by Decree 30/2020."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.catalogue.forms import Text
from generator.commune import Commune
from generator.days import write_day
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.site import Site
from generator.prints.codes import code_of
from generator.prints.figures import shown
from generator.prints.lettering import clean

_SYMBOL = re.compile(r"\d+[\w-]*/(?:\d{4}/)?([^\W\d_]+)")  # Decree 30/2020: number, "/", the kind of paper, "-", who issued it
_SAID_ELSEWHERE = frozenset({"posted_from", "posted_until", "decision"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around the table of one print; `qr` stands for the QR code, "" without a site address."""

    commune: str
    place_day: str
    paper: str
    title: str
    stage: str
    attached: str
    facts: tuple[tuple[str, str], ...]
    foot: tuple[str, ...]
    address: str
    qr: str
    ask: str
    sample: str


def frame(disclosure: Disclosure, site: Site, words: Mapping[str, Any]) -> Frame:
    """Return the words around a disclosure's table."""
    commune, address = site.commune, _address(disclosure, site)
    paper = str(words["papers"].get(disclosure.kind, ""))
    return Frame(
        commune=called(commune),
        place_day=_place_day(commune, disclosure.posted_from or site.day, words),
        paper=paper,
        title=_title(clean(disclosure.title), paper),
        stage=_stage(disclosure, site),
        attached=_attached(disclosure, words),
        facts=tuple(_facts(disclosure, site, words).items()),
        foot=_foot(disclosure, site, words),
        address=address,
        qr=code_of(address) if address else "",
        ask=whom_to_ask(commune, disclosure.posted_until, words),
        sample=str(words["frame"]["sample"]) if commune.sample else "",
    )


def called(commune: Commune) -> str:
    """Return the commune's name with its kind before it: "xã Suối Mây"."""
    return f"{commune.kind} {_bare(commune)}"


def _bare(commune: Commune) -> str:
    name = clean(commune.name)
    return name[len(commune.kind):].strip() if name.casefold().startswith(f"{commune.kind} ") else name


def _address(disclosure: Disclosure, site: Site) -> str:
    if not site.commune.site:
        return ""
    return f"{site.commune.site.rstrip('/')}/{addresses.folder(disclosure, site.catalogue)}/"


def _place_day(commune: Commune, when: date, words: Mapping[str, Any]) -> str:
    month = f"{when.month:02}" if when.month <= 2 else str(when.month)  # Decree 30/2020: a 0 before days under 10 and months 1 and 2
    return str(words["frame"]["place_day"].format(place=_bare(commune), day=f"{when.day:02}", month=month, year=when.year))


def _title(title: str, paper: str) -> str:
    """Return the title as a sentence, without the word that stands above it: "Làm cầu · năm 2026" is "Làm cầu năm 2026"."""
    bare = title[len(paper):].strip(" :-") if paper and title.casefold().startswith(paper.casefold()) else title
    first, *rest = bare.split(" · ")
    return first[:1].upper() + first[1:] + "".join(f": {part}" if part[:1].isupper() else f" {part}" for part in rest)


def _stage(disclosure: Disclosure, site: Site) -> str:
    found = site.catalogue.stage(disclosure.kind, disclosure.stage)
    return clean(found.name.to(site.language)) if found else ""


def _attached(disclosure: Disclosure, words: Mapping[str, Any]) -> str:
    what = clean(str(disclosure.facts.get("decision") or "")).strip("() ")
    if not what:
        return ""
    said = str(words["frame"]["attached_word"])
    if what[0].isdigit():
        symbol = _SYMBOL.match(what)
        name = words["documents"].get(symbol[1] if symbol else "", words["documents"][""])
        return str(words["frame"]["attached_number"].format(name=name, what=what))
    return f"({what})" if what.casefold().startswith(said) else str(words["frame"]["attached"].format(what=what))


def _facts(disclosure: Disclosure, site: Site, words: Mapping[str, Any]) -> dict[str, str]:
    told = {}
    for fact in site.catalogue.form(disclosure.form).facts:
        value = disclosure.facts.get(fact.key)
        if fact.public and fact.key not in _SAID_ELSEWHERE and value not in (None, ""):
            text = shown(value, fact, site.catalogue, words)
            told[_named(fact.name, words)] = f"{text} đồng" if fact.read == "money" else text
    return told


def _named(name: Text, words: Mapping[str, Any]) -> str:
    return clean(name.to(str(words["language"])))


def _foot(disclosure: Disclosure, site: Site, words: Mapping[str, Any]) -> tuple[str, ...]:
    said = words["foot"]
    first, last = disclosure.posted_from, disclosure.posted_until
    days = {"first": write_day(first) if first else "", "last": write_day(last) if last else ""}
    posted = said["from_until" if last else "from_only"].format_map(days) if first else ""
    who = str(words["frame"]["publisher"].format(commune=called(site.commune)))
    parts = (who, clean(disclosure.title), _stage(disclosure, site), said["version"].format(version=disclosure.version))
    what = " · ".join(part for part in parts if part)
    code = said["code"].format(code=disclosure.code) if disclosure.code else ""
    return what, " · ".join(part for part in (posted, code, said["same"]) if part)


def whom_to_ask(commune: Commune, last: date | None, words: Mapping[str, Any]) -> str:
    """Return where to ask and complain, until when: office, address, telephone, e-mail, day."""
    said = words["ask"]
    office = commune.office or str(words["frame"]["publisher"].format(commune=called(commune)))
    until = said["until"].format(last=write_day(last)) if last else ""
    telephone = said["telephone"].format(telephone=commune.telephone) if commune.telephone else ""
    email = said["email"].format(email=commune.email) if commune.email else ""
    return ", ".join(clean(part) for part in (office, commune.address, telephone, email, until) if part) + "."
