"""What every screen of the desk shares: the way with its steps, the words, the sentence after something was done."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask, current_app, flash, redirect, render_template, url_for
from jinja2 import StrictUndefined
from werkzeug.wrappers import Response

from generator.catalogue.texts import texts
from generator.desk.doubts import count, doubts
from generator.desk.news import news
from generator.desk.standing import Desk
from generator.findings import Finding, tell

THEME = Path(__file__).parents[2] / "themes" / "congkhai" / "desk"
STEPS = ("due", "drop", "mend", "see", "post", "after")
_NAME = "congkhai-desk"
_PARENT = {"choose": "drop", "mended": "mend", "mend_wait": "mend", "see_wait": "see", "post_work": "post", "post_unseen": "post",
           "post_nothing": "post", "posted": "post", "person": "after", "attach": "after", "end": "after"}


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way: its number, where it is, its name, a note beside it, and whether it is "done", "here", "wait" or "look"."""

    number: int
    key: str
    href: str
    name: str
    note: str
    state: str
    here: bool


def made(desk: Desk) -> Flask:
    """Return the application without its screens."""
    app = Flask(_NAME, static_folder=str(THEME / "static"), static_url_path="/_ban", template_folder=str(THEME))
    app.extensions[_NAME] = desk
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters["day"] = lambda day: f"{day:%d/%m/%Y}" if day else ""
    return app


def the_desk() -> Desk:
    """Return the desk that the request is for."""
    desk: Desk = current_app.extensions[_NAME]
    return desk


def show(screen: str, **more: Any) -> str:
    """Return a screen as HTML."""
    desk = the_desk()
    study, answer = desk.study, desk.answer
    commune = study.office.commune if study else None
    trouble = tell(answer, desk.language) if isinstance(answer, Finding) and not desk.is_new else None
    return render_template(f"{screen}.html", screen=screen, words=texts("desk", desk.language), own=desk.words(screen),
                           language=desk.language, desk=desk, commune=commune, steps=steps(desk, screen), mark=desk.mark(), trouble=trouble,
                           today=desk.options.today, **more)


def done(text: str, to: str, **chosen: Any) -> Response:
    """Say what was done on the next screen, and go there."""
    flash(text)
    return redirect(url_for(to, **chosen), 303)


def steps(desk: Desk, here: str) -> tuple[Step, ...]:
    """Return the way as it stands."""
    words, study = desk.words("steps"), desk.study
    found = doubts(study) if study else ()
    errors, looks = count(found, "error"), count(found, "warning")
    fresh = len(news(study)) if study else 0
    seen = bool(desk.seen) and desk.seen == desk.state()
    posted = bool(study and study.store.entries)
    late = sum(one.standing in ("late", "asking") for one in study.due) if study else 0
    files = len(study.office.folder.sources) if study else 0
    notes = {
        "due": (words["late"].format(count=late) if late else "", "look" if late else "done" if study else "wait"),
        "drop": (words["files"].format(count=files) if files else "", "done" if files else "wait"),
        "mend": (words["errors"].format(count=errors) if errors else words["looks"].format(count=looks) if looks else "",
                 "look" if errors or looks else "done" if files else "wait"),
        "see": ("", "done" if seen or (posted and not fresh) else "wait"),
        "post": (words["fresh"].format(count=fresh) if fresh else "", "done" if posted and not fresh else "wait"),
        "after": ("", "wait"),
    }
    at = _PARENT.get(here, here)
    return tuple(Step(number, key, url_for(f"{key}.main"), words[key], *notes[key], key == at) for number, key in enumerate(STEPS, 1))
