"""The week's bulletins in large type, each on a page of its own, for whoever reads at the loudspeaker."""

from __future__ import annotations

from collections.abc import Sequence

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
_GAP, _LINE, _HEAD_GAPS = 2.4, 1.36, 6.0
_TITLE, _WHEN = (22.0, 1.2), (14.0, 1.36)  # type and line of a bulletin's title, and of what stands below it


def papers(site: Site) -> tuple[PrintJob, ...]:
    """Return the print of the week's bulletins; public, since it names nobody; none in a week without bulletins."""
    week, words = announcements.week(site), texts("announcements")
    if not week.read:
        return ()
    title = words["page"]["title"]
    lines: list[tuple[str, str, float, list[str]]] = []
    for one in week.read:
        told = words["text"]["when"].format(days=announcements.days_of(one.days), time=announcements.time_of(one.bulletin.seconds))
        title, said = clean(one.bulletin.title), [clean(sentence) for sentence in one.bulletin.sentences]
        lines.append((title, told, size(f"{len(lines) + 1}. {title}", told, said), said))
    numbers = {one.bulletin.id: number for number, one in enumerate(week.read, 1)}
    days = [([announcements.days_of((day,)) for day in run], [(numbers[one.id], one.title) for one in found])
            for run, found in week.runs if found]
    html = render("announcement.html", title=title, commune=called(site.commune), span=announcements.span(week), days=days, lines=lines,
                  words=words, sample=site.commune.sample, clean=clean)
    return (PrintJob(announcements.PAGE, title, PURPOSE, _PAPER, announcements.PRINT, public=True, html=html),)


def size(title: str, told: str, sentences: Sequence[str]) -> float:
    """Return the largest type, in points, in which a bulletin's sentences stand on one page below its title and when it is read.

    The largest of all where none keeps them there.
    """
    head = sum(_tall(text, points, line, bold=bold) for text, (points, line), bold in ((title, _TITLE, True), (told, _WHEN, False)))
    room = _HEIGHT - head - _HEAD_GAPS

    def fits(points: float) -> bool:
        return sum(_tall(sentence, points, _LINE) + _GAP for sentence in sentences) <= room

    return next((points for points in _SIZES if fits(points)), _SIZES[0])


def _tall(text: str, points: float, line: float, *, bold: bool = False) -> float:
    em = points * _POINT
    return _lines(text, _ROOM / em, bold=bold) * line * em


def _lines(text: str, room: float, *, bold: bool) -> int:
    """Return on how many lines a text stands in a room of so many ems, its words kept whole."""
    lines, used, blank = 1, 0.0, width(" ")
    for word in text.split():
        wide = width(word, bold=bold)
        if used and used + blank + wide > room:
            lines, used = lines + 1, 0.0
        used += wide + (blank if used else 0.0)
    return lines
