"""A crawler follows every link and asset of the sample, from its folder and from a server that holds it below a path."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import url2pathname, urlopen

import pytest

from tests.conftest import Site

LINKS = re.compile(r'<(?:a|link|script|img|form)\b[^>]*?\s(?:href|src|data-go)="([^"]*)"')
BELOW = "/tinh/xa/"
Fetch = Callable[[str], str | None]


@pytest.fixture(scope="module")
def below(sample: Site) -> Iterator[str]:
    """Where the site is served below /tinh/xa/, and nothing beside it."""

    class Below(SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            inside = unquote(urlsplit(path).path)
            return str(sample.output / inside.removeprefix(BELOW)) if inside.startswith(BELOW) else str(sample.output / "absent")

        def log_message(self, *_: object) -> None:
            """Say nothing of each request."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Below) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BELOW}"
        server.shutdown()


def of_file(address: str) -> str | None:
    """Return the text of a file by its file:// address, None where there is no such file."""
    path = Path(url2pathname(urlsplit(address).path))
    return path.read_bytes().decode("utf-8", "replace") if path.is_file() else None


def of_server(address: str) -> str | None:
    """Return what a server answers, None where it has nothing."""
    try:
        with urlopen(address) as answer:  # noqa: S310 - our own server on this machine
            return str(answer.read().decode("utf-8", "replace"))
    except HTTPError:
        return None


def crawled(base: str, fetch: Fetch) -> tuple[set[str], list[str]]:
    """Return every page and asset reached from a site's home, and what is wrong with the links on the way."""
    text, known, wrong, ring = cache(fetch), {f"{base}index.html"}, [], [f"{base}index.html"]
    with ThreadPoolExecutor(4) as workers:
        while ring:
            contents = dict(zip(ring, workers.map(text, ring), strict=True))
            wrong += [f"nothing at {page}" for page, content in contents.items() if content is None]
            links = [(page, link) for page, content in contents.items() if page.endswith(".html") for link in inside(page, content or "")]
            wrong += [f"{page} leads out of the site to {link}" for page, link in links if not link.startswith(base)]
            ring = sorted({urldefrag(link).url for _, link in links if link.startswith(base)} - known)
            known.update(ring)
            list(workers.map(text, ring))
            wrong += [f"{page} names no line with {link}" for page, link in links if not there(link, text)]
    return known, wrong


def inside(page: str, content: str) -> list[str]:
    """Return the whole addresses of a page's links that stay on its machine."""
    found = [urljoin(page, unescape(link)) for link in LINKS.findall(content)]
    return [link for link in found if urlsplit(link)[:2] == urlsplit(page)[:2]]


def there(link: str, text: Fetch) -> bool:
    """Return whether the line that a link names is on its page; a link that names none is well."""
    page, line = urldefrag(link)
    return not line or not page.endswith(".html") or f'id="{unquote(line)}"' in (text(page) or "")


@pytest.mark.parametrize("place", ["folder", "server"])
def test_every_link_and_asset_resolves(sample: Site, place: str, request: pytest.FixtureRequest) -> None:
    """No link leads nowhere or out of the site, every address of a line is on its page, and every page is reached from home."""
    base = sample.output.as_uri() + "/" if place == "folder" else request.getfixturevalue("below")
    known, wrong = crawled(base, of_file if place == "folder" else of_server)
    assert wrong == []
    pages = {f"{base}{path.relative_to(sample.output).as_posix()}" for path in sample.output.rglob("*.html")}
    assert sorted(pages - {unquote(one) for one in known}) == []


def test_the_crawler_tells_what_is_wrong(tmp_path: Path) -> None:
    """A link to nothing, one to a line that is not there, and one out of the site are told, each with its page."""
    (tmp_path / "outside.html").write_text("<p>", "utf-8")
    site = tmp_path / "site"
    site.mkdir()
    links = ("gone.html", "index.html#x", "../outside.html", "https://elsewhere.example/", "#y")
    (site / "index.html").write_text("".join(f'<a href="{link}">' for link in links) + '<p id="y">', "utf-8")
    wrong = crawled(f"{site.as_uri()}/", of_file)[1]
    assert [line.split("/")[-1] for line in sorted(wrong)] == ["outside.html", "index.html#x", "gone.html"]
