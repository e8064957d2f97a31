"""The whole country worked out from what one province took: how many workers, how long, how many bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tests.benchmarks.table import Row, missing

COUNTRY, PROVINCES, CORES = 3321, 34, 2
WORKERS = (2, 8, 32)
_WHAT = f"all {COUNTRY:,} communes of the country"


def rows(measured: Iterable[Row]) -> Iterator[Row]:
    """Yield what the country would take, from the cold province and the cluster's speed among the rows measured."""
    found: dict[str, float] = {}
    for row in measured:
        found |= row.figures
    lacking = [name for name in ("seconds", "cluster") if name not in found]
    if "seconds" in lacking:
        yield missing(_WHAT, "it is worked out from a province's cold build, which was not measured")
        return
    yield from (_row(found, count) for count in WORKERS)
    yield _bytes(found)
    if lacking:
        yield missing(f"{_WHAT} on a cluster", "no cluster was measured; the lines above take it to be as fast as local processes")


def hours(found: Mapping[str, float], workers: int) -> float:
    """Return the hours that so many workers need: a commune's core seconds in the province, divided among the cluster's workers."""
    each = found["seconds"] * CORES / found["communes"]
    return each * COUNTRY / workers / min(found.get("cluster", 1.0), 1.0) / 3600


def _row(found: Mapping[str, float], workers: int) -> Row:
    each = found["seconds"] * CORES / found["communes"]
    memory = (workers * found["worker"] + PROVINCES * found["parent"]) / 1024
    return Row(f"{_WHAT}, cold, {workers} workers, worked out", f"{hours(found, workers):.1f} h, {memory:.1f} GB of memory at most",
               f"{each:.2f} core seconds a commune × {COUNTRY:,} ÷ {workers} workers ÷ {min(found.get('cluster', 1.0), 1.0):.2f} "
               f"of local speed on a cluster; {found['worker']:.0f} MB a worker, {found['parent']:.0f} MB for each of "
               f"{PROVINCES} provinces that are built at once")


def _bytes(found: Mapping[str, float]) -> Row:
    web, paper = (found[name] / found["communes"] * COUNTRY / 1024 for name in ("web", "paper"))
    return Row(f"{_WHAT}, bytes, worked out", f"{web:.1f} GB of site, {paper:.1f} GB to print",
               f"{found['web'] / found['communes']:.2f} and {found['paper'] / found['communes']:.2f} MB a commune × {COUNTRY:,}")
