"""Empty workbooks filled in once for all tests, and what LibreOffice makes of them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from generator import catalogue, templates
from generator.commune import Commune, Hamlet
from generator.templates import Design
from tests.templates.filling import HAMLETS, Filled, filled

COMMUNE = Commune(name="Xã Thử Nghiệm", id="thu-nghiem", hamlet=tuple(Hamlet(name=name) for name in HAMLETS))
DAY = date(2026, 11, 23)
DESIGNS = templates.designs()
NAMES = [design.file for design in DESIGNS]


def empty(design: Design, commune: Commune = COMMUNE, day: date = DAY) -> bytes:
    """Return a design's empty workbook."""
    return templates.make(design, commune, day, catalogue.load())


@pytest.fixture(scope="session")
def books() -> Mapping[str, Filled]:
    """Every workbook filled in, by its file's name."""
    return {design.file: filled(empty(design), design, design.file) for design in DESIGNS}


@pytest.fixture(scope="session")
def saved(books: Mapping[str, Filled], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of all workbooks filled in, as .xlsx, and as .xls and .ods where LibreOffice saved them so."""
    folder = tmp_path_factory.mktemp("filled")
    for name, book in books.items():
        (folder / f"{name}.xlsx").write_bytes(book.content)
    office = shutil.which("soffice")
    for kind in ("xls", "ods") if office else ():
        command = [str(office), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", kind]
        files = [str(path) for path in sorted(folder.glob("*.xlsx"))]
        subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=300)
    return folder
