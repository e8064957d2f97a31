"""How much each part measures: as the README's table has it, or little, to try whether all works."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """Rows, files, communes, seconds and repetitions of the parts."""

    households: tuple[int, ...] = (5000, 20000)
    runs: int = 5
    lists: int = 12
    rows: int = 50
    long: int = 1000
    province: int = 102
    cores: int = 8
    growth: tuple[int, ...] = (1, 10, 102, 1020)
    pages: int = 10
    wire: int = 10
    persons: int = 1000


WHOLE = Sizes()
SMALL = Sizes(households=(200,), runs=1, lists=2, rows=10, long=40, province=2, cores=2, growth=(1, 2, 3), pages=2, wire=1, persons=50)
