"""The kinds of forms: what tables of a kind mean, what may be wrong with them, and what of them is public."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from generator.kinds import budget, contributions, households, register
from generator.kinds.kind import Kind, Parts

__all__ = ["KINDS", "Kind", "Parts"]

KINDS: Mapping[str, Kind] = {name: cast("Kind", module) for name, module in (
    ("budget", budget), ("households", households), ("contributions", contributions),
    ("register", register))}
