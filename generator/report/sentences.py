"""One finding in a sentence: where, how grave, what is wrong, how to mend it."""

from __future__ import annotations

from generator.catalogue.texts import texts
from generator.findings import Finding, tell


def told(found: Finding, language: str) -> str:
    """Return one finding as lines of text."""
    words = texts("report", language)
    telling = tell(found, language)
    return f"  {words['severity'][found.severity]} · {where(found, language)}: {telling.message}\n      {telling.help} [{found.code}]"


def where(found: Finding, language: str) -> str:
    """Return the place of a finding in words: file, sheet, cell."""
    shape = "file" if found.sheet is None else "sheet"
    if found.cell:
        shape = "cell" if found.sheet is not None else "cell_csv"
    text: str = texts("report", language)["where"][shape]
    return text.format(file=found.file, sheet=found.sheet, cell=found.cell)
