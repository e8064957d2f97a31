"""Attach the signed scan: a PDF beside a table that is public, said to be free of what may not be shown, looked at before it goes up."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, abort, request, send_file
from werkzeug.wrappers import Response as Answer

from generator.desk import settings_file
from generator.desk.dropping import LARGEST, sound_name
from generator.desk.frame import done, show, the_desk
from generator.desk.screens.setup import start
from generator.release.writing import write
from generator.sources import ATTACHED

screen = Blueprint("attach", __name__)
_PDF, _SUFFIX, _LONGEST = b"%PDF-", ".pdf", 200


@screen.get("/sau/kem")
def main() -> str | Answer:
    """Return what is attached, and the form to attach more."""
    study = the_desk().study
    first = start()
    if first or study is None:
        return first or show("mend_wait")
    return show("attach", shown=study.office.shown.disclosures, attached=study.office.commune.attachment)


@screen.post("/sau/kem")
def take() -> Answer:
    """Take a scan in and name it in the settings, unless it is no PDF or nothing is said of it."""
    desk, words = the_desk(), the_desk().words("attach")
    file, title = request.files.get("tep"), " ".join(request.form.get("ten", "").split())[:_LONGEST]
    of = next((one for one in desk.study.office.shown.disclosures if one.id == request.form.get("bang")), None) if desk.study else None
    content = file.read(LARGEST + 1) if file else b""
    if of is None or not title or not content.startswith(_PDF) or len(content) > LARGEST:
        return done(words["wrong"], "attach.main")
    path = _free(desk.home / ATTACHED / (sound_name((file.filename if file else "") or "") or f"scan{_SUFFIX}"), content)
    write(path, content)
    settings_file.attach(desk.home, {"file": path.name, "title": title, "form": of.form, "stage": of.stage or "", "period": of.period or "",
                                     "subject": of.subject or "", "free_of_names": request.form.get("sach") == "co"})
    desk.ask()
    return done(words["taken"].format(name=path.name), "attach.main")


@screen.get("/sau/kem/<name>")
def scan(name: str) -> Response:
    """Return a scan, to be looked at before it goes up."""
    folder = the_desk().home / ATTACHED
    path = folder / name
    if sound_name(name) != name or path.suffix != _SUFFIX or not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        abort(404)
    return send_file(path, mimetype="application/pdf", max_age=0)


def _free(path: Path, content: bytes) -> Path:
    """Return a place for a scan that no other file has."""
    number, path = 2, path.with_suffix(_SUFFIX)
    while path.exists() and path.read_bytes() != content:
        path = path.with_name(f"{path.stem.removesuffix(f' ({number - 1})')} ({number}){_SUFFIX}")
        number += 1
    return path
