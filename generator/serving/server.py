"""Serve a preview on this computer alone: files under its folders, nothing to be changed, safe headers, only our own host names."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote, unquote, urlsplit

HOST = "127.0.0.1"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; "
                               "font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
}
_TEXTS = ("text/", "application/xml", "application/json", "application/javascript", "image/svg")


@dataclass(frozen=True, slots=True)
class Served:
    """What is served: folders by the beginning of an address ("" for the rest), pages made when asked for, and words for refusals.

    A page has its media type; `ready` says whether there is a site yet.
    """

    folders: Mapping[str, Path]
    pages: Mapping[str, tuple[str, Callable[[], str]]]
    words: Mapping[str, Any]
    ready: Callable[[], bool]


def server(served: Served, port: int) -> ThreadingHTTPServer:
    """Return a server that listens on this computer alone, on a port of its own choice where it is 0; OSError where it is taken."""
    handler = type("Handler", (_Handler,), {"served": served})
    return _Server((HOST, port), handler)


def address(running: ThreadingHTTPServer) -> str:
    """Return where a server is found."""
    return f"http://{HOST}:{running.server_port}/"


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that went away is no trouble of the officer's."""


class _Handler(BaseHTTPRequestHandler):
    served: ClassVar[Served]
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "congkhai", ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer with a page or a file."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer as to a GET, without a body."""
        self._answer()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 - the standard library's
        """Answer in plain words whatever can't be answered otherwise, a method that would change something among it."""
        self.close_connection = True
        self._send(HTTPStatus.METHOD_NOT_ALLOWED if code == HTTPStatus.NOT_IMPLEMENTED else HTTPStatus(code), self._plain("only_read"))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the standard library's name
        """Write no log."""

    def _answer(self) -> None:
        if self.headers.get("Host", "").lower() not in self._hosts():
            self._send(HTTPStatus.MISDIRECTED_REQUEST, self._plain("refused"))
            return
        path = unquote(urlsplit(self.path).path)
        if path in self.served.pages:
            kind, made = self.served.pages[path]
            self._send(HTTPStatus.OK, made().encode(), f"{kind}; charset=utf-8")
            return
        file = self._file(path)
        if file is None:
            self._send(HTTPStatus.NOT_FOUND, self._plain("missing" if self.served.ready() else "not_yet"))
        elif file.is_dir():
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", Location=f"{quote(path)}/")
        else:
            self._send(HTTPStatus.OK, file.read_bytes(), _kind(file))

    def _file(self, path: str) -> Path | None:
        """Return the file an address stands for, or a folder asked for without its slash; None outside of what is served."""
        start = max((start for start in self.served.folders if path.startswith(f"/{start}/") or not start), key=len)
        base = self.served.folders[start].resolve()
        parts = path.removeprefix(f"/{start}" if start else "").split("/")
        if any(part.startswith(".") or "\\" in part or ":" in part or "\0" in part for part in parts):
            return None
        file = base.joinpath(*(part for part in parts if part)).resolve()
        if not file.is_relative_to(base):
            return None
        if path.endswith("/"):
            file /= "index.html"
            return file if file.is_file() else None
        return file if file.is_file() or (file / "index.html").is_file() else None

    def _send(self, status: HTTPStatus, content: bytes, kind: str = "text/html; charset=utf-8", **more: str) -> None:
        self.send_response(status)
        for name, value in {**HEADERS, "Content-Type": kind, "Content-Length": str(len(content)), **more}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _plain(self, key: str) -> bytes:
        text = self.served.words[key].format(address=f"http://{HOST}:{self._port()}/")
        return f'<!DOCTYPE html><meta charset="utf-8"><title>{text}</title><p>{text}</p>'.encode()

    def _hosts(self) -> tuple[str, ...]:
        return f"{HOST}:{self._port()}", f"localhost:{self._port()}"

    def _port(self) -> int:
        return int(self.server.server_port)  # type: ignore[attr-defined]


def _kind(file: Path) -> str:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXTS) else kind
