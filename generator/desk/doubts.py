"""What still needs the officer: findings one after another, errors first, those that were answered set apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import tomlkit

from generator.desk.engine import Study
from generator.findings import Finding, acceptable
from generator.posting.answers import FILE, Answer, read
from generator.posting.store import FOLDER
from generator.records.record import Reading
from generator.release.writing import write


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding to decide upon: its file as read, the table it lies in if any, and whether it was answered ("Đúng như vậy")."""

    finding: Finding
    path: Path
    reading: Reading | None = None
    answered: bool = False
    sha256: str = ""

    @property
    def key(self) -> str:
        """Return a short text by which a page names it: the same as long as the finding stays where it is."""
        found = self.finding
        text = "|".join((found.code, found.file, found.sheet or "", found.cell or "", *(f"{key}={word}" for key, word in found.details)))
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    @property
    def can_be_accepted(self) -> bool:
        """Return whether the officer may say that it is right as it stands."""
        return bool(self.finding.cell) and (self.finding.severity == "warning" or acceptable(self.finding.code))

    @property
    def is_of_files(self) -> bool:
        """Return whether it is one file beside another that is wrong, so that one of them must go."""
        return any(key == "files" for key, _ in self.finding.details)

    @property
    def can_be_typed(self) -> bool:
        """Return whether one cell of a readable sheet is meant, so that it can be mended on the page."""
        return bool(self.finding.cell) and self.reading is not None and not self.is_of_files


def doubts(study: Study) -> tuple[Doubt, ...]:
    """Return what is to be decided upon: errors first, then warnings, each in reading order."""
    kept, _ = read(study.office.folder.path)
    found = [one for one in _all(study, kept) if one.finding.severity != "notice"]
    return tuple(sorted(found, key=lambda one: one.finding.severity != "error"))


def waiting(found: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Return those that nobody answered yet."""
    return tuple(one for one in found if not one.answered)


def count(found: Sequence[Doubt], severity: str) -> int:
    """Return how many of a severity wait."""
    return sum(one.finding.severity == severity for one in waiting(found))


def accept(home: Path, doubt: Doubt, reason: str, who: str, day: date) -> None:
    """Keep the officer's answer that a finding is right as it stands, beside all that was answered before."""
    path = home / FOLDER / FILE
    document = tomlkit.parse(path.read_text("utf-8")) if path.is_file() else tomlkit.document()
    if "answer" not in document:
        document.add("answer", tomlkit.aot())
    found, entry = doubt.finding, tomlkit.table()
    entry.update({"file": Path(found.file).name, "cell": found.cell or "", "code": found.code, "reason": reason, "by": who, "day": day})
    if found.sheet:
        entry["sheet"] = found.sheet
    if found.typed and not found.private:
        entry["typed"] = found.typed
    document["answer"].append(entry)
    write(path, tomlkit.dumps(document).encode())


def _all(study: Study, kept: Sequence[Answer]) -> Iterator[Doubt]:
    for one in study.office.decided.examined:
        for found in one.findings:
            yield Doubt(found, one.source.path, None, _is_answered(found, kept), one.source.sha256)
        for reading in one.readings:
            for found in reading.findings:
                yield Doubt(found, one.source.path, reading, _is_answered(found, kept), one.source.sha256)


def _is_answered(found: Finding, kept: Sequence[Answer]) -> bool:
    """Return whether a warning was answered; an accepted error is no error any more when it comes here."""
    return found.severity == "warning" and any(
        one.code == found.code and found.file.endswith(one.file) and (found.cell or "") == one.cell
        and one.sheet in (None, found.sheet) and one.typed in (None, found.typed) for one in kept)
