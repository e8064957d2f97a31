"""The week's bulletins as plain text, and how their days and times are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.announcements.sentences import called, texts_of
from generator.announcements.week import Week
from generator.catalogue.announcing import reading
from generator.commune import Commune
from generator.days import write_day

_MINUTE, _WIDE = 60, 76


def plain(week: Week, commune: Commune) -> str:
    """Return the week as text to be read from any screen or printer: one line per sentence, a blank line between bulletins."""
    return "\n".join(_lines(week, commune)) + "\n"


def days_of(days: Iterable[date]) -> str:
    """Return days as officers write them: "thứ Hai 23/11, thứ Ba 24/11"."""
    said = texts_of()["text"]
    return ", ".join(said["day"].format(name=said["names"][day.weekday()], day=day.day, month=day.month) for day in days)


def time_of(seconds: int) -> str:
    """Return a time as it is written: "1 phút 20 giây"."""
    said = texts_of()["text"]
    minutes, rest = divmod(seconds, _MINUTE)
    key = "minutes" if minutes and rest else "minutes_only" if minutes else "seconds"
    return str(said[key]).format(minutes=minutes, seconds=rest)


def span(week: Week) -> str:
    """Return the sentence that says which week it is and on how many days each bulletin is read."""
    return str(texts_of()["text"]["week"]).format(first=write_day(week.days[0]), last=write_day(week.days[-1]), days=reading().days)


def _lines(week: Week, commune: Commune) -> Iterator[str]:
    said = texts_of()["text"]
    yield str(said["title"]).format(COMMUNE=called(commune.full_name, commune.kind).upper())
    yield span(week)
    if commune.sample:
        yield str(said["sample"])
    for number, one in enumerate(week.read, 1):
        yield from ("", "-" * _WIDE, str(said["head"]).format(number=number, title=one.bulletin.title))
        yield str(said["when"]).format(days=days_of(one.days), time=time_of(one.bulletin.seconds))
        yield ""
        yield from one.bulletin.sentences
    if not week.read:
        yield from ("", str(said["none"]))
