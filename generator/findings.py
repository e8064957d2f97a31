"""What was found in a workbook: a code, how grave it is, the cell, what was typed, and the texts that tell it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

from generator.cells import Unreadable

Severity: TypeAlias = Literal["error", "warning", "notice"]

_TEXTS = Path(__file__).parent / "catalogue"
HIDDEN = "•••"
# Words of a private finding that are never the value itself: the name of the column, what a right value looks like.
_SHOWN = frozenset({"column", "example", "expected", "choices"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `cell` is None for a whole sheet, `sheet` is None for a .csv or a whole file.

    `details` are the words its text names, already as the reader should see them. `private` hides what was typed.
    """

    code: str
    severity: Severity
    file: str
    sheet: str | None = None
    cell: str | None = None
    typed: str | None = None
    details: tuple[tuple[str, str], ...] = ()
    private: bool = False

    @property
    def quoted(self) -> str | None:
        """Return what was typed, or "•••" where the column is private."""
        return HIDDEN if self.private and self.typed else self.typed


@dataclass(frozen=True, slots=True)
class Telling:
    """What a finding says (`message`) and how to mend it (`help`), in one language."""

    message: str
    help: str


def severity(code: str) -> Severity:
    """Return the usual severity of a code, from the catalogue of findings; KeyError if there is no such code."""
    found: Severity = _catalogue("vi")[code]["severity"]  # type: ignore[assignment]
    return found


def finding(code: str, file: str, sheet: str | None = None, cell: str | None = None, *, typed: str | None = None,  # noqa: PLR0913 - a finding has this many parts
            level: Severity | None = None, private: bool = False, **details: str) -> Finding:
    """Return a finding with its catalogue's severity unless `level` says otherwise."""
    return Finding(code, level or severity(code), file, sheet, cell, typed, tuple(sorted(details.items())), private)


def unreadable(fault: Unreadable, file: str, sheet: str | None = None, cell: str | None = None, *, typed: str | None = None,  # noqa: PLR0913 - a finding has this many parts
               private: bool = False) -> Finding:
    """Return what a reader of values raised as a finding at its place."""
    return Finding(fault.code, severity(fault.code), file, sheet, cell, typed, tuple(sorted(fault.details.items())), private)


def tell(found: Finding, language: str = "vi") -> Telling:
    """Return the texts of a finding in a language ("vi" or "en"), with its words put in."""
    text = _catalogue(language).get(found.code) or _catalogue("vi")[found.code]
    words = {key: HIDDEN if found.private and key not in _SHOWN else word for key, word in found.details}
    words |= {"file": found.file, "sheet": found.sheet or "", "cell": found.cell or "", "typed": found.quoted or words.get("typed", "")}
    return Telling(text["what"].format_map(words), text["mend"].format_map(words))


def codes() -> tuple[str, ...]:
    """Return every code of the catalogue, in its order."""
    return tuple(_catalogue("vi"))


def acceptable(code: str) -> bool:
    """Return whether an officer may accept an error of this code: sums and totals that differ as signed, nothing else."""
    return bool(_catalogue("vi").get(code, {}).get("acceptable", False))


def entry(code: str, language: str = "vi") -> dict[str, str]:
    """Return all that the catalogue says of a code: severity, what, mend, and an example before and after."""
    return _catalogue("vi")[code] | _catalogue(language).get(code, {})


@cache
def _catalogue(language: str) -> dict[str, dict[str, str]]:
    path = _TEXTS / f"findings.{language}.toml"
    return tomllib.loads((path if path.is_file() else _TEXTS / "findings.vi.toml").read_text("utf-8"))
