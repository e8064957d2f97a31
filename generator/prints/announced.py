"""The week's bulletins in large type, each on a page of its own, for whoever reads at the loudspeaker."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from generator import announcements
from generator.catalogue.texts import texts
from generator.disclosure.site import Site
from generator.prints.compose import render
from generator.prints.frame import called
from generator.prints.job import PrintJob
from generator.prints.lettering import clean, width

PURPOSE, _PAPER = "bulletins", "A4"
_SIZES = (18.0, 17.0, 16.0, 15.0, 14.0)  # points
_POINT, _ROOM, _HEIGHT = 25.4 / 72, 174.0, 266.0  # mm
_HEAD, _GAP, _LINE = 30.0, 2.4, 1.36
_TRUE = 0.98  # how wide spoken Vietnamese truly stands, for the width that is reckoned a little more, with room for its wrapping


def papers(site: Site) -> tuple[PrintJob, ...]:
    """Return the print of the week's bulletins; public, since it names nobody; none in a week without bulletins."""
    week, words = announcements.week(site), texts("announcements")
    if not week.read:
        return ()
    title = words["page"]["title"]
    lines = [(announcements.days_of(one.days), announcements.time_of(one.bulletin.seconds), one.bulletin.title, size(said), said)
             for one in week.read for said in ([clean(sentence) for sentence in one.bulletin.sentences],)]
    numbers = {one.bulletin.id: number for number, one in enumerate(week.read, 1)}
    days = [([announcements.days_of((day,)) for day in run], [(numbers[one.id], one.title) for one in found])
            for run, found in week.runs if found]
    html = render("announcement.html", title=title, commune=called(site.commune), span=announcements.span(week), days=days, lines=lines,
                  words=words, sample=site.commune.sample, clean=clean)
    return (PrintJob(announcements.PAGE, title, PURPOSE, _PAPER, announcements.PRINT, public=True, html=html),)


def size(sentences: Sequence[str]) -> float:
    """Return the largest type, in points, in which sentences stand on one page, and the largest of all where none keeps them on it."""
    def tall(points: float) -> float:
        em = points * _POINT
        return sum(ceil(_TRUE * width(sentence) * em / _ROOM) * _LINE * em + _GAP for sentence in sentences)

    return next((points for points in _SIZES if tall(points) + _HEAD <= _HEIGHT), _SIZES[0])
