"""The officer's commands: `python -m generator COMMAND …`, or `./congkhai COMMAND …`."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

from generator.catalogue.texts import texts
from generator.cells import Unreadable
from generator.commands.arguments import COMMANDS, Misused, language_of, parse
from generator.findings import unreadable
from generator.release.writing import CannotWrite
from generator.report.terminal import told


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
    except KeyboardInterrupt:
        return 2
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
