"""A machine's own browser as the press where WeasyPrint's libraries are missing: the same HTML into the same files, without tags."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject

from generator.prints import codes
from generator.prints.compose import THEME
from generator.prints.job import PrintJob

TIMEOUT = 60
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable",
          "msedge", "chrome")
_WINDOWS = (r"Microsoft\Edge\Application\msedge.exe", r"Google\Chrome\Application\chrome.exe", r"Chromium\Application\chrome.exe")
_MAC = ("Google Chrome.app/Contents/MacOS/Google Chrome", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "Chromium.app/Contents/MacOS/Chromium")
_QUIET = ("--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
          "--disable-sync", "--allow-file-access-from-files", "--no-pdf-header-footer")
_DATE = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")
_NODE = re.compile(rb"node\d{8}(?=\))")  # names of cells in the tags; which is which differs from one run to another
_PAGE = re.compile(rb"/Type\s*/Page\b")


def found() -> str:
    """Return the path of a browser that prints without a window, "" where the machine has none."""
    for name in _NAMES:
        if path := shutil.which(name):
            return path
    bases = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    places = [Path(base) / name for base in bases if base for name in _WINDOWS] + [Path("/Applications") / name for name in _MAC]
    return next((str(path) for path in places if path.is_file()), "")


def press(job: PrintJob, target: Path) -> int:
    """Write a print as PDF by the browser and return its number of pages, 0 where the browser made nothing.

    A poster stands in its least type, a table carries no sums, a poster is not cut into sheets, and no prints are bound together.
    """
    if job.members:
        return 0
    with tempfile.TemporaryDirectory(prefix="congkhai-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, "print.html")
        source.write_text(_page(job.html), "utf-8")
        made = Path(folder, "print.pdf")
        with suppress(subprocess.SubprocessError, OSError):
            subprocess.run(_command(source, made, folder), check=True, timeout=TIMEOUT, stdin=subprocess.DEVNULL,  # noqa: S603
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if not made.is_file():
            return 0
        content = _renumbered(_DATE.sub(rb"\g<1>20000101000000", made.read_bytes()))
        target.write_bytes(content)
    return len(_PAGE.findall(content))


def _renumbered(content: bytes) -> bytes:
    """Return a PDF whose cells' names are counted from 1 as they come, its tree of names in order: the same print has the same bytes."""
    names = dict.fromkeys(_NODE.findall(content))
    if not names:
        return content
    places = {name: b"node%08d" % place for place, name in enumerate(names, 1)}
    book = PdfWriter(clone_from=BytesIO(_NODE.sub(lambda found: places[found[0]], content)))
    tree = book.root_object.get("/StructTreeRoot", DictionaryObject()).get_object().get("/IDTree", DictionaryObject())
    leaves = list(_leaves(tree.get_object()))
    pairs = sorted((pair for _, own in leaves for pair in zip(own[::2], own[1::2], strict=True)), key=lambda pair: str(pair[0]))
    for leaf, before in leaves:
        own = [pairs.pop(0) for _ in before[::2]]
        leaf[NameObject("/Names")] = ArrayObject(part for pair in own for part in pair)
        if "/Limits" in leaf:
            leaf[NameObject("/Limits")] = ArrayObject((own[0][0], own[-1][0]))
    made = BytesIO()
    book.write(made)
    return made.getvalue()


def _leaves(node: DictionaryObject) -> Iterator[tuple[DictionaryObject, list[PdfObject]]]:
    """Yield the leaves of a tree of names in their order, each with its names and what they stand for."""
    if "/Names" in node:
        yield node, [*node["/Names"]]  # type: ignore[misc]
    for child in node.get("/Kids", ()):
        yield from _leaves(child.get_object())


def _command(source: Path, made: Path, folder: str) -> list[str]:
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return [found(), *_QUIET, *root, f"--user-data-dir={Path(folder, 'profile')}", f"--print-to-pdf={made}", source.as_uri()]


def _page(html: str) -> str:
    """Return the HTML with the prints' style named in it, since a browser knows none, and its codes drawn."""
    return codes.drawn(html).replace("<style>", f'<link rel="stylesheet" href="{(THEME / "print.css").as_uri()}"><style>', 1)
