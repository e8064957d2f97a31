"""A budget page and a long household page through nginx, with the ready file of docs/may-chu, under wrk on the loopback."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.lists import household_list
from tests.benchmarks.measuring import ROOT, python, run
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.table import Row, missing

_TOOLS = ("nginx", "wrk", "openssl")
_ON_SHOW = "2025-12-15"  # the long list's decision is of the 10th: its names are on show
_COMMUNE = 'name = "Xã Thử"\nid = "xa-thu"\nprovince = "Đắk Lắk"\nnames_on_web = true\n'
_CONNECTIONS = "32"


def rows(sizes: Sizes, _seconds: float) -> Iterator[Row]:
    """Yield how many requests a second each page is sent, gzipped and through TLS."""
    lacking = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if lacking:
        yield missing("pages through nginx under wrk", f"{', '.join(lacking)} not installed")
        return
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _build(folder, sizes.persons)
        with _served(folder) as port:
            for what, path in _pages(folder / "output", sizes.persons).items():
                yield _asked(what, path, port, sizes.wire)


def _build(folder: Path, persons: int) -> None:
    """Build the sample, and a commune of one long list, into one folder to be served."""
    (folder / "data").mkdir()
    (folder / "data" / "commune.toml").write_text(_COMMUNE, "utf-8")
    household_list(folder / "data" / "ho-ngheo.xlsx", persons)
    for name, data, day in (("sample", ROOT / "data" / "mau", "2026-11-23"), ("long", folder / "data", _ON_SHOW)):
        run(python("-m", "generator", "build", "--data", str(data), "--output", str(folder / "output" / name), "--to-print",
                   str(folder / "to-print" / name), "--today", day, "--no-prints"))


def _pages(site: Path, persons: int) -> dict[str, str]:
    """Return the addresses of the pages by what they are: the largest spending page, and the page of the most rows."""
    budget = max(site.glob("sample/**/ngan-sach/*/*/chi/index.html"), key=lambda path: path.stat().st_size, default=None)
    homes = max(site.glob("long/**/index.html"), key=lambda path: path.read_text("utf-8").count("<tr"), default=None)
    found = {"a budget page": budget, f"a page of {persons:,} households": homes}
    return {what: path.parent.relative_to(site).as_posix() + "/" for what, path in found.items() if path}


def _asked(what: str, path: str, port: int, seconds: int) -> Row:
    """Return what wrk says of one page."""
    words = ["wrk", "-t1", "-c", _CONNECTIONS, "-d", f"{seconds}s", "--latency", "-H", "Accept-Encoding: gzip",
             f"https://127.0.0.1:{port}/{path}"]
    done = subprocess.run(words, check=False, capture_output=True, text=True, timeout=seconds + 60)
    rate, sent, late = (re.search(rf"{name}\s+(\S+)", done.stdout) for name in (r"Requests/sec:", r"Transfer/sec:", "99%"))
    if done.returncode or not (rate and sent and late) or "Non-2xx" in done.stdout:
        return missing(f"{what} through nginx under wrk", (done.stdout + done.stderr).strip().splitlines()[-1])
    return Row(f"{what} through nginx (TLS, gzip, all headers), {_CONNECTIONS} connections of wrk on the same two cores",
               f"{float(rate[1]):,.0f} requests/s, {sent[1]}/s", f"99 of 100 within {late[1]}")


@contextmanager
def _served(folder: Path) -> Iterator[int]:
    """Serve a folder's output by the ready file of nginx while the block runs; yield the port."""
    secure, plain = _free(), _free()
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "fullchain.pem",
                    "-subj", "/CN=localhost"], cwd=folder, check=True, capture_output=True)
    text = (ROOT / "docs" / "may-chu" / "nginx.conf").read_text("utf-8")
    for before, after in (("/etc/ssl/congkhai", str(folder)), ("/srv/congkhai", str(folder)), ("    listen [::]:80;\n", ""),
                          ("    listen [::]:443 ssl;\n", ""), ("listen 80;", f"listen 127.0.0.1:{plain};"),
                          ("listen 443 ssl;", f"listen 127.0.0.1:{secure} ssl;"), ("include mime.types", "include /etc/nginx/mime.types")):
        text = text.replace(before, after)
    (folder / "site.conf").write_text(text, "utf-8")
    user = "user root;\n" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    own = "".join(f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(f"{user}daemon off;\nworker_processes auto;\npid {folder}/pid;\n"
                                       f"error_log {folder}/errors;\nevents {{}}\n"
                                       f"http {{\naccess_log off;\n{own}include {folder}/site.conf;\n}}\n", "utf-8")
    process = subprocess.Popen(["nginx", "-e", str(folder / "errors"), "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL)
    try:
        _wait(secure)
        yield secure
    finally:
        process.terminate()
        process.wait(30)


def _wait(port: int) -> None:
    for _ in range(200):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)


def _free() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
