"""What would go public next that is not public yet: new tables and changed ones, told in words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue
from generator.catalogue.forms import Column
from generator.desk.engine import Study
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.posting.history import Entry
from generator.report.shown import name_of


@dataclass(frozen=True, slots=True)
class News:
    """A table that will go public: where its page is, its public columns, whom it names where, and until when."""

    id: str
    title: str
    page: str
    columns: tuple[str, ...]
    lines: int
    on_web: int
    on_paper: int
    posted_from: date | None
    posted_until: date | None
    version: int
    file: str
    decision: str
    disclosure: Disclosure


def news(study: Study | None) -> tuple[News, ...]:
    """Return what today's workbooks would make public beyond what was recorded, in the order of the pages."""
    if study is None or study.office.books is None:
        return ()
    office, latest = study.office, study.store.latest
    web = {one.id: one for one in office.shown.disclosures}
    found = []
    for one in (*office.shown.disclosures, *office.shown.upcoming):
        last = latest.get(one.id)
        days = (last.posted_from, last.posted_until) if last else None
        if last and (last.version, last.digest, days) == (one.version, one.digest, (one.posted_from, one.posted_until)) and not _more(
                one, last, study):
            continue
        paper = office.shown.board.get(one.id, one)
        found.append(_told(one, paper, web, study))
    return tuple(sorted(found, key=lambda one: one.page))


def _more(one: Disclosure, last: Entry, study: Study) -> bool:
    """Return whether what goes with a table is new: its explanation, an attachment, or names on the web that the site doesn't show."""
    text = hashlib.sha256(one.explanation.encode()).hexdigest() if one.explanation else ""
    return text != last.explanation or dict(study.attached.get(one.id, {})) != last.attached or (
        bool(one.names) and one.id not in study.named)


def _told(one: Disclosure, paper: Disclosure, web: dict[str, Disclosure], study: Study) -> News:
    assert study.office.books is not None  # noqa: S101 - seen before
    catalogue = study.office.books.catalogue
    return News(one.id, one.title, addresses.page(one, catalogue), _columns(one, catalogue), len(one.records),
                len(web[one.id].names) if one.id in web else 0, len(paper.names), one.posted_from, one.posted_until, one.version,
                ", ".join(name.rpartition("/")[2] for name in study.office.decided.files.get(one.id, ())),
                str(one.facts.get("decision") or one.facts.get("basis") or ""), paper)


def _columns(one: Disclosure, catalogue: Catalogue) -> tuple[str, ...]:
    form = catalogue.form(one.form)
    columns: dict[str, Column] = {column.key: column for column in form.column if column.public and column.read != "marker"}
    return tuple(dict.fromkeys(name_of(columns[key], "vi") for key in one.columns if key in columns))
