"""See it before: each new page at phone and desk width, its prints, and in words what exactly will become public."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from generator.desk.doubts import count, doubts
from generator.desk.frame import done, show, the_desk
from generator.desk.news import News, news
from generator.desk.screens.setup import start
from generator.desk.standing import Desk

screen = Blueprint("see", __name__)
WIDTHS = {"may": 1024, "dien-thoai": 360}


@dataclass(frozen=True, slots=True)
class Print:
    """A print of the preview: where it is, what it is, whether it names persons."""

    href: str
    text: str
    named: bool


@screen.get("/xem")
def main() -> str | Response:
    """Return one table after another as it will look; what is not seen can't be posted."""
    desk = the_desk()
    found = news(desk.study)
    if desk.study and found:
        desk.look()
    first = start()
    if first or not found or desk.reading or desk.preview.state.stage not in ("printing", "ready") or desk.stale:
        return first or show("see_wait", fresh=len(found), said=desk.preview.state.said, stage=desk.preview.state.stage,
                             errors=count(doubts(desk.study), "error") if desk.study else 0)
    at = max(1, min(request.args.get("so", 1, int), len(found)))
    one = found[at - 1]
    width = request.args.get("rong", "may")
    missing = tuple(number for number, each in enumerate(found, 1) if f"{_base(desk)}{each.page}" not in desk.opened and number != at)
    return show("see", one=one, at=at, of=len(found), width=width if width in WIDTHS else "may", prints=_prints(desk, one),
                printing=desk.preview.state.stage == "printing", missing=missing, seen=desk.seen == desk.state(),
                frame=f"/xem-thu/{desk.shelf}/{_base(desk)}{one.page}")


@screen.post("/xem")
def seen() -> Response:
    """Note that what lies here now was seen, all of it."""
    desk, words = the_desk(), the_desk().words("see")
    found = news(desk.study)
    missing = [number for number, one in enumerate(found, 1) if f"{_base(desk)}{one.page}" not in desk.opened]
    if missing:
        return redirect(url_for("see.main", so=missing[0]), 303)
    if request.form.get("ban") != desk.state() or desk.stale:
        return done(words["changed"], "see.main")
    desk.seen = desk.state()
    return done(words["noted"], "post.main")


def _base(desk: Desk) -> str:
    communes = desk.preview.state.report.get("communes", ())
    return f"{desk.study.office.commune.id}/" if desk.study and len(communes) > 1 else ""


def _prints(desk: Desk, one: News) -> tuple[Print, ...]:
    found: list[Print] = []
    at = f"/xem-thu/{desk.shelf}/{_base(desk)}"
    for commune in desk.preview.state.report.get("communes", ()):
        for each in commune["disclosures"]:
            if each["id"] == one.id:
                found += [Print(f"{at}{made['file']}", made["paper"], named=False) for made in each["prints"]]
        found += [Print(f"/ban-in/xem/{made['file']}", made["paper"], named=True)
                  for made in commune["to_print"] if made["disclosure"] == one.id]
    return tuple(found)
