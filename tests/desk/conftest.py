"""A desk that runs as people start it: a process of its own, a folder of its own, and a way to ask it."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.conftest import ROOT

_PATIENCE = 180


@dataclass
class Running:
    """A desk that runs: its process, its address with a one-time key, its port, its folder, and the cookie of the first visit."""

    process: subprocess.Popen[str]
    door: str
    folder: Path
    cookie: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def port(self) -> int:
        """Return the port it listens on."""
        return int(self.door.split(":")[2].split("/")[0])

    @property
    def origin(self) -> str:
        """Return where its own pages come from."""
        return f"http://127.0.0.1:{self.port}"

    def enter(self) -> int:
        """Use the one-time key, keep the cookie, and return the status."""
        status, headers, _ = self.ask(self.door.removeprefix(self.origin), cookie="")
        self.cookie = (headers["Set-Cookie"] or "").split(";")[0]
        return status

    def ask(self, path: str, form: dict[str, str] | None = None, *, cookie: str | None = None,
            **headers: str) -> tuple[int, http.client.HTTPMessage, str]:
        """Return the status, headers and text of an answer to a GET, or to a POST of a form from the desk's own page."""
        way = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {"Host": f"127.0.0.1:{self.port}", "Cookie": self.cookie if cookie is None else cookie}
        if form is not None:
            sent |= {"Origin": self.origin, "Content-Type": "application/x-www-form-urlencoded"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        way.request("GET" if form is None else "POST", path, urlencode(form) if form is not None else None,
                    {name: value for name, value in sent.items() if value})
        answer = way.getresponse()
        text = answer.read().decode("utf-8", "replace")
        way.close()
        return answer.status, answer.headers, text

    def until(self, path: str, seen: Callable[[str], bool]) -> str:
        """Return a page once it is as wanted."""
        end = time.monotonic() + _PATIENCE
        while not seen(page := self.ask(path)[2]):
            assert time.monotonic() < end, page[-2000:]
            assert self.process.poll() is None
            time.sleep(0.2)
        return page


def opened(folder: Path, *words: str) -> Iterator[Running]:
    """Start a desk on a folder, and stop it at the end."""
    (folder / "tmp").mkdir(exist_ok=True)
    places = [word for name in ("data", "content", "output", "to-print") for word in (f"--{name}", str(folder / name))]
    command = [sys.executable, "-m", "generator", "desk", "--no-open", "--today", "2026-11-23", *places, *words]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
                          env={**os.environ, "TMPDIR": str(folder / "tmp")}) as process:
        assert process.stdout
        line = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/\?khoa=\S+", line)
        assert found, line
        yield Running(process, found[0], folder)
        process.terminate()
        process.wait(60)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A desk on an empty folder."""
    yield from opened(tmp_path_factory.mktemp("desk"))
