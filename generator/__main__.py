"""The officer's commands: `python -m generator COMMAND …`, or `./congkhai COMMAND …`."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from types import TracebackType

from generator.catalogue.texts import texts
from generator.cells import Unreadable
from generator.commands.arguments import COMMANDS, Misused, language_of, parse
from generator.findings import finding, unreadable
from generator.release.writing import CannotWrite
from generator.report.sentences import told


def main(words: Sequence[str]) -> int:
    """Run one command; return 0 when all is good, 1 when something was refused, 2 when it could not be carried out."""
    language = language_of(words)
    try:
        chosen = parse(words)
        if chosen is None:
            return 0
        command = importlib.import_module(f"generator.commands.{COMMANDS[chosen.command]}")
        code: int = command.run(chosen)
    except Misused as fault:
        sys.stderr.write(texts("report", language)["usage"]["wrong"].format(fault=fault) + "\n")
        return 2
    except Unreadable as fault:
        sys.stderr.write(told(unreadable(fault, fault.details.get("file", "")), language) + "\n")
        return 2
    except CannotWrite as fault:
        sys.stderr.write(told(fault.finding(), language) + "\n")
        return 2
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        sys.stderr.write(told(finding("place-unusable", str(fault.filename or ""), reason=reason), language) + "\n")
        return 2
    except KeyboardInterrupt:
        return 2
    return code


def unexpected(sort: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
    """Say that the program itself is at fault, keep where in a file without a word of what was read, and end with 2."""
    lines = traceback.format_list([traceback.FrameSummary(frame.filename, frame.lineno, frame.name)
                                   for frame in traceback.extract_tb(trace)])
    with tempfile.NamedTemporaryFile("w", prefix="congkhai-", suffix=".txt", encoding="utf-8", delete=False) as file:
        file.writelines([*lines, sort.__name__, "\n"])
    sys.stderr.write(told(finding("program-fault", file.name), language_of(sys.argv)) + "\n")
    sys.stderr.flush()
    os._exit(2)


if __name__ == "__main__":
    sys.excepthook = unexpected
    sys.exit(main(sys.argv[1:]))
