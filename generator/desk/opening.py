"""Open the desk: a server on this computer alone, one desk for each place, found again by a second start, closed when left alone."""

from __future__ import annotations

import hmac
import http.client
import json
import os
import sys
import time
import webbrowser
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from flask import Flask, Response, request
from waitress.server import create_server

from generator.desk import guard as guards
from generator.desk.frame import made
from generator.desk.guard import HOST, KNOCK, Guard
from generator.desk.screens import put_on
from generator.desk.standing import Desk
from generator.desk.troubles import put_around
from generator.release.writing import write

_FILE, _HEADER = "ban-lam-viec.json", "X-Congkhai"
_THREADS = 8
_PATIENCE = 3.0


def application(desk: Desk, guard: Guard) -> Flask:
    """Return the whole application: guard, screens, plain words for what goes wrong."""
    app = made(desk)
    words = desk.words("guard")
    app.secret_key = os.urandom(32)
    app.config |= {"MAX_CONTENT_LENGTH": 100 * 1024 * 1024, "MAX_FORM_MEMORY_SIZE": 2 * 1024 * 1024, "MAX_FORM_PARTS": 200,
                   "SESSION_COOKIE_SAMESITE": "Strict", "SESSION_COOKIE_HTTPONLY": True, "SESSION_COOKIE_NAME": "congkhai-loi"}
    desk.shelf = guard.shelf
    guards.put_before(app, guard, words)
    put_around(app)
    put_on(app)
    _one_at_a_time(app)

    @app.post(KNOCK)
    def knock() -> Response:
        asked = request.headers.get(_HEADER, "")
        if not asked or not _same(asked, guard.knock):
            return guards.said(words["no_key"], 401)
        return Response(guard.door(), content_type="text/plain; charset=utf-8")

    return app


def _one_at_a_time(app: Flask) -> None:
    """Have what changes something wait for what another window is changing."""
    served: Any = app
    lock, inner = Lock(), served.wsgi_app

    def ordered(environ: Any, answer: Any) -> Any:
        if environ["REQUEST_METHOD"] in ("GET", "HEAD") or environ["PATH_INFO"] == KNOCK:
            return inner(environ, answer)
        with lock:
            return inner(environ, answer)

    served.wsgi_app = ordered


def run(desk: Desk, port: int, idle: float, *, show: bool) -> str:
    """Serve until the desk was left alone so many seconds; return the words to say at the end. OSError where the port is taken."""
    note = _note(desk)
    door = _running(note)
    if door:
        _open(door, desk, show=show)
        return str(desk.words("opening")["already"])
    guard = Guard()
    app = application(desk, guard)
    server = create_server(app, host=HOST, port=port, threads=_THREADS, ident="congkhai", max_request_body_size=100 * 1024 * 1024,
                           clear_untrusted_proxy_headers=True)
    guard.port = int(server.effective_port)
    write(note, json.dumps({"port": guard.port, "knock": guard.knock}).encode())
    with suppress(OSError):
        note.chmod(0o600)
    try:
        desk.watch()
        Thread(target=server.run, daemon=True).start()
        _open(guard.door(), desk, show=show)
        while time.monotonic() - guard.last < idle or desk.bench.course.running:
            time.sleep(min(1.0, idle / 4))
    except KeyboardInterrupt:
        pass
    finally:
        with suppress(OSError):
            note.unlink()
        desk.close()
        server.close()
    return str(desk.words("opening")["closed"])


def _open(door: str, desk: Desk, *, show: bool) -> None:
    sys.stdout.write(desk.words("opening")["address"].format(address=door) + "\n")
    sys.stdout.flush()
    if show:
        webbrowser.open(door)


def _note(desk: Desk) -> Path:
    return desk.options.output.parent / ".cache" / _FILE


def _running(note: Path) -> str:
    """Return an address that opens the desk that runs already at this place, "" where none does."""
    try:
        told = json.loads(note.read_bytes())
        way = http.client.HTTPConnection(HOST, int(told["port"]), timeout=_PATIENCE)
        way.request("POST", KNOCK, headers={"Host": f"{HOST}:{told['port']}", _HEADER: str(told["knock"]), "Content-Length": "0"})
        answer = way.getresponse()
        body = answer.read(500).decode()
    except (OSError, ValueError, KeyError, http.client.HTTPException):
        return ""
    return body if answer.status == 200 and body.startswith(f"http://{HOST}:") else ""


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
