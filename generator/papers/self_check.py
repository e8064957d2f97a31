"""The commune's honest self-check by the questions PAPI asks residents: which page answers, and what is missing; no score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from generator.catalogue.papi import Question, survey
from generator.catalogue.texts import texts
from generator.days import write_day
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from generator.papers.leaf import Grid, Leaf, Section
from generator.vietnamese import nfc

_YEAR = timedelta(days=366)
_WIDTHS = (2.4, 2.8, 2.0)


def self_check(site: Site) -> Leaf:
    """Return the self-check of dimensions 1 to 3 as a sheet for the officer."""
    said, mark = texts("office")["papi"], str(texts("papers")["head"]["sample"]) if site.commune.sample else ""
    answered = [(question, _pages(question, site, said), tuple(_missing(question, site, said))) for question in survey().question]
    sections = tuple(
        Section(said["dimensions"][dimension],
                grid=Grid(tuple(said["heads"]), tuple(_row(*one, said) for one in own), ("", "", ""), _WIDTHS))
        for dimension, own in groupby(answered, key=lambda one: one[0].dimension))
    lacking = sum(bool(missing) or not pages for _, pages, missing in answered)
    summary = said["summary"].format(all=len(answered), fine=len(answered) - lacking, lacking=lacking)
    subtitle = said["subtitle"].format(commune=nfc(site.commune.full_name), day=write_day(site.day))
    return Leaf(said["title"], subtitle, (Section(said=(summary,)), *sections, Section(note=said["note"].format(source=survey().source))),
                author=nfc(site.commune.full_name), paper="A4 landscape", size=11.5, mark=mark)


def _row(question: Question, pages: tuple[str, ...], missing: tuple[str, ...], said: Mapping[str, Any]) -> tuple[str, ...]:
    told = "; ".join(missing)
    lacking = f"{told[:1].upper()}{told[1:]}." if told else said["fine"] if pages else said["none"]
    return question.text.vi, "; ".join(pages) or said["none"], lacking


def _pages(question: Question, site: Site, said: Mapping[str, Any]) -> tuple[str, ...]:
    found = [_newest(name, site, question.stage) or _newest(name, site) for name in question.forms]
    ended = [said["page"].format(title=one.title, day=write_day(one.posted_from), note=said["ended"] if one.state == "expired" else "")
             for one in found if one and one.posted_from]
    place = question.page.removesuffix("index.html")
    return (*ended, *([said["place"].format(name=said["places"][question.page], page=place)] if place else []))


def _missing(question: Question, site: Site, said: Mapping[str, Any]) -> Iterator[str]:
    for name in question.forms:
        form, newest = site.catalogue.form(name).name.vi, _newest(name, site)
        if newest is None or newest.posted_from is None:
            yield said["never"].format(form=form)
        elif site.day - newest.posted_from > _YEAR:
            yield said["old"].format(form=form, day=write_day(newest.posted_from))
        elif question.stage:
            at = _newest(name, site, question.stage)
            if at is None or site.day - (at.posted_from or date.min) > _YEAR:
                yield said["stage"]


def _newest(name: str, site: Site, stage: str = "") -> Disclosure | None:
    found = [one for one in site.of(name) if one.state != "replaced" and one.posted_from and (not stage or one.stage == stage)]
    return max(found, key=lambda one: (str(one.posted_from), one.id), default=None)
