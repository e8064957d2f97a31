"""The notice that something is posted, and the decision to make it public: one of each for all posting points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.catalogue.official import official
from generator.catalogue.texts import texts
from generator.papers import parts
from generator.papers.matter import Matter, called, listed, what
from generator.papers.paper import Block, Heading, Items, Line, Paper, Paragraph, article, blanks, line
from generator.papers.paper import said as said_of
from generator.vietnamese import nfc


def notice(matter: Matter) -> Paper:
    """Return the notice of a posting: what hangs, from when until when, where, and whom to write to."""
    words = texts("papers")
    said, of = words["notice"], official("notice")
    return Paper(
        head=parts.letterhead(matter.site, of.symbol, words), kind=said["kind"], abstract=said["abstract"].format(what=what(matter, words)),
        bases=parts.bases(matter, of, words), body=_told(matter, words), signatures=((parts.signatory(matter.site),),),
        recipients=parts.recipients(said, matter.site), recipients_word=words["head"]["recipients"],
        **parts.about(matter.site, said["name"], words))


def decision(matter: Matter) -> Paper:
    """Return the decision to make tables public, for the stages that the catalogue names."""
    words = texts("papers")
    said, site, of = words["decision"], matter.site, official("decision")
    office = nfc(site.commune.office)
    proposal = blanks(words["basis"]["proposal"], office=office) if office else blanks(words["basis"]["proposal_unknown"])
    web = said["second_web"].format(site=site.commune.site) if site.commune.site else ""
    second = parts.window(matter, words, said["second_said"], commune=called(site), web=web)
    body = (
        article(said["first"], said["first_said"].format(what=what(matter, words))), _papers(matter, words),
        article(said["second"], *second), article(said["third"], said["third_said"]),
        article(said["fourth"], said["fourth_said"].format(office=office or said["office_unknown"])))
    return Paper(
        head=parts.letterhead(site, of.symbol, words), kind=said["kind"], abstract=said["abstract"].format(what=what(matter, words)),
        organ=said["organ"].format(commune=called(site)).upper(), bases=parts.bases(matter, of, words, proposal), resolves=said["resolves"],
        body=body, signatures=((parts.signatory(site),),), recipients=parts.recipients(said, site),
        recipients_word=words["head"]["recipients"], **parts.about(site, said["name"], words))


def _told(matter: Matter, words: Mapping[str, Any]) -> tuple[Block, ...]:
    said, site = words["notice"], matter.site
    publisher = parts.publisher(site, words)
    until = said["comments_until"].format(last=parts.written(matter.ends, words)) if matter.ends else ""
    return (
        Paragraph(line(said["opening"].format(publisher=publisher))),
        Heading(said["what"]), Paragraph(line(said["what_said"].format(what=what(matter, words)))), _papers(matter, words),
        Heading(said["when"]), Paragraph(parts.window(matter, words, said["when_said"])),
        Heading(said["where"]), Items(tuple(("-", place) for place in _places(matter, said))),
        Heading(said["comments"]), Paragraph(parts.contact(site, words, said["comments_said"], until=until)),
        Heading(said["carried"]), Paragraph(line(said["carried_said"].format(office=nfc(site.commune.office) or said["office_unknown"]))),
        Paragraph(line(said["closing"].format(publisher=publisher))),
    )


def _papers(matter: Matter, words: Mapping[str, Any]) -> Items:
    """Return the tables that hang, each with its version and code."""
    last = len(matter.of) - 1
    return Items(tuple(("-", line(listed(one, matter, words) + (";" if number < last else "."))) for number, one in enumerate(matter.of)))


def _places(matter: Matter, said: Mapping[str, Any]) -> list[Line]:
    commune = matter.site.commune
    found: list[Line] = [line(nfc(place.name)) for place in commune.place] or [blanks(said["where_unknown"])]
    if commune.site:
        found.append(blanks(said["web"], site=commune.site))
    return [(*place, *line(";" if number < len(found) else ".")) if said_of(place) else place for number, place in enumerate(found, 1)]
