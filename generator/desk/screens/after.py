"""After: what ends and when, requests and their legal days, persons and lists taken from view, the last publication taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from flask import Blueprint, request
from werkzeug.wrappers import Response

from generator.desk import originals
from generator.desk.ending import ended
from generator.desk.frame import done, show, the_desk
from generator.desk.screens.setup import start
from generator.desk.standing import Desk
from generator.desk.work import Step
from generator.posting import takedown
from generator.posting.requests import all_requests, duties
from generator.posting.showing import posted_only
from generator.posting.store import load, standing
from generator.posting.takedown import Asked
from generator.release.writing import CannotWrite

screen = Blueprint("after", __name__)


@screen.get("/sau")
def main() -> str | Response:
    """Return what was posted and what can be done about it."""
    desk = the_desk()
    study = desk.study
    first = start()
    if first or study is None:
        return first or show("post_work", course=desk.bench.course)
    posted = [(study.store.latest[one.id], one) for one in study.office.shown.disclosures if one.id in study.store.latest]
    open_ones = duties(all_requests(study.store.entries), desk.catalogue)
    found = standing(study.store.entries)
    last = [one for one in found if one.act == found[-1].act] if found else []
    reminders = [one for one in study.due if one.sort in ("take-down", "request")]
    return show("after", posted=posted, over=ended(desk), reminders=reminders, duties=open_ones,
                last=last, changes=originals.changes(desk.home)[:20], history=study.store.entries[-12:][::-1], course=desk.bench.course)


@screen.get("/sau/nguoi")
def people() -> str | Response:
    """Return whom a name may mean, by table and hamlet, to be chosen from."""
    desk = the_desk()
    typed = " ".join(request.args.get("ten", "").split())
    found = _found(desk, typed) if typed else []
    return start() or show("person", typed=typed, found=found, state=mark_of(found))


@screen.post("/sau/nguoi")
def remove() -> Response:
    """Take the chosen persons from every public place and build again."""
    desk, words = the_desk(), the_desk().words("person")
    typed = " ".join(request.form.get("ten", "").split())
    picks = [str(int(one)) for one in request.form.getlist("chon") if one.isdigit()]
    if not typed or not picks:
        return done(words["nobody"], "after.people", ten=typed)
    if request.form.get("ban") != mark_of(_found(desk, typed)):
        return done(words["other"], "after.people", ten=typed)
    steps = [Step("takedown", ("takedown", "--person", typed, *(word for pick in picks for word in ("--pick", pick)), "--recorded",
                               *desk.places()))]
    begun = desk.bench.begin("takedown", [*steps, *_publishing(desk)], lambda _: desk.renew())
    return done(words["begun"] if begun else desk.words("post")["busy"], "after.main")


@screen.post("/sau/yeu-cau")
def asked() -> Response:
    """Note that somebody asked for a correction or a removal, or that one was answered."""
    desk, words = the_desk(), the_desk().words("after")
    study = desk.study
    if study is None:
        return done(words["gone"], "after.main")
    number = request.form.get("so", "")
    if number.isdigit():
        takedown.done(desk.home, int(number), desk.options.today)
        text = words["answered"].format(number=number)
    else:
        one = next((each for each in study.office.shown.disclosures if each.id == request.form.get("bang")), None)
        sort = request.form.get("loai", "")
        if one is None or sort not in ("correction", "removal"):
            return done(words["gone"], "after.main")
        entries = takedown.register(desk.home, one, Asked(desk.options.today, sort), desk.options.today)
        text = words["registered"].format(number=entries[0].request)
    desk.renew()
    return done(text, "after.main")


@screen.post("/sau/lay-lai")
def back() -> Response:
    """Take back the last publication: what stood before is on show again, and the history says so."""
    desk, words = the_desk(), the_desk().words("after")
    if request.form.get("chac") != "co":
        return done(words["not_sure"], "after.main")
    study = desk.study
    last = standing(study.store.entries) if study else ()
    if desk.bench.course.running:
        return done(desk.words("post")["busy"], "after.main")
    if not last or request.form.get("lan") != str(last[-1].number) or standing(load(desk.home).entries)[-1:] != last[-1:]:
        return done(words["gone"], "after.main")
    try:
        entries = takedown.retract(desk.home, desk.options.today)
    except CannotWrite as fault:
        return done(desk.told(fault.finding()), "after.main")
    desk.seen = ""
    desk.bench.begin("back", [Step("build", ("build", *desk.places(), "--recorded", "--json")), *_publishing(desk)], lambda _: desk.renew())
    return done(words["taken_back"].format(count=len(entries[0].numbers) if entries else 0), "after.main")


def _found(desk: Desk, typed: str) -> list[tuple[int, str, str]]:
    """Return the number, the table and the hamlet of each person that a name may mean, numbered as the command numbers them."""
    study = desk.study
    if study is None:
        return []
    ledgers = frozenset(form.id for form in desk.catalogue.forms.values() if any(column.consent for column in form.column))
    now = posted_only(study.office.decided.disclosures, study.store)
    found = takedown.find(takedown.naming(study.store, now), typed, ledgers)
    return [(number, ", ".join(dict.fromkeys(one.title for one, _ in each.lines)), str(each.lines[0][1].values.get("hamlet") or ""))
            for number, each in enumerate(found, 1)]


def _publishing(desk: Desk) -> list[Step]:
    where = desk.study.office.commune.publish if desk.study else ""
    return [Step("publish", ("publish", *desk.places(), "--recorded"))] if where else []


def mark_of(found: Sequence[tuple[int, str, str]]) -> str:
    """Return a text that is another one when the persons to choose from are others, or stand in another order."""
    return hashlib.sha256(repr(list(found)).encode()).hexdigest()[:16]
