"""The choices of each command, one function a command."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.catalogue.texts import texts

PAPERS = ("A4", "A3", "A2", "A1", "tiles", "tiles-A2", "tiles-A1")
PURPOSES = ("list", "board", "poster", "set", "papers", "notice", "decision", "minutes", "minutes-end", "certificate",
            "guides", "tasks", "self-check", "audio")
ROOT = Path(__file__).resolve().parent.parent.parent
_DAY = "YYYY-MM-DD"


class Misused(Exception):  # noqa: N818 - the house names errors by what they are
    """What was typed is no command the program knows."""


@dataclass(frozen=True, slots=True)
class Adding:
    """What adds a command by its name and its text, and the texts of all choices in the reader's language."""

    command: Callable[[str, str], argparse.ArgumentParser]
    usage: Mapping[str, str]

    def __call__(self, name: str, text: str = "") -> argparse.ArgumentParser:
        """Return a new command's parser."""
        return self.command(name, text or self.usage[name])

    @property
    def language(self) -> str:
        """Return the language of the texts."""
        return "en" if self.usage is texts("report", "en")["usage"] else "vi"


def day(wrong: str) -> Callable[[str], date]:
    """Return what reads a day as typed, or says in the given text that it is none."""
    def read(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Misused(wrong.format(text=text)) from None

    return read


def _build(add: Adding) -> None:
    build, usage = add("build"), add.usage
    _places(build, usage)
    _jobs(build, usage)
    build.add_argument("--scheduler", default="", metavar="ADDRESS", help=usage["scheduler"])
    build.add_argument("--why", type=Path, default=None, metavar="PATH", help=usage["why"])
    build.add_argument("--json", action="store_true", help=usage["json"])
    build.add_argument("--no-prints", dest="prints", action="store_false", help=usage["no_prints"])
    _recorded(build, usage)
    build.add_argument("--strict", action="store_true", help=usage["strict"])


def _check(add: Adding) -> None:
    check = add("check")
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    check.add_argument("--format", choices=("text", "json", "html"), default="text")
    check.add_argument("--marked", type=Path, default=None, metavar="DIR", help=add.usage["marked"])
    _jobs(check, add.usage)


def _post(add: Adding) -> None:
    post = add("post")
    _recorded(post, add.usage)
    _places(post, add.usage)


def _publish(add: Adding) -> None:
    publish = add("publish")
    publish.add_argument("--to", default="", metavar=add.usage["place_name"], help=add.usage["to"])
    publish.add_argument("--again", action="store_true", help=add.usage["again"])
    _recorded(publish, add.usage)
    _places(publish, add.usage)


def _verify(add: Adding) -> None:
    verify = add("verify")
    _places(verify, add.usage)
    for name in ("head", "code"):
        verify.add_argument(f"--{name}", default="", help=add.usage[f"verify_{name}"], metavar=add.usage["code_name"])


def _due(add: Adding) -> None:
    due = add("due")
    _places(due, add.usage)
    due.add_argument("--on", type=day(add.usage["day_wrong"]), default=None, help=add.usage["on"], metavar=_DAY)
    due.add_argument("--format", choices=("text", "json", "ics"), default="text")


def _forms(add: Adding) -> None:
    forms = add("forms")
    forms.add_argument("--format", choices=("text", "json"), default="text")
    forms.add_argument("--texts", default="", metavar="LANG", help=add.usage["texts"])
    forms.add_argument("--data", type=Path, default=ROOT / "data", metavar="DIR", help=add.usage["data"])


def _serve(add: Adding) -> None:
    serve = add("serve")
    serve.add_argument("--port", type=int, default=8000, metavar="N", help=add.usage["port"])
    for name in ("data", "content"):
        serve.add_argument(f"--{name}", type=Path, default=ROOT / name, metavar="DIR", help=add.usage[name])


def _desk(add: Adding) -> None:
    desk, usage = add("desk"), add.usage
    _places(desk, usage)
    desk.add_argument("--port", type=int, default=0, metavar="N", help=usage["desk_port"])
    desk.add_argument("--idle", type=float, default=120.0, metavar="N", help=usage["desk_idle"])
    desk.add_argument("--no-open", dest="open", action="store_false", help=usage["desk_no_open"])


def _template(add: Adding) -> None:
    template = add("template")
    template.add_argument("forms", nargs="*", metavar="FORM")
    template.add_argument("--all", action="store_true", help=add.usage["all"])
    template.add_argument("--output", type=Path, default=ROOT / "mau", metavar="DIR")
    template.add_argument("--data", type=Path, default=None, metavar="DIR", help=add.usage["data"])
    template.add_argument("--only", default="", metavar="COMMUNE", help=add.usage["only"])


def _takedown(add: Adding) -> None:
    usage, words = add.usage, texts("takedown", add.language)["usage"]
    parser = add("takedown", words["takedown"])
    parser.add_argument("--person", default="", metavar=words["name"], help=words["person"])
    parser.add_argument("--disclosure", default="", metavar=words["table"], help=words["disclosure"])
    for name in ("pick", "done", "restore"):
        more: dict[str, Any] = {"action": "append", "default": []} if name == "pick" else {"default": 0}
        parser.add_argument(f"--{name}", type=int, metavar=words["number"], help=words[name], **more)
    parser.add_argument("--request", choices=("correction", "removal"), default="", help=words["request"])
    parser.add_argument("--received", type=day(usage["day_wrong"]), default=None, metavar=_DAY, help=words["received"])
    for name in ("all", "private", "list"):
        parser.add_argument(f"--{name}", action="store_true", help=words[name])
    parser.add_argument("--no-build", dest="build", action="store_false", help=words["no_build"])
    _recorded(parser, usage)
    parser.add_argument("--no-prints", dest="prints", action="store_false", help=usage["no_prints"])
    _places(parser, usage)


def _prints(add: Adding) -> None:
    parser, usage = add("prints"), add.usage
    parser.add_argument("what", nargs="*", metavar=usage["what"], help=usage["what_help"])
    parser.add_argument("--paper", choices=PAPERS, default="", help=usage["paper"])
    parser.add_argument("--purpose", choices=PURPOSES, default="", help=usage["purpose"])
    parser.add_argument("--place", default="", metavar=usage["place_name"], help=usage["place"])
    _places(parser, usage)


def _places(parser: argparse.ArgumentParser, usage: Mapping[str, str]) -> None:
    for name in ("data", "content", "output", "to-print"):
        parser.add_argument(f"--{name}", type=Path, default=ROOT / name, metavar="DIR", help=usage[name])
    parser.add_argument("--only", default="", metavar="COMMUNE", help=usage["only"])


def _recorded(parser: argparse.ArgumentParser, usage: Mapping[str, str]) -> None:
    parser.add_argument("--recorded", action="store_true", help=usage["recorded"])


def _jobs(parser: argparse.ArgumentParser, usage: Mapping[str, str]) -> None:
    parser.add_argument("--jobs", type=int, default=max(1, min(os.cpu_count() or 1, 8)), metavar="N", help=usage["jobs"])


ALL: tuple[Callable[[Adding], None], ...] = (
    _build, _check, _post, _publish, _verify, _due, _forms, _serve, _template, _takedown, _prints, _desk)
