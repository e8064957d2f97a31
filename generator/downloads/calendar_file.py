"""A register of days as a calendar file (RFC 5545), which phones take in; the same bytes for the same disclosure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from generator.__about__ import VERSION
from generator.disclosed import Disclosure, PublicRecord
from generator.disclosure.site import Site

_FOLD = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def write_calendar(disclosure: Disclosure, site: Site, path: Path) -> None:
    """Write one whole-day entry for each row that has a day: its hours, place and other public words; no row names a private person."""
    stamp = disclosure.posted_from or site.day
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//congkhai//congkhai {VERSION}//{site.language.upper()}", "CALSCALE:GREGORIAN",
             "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(disclosure.title)}"]
    for record in disclosure.records:
        lines += _event(disclosure, record, site, stamp)
    path.write_bytes("".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line)).encode())


def _event(disclosure: Disclosure, record: PublicRecord, site: Site, stamp: date) -> Iterator[str]:
    form = site.catalogue.form(disclosure.form)
    said, values = form.register, record.values
    if not values.get(said.day):
        return
    day = date.fromisoformat(str(values[said.day]))
    title = ", ".join(str(text) for text in (form.name.to(site.language), values.get(said.hours), values.get(said.lead)) if text)
    told = [f"{column.name.to(site.language)}: {values[column.key]}" for column in form.column
            if column.public and not column.names and column.read in {"text", "code"} and values.get(column.key)]
    yield from ("BEGIN:VEVENT", f"UID:{_text(f'{disclosure.id}#{record.id}@congkhai')}", f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
                f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}", f"SUMMARY:{_text(title)}",
                f"LOCATION:{_text(str(values.get(said.place) or site.commune.full_name))}", f"DESCRIPTION:{_text(chr(10).join(told))}",
                "TRANSP:TRANSPARENT", "END:VEVENT")


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
