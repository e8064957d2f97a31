"""The minutes of what was taken from public view: which table, by when what is owed, where the notice is due; nobody is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.catalogue.official import official
from generator.catalogue.texts import texts
from generator.disclosure.site import Site
from generator.papers import parts
from generator.papers.matter import called
from generator.papers.paper import Block, Heading, Items, Paper, Paragraph, Signature, blanks, line


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed after a request: what it is, by when, and the article that asks for it."""

    what: str
    by: date
    source: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken from view for a request: its number, what was asked about which table, when it came in and was done."""

    number: int
    what: str
    title: str
    received: date
    day: date
    owed: Sequence[Owed] = ()
    private: bool = False


def minutes_of_removal(taken: Taken, site: Site) -> Paper:
    """Return the minutes of one request; hours, places and persons are written by hand."""
    words = texts("papers")
    said, sign = words["removal"], words["sign"]
    of = {"number": taken.number, "what": taken.what, "title": taken.title, "received": parts.written(taken.received, words),
          "day": parts.written(taken.day, words)}
    owed = tuple(("-", line(said["owed"].format(what=one.what, by=parts.written(one.by, words), source=one.source))) for one in taken.owed)
    body: tuple[Block, ...] = (
        Paragraph(line(said["opening"].format(**of, commune=called(site)))),
        *((Heading(said["owed_title"]), Items(owed)) if owed else ()),
        Heading(said["breach_title"]), Paragraph(line(said["private" if taken.private else "lawful"])),
        *((Paragraph(blanks(one)) for one in said["breach"]) if taken.private else ()),
        Heading(said["done_title"]), *(Paragraph(blanks(one)) for one in said["done"]),
        Paragraph(line(said["closing"])))
    return Paper(
        head=parts.letterhead(site, official("minutes").symbol, words), kind=said["kind"], abstract=said["abstract"].format(**of),
        body=body, signatures=(tuple(Signature(tuple(above), hint=sign["hint"]) for above in (said["maker"], sign["committee"])),),
        **parts.about(site, said["name"], words))
