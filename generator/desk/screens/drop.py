"""Drop files: dragged, picked or copied into the folder; each is recognised and checked while the officer watches."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response

from generator.desk import dropping
from generator.desk.deciding import digest_of
from generator.desk.doubts import doubts, waiting
from generator.desk.engine import Study
from generator.desk.frame import done, show, the_desk
from generator.desk.screens.setup import start
from generator.desk.who import who

screen = Blueprint("drop", __name__)


@dataclass(frozen=True, slots=True)
class File:
    """A workbook of the commune: its name, how it stands, what its tables are, how many doubts wait, and the first of them."""

    name: str
    key: str
    shape: str
    tables: tuple[str, ...]
    errors: int
    looks: int
    first: str


@screen.get("/tep")
def main() -> str | Response:
    """Return the files and the place to drop more."""
    desk = the_desk()
    held = next(iter(desk.tray.waiting.items()), None)
    if held and desk.study:
        return _choice(*held)
    return start() or show("drop", files=_files(desk.study) if desk.study else (), kinds=",".join(dropping.KINDS),
                           most=dropping.LARGEST // 1024 // 1024)


@screen.post("/tep")
def take() -> Response:
    """Take files in and say what became of each."""
    desk, words = the_desk(), the_desk().words("drop")
    if desk.is_new:
        abort(409)
    found = [dropping.drop(desk.home, file.filename or "", file.read(dropping.LARGEST + 1), desk.tray)
             for file in request.files.getlist("tep")]
    if any(one.outcome == "taken" for one in found):
        desk.ask()
    most = dropping.LARGEST // 1024 // 1024
    text = " ".join(words[f"was_{one.outcome}"].format(name=one.name, most=most) for one in found if one.outcome != "held")
    return done(text or (words["choose"] if found else words["none"]), "drop.main")


@screen.post("/tep/chon")
def choose() -> Response:
    """Do with a waiting file what the officer chose."""
    desk, words = the_desk(), the_desk().words("drop")
    key = request.form.get("khoa", "")
    waiting_file, choice = desk.tray.waiting.get(key), request.form.get("chon", "")
    if waiting_file is None or choice not in ("thay", "ca-hai", "bo"):
        return done(words["gone"], "drop.main")
    name = waiting_file.name
    if choice == "thay" and request.form.get("ban") != digest_of(desk.home / name):
        return done(words["other"].format(name=name), "drop.main")
    if choice == "thay":
        dropping.replace(desk.home, waiting_file, who(desk.home), desk.options.today)
    elif choice == "ca-hai":
        name = dropping.put_beside(desk.home, waiting_file)
    desk.tray.waiting.pop(key)
    desk.ask()
    return done(words[f"did_{choice.replace('-', '_')}"].format(name=name), "drop.main")


@screen.post("/tep/bo-ra")
def aside() -> Response:
    """Take a file out of the folder; it is kept among the originals."""
    desk, words = the_desk(), the_desk().words("drop")
    path = _path(request.form.get("tep", ""))
    if path is None:
        return done(words["gone"], "drop.main")
    dropping.put_aside(desk.home, path, who(desk.home), desk.options.today)
    desk.ask()
    return done(words["did_aside"].format(name=path.name), "drop.main")


def _path(name: str) -> Path | None:
    study = the_desk().study
    files = {one.name: one.path for one in study.office.folder.sources} if study else {}
    return dropping.inside(the_desk().home, name, files)


def _choice(key: str, held: dropping.Waiting) -> str:
    """Return the screen that shows both files of one name and asks which is meant."""
    old = the_desk().home / held.name
    sides = (dropping.told_of(held.name, old.read_bytes() if old.is_file() else b""), dropping.told_of(held.name, held.content))
    return show("choose", key=key, name=held.name, state=digest_of(old), sides=sides)


def _files(study: Study) -> tuple[File, ...]:
    found = waiting(doubts(study))
    files = []
    for one in study.office.decided.examined:
        own = [each for each in found if each.finding.file == one.source.name]
        errors = sum(each.finding.severity == "error" for each in own)
        told = study.told[one.source.name]
        known = any(table.state == "public" for table in told.tables)
        shape = "unreadable" if not one.readable else "errors" if errors else "look" if own else "passed" if known else "nothing"
        files.append(File(one.source.path.name, one.source.name, shape, tuple(table.title for table in told.tables), errors,
                          len(own) - errors, own[0].key if own else ""))
    return tuple(files)

