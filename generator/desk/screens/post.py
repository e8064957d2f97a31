"""Post: from when, at which places; one button builds, publishes, records and prints; then the address, its QR code and the PDFs."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import date
from pathlib import Path

import segno
from flask import Blueprint, request
from werkzeug.wrappers import Response

from generator.desk import settings_file
from generator.desk.doubts import count, doubts
from generator.desk.frame import done, show, the_desk
from generator.desk.news import news
from generator.desk.papers import made_for, orders
from generator.desk.screens.setup import start
from generator.desk.standing import Desk, weighed
from generator.desk.work import Step
from generator.prints.board_set import points
from generator.sources import SETTINGS

screen = Blueprint("post", __name__)


@screen.get("/dang")
def main() -> str | Response:
    """Return the days and places to confirm, the progress, or what came of it."""
    desk = the_desk()
    first = start()
    course, study = desk.bench.course, desk.study
    if first or study is None or course.running:
        return first or show("post_work", course=course)
    fresh = news(study)
    if course.stage == "done" and not fresh and course.name in ("post", "again"):
        return done_screen(desk)
    if desk.seen != desk.state() and fresh:
        return show("post_unseen", fresh=fresh, errors=count(doubts(study), "error"))
    places = points(study.office.site(desk.options, desk.catalogue))
    if not fresh:
        return show("post_nothing", entries=study.store.entries, papers=made_for(desk, places), course=course)
    return show("post", fresh=fresh, places=places, state=desk.state(), where=study.office.commune.publish, course=course)


@screen.post("/dang/ngay")
def days() -> Response:
    """Set the first day on the board for all that is new; what was seen stays seen, since nothing else changed."""
    desk, words, before = the_desk(), the_desk().words("post"), the_desk().parts()
    if request.form.get("ban") != weighed(before):
        return done(words["unseen"], "post.main")
    try:
        day = date.fromisoformat(request.form.get("tu-ngay", ""))
    except ValueError:
        return done(words["day_wrong"], "post.main")
    found, seen = news(desk.study), desk.seen == weighed(before)
    wanted = [{"form": one.form, "stage": one.stage or "", "period": one.period or "", "subject": one.subject or "", "posted_from": day}
              for one in (each.disclosure for each in found)]
    settings_file.state_days(desk.home, wanted)
    desk.renew()
    own = str(desk.home / SETTINGS)
    if seen and {**desk.parts(), own: ""} == {**before, own: ""}:
        desk.seen = desk.state()
    return done(words["day_set"].format(day=f"{day:%d/%m/%Y}"), "post.main")


@screen.post("/dang")
def go() -> Response:
    """Begin to publish what was seen; anything that changed since sends the officer back to see it."""
    desk, words = the_desk(), the_desk().words("post")
    study = desk.study
    if study is None or not desk.seen or desk.seen != desk.state() or request.form.get("ban") != desk.seen:
        return done(words["unseen"], "see.main")
    fresh = news(study)
    ids = tuple(one.id for one in fresh)
    begun = desk.bench.begin("post", _steps(desk, ids, desk.seen), lambda _: desk.renew())
    return done(words["begun" if begun else "busy"], "post.main")


@screen.post("/dang/lai")
def again() -> Response:
    """Build and take the site up again with what is public already, as when names have to come down; nothing unseen goes with it."""
    desk = the_desk()
    if desk.study is None or news(desk.study):
        return done(desk.words("post")["unseen"], "see.main")
    begun = desk.bench.begin("again", _steps(desk, (), desk.state()), lambda _: desk.renew())
    return done(desk.words("post")["begun" if begun else "busy"], "post.main")


def carry(desk: Desk) -> bool:
    """Give the build the prints that the preview made, once they are made; without them it only takes longer. Return True."""
    kept = Path(".cache") / "prints"
    desk.preview.wait()
    with suppress(OSError, shutil.Error):
        shutil.copytree(desk.preview.folder / kept, desk.options.output.parent / kept, dirs_exist_ok=True)
    return True


def done_screen(desk: Desk) -> str:
    """Return what came of publishing: where it can be read, and what is to be hung where."""
    study, course = desk.study, desk.bench.course
    assert study is not None  # noqa: S101 - seen by the caller
    commune = study.office.commune
    places = points(study.office.site(desk.options, desk.catalogue))
    qr = segno.make(commune.site, error="m").svg_data_uri(scale=4, border=2) if commune.site else ""
    return show("posted", address=commune.site, qr=qr, folder=commune.publish or str(desk.options.output), papers=made_for(desk, places),
                course=course, packed=_zip(desk) if not commune.publish else None)


def _steps(desk: Desk, ids: tuple[str, ...], state: str) -> list[Step]:
    """Return the commands that publish, as anyone could type them; what changes while the site is built is not published."""
    study, common = desk.study, desk.places()
    assert study is not None  # noqa: S101 - seen by the caller
    where = () if study.office.commune.publish else ("--to", str(_zip(desk)))
    return [Step("build", ("build", *common, "--json"), still=lambda: carry(desk)),
            Step("publish", ("publish", *common, *where), still=lambda: desk.state() == state),
            *(Step(key, (*words, *common), needed=False) for key, words in orders(ids))]


def _zip(desk: Desk) -> Path:
    assert desk.study is not None  # noqa: S101 - seen by the caller
    return desk.options.output.parent / f"trang-{desk.study.office.commune.id}.zip"
