"""Who may speak to the desk: this computer's browser, let in once by a secret address and known by a cookie from then on."""

from __future__ import annotations

import hmac
import secrets
import time
from dataclasses import dataclass, field
from threading import Lock

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as Answer

HOST, DOOR, COOKIE, KNOCK = "127.0.0.1", "khoa", "congkhai-ban", "/_mo"
MARK = "/moc"
_CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_ASKING = frozenset({"GET", "HEAD"})
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
                               "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cache-Control": "no-store", "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


@dataclass(slots=True)
class Guard:
    """The secrets of one run of the desk: one-time keys not used yet, the cookies given for them, and when somebody last came."""

    port: int = 0
    knock: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    shelf: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    last: float = field(default_factory=time.monotonic)
    _keys: set[str] = field(default_factory=set)
    _known: set[str] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    @property
    def address(self) -> str:
        """Return where the desk is found, without a key."""
        return f"http://{HOST}:{self.port}/"

    def door(self) -> str:
        """Return an address that lets one browser in, once."""
        key = secrets.token_urlsafe(32)
        with self._lock:
            self._keys.add(key)
        return f"{self.address}?{DOOR}={key}"

    def enter(self, key: str) -> str:
        """Return the cookie that a key is worth, "" for one that was used or never given."""
        with self._lock:
            if key not in self._keys:
                return ""
            self._keys.remove(key)
            cookie = secrets.token_urlsafe(32)
            self._known.add(cookie)
            return cookie

    def knows(self, cookie: str) -> bool:
        """Return whether a cookie was given by this run of the desk."""
        with self._lock:
            return any(hmac.compare_digest(cookie.encode(), one.encode()) for one in self._known)

    def hosts(self) -> tuple[str, str]:
        """Return the only names by which the desk may be asked for."""
        return f"{HOST}:{self.port}", f"localhost:{self.port}"

    def origins(self) -> frozenset[str]:
        """Return where a page that changes something may come from."""
        return frozenset(f"http://{host}" for host in self.hosts())


def put_before(app: Flask, guard: Guard, words: dict[str, str]) -> None:
    """Have every request pass the guard first, and every answer carry its headers."""

    @app.before_request
    def _checked() -> Answer | None:
        return _refusal(guard, words) or _entered(guard, words)

    @app.after_request
    def _headed(answer: Response) -> Response:
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        answer.headers["Server"] = "congkhai"
        return answer


def _refusal(guard: Guard, words: dict[str, str]) -> Answer | None:
    if request.headers.get("Host", "").lower() not in guard.hosts():
        return said(words["other_host"].format(address=guard.address), 421)
    if request.method not in _CHANGING | _ASKING:
        return said(words["other_method"], 405)
    foreign = request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
    if request.method in _CHANGING and (foreign or request.headers.get("Origin", "") not in guard.origins()) and request.path != KNOCK:
        return said(words["other_origin"], 403)
    return None


def _entered(guard: Guard, words: dict[str, str]) -> Answer | None:
    if request.path == KNOCK:
        return None
    if request.path != MARK:
        guard.last = time.monotonic()
    key = request.args.get(DOOR, "")
    if key and (cookie := guard.enter(key)):
        answer = redirect(request.path)
        answer.set_cookie(COOKIE, cookie, httponly=True, samesite="Strict", path="/")
        return answer
    if guard.knows(request.cookies.get(COOKIE, "")):
        return redirect(request.path) if key else None
    if request.path.startswith(f"/xem-thu/{guard.shelf}/"):
        return None
    return said(words["no_key"], 401)


def said(text: str, status: int) -> Response:
    """Return a plain page of one sentence."""
    page = (f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            f'<title>congkhai</title></head><body><main><h1>congkhai</h1><p><big>{text}</big></p></main></body></html>')
    return Response(page, status, content_type="text/html; charset=utf-8")
