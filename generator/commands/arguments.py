"""What may be typed after `congkhai`: commands and their choices, told in the reader's language."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar, NoReturn

from generator.catalogue.texts import texts

COMMANDS = {"build": "build", "check": "check", "post": "post", "verify": "verify", "forms": "forms", "template": "template",
            "serve": "serve", "prints": "prints", "due": "due", "takedown": "takedown", "publish": "publish"}
_PAPERS = ("A4", "A3", "A2", "A1", "tiles", "tiles-A2", "tiles-A1")
_PURPOSES = ("list", "board", "poster", "set", "papers", "notice", "decision", "minutes", "minutes-end", "certificate")
ROOT = Path(__file__).resolve().parent.parent.parent


class Misused(Exception):  # noqa: N818 - the house names errors by what they are
    """What was typed is no command the program knows."""


class _Parser(argparse.ArgumentParser):
    """Speaks the words of one language, where argparse knows English only."""

    words: ClassVar[Mapping[str, str]] = {}

    def __init__(self, *, add_help: bool = True, **more: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **more)
        if add_help:
            self._optionals.title, self._positionals.title = self.words["options"], self.words["places"]
            self.add_argument("-h", "--help", action="help", help=self.words["help"])

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", self.words["usage"], 1)

    def error(self, message: str) -> NoReturn:
        named, quoted = re.match(r"argument ([^:]+): ", message), re.search(r"'([^']*)'", message)
        choices = re.search(r"choose from (.*)\)", message)
        if named is None:
            raise Misused(self.words["missing"].format(names=message.rpartition(": ")[2]))
        told = "value_choice" if choices else "value_wrong" if quoted else "value_missing"
        words = {"argument": named[1], "typed": quoted[1] if quoted else "", "choices": choices[1] if choices else ""}
        raise Misused(self.words[told].format_map(words))


def language_of(words: Sequence[str]) -> str:
    """Return "en" where `--lang en` was typed, "vi" otherwise."""
    return "en" if "--lang=en" in words or ("--lang", "en") in pairwise(words) else "vi"


def parse(words: Sequence[str]) -> argparse.Namespace | None:
    """Return the command and its choices, or None after help was shown; Misused where they make no sense."""
    usage = texts("report", language_of(words))["usage"]
    if not words:
        raise Misused(usage["none"].format(commands=", ".join(COMMANDS)))
    if not words[0].startswith("-") and words[0] not in COMMANDS:
        raise Misused(usage["unknown"].format(typed=words[0], commands=", ".join(COMMANDS)))
    try:
        chosen, rest = _parser(usage).parse_known_args(words)
    except SystemExit:
        return None
    if rest:
        raise Misused(usage["option_unknown"].format(typed=" ".join(rest)))
    return chosen


def _parser(usage: Mapping[str, str]) -> _Parser:
    speaking: type[_Parser] = type("Parser", (_Parser,), {"words": usage})
    parser = speaking(prog="congkhai", description=usage["program"])
    commands = parser.add_subparsers(dest="command", required=True, title=usage["commands"], metavar=usage["command"])
    common = speaking(add_help=False)
    common.add_argument("--lang", choices=("vi", "en"), default="vi", help=usage["lang"])
    common.add_argument("--today", type=_day(usage["day_wrong"]), default=None, help=usage["day"], metavar="YYYY-MM-DD")
    build = commands.add_parser("build", parents=[common], help=usage["build"])
    _places(build, usage)
    build.add_argument("--jobs", type=int, default=max(1, min(os.cpu_count() or 1, 8)), metavar="N", help=usage["jobs"])
    build.add_argument("--scheduler", default="", metavar="ADDRESS", help=usage["scheduler"])
    build.add_argument("--why", type=Path, default=None, metavar="PATH", help=usage["why"])
    build.add_argument("--json", action="store_true", help=usage["json"])
    build.add_argument("--no-prints", dest="prints", action="store_false", help=usage["no_prints"])
    build.add_argument("--strict", action="store_true", help=usage["strict"])
    check = commands.add_parser("check", parents=[common], help=usage["check"])
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    check.add_argument("--format", choices=("text", "json", "html"), default="text")
    check.add_argument("--marked", type=Path, default=None, metavar="DIR", help=usage["marked"])
    check.add_argument("--jobs", type=int, default=max(1, min(os.cpu_count() or 1, 8)), metavar="N")
    post = commands.add_parser("post", parents=[common], help=usage["post"])
    _places(post, usage)
    publish = commands.add_parser("publish", parents=[common], help=usage["publish"])
    publish.add_argument("--to", default="", metavar=usage["place_name"], help=usage["to"])
    publish.add_argument("--again", action="store_true", help=usage["again"])
    _places(publish, usage)
    verify = commands.add_parser("verify", parents=[common], help=usage["verify"])
    _places(verify, usage)
    for name in ("head", "code"):
        verify.add_argument(f"--{name}", default="", help=usage[f"verify_{name}"], metavar=usage["code_name"])
    due = commands.add_parser("due", parents=[common], help=usage["due"])
    _places(due, usage)
    due.add_argument("--on", type=_day(usage["day_wrong"]), default=None, help=usage["on"], metavar="YYYY-MM-DD")
    due.add_argument("--format", choices=("text", "json", "ics"), default="text")
    forms = commands.add_parser("forms", parents=[common], help=usage["forms"])
    forms.add_argument("--format", choices=("text", "json"), default="text")
    serve = commands.add_parser("serve", parents=[common], help=usage["serve"])
    serve.add_argument("--port", type=int, default=8000, metavar="N", help=usage["port"])
    serve.add_argument("--data", type=Path, default=ROOT / "data", metavar="DIR", help=usage["data"])
    serve.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR", help=usage["content"])
    template = commands.add_parser("template", parents=[common], help=usage["template"])
    template.add_argument("forms", nargs="*", metavar="FORM")
    template.add_argument("--all", action="store_true", help=usage["all"])
    template.add_argument("--output", type=Path, default=ROOT / "mau", metavar="DIR")
    template.add_argument("--data", type=Path, default=None, metavar="DIR", help=usage["data"])
    template.add_argument("--only", default="", metavar="COMMUNE", help=usage["only"])
    _takedown(commands, common, usage)
    _prints(commands.add_parser("prints", parents=[common], help=usage["prints"]), usage)
    return parser


def _takedown(commands: Any, common: _Parser, usage: Mapping[str, str]) -> None:
    words = texts("takedown", "en" if usage is texts("report", "en")["usage"] else "vi")["usage"]
    parser = commands.add_parser("takedown", parents=[common], help=words["takedown"])
    parser.add_argument("--person", default="", metavar=words["name"], help=words["person"])
    parser.add_argument("--disclosure", default="", metavar=words["table"], help=words["disclosure"])
    for name in ("pick", "done", "restore"):
        more = {"action": "append", "default": []} if name == "pick" else {"default": 0}
        parser.add_argument(f"--{name}", type=int, metavar=words["number"], help=words[name], **more)
    parser.add_argument("--request", choices=("correction", "removal"), default="", help=words["request"])
    parser.add_argument("--received", type=_day(usage["day_wrong"]), default=None, metavar="YYYY-MM-DD", help=words["received"])
    for name in ("all", "private", "list"):
        parser.add_argument(f"--{name}", action="store_true", help=words[name])
    parser.add_argument("--no-build", dest="build", action="store_false", help=words["no_build"])
    parser.add_argument("--no-prints", dest="prints", action="store_false", help=usage["no_prints"])
    _places(parser, usage)


def _prints(parser: argparse.ArgumentParser, usage: Mapping[str, str]) -> None:
    parser.add_argument("what", nargs="*", metavar=usage["what"], help=usage["what_help"])
    parser.add_argument("--paper", choices=_PAPERS, default="", help=usage["paper"])
    parser.add_argument("--purpose", choices=_PURPOSES, default="", help=usage["purpose"])
    parser.add_argument("--place", default="", metavar=usage["place_name"], help=usage["place"])
    _places(parser, usage)


def _places(parser: argparse.ArgumentParser, usage: Mapping[str, str]) -> None:
    for name in ("data", "content", "output", "to-print"):
        parser.add_argument(f"--{name}", type=Path, default=ROOT / name, metavar="DIR", help=usage[name])
    parser.add_argument("--only", default="", metavar="COMMUNE", help=usage["only"])


def _day(wrong: str) -> Callable[[str], date]:
    def read(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Misused(wrong.format(text=text)) from None

    return read
