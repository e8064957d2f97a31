"""What a corrected version changed, in words and figures before and after; and the earlier versions, one click away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import money
from generator.catalogue.forms import Column, Form
from generator.catalogue.texts import texts
from generator.disclosed import Disclosure, PublicRecord
from generator.disclosure import addresses
from generator.disclosure.changes import Changed, changes
from generator.pages.frame import Maker, Place
from generator.pages.page import Link, href
from generator.pages.tables import amounts, write
from generator.pages.words import day, exact_unit

_MOST = 40
MOVED = "since_version"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One figure of one line, before and after."""

    line: str
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Versions:
    """What changed since the version before, and the ways to earlier versions; `lines` are said, `rows` are figures."""

    title: str
    lines: tuple[str, ...]
    unit: str
    rows: tuple[ChangeRow, ...]
    more: str
    earlier_title: str
    earlier: tuple[Link, ...]
    key: str = ""


def versions(maker: Maker, place: Place, disclosure: Disclosure) -> tuple[Versions, ...]:
    """Return what to say of a disclosure's earlier versions; nothing where there are none."""
    earlier = _earlier(maker, disclosure)
    if not earlier:
        return ()
    words = said(maker)
    links = tuple(Link(words["earlier"].format(version=one.version), href(place.path, addresses.version_page(one, maker.site.catalogue)))
                  for one in reversed(earlier))
    return (_versions(maker, earlier[-1], disclosure, links),)


def since(maker: Maker, disclosure: Disclosure) -> Versions | None:
    """Return what a version changed, for its own page; None for the first."""
    earlier = _earlier(maker, disclosure)
    return _versions(maker, earlier[-1], disclosure, ()) if earlier else None


def gone_beside(maker: Maker, disclosure: Disclosure) -> tuple[str, ...]:
    """Return the sentences on what was taken down of the page a disclosure stands on."""
    catalogue = maker.site.catalogue
    mine = addresses.folder(disclosure, catalogue)
    return tuple(said(maker)["withdrawn_part"].format(title=one.title, day=day(when)) for one, when in maker.site.withdrawn
                 if addresses.folder(one, catalogue) == mine)


def said(maker: Maker) -> dict[str, str]:
    """Return the texts on versions in the site's language."""
    return dict(texts("versions", maker.site.language))


def _earlier(maker: Maker, disclosure: Disclosure) -> list[Disclosure]:
    found = [one for one in maker.site.replaced if one.id == disclosure.id and one.version < disclosure.version]
    return sorted(found, key=lambda one: one.version)


def _versions(maker: Maker, before: Disclosure, after: Disclosure, links: tuple[Link, ...]) -> Versions:
    words, form = said(maker), maker.site.catalogue.form(after.form)
    named = any(column.names and not column.consent for column in form.column)
    found = () if named else changes(before, after, form)
    unit = exact_unit([*amounts(_lines(found), form.column)] or [1])
    rows = tuple(row for one in found for row in _rows(maker, one, form, unit))
    lines = _counts(words, before, after) if named else _told(words, found)
    return Versions(
        title=words["title"].format(version=after.version, before=before.version),
        lines=lines or (words["nothing"],),
        unit=words["unit"].format(unit=maker.words.unit(unit)) if rows else "",
        rows=rows[:_MOST],
        more=words["more"].format(count=len(rows) - _MOST) if len(rows) > _MOST else "",
        earlier_title=words["earlier_title"],
        earlier=links,
        key=f"{after.form}-{after.period or 'chung'}",
    )


def _lines(found: Sequence[Changed]) -> list[PublicRecord]:
    return [record for one in found for record in (one.before, one.after) if record]


def _told(words: dict[str, str], found: Sequence[Changed]) -> tuple[str, ...]:
    counts = {"changed": sum(bool(one.before and one.after) for one in found), "added": sum(one.before is None for one in found),
              "gone": sum(one.after is None for one in found)}
    return tuple(words[key].format(count=count) for key, count in counts.items() if count)


def _counts(words: dict[str, str], before: Disclosure, after: Disclosure) -> tuple[str, ...]:
    """Return how many joined and left where both lists could be held together, and the number of households before and after."""
    moved = after.summary.get(MOVED) or {}
    lines = [words[key].format(count=money.write(moved[key])) for key in ("joined", "left") if moved.get("version") == before.version]
    old, new = (one.summary.get("households") for one in (before, after))
    if isinstance(old, int) and isinstance(new, int):
        lines.append(words["households" if old != new else "households_same"].format(before=money.write(old), after=money.write(new)))
    return tuple(lines)


def _rows(maker: Maker, one: Changed, form: Form, unit: int) -> list[ChangeRow]:
    columns = {column.key: column for column in form.column if column.key in one.columns and column.key != "marker"}
    whole = one.before is None or one.after is None
    amounts_too = any(column.read == "money" for column in columns.values())
    shown = [column for column in columns.values() if column.read == "money" or not (whole or (amounts_too and column.read == "percent"))]
    told = said(maker)
    return [ChangeRow(_name(one, form), column.name.to(maker.site.language),
                      told["was"].format(before=_cell(maker, one.before, column, unit) or told["blank"]),
                      told["now"].format(after=_cell(maker, one.after, column, unit) or told["blank"])) for column in shown]


def _cell(maker: Maker, record: PublicRecord | None, column: Column, unit: int) -> str:
    return write(record, column, maker.site.catalogue, maker.words, unit) if record else ""


def _name(one: Changed, form: Form) -> str:
    """Return what a line is called: its label or content, else its code, else its number."""
    sorts = ("text", "code")
    columns = [column for sort in sorts for column in form.column
               if column.read == sort and column.public and not column.names and column.key != "hamlet"]
    texts_of = [str(one.line.values[column.key]) for column in columns if one.line.values.get(column.key)]
    return " ".join(part for part in (one.line.marker, *texts_of[:1]) if part)
