"""What may be typed after `congkhai`: commands and their choices, told in the reader's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, ClassVar, NoReturn

from generator import wording
from generator.catalogue.texts import texts
from generator.commands import bundle_choices
from generator.commands.choices import ALL, ROOT, Adding, Misused, day

__all__ = ["COMMANDS", "ROOT", "Misused", "language_of", "parse"]

COMMANDS = {"build": "build", "check": "check", "post": "post", "verify": "verify", "forms": "forms", "template": "template",
            "serve": "serve", "prints": "prints", "due": "due", "takedown": "takedown", "publish": "publish", "desk": "desk",
            "bundle": "bundle"}


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
    common.add_argument("--lang", choices=wording.languages(), default="vi", help=usage["lang"])
    common.add_argument("--today", type=day(usage["day_wrong"]), default=None, help=usage["day"], metavar="YYYY-MM-DD")
    adding = Adding(lambda name, text: commands.add_parser(name, parents=[common], help=text), usage)
    for add in (*ALL, bundle_choices.add):
        add(adding)
    return parser
