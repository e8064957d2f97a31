"""The desk's screens, one for each step of the way."""

from __future__ import annotations

from flask import Flask

from generator.desk.screens import after, attach, drop, due, end, files, mend, post, see, setup

ALL = (setup.screen, due.screen, drop.screen, mend.screen, see.screen, post.screen, after.screen, attach.screen, end.screen,
       files.screen)


def put_on(app: Flask) -> None:
    """Put all screens on the application."""
    for screen in ALL:
        app.register_blueprint(screen)
