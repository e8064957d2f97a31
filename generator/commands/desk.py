"""`desk`: the officer's page, for all of this without a terminal."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

from generator.catalogue.texts import texts
from generator.commands.arguments import ROOT, Misused
from generator.commands.build import options_of
from generator.desk import opening
from generator.desk.looking import Look
from generator.desk.standing import Desk
from generator.desk.work import Bench


def run(chosen: argparse.Namespace) -> int:
    """Open the desk and serve it until it is left alone; return 0. Misused where the port is taken."""
    options = options_of(chosen)
    options.data.mkdir(parents=True, exist_ok=True)
    options.content.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGTERM, _interrupted)
    day = ("--today", chosen.today.isoformat()) if chosen.today else ()
    more = ("--lang", chosen.lang, *day, *(("--only", chosen.only) if chosen.only else ()))
    with tempfile.TemporaryDirectory(prefix="congkhai-") as folder:
        preview = Look(Path(folder).resolve(), {"data": options.data.absolute(), "content": options.content}, more, ROOT)
        desk = Desk(options, preview, Bench(ROOT, more))
        try:
            said = opening.run(desk, chosen.port, chosen.idle * 60, show=chosen.open)
        except OverflowError:
            raise Misused(texts("serving", chosen.lang)["busy"].format(port=chosen.port, other=8100)) from None
    sys.stdout.write(said + "\n")
    return 0


def _interrupted(*_: object) -> NoReturn:
    raise KeyboardInterrupt
