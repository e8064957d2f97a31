"""The prints of what was made public in each quarter and of the plan: public, A4; and the same papers to be edited, as .docx."""

from __future__ import annotations

from generator.disclosure import duties
from generator.disclosure.site import Site
from generator.papers.duties import plan_paper, quarter_paper
from generator.papers.html import html
from generator.papers.paper import Paper
from generator.prints.job import PrintJob
from generator.prints.lettering import clean
from generator.prints.official import Ordered

PURPOSE, _PAPER = "duties", "A4"
_NEWEST = 2  # older lists hang no more, and a .docx takes a third of a second


def papers(site: Site) -> tuple[Ordered, ...]:
    """Return the list of each quarter and the plan, where there is one; none names a person."""
    found = [_ordered(duties.quarter_id(one), duties.quarter_print(one), quarter_paper(one, site)) for one in site.timing.quarters]
    if site.timing.plan:
        year = site.timing.plan_year
        found.append(_ordered(duties.plan_id(year), duties.plan_print(year), plan_paper(site)))
    return tuple(found)


def to_edit(found: tuple[Ordered, ...]) -> tuple[Ordered, ...]:
    """Return those that are made as .docx too: the plan, and the lists of the running quarter and the one before it."""
    return (*found[:_NEWEST], *(one for one in found[_NEWEST:] if one is found[-1]))


def _ordered(name: str, stem: str, paper: Paper) -> Ordered:
    return Ordered(PrintJob(name, paper.title, PURPOSE, _PAPER, f"{stem}.pdf", public=True, html=html(paper, clean)), paper)
