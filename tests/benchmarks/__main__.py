"""Measure on this machine and print one table: `./congkhai bench [PART …|all] [--minutes N] [--to FILE] [--small]`."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from tests.benchmarks import parts, working_out
from tests.benchmarks.measuring import ROOT
from tests.benchmarks.table import Row, machine, markdown, program

_CHANGED = "\n\nThe program was changed while it was measured: no figures to keep.\n\n"


def main(words: list[str]) -> int:
    """Measure what was asked for, print the table, and return 0; 2 where the place for it can't be written."""
    chosen = _arguments().parse_args(words)
    names = parts.NAMES if "all" in chosen.parts else tuple(chosen.parts) or parts.SHORT
    head, before = machine(), program(ROOT)
    rows: list[Row] = []
    try:
        _write(chosen.to, head, rows)
    except OSError as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    sys.stdout.write(f"{head}\n\n")
    for told in parts.measure(names, chosen.minutes * 60, small=chosen.small):
        rows += told.rows
        if program(ROOT) != before:
            head += _CHANGED if _CHANGED not in head else ""
        sys.stderr.write(f"{told.name}: {told.seconds:.0f} s\n")
        _write(chosen.to, head, rows)
    rows += working_out.rows(rows) if "province" in names else ()
    _write(chosen.to, head, rows)
    sys.stdout.write(_CHANGED * (_CHANGED in head) + markdown(rows))
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="congkhai bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*parts.NAMES, "all", []], metavar="PART",
                        help=f"{', '.join(parts.NAMES)}; all; without one: {', '.join(parts.SHORT)}")
    parser.add_argument("--minutes", type=float, default=35, help="in all; the province's size without prints is cut to what is left")
    parser.add_argument("--to", type=Path, help="a file that has the table so far after each part")
    parser.add_argument("--small", action="store_true", help="little of everything, to see whether all works; no figures to keep")
    return parser


def _write(file: Path | None, head: str, rows: list[Row]) -> None:
    """Write the machine's name and the table so far."""
    if file:
        file.write_text(f"{head}\n\n{markdown(rows)}", "utf-8")


def _leave(number: int, _frame: object) -> None:
    """End as an exception does, so that scratch folders go."""
    sys.exit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _leave)
    sys.exit(main(sys.argv[1:]))
