"""What is due: this quarter's list with days left; beside each item its empty workbook and the file of last time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Response, abort, request
from werkzeug.wrappers import Response as Answer

from generator import templates
from generator.desk import settings_file
from generator.desk.engine import Study
from generator.desk.frame import done, show, the_desk
from generator.desk.screens.setup import start
from generator.posting.due import Item, all_owed
from generator.report.due_list import Told, sections

screen = Blueprint("due", __name__)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Row:
    """A thing to do in words, the empty workbooks for it (key and name), and the files of last time."""

    told: Told
    event: str
    words: str
    blanks: tuple[tuple[str, str], ...]
    before: tuple[str, ...]


@screen.get("/")
def main() -> str | Answer:
    """Return the list, or the way to the settings where none are made yet."""
    study = the_desk().study
    return start() or show("due", parts=_parts(study) if study else ())


@screen.post("/ngay")
def event() -> Answer:
    """Keep the day of an event that a deadline counts from."""
    desk, words = the_desk(), the_desk().words("due")
    asked = {item.words for item in desk.study.due if item.sort == "publish"} if desk.study else set()
    try:
        day = date.fromisoformat(request.form.get("ngay", ""))
    except ValueError:
        return done(words["event_wrong"], "due.main")
    if request.form.get("viec", "") not in asked - {""}:
        return done(words["event_wrong"], "due.main")
    settings_file.tell_event(desk.home, request.form["viec"], day)
    desk.ask()
    return done(words["event_done"], "due.main")


@screen.get("/mau/<file>.xlsx")
def blank(file: str) -> Response:
    """Return an empty workbook, ready to fill."""
    desk = the_desk()
    office = desk.study.office if desk.study else None
    catalogue = office.books.catalogue if office and office.books else desk.catalogue
    design = next((one for one in templates.offered(catalogue) if one.file == file), None)
    if design is None or office is None:
        abort(404)
    content = templates.make(design, office.commune, desk.options.today, catalogue)
    return Response(content, content_type=_XLSX, headers={"Content-Disposition": f'attachment; filename="{design.file}.xlsx"'})


def _parts(study: Study) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    parts, told = [], {id(one): one for one in study.due}
    for item in told.values():
        (section,) = sections((item,), study.office.commune.language)
        asked = (item.after, item.words) if item.sort == "publish" and item.standing != "incomplete" else ("", "")
        parts.append((section.title, Row(section.items[0], *asked, *_helps(item, study))))
    titles = dict.fromkeys(title for title, _ in parts)
    return tuple((title, tuple(row for own, row in parts if own == title)) for title in titles)


def _helps(item: Item, study: Study) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    books = study.office.books
    if books is None or item.sort != "publish":
        return (), ()
    owed = next((one.obligation for one in all_owed(books) if one.id == item.id), None)
    if owed is None:
        return (), ()
    blanks = tuple((one.file, books.catalogue.form(one.form).name.vi) for one in templates.offered(books.catalogue)
                   if one.form in owed.forms and one.stage in ("", owed.stage))
    files = study.office.decided.files
    last = [one for one in study.office.shown.disclosures if one.form in owed.forms and (one.stage or "") == owed.stage and one.id in files]
    newest = max((one.period or "" for one in last), default="")
    return blanks, tuple(dict.fromkeys(file for one in last if (one.period or "") == newest for file in files[one.id]))
