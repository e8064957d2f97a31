"""What may be typed after `congkhai`: commands and their choices, told in the reader's language."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from generator.catalogue.texts import texts

COMMANDS = {"build": "build", "check": "check", "post": "post", "verify": "verify", "forms": "forms"}
ROOT = Path(__file__).resolve().parent.parent.parent


class Misused(Exception):  # noqa: N818 - the house names errors by what they are
    """What was typed is no command the program knows."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Misused(message)


def language_of(words: Sequence[str]) -> str:
    """Return "en" where `--lang en` was typed, "vi" otherwise."""
    return "en" if "--lang=en" in words or ("--lang", "en") in pairwise(words) else "vi"


def parse(words: Sequence[str]) -> argparse.Namespace | None:
    """Return the command and its choices, or None after help was shown; Misused where they make no sense."""
    try:
        return _parser(language_of(words)).parse_args(words)
    except SystemExit:
        return None


def _parser(language: str) -> _Parser:
    usage = texts("report", language)["usage"]
    parser = _Parser(prog="congkhai", description=usage["program"])
    commands = parser.add_subparsers(dest="command", required=True, title=usage["commands"], metavar="")
    common = _Parser(add_help=False)
    common.add_argument("--lang", choices=("vi", "en"), default="vi")
    common.add_argument("--today", type=_day(usage["day_wrong"]), default=None, help=usage["day"], metavar="YYYY-MM-DD")
    build = commands.add_parser("build", parents=[common], help=usage["build"])
    _places(build)
    build.add_argument("--jobs", type=int, default=max(1, min(os.cpu_count() or 1, 8)), metavar="N")
    build.add_argument("--no-prints", dest="prints", action="store_false")
    build.add_argument("--strict", action="store_true")
    check = commands.add_parser("check", parents=[common], help=usage["check"])
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    check.add_argument("--format", choices=("text", "json", "html"), default="text")
    check.add_argument("--marked", type=Path, default=None, metavar="DIR", help=usage["marked"])
    check.add_argument("--jobs", type=int, default=max(1, min(os.cpu_count() or 1, 8)), metavar="N")
    post = commands.add_parser("post", parents=[common], help=usage["post"])
    _places(post)
    verify = commands.add_parser("verify", parents=[common], help=usage["verify"])
    _places(verify)
    forms = commands.add_parser("forms", parents=[common], help=usage["forms"])
    forms.add_argument("--format", choices=("text", "json"), default="text")
    return parser


def _places(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=ROOT / "data", metavar="DIR")
    parser.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR")
    parser.add_argument("--output", type=Path, default=ROOT / "output", metavar="DIR")
    parser.add_argument("--to-print", type=Path, default=ROOT / "to-print", metavar="DIR")
    parser.add_argument("--only", default="", metavar="COMMUNE")


def _day(wrong: str) -> Callable[[str], date]:
    def read(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Misused(wrong.format(text=text)) from None

    return read
