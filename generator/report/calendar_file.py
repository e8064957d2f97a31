"""What is due as a calendar file (RFC 5545), which phones and mail programs take in; the same bytes for the same day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from generator.__about__ import VERSION
from generator.catalogue.texts import texts
from generator.commune import Commune
from generator.posting.due import Item
from generator.report.due_list import sections

_FOLD = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def as_calendar(offices: Sequence[tuple[Commune, Sequence[Item]]], day: date, remind: int, language: str) -> bytes:
    """Return a calendar with one whole-day entry for each thing that has a day, and an alarm so many days before it.

    `day` stamps every entry; an entry keeps its name (UID) from day to day, so that taking the file in again moves it.
    """
    words = texts("due", language)["ics"]
    name = words["name"].format(commune=", ".join(commune.full_name for commune, _ in offices))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//congkhai//congkhai {VERSION}//{language.upper()}", "CALSCALE:GREGORIAN",
             "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}"]
    for commune, items in offices:
        for one in items:
            lines += _event(commune, one, (day, remind), language) if one.day else ()
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line)).encode()


def _event(commune: Commune, one: Item, times: tuple[date, int], language: str) -> Iterator[str]:
    stamp, remind = times
    day = one.day or stamp
    told = next((each for part in sections((one,), language) for each in part.items), None)
    title = _text(texts("due", language)["ics"][one.sort].format(name=one.name))
    yield from ("BEGIN:VEVENT", f"UID:{_text(f'{one.id}@{commune.id}.congkhai')}", f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
                f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}", f"SUMMARY:{title}",
                f"LOCATION:{_text(commune.full_name)}", "TRANSP:TRANSPARENT")
    if told:
        yield f"DESCRIPTION:{_text(chr(10).join((told.by[:1].upper() + told.by[1:] + '.', *told.more)))}"
    if day >= stamp:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{title}", f"TRIGGER:-P{remind}D", "END:VALARM")
    yield "END:VEVENT"


def _text(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> Iterable[str]:
    """Yield a line in parts of at most 75 bytes, each after the first with a blank in front, no letter cut in two."""
    part, room = "", _FOLD
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield part
            part, room = " ", _FOLD - 1
        part, room = part + letter, room - size
    yield part
