"""The first start, and the commune's settings whenever they change: a form, each entry with its default and why it is asked."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from generator.cells import Unreadable
from generator.commune import Commune
from generator.desk import settings_file
from generator.desk.deciding import digest_of
from generator.desk.frame import done, show, the_desk
from generator.desk.who import remember, who
from generator.findings import tell, unreadable
from generator.sources import SETTINGS
from generator.vietnamese import nfc

screen = Blueprint("setup", __name__)
_LONGEST = 300


@screen.get("/thiet-lap")
def main() -> str:
    """Return the form, filled with what is known."""
    return _form(settings_file.form_of(_commune()) | {"who": who(the_desk().home)}, {})


@screen.post("/thiet-lap")
def save() -> str | Response:
    """Keep what was typed, or ask again for what is missing."""
    desk = the_desk()
    words = desk.words("setup")
    if request.form.get("ban", "") != digest_of(desk.home / SETTINGS):
        return done(words["stale"], "setup.main")
    typed = {key: _clean(request.form.get(key, "")) for key in (*settings_file.SINGLE, "who")}
    typed |= {f"signatory_{key}": _clean(request.form.get(f"signatory_{key}", "")) for key in settings_file.SIGNATORY}
    lists = {key: _lines(request.form.get(key, "")) for key in ("hamlets", "places")}
    wrong = {key: words[f"{key}_wrong"] for key in ("name", "names_on_web", "who") if not typed[key]}
    if typed["site"] and not re.match(r"^https?://\S+$", typed["site"]):
        wrong["site"] = words["site_wrong"]
    if wrong:
        return _form(typed | {key: "\n".join(own) for key, own in lists.items()} | {"names_on_web": typed["names_on_web"]}, wrong)
    single: dict[str, Any] = {key: typed[key] for key in settings_file.SINGLE} | {"names_on_web": typed["names_on_web"] == "co"}
    try:
        settings_file.save(desk.home, single, {key: typed[f"signatory_{key}"] for key in settings_file.SIGNATORY},
                           lists["hamlets"], lists["places"])
    except Unreadable as fault:
        return _form(typed | {key: "\n".join(own) for key, own in lists.items()},
                     {"name": tell(unreadable(fault, fault.details.get("file", ""))).message})
    remember(desk.home, typed["who"])
    first = desk.study is None
    desk.ask()
    return done(words["saved"], "drop.main" if first else "due.main")


def start() -> Response | None:
    """Return the way to the form where no commune is set up yet."""
    return redirect(url_for("setup.main")) if the_desk().is_new else None


def _form(values: dict[str, Any], wrong: dict[str, str]) -> str:
    if isinstance(values.get("names_on_web"), bool):
        values["names_on_web"] = ("co" if values["names_on_web"] else "khong") if the_desk().study else ""
    return show("setup", values=values, wrong=wrong, state=digest_of(the_desk().home / SETTINGS), kinds=("xã", "phường", "đặc khu"))


def _commune() -> Commune:
    study = the_desk().study
    return study.office.commune if study else Commune(name="")


def _clean(text: str) -> str:
    return " ".join(nfc(text).split())[:_LONGEST]


def _lines(text: str) -> list[str]:
    return list(dict.fromkeys(line for one in text.splitlines() if (line := _clean(one))))
