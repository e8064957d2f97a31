"""Mend: one doubtful cell after another in the officer's own table, each with what was found, the remedy, and what can be done."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from generator.cells import position
from generator.desk import mending, originals
from generator.desk.deciding import digest_of
from generator.desk.doubts import Doubt, accept, count, doubts, waiting
from generator.desk.frame import done, show, the_desk
from generator.desk.grid import sheet, takes_numbers, text_of
from generator.desk.originals import Change
from generator.desk.screens.setup import start
from generator.desk.standing import Desk
from generator.desk.who import who
from generator.findings import entry, tell

screen = Blueprint("mend", __name__)
_SHORTEST_REASON, _LONGEST = 8, 500


@screen.get("/sua")
def main() -> str | Response:
    """Return the next doubt, or the one that was asked for."""
    desk = the_desk()
    found = doubts(desk.study) if desk.study else ()
    rest = waiting(found)
    doubt = next((one for one in found if one.key == request.args.get("d")), rest[0] if rest else None)
    first = start()
    if desk.reading and not first:
        return show("mend_wait")
    if first or doubt is None:
        return first or show("mended", settled=found, changes=originals.changes(desk.home))
    return show("mend", **_told(desk, doubt, found))


@screen.post("/sua/o")
def cell() -> Response:
    """Write a cell as typed into a new copy; the original is kept, the change is listed."""
    desk, words = the_desk(), the_desk().words("mend")
    doubt = _asked(desk)
    if doubt is None or doubt.reading is None:
        return done(words["gone"], "mend.main")
    if _is_stale(doubt):
        return done(words["stale"], "mend.main", d=doubt.key)
    if originals.is_open(doubt.path) and request.form.get("dong") != "co":
        return done(words["open_first"], "mend.main", d=doubt.key)
    place, typed = request.form.get("o", "").strip().upper(), request.form.get("chu", "")[:_LONGEST]
    try:
        row, column = position(place)
    except ValueError:
        return done(words["no_cell"], "mend.main", d=doubt.key)
    raw = doubt.reading.table.sheet
    if row > len(raw.rows) + 1 or column > max(map(len, raw.rows), default=0) + 1:
        return done(words["no_cell"], "mend.main", d=doubt.key)
    before = text_of(doubt.reading, place)
    try:
        made = mending.mended(doubt.path, raw.name, place, typed, number=takes_numbers(doubt.reading, place, desk.catalogue))
    except mending.CannotMend as fault:
        return done(words[f"cannot_{fault}"], "mend.main", d=doubt.key)
    target = doubt.path.with_suffix(made.suffix)
    if target != doubt.path and target.exists():
        return done(words["cannot_package"], "mend.main", d=doubt.key)
    kept = originals.keep(desk.home, doubt.path)
    originals.put_instead(doubt.path, target, made.content)
    originals.note(desk.home, Change(desk.options.today, who(desk.home), "cell", target.name, raw.name or "", place, before, typed, kept))
    desk.ask()
    return done(words["written"].format(cell=place, file=target.name), "mend.main", d=doubt.key)


@screen.post("/sua/dung")
def right() -> Response:
    """Keep the officer's answer that something is right as it stands."""
    desk, words = the_desk(), the_desk().words("mend")
    doubt, reason = _asked(desk), " ".join(request.form.get("ly-do", "").split())[:_LONGEST]
    if doubt is None or not doubt.can_be_accepted:
        return done(words["gone"], "mend.main")
    if _is_stale(doubt):
        return done(words["stale"], "mend.main", d=doubt.key)
    if doubt.finding.severity == "error" and len(reason) < _SHORTEST_REASON:
        return done(words["no_reason"], "mend.main", d=doubt.key)
    accept(desk.home, doubt, reason or words["looked"], who(desk.home) or "?", desk.options.today)
    desk.ask()
    return done(words["accepted"], "mend.main")


@screen.get("/sua/o/<key>/<place>")
def other(key: str, place: str) -> Response:
    """Return to a doubt with another cell chosen to be typed in."""
    return redirect(url_for("mend.main", d=key, o=place))


def _asked(desk: Desk) -> Doubt | None:
    found = doubts(desk.study) if desk.study else ()
    return next((one for one in found if one.key == request.form.get("d")), None)


def _is_stale(doubt: Doubt) -> bool:
    """Return whether the file is another one than the page that sent the form had shown, or than was read last."""
    return not request.form.get("ban") == doubt.sha256 == digest_of(doubt.path)


def _told(desk: Desk, doubt: Doubt, found: tuple[Doubt, ...]) -> dict[str, object]:
    found_at, keys = doubt.finding, [one.key for one in found]
    at = keys.index(doubt.key)
    place = request.args.get("o", "").strip().upper() or (found_at.cell or "").split(":")[0]
    said = entry(found_at.code, desk.language)
    grid = sheet(doubt.reading, found, place, doubt.key, desk.catalogue) if doubt.reading else None
    try:
        typed = text_of(doubt.reading, place) if doubt.reading and place else ""
    except ValueError:
        place, typed = (found_at.cell or "").split(":")[0], ""
    return {
        "doubt": doubt, "telling": tell(found_at, desk.language), "before": said.get("before", ""), "after": said.get("after", ""),
        "grid": grid, "place": place, "typed": typed, "file": doubt.path.name,
        "errors": count(found, "error"), "looks": count(found, "warning"),
        "at": at + 1, "of": len(found), "previous": keys[at - 1] if at else "", "next": keys[at + 1] if at + 1 < len(keys) else "",
        "open_elsewhere": originals.is_open(doubt.path),
    }
