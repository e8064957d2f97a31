"""The end of a posting: how many comments came, what was done about them; recorded, and its minutes printed for each place."""

from __future__ import annotations

from flask import Blueprint, request
from werkzeug.wrappers import Response

from generator.desk.ending import Ended, ended, record
from generator.desk.frame import done, show, the_desk
from generator.desk.papers import made_for
from generator.desk.screens.setup import start
from generator.desk.standing import Desk
from generator.desk.who import who
from generator.desk.work import Step
from generator.posting.endings import Ending
from generator.prints.board_set import points

screen = Blueprint("end", __name__)
_LONGEST, _MOST = 2000, 100_000


@screen.get("/sau/ket-thuc")
def main() -> str | Response:
    """Return the form for one posting that ended, and its minutes once they are made."""
    desk = the_desk()
    one, first = _asked(desk, request.args.get("bang", "")), start()
    if first or one is None or desk.study is None:
        return first or show("missing")
    places = points(desk.study.office.site(desk.options, desk.catalogue))
    sort = desk.words("papers")["sorts"]["bien-ban-ket-thuc"]
    links = [(place.name, link) for place in made_for(desk, places) for link in place.sets if link[1].startswith(sort)]
    mine = [(name, link) for name, link in links if one.matter.folder in link[0]]
    return show("end", one=one, state=mark_of(one), papers=mine if one.ending else [], course=desk.bench.course)


@screen.post("/sau/ket-thuc")
def keep() -> Response:
    """Record how a posting ended and make its minutes, unless something is missing or it was recorded meanwhile."""
    desk, words = the_desk(), the_desk().words("end")
    one, count = _asked(desk, request.form.get("bang", "")), request.form.get("so", "").strip()
    if one is None:
        return done(desk.words("after")["gone"], "after.main")
    about, handled = (" ".join(request.form.get(key, "").split())[:_LONGEST] for key in ("noi-dung", "xu-ly"))
    number = int(count) if count.isascii() and count.isdigit() and len(count) < len(str(_MOST)) else None
    if number is None or (number and not handled):
        return done(words["wrong"], "end.main", bang=one.key)
    if request.form.get("ban") != mark_of(one):
        return done(words["stale"], "end.main", bang=one.key)
    record(desk.home, one, Ending(id="", version=0, day=desk.options.today, comments=number, about=about, handled=handled,
                                  by=who(desk.home)))
    desk.bench.begin("end", [Step("minutes", ("prints", *(each.id for each in one.matter.of), "--purpose", "minutes-end", *desk.places()))],
                     lambda _: desk.renew())
    return done(words["kept"], "end.main", bang=one.key)


def mark_of(one: Ended) -> str:
    """Return a text that is another one when the end was recorded otherwise since."""
    told = one.ending
    return f"{told.day} {told.comments} {told.about} {told.handled}" if told else ""


def _asked(desk: Desk, name: str) -> Ended | None:
    return next((one for one in ended(desk) if one.key == name), None)
