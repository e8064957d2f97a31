"""Postings of an invented commune, whose papers the tests draw up under the catalogue's own law."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from generator.catalogue import load
from generator.commune import Commune, Place
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from generator.papers.matter import Anchor, Matter, matters
from generator.papers.paper import Blank, Heading, Items, Lines, Paper, Paragraph, Table, said
from tests.prints import fixtures

PLACES = (Place(name="Trụ sở Ủy ban nhân dân xã Suối Mây"), Place(name="Nhà sinh hoạt cộng đồng Buôn Kdrông", hamlet="Buôn Kdrông"))
COMMUNE = replace(fixtures.COMMUNE, place=PLACES)
ANCHOR = Anchor(12, date(2026, 10, 8), "0123456789abcdef" * 4)


def matter(*of: Disclosure, commune: Commune = COMMUNE, anchor: Anchor | None = ANCHOR) -> Matter:
    """Return one posting of these disclosures."""
    [found] = matters(of, Site(commune, date(2026, 10, 9), load(), ()), anchor)
    return found


def budget(**more: Any) -> Disclosure:
    """Return a budget table as it is posted."""
    return replace(fixtures.revenue(3), **more)


def decided(**more: Any) -> Disclosure:
    """Return a decided budget, posted before its decree was signed, whose table names no resolution."""
    return budget(**{"stage": "decided", "period": "2026", "facts": {}, "posted_from": date(2026, 1, 12), "posted_until": date(2026, 2, 11),
                     **more})


def texts(paper: Paper) -> list[str]:
    """Return all that a paper says, line by line, each blank as "…", in reading order."""
    found = [*paper.head.issuer, written(paper.head.number), paper.head.nation, paper.head.motto, written(paper.head.place_day),
             paper.kind, paper.abstract, paper.annex, paper.organ, *map(written, paper.bases), paper.resolves]
    for block in paper.body:
        if isinstance(block, Paragraph):
            found.append(written(block.pieces))
        elif isinstance(block, Heading):
            found.append(block.text)
        elif isinstance(block, Items):
            found += [f"{mark} {written(pieces)}" for mark, pieces in block.items]
        elif isinstance(block, Table):
            found += [*block.heads, *(written(cell) for row in block.rows for cell in row)]
        elif isinstance(block, Lines):
            found += ["…"] * block.count
    signed = [part for row in paper.signatures for one in row for part in (*one.above, one.name)]
    return [line for line in (*found, *paper.recipients, *signed) if line]


def written(line: tuple[Any, ...]) -> str:
    """Return a line with its blanks as "…"."""
    return "".join("…" if isinstance(piece, Blank) else said((piece,)) for piece in line)
