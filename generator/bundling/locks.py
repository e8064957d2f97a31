"""A lock of libraries: its pins, and which of them a system and a Python version need."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.bundling.targets import Target

_PIN = re.compile(r"([A-Za-z0-9._-]+==[^ ;]+)(?: ; ([^\\]+?))?((?: *\\\n +--hash=[a-z0-9]+:[0-9a-f]+)+)")
_CLAUSE = re.compile(r"(\w+) (==|!=|<|>=) '([^']*)'")


class UnknownMarker(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """A condition in a lock that is not understood; a bundle that left it out would lack a library."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One library of a lock: name and exact version, the condition it is needed under, its hashes as they stand."""

    name: str
    condition: str
    hashes: str

    def line(self) -> str:
        """Return the pin as a requirement without its condition."""
        return f"{self.name}{self.hashes}\n"


def pins(lock: Path) -> tuple[Pin, ...]:
    """Return all pins of a lock, in its order."""
    return tuple(Pin(found[1], found[2] or "", found[3]) for found in _PIN.finditer(lock.read_text("utf-8")))


def needed(pinned: Iterable[Pin], target: Target) -> tuple[Pin, ...]:
    """Return the pins whose conditions hold on a target; UnknownMarker for a condition that is not understood."""
    return tuple(pin for pin in pinned if all(_holds(clause, target) for clause in filter(None, pin.condition.split(" and "))))


def _holds(clause: str, target: Target) -> bool:
    found = _CLAUSE.fullmatch(clause)
    if not found or found[1] not in target.facts:
        raise UnknownMarker(clause)
    fact, sign, wanted = target.facts[found[1]], found[2], found[3]
    if sign in {"==", "!="}:
        return (fact == wanted) == (sign == "==")
    return (_ordered(fact) < _ordered(wanted)) == (sign == "<")


def _ordered(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
