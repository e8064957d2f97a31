"""The week's bulletins in large type, each on a page of its own, for whoever reads at the loudspeaker."""

from __future__ import annotations

from generator import announcements
from generator.catalogue.texts import texts
from generator.disclosure.site import Site
from generator.prints.compose import render
from generator.prints.frame import called
from generator.prints.job import PrintJob
from generator.prints.lettering import clean

PURPOSE, _PAPER = "bulletins", "A4"


def papers(site: Site) -> tuple[PrintJob, ...]:
    """Return the print of the week's bulletins; public, since it names nobody; none in a week without bulletins."""
    week, words = announcements.week(site), texts("announcements")
    if not week.read:
        return ()
    title = words["page"]["title"]
    lines = [(announcements.days_of(one.days), announcements.time_of(one.bulletin.seconds), one.bulletin.title,
              [clean(said) for said in one.bulletin.sentences]) for one in week.read]
    numbers = {one.bulletin.id: number for number, one in enumerate(week.read, 1)}
    days = [([announcements.days_of((day,)) for day in run], [(numbers[one.id], one.title) for one in found])
            for run, found in week.runs if found]
    html = render("announcement.html", title=title, commune=called(site.commune), span=announcements.span(week), days=days, lines=lines,
                  words=words, sample=site.commune.sample, clean=clean)
    return (PrintJob(announcements.PAGE, title, PURPOSE, _PAPER, announcements.PRINT, public=True, html=html),)
