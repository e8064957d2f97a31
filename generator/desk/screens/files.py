"""Files that a screen shows or hands out: pages and prints of the preview, prints for the board, the officer's own workbooks."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, abort, jsonify, send_file

from generator.desk import dropping
from generator.desk.frame import show, the_desk
from generator.serving.preview import OUTPUT, PAPERS

screen = Blueprint("files", __name__)
# Pages made of workbooks run in a world of their own: they can't read the desk, nor send it anything.
_APART = ("sandbox allow-scripts allow-popups; default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
          "connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'")


@screen.get("/moc")
def mark() -> Response:
    """Return a text that is another one when the pages would look otherwise."""
    return Response(the_desk().mark(), content_type="text/plain; charset=utf-8")


@screen.get("/xem-thu/<shelf>/<path:path>")
def page(shelf: str, path: str) -> Response:
    """Return a page of the preview, apart from the desk."""
    desk = the_desk()
    if shelf != desk.shelf:
        abort(404)
    answer = _sent(desk.preview.folder / OUTPUT, path)
    desk.opened.add(path)
    if not path.endswith(".pdf"):
        answer.headers["Content-Security-Policy"] = _APART
    answer.headers["X-Frame-Options"] = "SAMEORIGIN"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


@screen.get("/ban-in/<which>/<path:path>")
def paper(which: str, path: str) -> Response:
    """Return a print that may name persons: of the preview, or of what was made to hang."""
    desk = the_desk()
    places = {"xem": desk.preview.folder / PAPERS, "that": desk.options.to_print}
    if which not in places:
        abort(404)
    return _sent(places[which], path)


@screen.get("/tep/mo/<path:name>")
def own(name: str) -> Response:
    """Return one of the officer's own workbooks."""
    desk = the_desk()
    files = {one.path.name: one.path for one in desk.study.office.folder.sources} if desk.study else {}
    path = dropping.inside(desk.home, name, files)
    if path is None or not path.is_file():
        abort(404)
    return send_file(path, as_attachment=True, download_name=path.name)


@screen.get("/dang/tien-do")
def progress() -> Response:
    """Return how far the work under way is, for the bar."""
    course = the_desk().bench.course
    return jsonify(stage=course.stage, at=course.at, steps=len(course.steps), done=course.done, total=course.total)


@screen.app_errorhandler(404)
def missing(_: object) -> tuple[str, int]:
    """Say plainly that there is no such page."""
    return show("missing"), 404


def _sent(base: Path, path: str) -> Response:
    parts = path.split("/")
    if any(part.startswith(".") or "\\" in part or ":" in part or "\0" in part for part in parts):
        abort(404)
    file = base.joinpath(*(part for part in parts if part)).resolve()
    if not file.is_relative_to(base.resolve()):
        abort(404)
    file = file / "index.html" if file.is_dir() else file
    if not file.is_file():
        abort(404)
    return send_file(file, max_age=0)
