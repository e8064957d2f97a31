"""What the law says, put into pages that people write: `{law:poverty-line.rural}` becomes the sum in force on the day."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final, TypeAlias

from markupsafe import escape

from generator import money
from generator.catalogue.law import Deadline, Posting
from generator.cells import Unreadable
from generator.disclosure.site import Site
from generator.pages.frame import Text
from generator.pages.words import Words

Lines: TypeAlias = tuple[str, ...]

# As the Markdown reader leaves a placeholder: braces at a line's end would be taken for attributes.
MARK: Final = "⟦law:{}⟧"
TYPED: Final = re.compile(r"\{law:([^{}\s]*)\}")
_ALONE = re.compile(r"<p>⟦law:([^⟦⟧]*)⟧</p>")
_AMONG = re.compile(r"⟦law:([^⟦⟧]*)⟧")


def filled(text: Text, site: Site) -> Text:
    """Return a written page with what the law says on the site's day; Unreadable("content-law-unknown") for what it says nothing of."""
    def alone(match: re.Match[str]) -> str:
        return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in _lines(match[1], text, site)) + "</ul>"

    def among(match: re.Match[str]) -> str:
        return str(escape("; ".join(line.rstrip(".") for line in _lines(match[1], text, site))))

    return replace(text, html=_AMONG.sub(among, _ALONE.sub(alone, text.html)))


def _lines(typed: str, text: Text, site: Site) -> Lines:
    """Return what a placeholder stands for; "@2027-06-30" behind it asks for another day."""
    name, _, when = typed.partition("@")
    kind, _, key = name.partition(".")
    find = _KINDS.get(kind)
    try:
        day = date.fromisoformat(when) if when else site.day
        found = find(key, site, day) if find else ()
    except ValueError:
        found = ()
    if not found:
        raise Unreadable("content-law-unknown", file=text.file or text.slug, typed=f"{{law:{typed}}}", choices=", ".join(sorted(_KINDS)))
    return found


def _poverty_line(key: str, site: Site, day: date) -> Lines:
    area = site.commune.area if key == "here" else key
    words = Words("vi")
    return tuple(f"{money.write(one.amount)} {words.unit(1)}" for one in site.catalogue.poverty_lines
                 if one.area == area and one.since <= day <= one.until)[:1]


def _poverty_note(key: str, site: Site, day: date) -> Lines:
    area = site.commune.area if key == "here" else key
    return tuple(one.note for one in site.catalogue.poverty_lines if one.area == area and one.since <= day <= one.until and one.note)[:1]


def _criteria(key: str, site: Site, day: date) -> Lines:
    line = _poverty_line("here", site, day)
    amount = line[0].rpartition(" ")[0] if line else ""
    return tuple(one.text.vi.replace("{line}", amount) for one in site.catalogue.criteria
                 if one.household_class == key and one.since <= day <= one.until)


def _entitlements(key: str, site: Site, day: date) -> Lines:
    return tuple(one.text.vi for one in site.catalogue.entitlements if one.household_class == key and one.since <= day <= one.until)


def _days(key: str, site: Site, day: date) -> Lines:
    """Return how long something hangs, or by when it must be public: "30 ngày", "5 ngày làm việc kể từ ngày có quyết định"."""
    kind, _, name = key.partition(".")
    find = {"deadline": site.catalogue.deadline, "posting": site.catalogue.posting}.get(kind)
    rule: Deadline | Posting | None = find(name, day) if find else None
    if rule is None:
        return ()
    words = Words("vi")
    after = words.all["law"]["after"]
    said = words.plain("content.days_working" if rule.working else "content.days_calendar", days=rule.days)
    return (f"{said} {after.get(rule.after) or after['']}" if isinstance(rule, Deadline) else said,)


def _milestone(key: str, site: Site, day: date) -> Lines:
    found = next((one for one in site.catalogue.milestones if one.id == key and one.since <= day <= one.until), None)
    return tuple(Words("vi").plain("content.each_year", day=one.day, month=one.month) for one in found.days) if found else ()


def _statute(key: str, site: Site, day: date) -> Lines:  # noqa: ARG001 - a statute is cited whatever the day
    return tuple(one.name.vi for one in site.catalogue.statutes if one.id == key)[:1]


_Find: TypeAlias = Callable[[str, Site, date], Lines]
_KINDS: Mapping[str, _Find] = {
    "poverty-line": _poverty_line, "poverty-note": _poverty_note, "criteria": _criteria, "entitlements": _entitlements,
    "days": _days, "milestone": _milestone, "statute": _statute,
}
