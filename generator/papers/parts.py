"""Parts that official papers share: head, bases, days, whom to ask, who signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypedDict

from generator.catalogue.official import Official, cited
from generator.disclosure.site import Site
from generator.papers.matter import Matter, bare, called, period_name
from generator.papers.paper import Letterhead, Line, Signature, blanks, line
from generator.vietnamese import nfc

_SYMBOL = re.compile(r"\d+[\w-]*/(?:\d{4}/)?([^\W\d_]+)")  # Decree 30/2020: number, "/", the kind of paper, "-", who issued it
_BEFORE = re.compile(r"^(?:(?:ban hành )?kèm theo|căn cứ|theo)\s+", re.IGNORECASE)
_SMALL_MONTHS = 2


class About(TypedDict):
    """What a paper's file says of itself, and the mark of invented data."""

    title: str
    author: str
    language: str
    mark: str


def letterhead(site: Site, symbol: str, words: Mapping[str, Any], *, dated: bool = True) -> Letterhead:
    """Return the head of a paper of the commune's People's Committee; number and day are written by hand."""
    head = words["head"]
    place_day = blanks(str(head["place_day"]).replace("…", "…8|"), place=bare(site)) if dated else ()
    return Letterhead((str(head["committee"]), called(site).upper()), str(head["nation"]), str(head["motto"]), place_day,
                      blanks(head["number"], symbol=symbol))


def about(site: Site, name: str, words: Mapping[str, Any]) -> About:
    """Return what a paper of that name says of itself; it names no private person."""
    author = str(words["head"]["author"].format(commune=called(site)))
    return About(title=str(words["head"]["title"].format(paper=name, author=author)), author=author, language="vi",
                 mark=str(words["head"]["sample"]) if site.commune.sample else "")


def bases(matter: Matter, official: Official, words: Mapping[str, Any], last: Line = ()) -> tuple[Line, ...]:
    """Return what a paper goes by: statutes valid when the posting begins, then the papers that the tables name, then `last`."""
    forms = tuple(dict.fromkeys(one.form for one in matter.of))
    day = matter.begins or matter.site.day
    said = words["basis"]
    statutes = [line(said["statute"].format(name=one.name.vi)) for one in cited(official, forms, matter.site.catalogue, day)]
    found = [*statutes, *dict.fromkeys(_documents(matter, words)), *([last] if last else [])]
    return (*found[:-1], _ended(found[-1])) if found else ()


def _ended(last: Line) -> Line:
    """Return the last basis with a full stop: those before it end with a semicolon."""
    text = getattr(last[-1], "text", "")
    return (*last[:-1], *line(f"{text[:-1]}.")) if text.endswith(";") else last


def _documents(matter: Matter, words: Mapping[str, Any]) -> Iterator[Line]:
    said = words["basis"]
    stated = [str(one.facts[key]) for one in matter.of for key in ("decision", "basis") if one.facts.get(key)]
    for text in dict.fromkeys(_bared(nfc(text)) for text in stated):
        symbol = _SYMBOL.match(text)
        if symbol:
            name = words["documents"].get(symbol[1], words["documents"][""])
            yield line(said["document"].format(name=name, what=text))
        else:
            yield line(said["other"].format(what=text))
    if not stated:
        told = {"decided": "resolution", "settlement": "resolution", "recognised": "recognised"}.get(matter.first.stage or "")
        if told:
            yield blanks(said[told], commune=called(matter.site), period=period_name(matter.first))


def _bared(text: str) -> str:
    """Return what a table goes by without the words before it: "(Kèm theo Quyết định số 5/QĐ-UBND)" names a decision."""
    inner = text.strip(" .;,")
    inner = inner[1:-1] if inner.startswith("(") and inner.endswith(")") else inner
    return _BEFORE.sub("", inner)


def written(day: date, words: Mapping[str, Any]) -> str:
    """Return a day in figures, "08/10/2026"."""
    return str(words["day"].format(day=day.day, month=day.month, year=day.year))


def in_words(day: date, words: Mapping[str, Any]) -> str:
    """Return a day as papers name it: a 0 stands before days under 10 and before months 1 and 2."""
    month = f"{day.month:02}" if day.month <= _SMALL_MONTHS else str(day.month)
    return str(words["day_words"].format(day=day.day, month=month, year=day.year))


def window(matter: Matter, words: Mapping[str, Any], around: str, **values: object) -> Line:
    """Return a text with the days on show at its "{dates}", with the law's least at its "{window}"; blanks where a day is not known."""
    said, first, last, rule = words["window"], matter.begins, matter.ends, matter.rule
    told = str(said["both" if first and last else "first" if first else "none"])
    least = str(said["working_days" if rule.working else "days"]).format(days=f"{rule.days:02}") if rule else ""
    whole = around.replace("{window}", told + least).replace("{dates}", told)
    days = {"first": written(first, words) if first else "", "last": written(last, words) if last else ""}
    return blanks(whole[:1].upper() + whole[1:], **days, **values)


def contact(site: Site, words: Mapping[str, Any], around: str, **values: object) -> Line:
    """Return a text with where to write or call at its "{contact}", a blank where the telephone is not known."""
    said, commune = words["contact"], site.commune
    parts: list[Line] = [line(nfc(commune.office) or publisher(site, words))]
    if commune.address:
        parts.append(blanks(said["address"], address=nfc(commune.address)))
    parts.append(blanks(said["telephone"], telephone=commune.telephone) if commune.telephone else blanks(said["telephone_unknown"]))
    if commune.email:
        parts.append(blanks(said["email"], email=commune.email))
    told = [piece for number, part in enumerate(parts) for piece in (*(line(", ") if number else ()), *part)]
    before, _, after = around.partition("{contact}")
    return (*blanks(before, **values), *told, *blanks(after, **values))


def publisher(site: Site, words: Mapping[str, Any]) -> str:
    """Return who publishes: "Ủy ban nhân dân xã Suối Mây"."""
    return str(words["contact"]["publisher"].format(commune=called(site)))


def signatory(site: Site) -> Signature:
    """Return where the commune's head signs."""
    one = site.commune.signatory
    return Signature((one.for_whom, one.office), one.name)


def recipients(paper: Mapping[str, Any], site: Site) -> tuple[str, ...]:
    """Return to whom a paper goes."""
    return tuple(str(one).format(commune=called(site)) for one in paper["recipients"])


