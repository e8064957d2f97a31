"""What can go wrong under a screen, told in the catalogue's words: a full disk, a file that Excel holds, too large a drop."""

from __future__ import annotations

import errno
import tempfile
import traceback

from flask import Flask, Response
from werkzeug.exceptions import InternalServerError, RequestEntityTooLarge

from generator.cells import Unreadable
from generator.desk.dropping import KINDS
from generator.desk.frame import show, the_desk
from generator.findings import Finding, finding, unreadable
from generator.release.writing import CannotWrite


def put_around(app: Flask) -> None:
    """Have every fault end in a screen that says what happened, that nothing is lost, and what to do."""
    app.register_error_handler(CannotWrite, _cannot)
    app.register_error_handler(Unreadable, _unreadable)
    app.register_error_handler(OSError, _system)
    app.register_error_handler(RequestEntityTooLarge, _large)
    app.register_error_handler(InternalServerError, _fault)
    app.logger.disabled = True  # what it says could hold what was read


def _cannot(fault: CannotWrite) -> tuple[str, int]:
    if isinstance(fault.__cause__, PermissionError) and fault.place.suffix in KINDS:
        return show("trouble", text=the_desk().words("trouble")["held"].format(file=fault.place.name)), 409
    return _full() if fault.code == "disk-full" else _told(fault.finding())


def _full() -> tuple[str, int]:
    return show("trouble", text=the_desk().words("trouble")["full"]), 409


def _unreadable(fault: Unreadable) -> tuple[str, int]:
    return _told(unreadable(fault, fault.details.get("file", "")))


def _system(fault: OSError) -> tuple[str, int]:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return _full()
    if isinstance(fault, PermissionError):
        return show("trouble", text=the_desk().words("trouble")["held"].format(file=fault.filename or "")), 409
    return _told(finding("place-unusable", str(fault.filename or ""), reason=fault.strerror or type(fault).__name__))


def _large(_: RequestEntityTooLarge) -> tuple[str, int] | Response:
    return show("trouble", text=the_desk().words("trouble")["large"]), 413


def _fault(fault: InternalServerError) -> tuple[str, int]:
    """Say that the program itself is at fault, and keep where in a file, without a word of what was read."""
    found = fault.original_exception
    lines = traceback.format_list([traceback.FrameSummary(frame.filename, frame.lineno, frame.name)
                                   for frame in traceback.extract_tb(found.__traceback__ if found else None)])
    with tempfile.NamedTemporaryFile("w", prefix="congkhai-", suffix=".txt", encoding="utf-8", delete=False) as file:
        file.writelines([*lines, type(found).__name__, "\n"])
    return show("trouble", text=the_desk().told(finding("program-fault", file.name))), 500


def _told(found: Finding) -> tuple[str, int]:
    return show("trouble", text=the_desk().told(found)), 409
