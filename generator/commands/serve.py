"""`serve`: a preview of its own on this computer, built again when data or content change; posts nothing."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from pathlib import Path
from threading import Event, Thread

from generator.catalogue.texts import texts
from generator.cells import Unreadable
from generator.commands.arguments import ROOT, Misused
from generator.publication.progress import say
from generator.serving.due_page import FILE, calendar_file, due_page
from generator.serving.overview import DUE_PAGE, MARK, PLACE, SCRIPT, overview, script
from generator.serving.preview import OUTPUT, PAPERS, RESULTS, Preview
from generator.serving.server import Served, address, server
from generator.serving.watching import changes


def run(chosen: argparse.Namespace) -> int:
    """Serve the preview until it is stopped; return 0. Misused where the port is taken."""
    places = {"data": chosen.data.absolute(), "content": chosen.content.absolute()}
    missing = next((place for place in places.values() if not place.is_dir()), None)
    if missing:
        raise Unreadable("file-missing", file=str(missing))
    signal.signal(signal.SIGTERM, _interrupted)
    with tempfile.TemporaryDirectory(prefix="congkhai-") as folder:
        preview = Preview(Path(folder).resolve(), places, _words(chosen), ROOT)
        try:
            _serve(preview, places, chosen)
        except KeyboardInterrupt:
            return 0
        finally:
            preview.stop()
    return 0


def _serve(preview: Preview, places: dict[str, Path], chosen: argparse.Namespace) -> None:
    words, folder = texts("serving", chosen.lang), preview.folder
    served = Served(
        {"": folder / OUTPUT, f"{PLACE}/{PAPERS}": folder / PAPERS, f"{PLACE}/{RESULTS}": folder / RESULTS},
        {f"/{PLACE}/": ("text/html", lambda: overview(preview, chosen.data, chosen.lang)), f"/{PLACE}/{MARK}": ("text/plain", preview.mark),
         f"/{PLACE}/{SCRIPT}": ("text/javascript", script), f"/{DUE_PAGE}": ("text/html", lambda: due_page(preview, chosen.lang)),
         f"/{FILE}": ("text/calendar", lambda: calendar_file(preview))}, words, lambda: bool(preview.state.report))
    try:
        running = server(served, chosen.port)
    except (OSError, OverflowError):
        raise Misused(words["busy"].format(port=chosen.port, other=chosen.port + 1)) from None
    with running:
        Thread(target=running.serve_forever, daemon=True).start()
        sys.stdout.write(words["address"].format(address=address(running)) + "\n")
        sys.stdout.write(words["overview"].format(address=f"{address(running)}{PLACE}/") + "\n")
        sys.stdout.flush()
        say(words["stop"])
        preview.renew()
        for changed in changes(tuple(places.values()), Event()):
            if changed:
                say(words["changed"])
                preview.renew()
            preview.look()


def _words(chosen: argparse.Namespace) -> tuple[str, ...]:
    day = ("--today", chosen.today.isoformat()) if chosen.today else ()
    return ("--lang", chosen.lang, *day)


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt
