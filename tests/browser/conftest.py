"""Debian's Chromium, and the sample's site served under a path as well as opened from its folder."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.conftest import Site

PAGES = {
    "home": "index.html",
    "families": "ngan-sach/index.html",
    "year": "ngan-sach/2026/index.html",
    "overview": "ngan-sach/2026/09-thang/index.html",
    "budget": "ngan-sach/2026/09-thang/thu/index.html",
    "balance": "ngan-sach/2024/quyet-toan/can-doi/index.html",
    "households": "ho-ngheo/2026/cong-nhan/index.html",
    "counts": "ho-ngheo/2025/cong-nhan/index.html",
    "contribution": "dong-gop/lam-cau-qua-suoi-may/index.html",
    "about": "gioi-thieu/index.html",
    "text": "trang/cach-doc-bang-thu-chi/index.html",
    "search": "tim-kiem/index.html",
    "changes": "thay-doi/index.html",
    "archive": "luu-tru/2025/index.html",
    "glossary": "tu-ngu/index.html",
    "line": "ngan-sach/dong/chi/giao-duc/index.html",
}


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@pytest.fixture(scope="session")
def served(sample: Site) -> Iterator[str]:
    """Where the site is served on this machine, under a path of its own."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(sample.output.parent))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{sample.output.name}/"
        server.shutdown()


@pytest.fixture(scope="session")
def opened(sample: Site) -> str:
    """Where the site is opened as from a USB stick."""
    return sample.output.as_uri() + "/"


@pytest.fixture
def page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open a page in a context of its own, with choices such as java_script_enabled."""
    contexts = []

    def new(address: str = "", **chosen: Any) -> Any:
        context = browser.new_context(**chosen)
        contexts.append(context)
        fresh = context.new_page()
        if address:
            fresh.goto(address)
        return fresh

    yield new
    for context in contexts:
        context.close()
