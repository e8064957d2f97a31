"""The ready files for web servers, asked by real servers on the loopback: headers, compression, caching, and what is not served."""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

PLACE = ROOT / "docs" / "may-chu"
HOST = "congkhai.example.gov.vn"
SITE = {
    "index.html": "<p>Công khai</p>" * 200,
    "ho-ngheo/2026/index.html": "<p>Nguyễn Văn An</p>" * 200,
    "xa-an/ho-ngheo/2026/index.html": "<p>Nguyễn Văn An</p>" * 200,
    "xa-an/theme/css/site.css": "p{color:#000}" * 200,
    "thu.csv": "Nội dung,Số tiền\n" * 200,
    "thu.json": '{"tien": 1}' * 200,
    "lich.ics": "BEGIN:VCALENDAR\r\n" * 200,
    "rieng/thu.csv": "a,b\n",
    ".cong-khai/history.jsonl": "{}",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: status, headers by their names in small letters, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Server:
    """A server on the loopback; `secure` is its port, `plain` the one that leads to it, 0 where it has none."""

    name: str
    secure: int
    plain: int = 0

    def ask(self, path: str, method: str = "GET", *, plain: bool = False, **headers: str) -> Answer:
        """Return the answer to one request."""
        if self.plain and not plain:
            trusting = ssl.create_default_context()
            trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
            line: http.client.HTTPConnection = http.client.HTTPSConnection("127.0.0.1", self.secure, timeout=30, context=trusting)
        else:
            line = http.client.HTTPConnection("127.0.0.1", self.plain or self.secure, timeout=30)
        line.request(method, path, headers={"Host": HOST} | {name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        found = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        line.close()
        return found


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real server with the ready file, on a small site; skipped where it is not installed."""
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    folder = tmp_path_factory.mktemp(request.param)
    for name, text in SITE.items():
        (folder / "output" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "output" / name).write_text(text, "utf-8", newline="")
    one = Server(request.param, _free(), _free() if request.param == "nginx" else 0)
    words = {"nginx": nginx, "caddy": caddy}[request.param](folder, one)
    log = (folder / "log").open("wb")
    running = subprocess.Popen(words, stdout=log, stderr=log, cwd=folder, env=os.environ | {"HOME": str(folder)})
    for _ in range(200):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", one.secure)) == 0:
                break
        time.sleep(0.05)
    yield one
    running.terminate()
    running.wait()
    log.close()


def nginx(folder: Path, one: Server) -> list[str]:
    """Write the ready file for ports and places of the test's own, and return the command that serves by it."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "fullchain.pem",
                    "-subj", f"/CN={HOST}"], cwd=folder, check=True, capture_output=True)
    text = (PLACE / "nginx.conf").read_text("utf-8").replace("/etc/ssl/congkhai", str(folder)).replace("/srv/congkhai", str(folder))
    text = text.replace("    listen [::]:80;\n", "").replace("    listen [::]:443 ssl;\n", "")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{one.plain};").replace("listen 443 ssl;", f"listen 127.0.0.1:{one.secure} ssl;")
    (folder / "site.conf").write_text(text.replace("include mime.types", "include /etc/nginx/mime.types"), "utf-8")
    user = "user root;\n" if os.geteuid() == 0 else ""
    temporary = "".join(f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(f"{user}daemon off;\npid {folder}/pid;\nerror_log {folder}/errors;\nevents {{}}\n"
                                       f"http {{\naccess_log off;\n{temporary}include {folder}/site.conf;\n}}\n", "utf-8")
    return ["nginx", "-e", str(folder / "errors"), "-c", str(folder / "nginx.conf")]


def caddy(folder: Path, one: Server) -> list[str]:
    """Write the ready file for a port and place of the test's own, without a certificate, and return the command that serves by it."""
    text = (PLACE / "Caddyfile").read_text("utf-8").replace("/srv/congkhai", str(folder))
    text = text.replace(f"{HOST} {{", f"http://{HOST}:{one.secure} {{\n\tbind 127.0.0.1", 1)
    (folder / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + text, "utf-8")
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def _free() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.mark.parametrize("path", ["/", "/ho-ngheo/2026/", "/thu.csv", "/xa-an/theme/css/site.css"])
def test_each_answer_is_guarded(server: Server, path: str) -> None:
    """Whatever is asked for comes with the policy and the headers that keep a browser from guessing, telling and being framed."""
    found = server.ask(path)
    assert found.status == 200
    assert "frame-ancestors 'none'" in found.headers["content-security-policy"]
    assert found.headers["x-content-type-options"] == "nosniff"
    assert found.headers["referrer-policy"] == "no-referrer"
    assert found.headers["strict-transport-security"].startswith("max-age=")
    assert "/" not in found.headers.get("server", "")


@pytest.mark.parametrize("path", ["/ho-ngheo/2026/", "/xa-an/ho-ngheo/2026/"])
def test_lists_are_neither_remembered_nor_found(server: Server, path: str) -> None:
    """A list of households stays out of caches and search engines, in a commune's site and in a province's."""
    found = server.ask(path)
    assert found.headers["cache-control"] == "no-store"
    assert found.headers["x-robots-tag"] == "noindex, noarchive"


def test_pages_are_found_and_asked_after_soon_the_theme_later(server: Server) -> None:
    """Any other page may be found and is remembered for minutes, the theme for a day."""
    page, theme = server.ask("/"), server.ask("/xa-an/theme/css/site.css")
    assert page.headers.get("x-robots-tag", "") == ""
    assert page.headers["cache-control"] == "public, max-age=300, must-revalidate"
    assert theme.headers["cache-control"] == "public, max-age=86400"


@pytest.mark.parametrize(("path", "kind"), [("/", "text/html"), ("/xa-an/theme/css/site.css", "text/css"), ("/thu.csv", "text/csv"),
                                            ("/thu.json", "application/json"), ("/lich.ics", "text/calendar")])
def test_texts_are_compressed(server: Server, path: str, kind: str) -> None:
    """Texts are packed for those who can unpack, plain for others, and said to be what they are."""
    packed, plain = server.ask(path, Accept_Encoding="gzip"), server.ask(path, Accept_Encoding="identity")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 4
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert plain.headers["content-type"].startswith(kind)


def test_what_a_reader_has_is_not_sent_again(server: Server) -> None:
    """A page that did not change since it was fetched costs no body."""
    had = server.ask("/")
    again = server.ask("/", If_None_Match=had.headers["etag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(("method", "path", "codes"), [
    ("POST", "/", {403, 405}), ("DELETE", "/thu.csv", {403, 405}), ("GET", "/.cong-khai/history.jsonl", {404}),
    ("GET", "/rieng/", {403, 404}), ("GET", "/khong-co/", {404})])
def test_nothing_else_is_served(server: Server, method: str, path: str, codes: set[int]) -> None:
    """Nothing can be sent there, nothing hidden is given, no folder is listed."""
    found = server.ask(path, method)
    assert found.status in codes
    assert b"thu.csv" not in found.body


def test_plain_requests_are_led_to_the_secure_port(server: Server) -> None:
    """Who asks without encryption is sent to the same page with it."""
    if not server.plain:
        pytest.skip("caddy does it by itself where it has the certificate")
    found = server.ask("/thu.csv", plain=True)
    assert (found.status, found.headers["location"]) == (301, f"https://{HOST}/thu.csv")
