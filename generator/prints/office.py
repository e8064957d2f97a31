"""Sheets for officers: a guide for each form, the year's calendar on A3, the self-check, the report on the plan's tasks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.catalogue import Catalogue
from generator.catalogue.texts import texts
from generator.disclosure.site import Site
from generator.papers.guides import calendar, guide
from generator.papers.html import html
from generator.papers.leaf import Leaf
from generator.papers.leaf import html as leaf_html
from generator.papers.self_check import self_check
from generator.papers.tasks import tasks_paper
from generator.periods import Period
from generator.prints.job import Grow, PrintJob
from generator.prints.lettering import clean
from generator.prints.official import Ordered

TASKS, CHECK, GUIDES = "tasks", "self-check", "guides"
PURPOSES = (GUIDES, TASKS, CHECK)
_A4, _A3 = "A4", "A3"
_ONE_SHEET = Grow(10, 16, 12.5)


def guides(catalogue: Catalogue, day: date, year: int) -> Iterator[PrintJob]:
    """Yield the guide of each form and the calendar of a year."""
    files = texts("office")["files"]
    yield replace(_sheet(calendar(catalogue, year), GUIDES, str(files["calendar"]).format(year=year), _A3), grow=_ONE_SHEET)
    for form in catalogue.forms.values():
        yield _sheet(guide(form, catalogue, day), GUIDES, str(files["guide"]).format(slug=form.id), _A4)


def tasks(site: Site, period: Period) -> Ordered:
    """Return the report on the tasks of the plan in a period, as PDF and .docx."""
    paper = tasks_paper(site, period)
    path = str(texts("office")["files"]["tasks"]).format(period=period) + ".pdf"
    return Ordered(PrintJob("", paper.title, TASKS, _A4, path, public=False, html=html(paper, clean)), paper)


def check(site: Site) -> PrintJob:
    """Return the self-check by the questions PAPI asks."""
    return _sheet(self_check(site), CHECK, str(texts("office")["files"]["papi"]), _A4)


def _sheet(leaf: Leaf, purpose: str, path: str, paper: str, *, public: bool = False) -> PrintJob:
    return PrintJob("", leaf.title, purpose, paper, path, public=public, html=leaf_html(leaf, clean))
