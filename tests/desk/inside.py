"""A desk within the test's own process: no server, no engine of its own, read again whenever something was asked of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from werkzeug.test import Client, TestResponse

from generator.desk.engine import answered
from generator.desk.guard import COOKIE, Guard
from generator.desk.looking import Look
from generator.desk.opening import application
from generator.desk.standing import Desk
from generator.desk.work import Bench
from generator.publication.options import Options
from tests.conftest import ROOT

DAY = date(2026, 11, 23)


@dataclass
class Window:
    """A browser's window at a desk that lives in the test itself."""

    desk: Desk
    client: Client

    def get(self, path: str) -> str:
        """Return a page, the folder read again before."""
        self.desk.answer = answered(self.desk.options)
        self.desk.reading = False
        return self.client.get(path, base_url="http://127.0.0.1:1").get_data(as_text=True)

    def send(self, path: str, form: dict[str, str]) -> TestResponse:
        """Return the answer to a form, after the way it leads to."""
        return self.client.post(path, data=form, base_url="http://127.0.0.1:1", headers={"Origin": "http://127.0.0.1:1"})

    def said(self, path: str, form: dict[str, str]) -> str:
        """Return the screen that a form leads to."""
        answer = self.send(path, form)
        return self.get(answer.headers["Location"]) if answer.status_code == 303 else answer.get_data(as_text=True)

    def form(self, path: str, *names: str) -> dict[str, str]:
        """Return what the forms of a page send along unseen."""
        page = self.get(path)
        found = {name: re.search(rf'name="{name}" value="([^"]*)"', page) for name in names}
        return {name: match[1] for name, match in found.items() if match}


def window(folder: Path) -> Window:
    """Return a window at a desk on a folder, let in."""
    for name in ("data", "content"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    options = Options(folder / "data", folder / "content", folder / "output", folder / "to-print", DAY, jobs=1)
    desk = Desk(options, Look(folder / "xem", {"data": options.data, "content": options.content}, (), ROOT), Bench(ROOT, ()))
    guard = Guard(port=1)
    app = application(desk, guard)
    client = Client(app, TestResponse)
    client.set_cookie(COOKIE, guard.enter(guard.door().rpartition("=")[2]), domain="127.0.0.1")
    return Window(desk, client)
