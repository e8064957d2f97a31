"""The minutes of posting and of its end: one of each per posting point, most of it written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.catalogue.official import official
from generator.catalogue.texts import texts
from generator.commune import Place
from generator.disclosed import Disclosure
from generator.papers import parts
from generator.papers.matter import Matter, called, titled, what
from generator.papers.paper import Blank, Block, Heading, Items, Line, Lines, Paper, Paragraph, Signature, Table, blanks, line
from generator.vietnamese import nfc

_SIGNERS = ("committee", "hamlet", "front", "resident")
_GROUP = 8  # letters of a digest read at once
_LINES = 5


def minutes(matter: Matter, place: Place | None) -> Paper:
    """Return the minutes of posting at a place (None: the place is written by hand), with the end of the history on them."""
    words = texts("papers")
    said = words["minutes"]
    body = (*_present(matter, place, said, said), Paragraph(line(said["done"].format(what=what(matter, words)))), _hung(matter, words),
            Paragraph(parts.window(matter, words, said["window"])), Paragraph(blanks(said["where"])), _anchor(matter, words),
            Paragraph(blanks(said["copies"])))
    return _paper("minutes", matter, body)


def minutes_end(matter: Matter, place: Place | None) -> Paper:
    """Return the minutes of a posting's end at a place: comments received, how they were met, lists with names taken down."""
    words = texts("papers")
    said = words["minutes-end"]
    removed = (Paragraph(blanks(said["removed"])),) if matter.names_persons else ()
    body = (
        *_present(matter, place, words["minutes"], said), Paragraph(line(said["done"].format(what=what(matter, words)))),
        Paragraph(parts.window(matter, words, said["window"])), _hung(matter, words), Paragraph(blanks(said["state"])), *removed,
        Heading(said["comments"]), *_comments(matter, said), Paragraph(blanks(said["copies"])))
    return _paper("minutes-end", matter, body)


def _comments(matter: Matter, said: Mapping[str, Any]) -> tuple[Block, ...]:
    """Return what came in and how it was met: as the officer told, else to be written by hand."""
    told = matter.ending
    if told is None:
        return Paragraph(blanks(said["count"])), Lines(_LINES), Paragraph(blanks(said["handled"])), Lines(_LINES - 2)
    about, handled = told.about or said["none"], told.handled or said["none"]
    return (Paragraph(line(said["count_told"].format(count=told.comments, about=nfc(about).rstrip(".")))),
            Paragraph(line(said["handled_told"].format(handled=nfc(handled).rstrip(".")))))


def _paper(name: str, matter: Matter, body: tuple[Block, ...]) -> Paper:
    words = texts("papers")
    said, sign = words[name], words["sign"]
    signatures = (tuple(Signature(tuple(sign[one]), hint=sign["hint"]) for one in _SIGNERS),)
    return Paper(
        head=parts.letterhead(matter.site, official(name).symbol, words, dated=False), kind=said["kind"],
        abstract=said["abstract"].format(what=what(matter, words)), body=body, signatures=signatures,
        **parts.about(matter.site, said["name"], words))


def _present(matter: Matter, place: Place | None, said: Mapping[str, Any], own: Mapping[str, Any]) -> tuple[Block, ...]:
    """Return when and where the minutes are written and who is there, each with a line for name and post."""
    when = str(own["when" if matter.begins or "when_unknown" not in own else "when_unknown"])
    day = parts.in_words(matter.begins, texts("papers")) if matter.begins else ""
    opening = blanks(when, day=day, place=nfc(place.name)) if place else blanks(when.replace("{place}", said["place_unknown"]), day=day)
    hamlet = nfc(place.hamlet) if place and place.hamlet else said["hamlet_unknown"]
    who = [line(one.format(commune=called(matter.site), hamlet=hamlet)) for one in said["present"]]
    posts = ["person"] * (len(who) - 1) + ["resident"]
    found: list[Block] = [Paragraph(opening)]
    for number, (one, post) in enumerate(zip(who, posts, strict=True), 1):
        found += [Items(((f"{number}.", one),)), Items((("", blanks(said[post])),))]
    return tuple(found)


def _hung(matter: Matter, words: Mapping[str, Any]) -> Table:
    """Return what hangs as a table: the notice and each list, with its version and code, sheets to be counted by hand."""
    said = words["minutes"]["table"]
    papers: list[tuple[Line, Line]] = [(blanks(said["notice"]), ())]
    papers += [(line(titled(one, matter, words)), line(_version(one, said))) for one in matter.of]
    rows = tuple((line(str(number)), name, version, (Blank(),)) for number, (name, version) in enumerate(papers, 1))
    return Table(tuple(said["heads"]), rows, ("c", "", "c", "c"), (1, 7.5, 3.5, 1.6), lead=1)


def _version(one: Disclosure, said: Mapping[str, Any]) -> str:
    return str(said["version_code" if one.code else "version"].format(version=one.version, code=one.code))


def _anchor(matter: Matter, words: Mapping[str, Any]) -> Paragraph:
    said, end = words["minutes"], matter.anchor
    if end is None:
        return Paragraph(blanks(said["anchor_unknown"]))
    code = " ".join(end.digest[at:at + _GROUP] for at in range(0, len(end.digest), _GROUP))
    day = parts.written(end.day, words)
    return Paragraph(line(said["anchor"].format(commune=called(matter.site), number=end.number, day=day, code=code)))
