"""`serve` as people use it: a real process is started, looked at, given another workbook, looked at again, and stopped."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

FIELD = ROOT / "tests" / "field"
_PATIENCE = 120


@dataclass(frozen=True)
class Running:
    """A preview that runs: its process, its port, the data it shows, and the folder its temporary files are in."""

    process: subprocess.Popen[str]
    port: int
    data: Path
    temporary: Path

    def get(self, path: str, *, method: str = "GET", host: str = "") -> tuple[int, http.client.HTTPMessage, bytes]:
        """Return the status, headers and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, headers={"Host": host or f"127.0.0.1:{self.port}"})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    def page(self) -> str:
        """Return the page on every file."""
        return self.get("/_kiem-tra/")[2].decode()

    def until(self, seen: Callable[[str], bool]) -> str:
        """Return the page on every file once it is as wanted."""
        end = time.monotonic() + _PATIENCE
        while not seen(page := self.page()):
            assert time.monotonic() < end, page[-3000:]
            assert self.process.poll() is None
            time.sleep(0.3)
        return page


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview of one commune with a sound list and a faulty table, stopped at the end."""
    folder = tmp_path_factory.mktemp("serve")
    data, content, temporary = folder / "data", folder / "content", folder / "tmp"
    for place in (data, content, temporary):
        place.mkdir()
    (data / "commune.toml").write_text('name = "Xã Thử Nghiệm"\n', "utf-8")
    shutil.copy(FIELD / "nothing-wrong-households.xlsx", data / "ho-ngheo.xlsx")
    shutil.copy(FIELD / "total-typed-over.xlsx", data / "chi.xlsx")
    command = [sys.executable, "-m", "generator", "serve", "--port", "0", "--data", str(data), "--content", str(content)]
    with subprocess.Popen([*command, "--today", "2026-11-23"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          env={**os.environ, "TMPDIR": str(temporary)}) as process:
        assert process.stdout
        told = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline())
        assert told
        yield Running(process, int(told[1]), data, temporary)
        process.kill()


def test_each_file_is_shown_with_its_state_and_marked_copy(running: Running) -> None:
    """The sound list passed and links to its page; the faulty table tells its cell and how to mend it, and has a marked copy."""
    page = running.until(lambda page: "Đã dựng lúc" in page)
    assert 'class="state errors"' in page
    assert "chi.xlsx" in page
    assert "ô C" in page or "ô D" in page
    links = [link for link in re.findall(r'href="([^"]+)"', page) if not link.startswith("data:")]
    assert any(link.startswith("/ho-ngheo/") for link in links)
    assert any("kiem-tra" in link and link.endswith(".xlsx") for link in links)
    assert any("kiem-tra" in link and link.endswith(".html") for link in links)
    assert any(link.endswith(".pdf") for link in links)
    assert {link: running.get(link)[0] for link in links} == dict.fromkeys(links, 200)


def test_a_changed_workbook_is_seen(running: Running) -> None:
    """When the officer mends the workbook, the page says so by itself, and the new page is there."""
    running.until(lambda page: "Đã dựng lúc" in page)
    mark = running.get("/_kiem-tra/moc")[2]
    shutil.copy(FIELD / "nothing-wrong-spending.xlsx", running.data / "chi.xlsx")
    page = running.until(lambda page: 'class="state errors"' not in page and "Đã dựng lúc" in page)
    link = next(link for link in re.findall(r'href="([^"]+)"', page) if link.startswith("/ngan-sach/") and link.endswith("index.html"))
    assert running.get(link)[0] == 200
    assert running.get("/_kiem-tra/moc")[2] != mark


def test_what_is_due_is_a_page_and_a_calendar(running: Running) -> None:
    """The page tells what the commune must publish and by when; the calendar file comes with its own lines' ends."""
    end = time.monotonic() + _PATIENCE
    while "budget-09m/2026-09m@" not in (calendar := running.get("/_kiem-tra/han-cong-khai.ics")[2].decode()):
        assert time.monotonic() < end, calendar
        time.sleep(0.3)
    assert calendar.startswith("BEGIN:VCALENDAR\r\n")
    status, headers, body = running.get("/_kiem-tra/viec-can-lam")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "Tình hình thực hiện ngân sách 09 tháng năm 2026" in body.decode()
    assert "chậm 42 ngày (hạn cuối 12/10/2026)" in body.decode()


def test_answers_are_safe(running: Running) -> None:
    """Other host names are refused, nothing may be changed, nothing outside is served, and the headers keep strangers out."""
    status, headers, _ = running.get("/_kiem-tra/")
    assert status == 200
    assert "default-src 'none'" in str(headers["Content-Security-Policy"])
    assert (headers["X-Content-Type-Options"], headers["Cache-Control"]) == ("nosniff", "no-store")
    assert "Python" not in str(headers["Server"])
    assert running.get("/", host=f"somewhere.example:{running.port}")[0] == 421
    assert running.get("/", host="127.0.0.1")[0] == 421
    assert {running.get("/", method=method)[0] for method in ("POST", "PUT", "DELETE", "OPTIONS")} == {405}
    for path in ("/../build-report.json", "/%2e%2e/build-report.json", "/..%2fbuild-report.json", "/_kiem-tra/ket-qua/../build-report.json",
                 "//etc/passwd", "/C:/Windows", "/%00", "/_kiem-tra/to-print/", "/no-such-page"):
        assert running.get(path)[0] == 404
    assert running.get("/", method="HEAD")[2] == b""


def test_a_taken_port_is_told(running: Running) -> None:
    """A second preview on the same port says that it is taken and ends with 2."""
    done = subprocess.run([sys.executable, "-m", "generator", "serve", "--port", str(running.port), "--data", str(running.data)],
                          cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert str(running.port) in done.stderr
    assert "Traceback" not in done.stderr


def test_stopped_it_leaves_nothing_behind(running: Running) -> None:
    """Ended, it has written nothing beside the data and keeps no temporary file."""
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(timeout=60) == 0
    assert sorted(path.name for path in running.data.iterdir()) == ["chi.xlsx", "commune.toml", "ho-ngheo.xlsx"]
    assert list(running.temporary.iterdir()) == []
