"""A strict reader of calendar files for the tests, written from RFC 5545 and not from what writes them."""

import re

_LINE = re.compile(r"([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[^:;]+)*):(.*)", re.DOTALL)
_ESCAPES = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n", "\\N": "\n"}


def parse(content: bytes) -> dict[str, list[dict[str, str]]]:
    """Return the components of a calendar by name; an alarm's properties join its event's, but for those the event has."""
    text = content.decode("utf-8")
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").replace("\r\n ", "").split("\r\n")
    found: dict[str, list[dict[str, str]]] = {}
    open_: list[str] = []
    for line in lines:
        match = _LINE.fullmatch(line)
        assert match, line
        name, value = match[1], match[3]
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\r\n]", value), line
        if name == "BEGIN":
            open_.append(value)
            if value != "VALARM":
                found.setdefault(value, []).append({})
        elif name == "END":
            assert open_.pop() == value
        else:
            target = found["VEVENT" if open_[-1] == "VALARM" else open_[-1]][-1]
            target.setdefault(name, re.sub(r"\\[\\;,nN]", lambda one: _ESCAPES[one[0]], value))
    assert not open_
    calendar = found["VCALENDAR"][0]
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert all({"UID", "DTSTAMP", "DTSTART"} <= set(event) for event in found.get("VEVENT", []))
    return found
