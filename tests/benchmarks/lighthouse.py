"""Hold the sample's home, budget, household and contribution pages against Lighthouse, as a cheap phone on slow 4G opens them."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.commands.build import built
from generator.publication.options import Options
from tests.benchmarks.measuring import ROOT, TODAY
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.table import Row, missing

PAGES = ("index.html", "ngan-sach/2026/09-thang/chi/index.html", "ho-ngheo/2026/cong-nhan/index.html",
         "dong-gop/lam-cau-qua-suoi-may/index.html")
FLAGS = "--headless=new --no-sandbox --disable-gpu"
PATIENCE = 180


class _Zipped(SimpleHTTPRequestHandler):
    """Files sent gzipped, as a commune's web server sends them."""

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""

    def do_GET(self) -> None:
        """Send a file, or that it is not there."""
        path = Path(self.translate_path(self.path))
        found = path / "index.html" if path.is_dir() else path
        if not found.is_file():
            self.send_error(404)
            return
        body = gzip.compress(found.read_bytes(), mtime=0)
        self.send_response(200)
        for name, value in (("Content-Type", f"{self.guess_type(str(found))}; charset=utf-8"), ("Content-Encoding", "gzip"),
                            ("Content-Length", str(len(body))), ("Cache-Control", "max-age=600")):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def told(page: str, report: Path) -> Row:
    """Return what Lighthouse's report says of a page."""
    found = json.loads(report.read_text("utf-8"))
    audits = found["audits"]
    scores = ", ".join(f"{name} {round(100 * one['score'])}" for name, one in found["categories"].items() if one["score"] is not None)
    seen = ", ".join(f"{words} {audits[name].get('displayValue', '?')}" for words, name in (
        ("largest paint", "largest-contentful-paint"), ("layout shift", "cumulative-layout-shift"), ("blocked", "total-blocking-time")))
    hidden = "" if audits["is-crawlable"]["score"] else "; kept out of search engines on purpose"
    return Row(f"Lighthouse, mobile, slow 4G: `{page}`", scores, seen + hidden)


def asked(page: str, base: str, folder: Path) -> Row:
    """Return what Lighthouse says of one page, or why it says nothing."""
    report, chromium = folder / "report.json", shutil.which("chromium") or ""
    words = ["npx", "--no-install", "lighthouse", base + page, "--quiet", "--output=json", f"--output-path={report}",
             f"--chrome-flags={FLAGS}"]
    try:
        done = subprocess.run(words, check=False, capture_output=True, text=True, timeout=PATIENCE, cwd=os.environ.get("LIGHTHOUSE"),
                              env=os.environ | {"CHROME_PATH": chromium})
    except (subprocess.TimeoutExpired, OSError) as fault:
        return missing(f"Lighthouse: `{page}`", str(fault)[:200])
    if done.returncode:
        return missing(f"Lighthouse: `{page}`", (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1])
    return told(page, report)


def rows(_sizes: Sizes, _seconds: float) -> Iterator[Row]:
    """Yield a line for each page; one that says so where npx or Lighthouse is not installed (in this folder or in $LIGHTHOUSE)."""
    for tool in ("npx", "chromium"):
        if not shutil.which(tool):
            yield missing("Lighthouse", f"{tool} is not installed")
            return
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        options = Options(data=ROOT / "data", output=folder / "output", to_print=folder / "to-print", today=date.fromisoformat(TODAY),
                          prints=False)
        built(options)
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Zipped, directory=str(options.output))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for page in PAGES:
                yield asked(page, f"http://127.0.0.1:{server.server_port}/", folder)
            server.shutdown()
