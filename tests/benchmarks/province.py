"""A province measured: whole and cold, one workbook changed, nothing changed; by the number of cores, on a cluster, by its size."""

from __future__ import annotations

import importlib.util
import statistics
import time
from collections.abc import Iterator, Sequence

from tests.benchmarks.provinces import Place, changed, cluster, province
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.table import Row, missing
from tests.benchmarks.watching import Spent, spent

_PLAIN = "--no-prints"
_TWO = ("--jobs", "2")
_SAFE = 1.15


def whole(sizes: Sizes, seconds: float) -> Iterator[Row]:
    """Yield what a whole province with its prints took: cold, after a change, and with nothing to do."""
    until = time.monotonic() + seconds
    with province(sizes.province) as place:
        cold = spent(place.words(*_TWO), until - time.monotonic())
        yield _cold(place, cold)
        if not cold.done:
            return
        after = []
        for turn in range(3):
            changed(place, turn)
            after.append(spent(place.words(*_TWO), until - time.monotonic()))
        yield _again("one workbook of that province changed, its prints made anew", after, cold, "goal: 3 s")
        same = [spent(place.words(*_TWO), until - time.monotonic()) for _ in range(5)]
        yield _again("nothing of it changed", same, cold, "goal: 1.5 s")


def _cold(place: Place, cold: Spent) -> Row:
    what = f"a province of {place.count} communes, cold, whole, two cores"
    if not cold.done:
        return missing(what, cold.why())
    web, paper = place.megabytes("output"), place.megabytes("to-print")
    return Row(f"{what}: {place.made('html'):,} pages, {place.made('pdf'):,} prints, {web:.0f} MB of site, {paper:.0f} MB to print",
               f"{_minutes(cold.seconds)}, {cold.seconds / place.count:.2f} s a commune, {cold.memory}, exit {cold.code}",
               "goal: 15 min, 500 MB in all",
               {"communes": place.count, "seconds": cold.seconds, "web": web, "paper": paper, "parent": cold.parent, "worker": cold.worker})


def _again(what: str, runs: Sequence[Spent], cold: Spent, goal: str) -> Row:
    failed = [one for one in runs if not one.done]
    if failed:
        return missing(what, failed[0].why())
    middle = statistics.median(one.seconds for one in runs)
    each = ", ".join(f"{one.seconds:.2f}" for one in runs)
    return Row(what, f"{middle:.2f} s ({each}), {max(one.together for one in runs):.0f} MB, exit {runs[-1].code}",
               f"1/{cold.seconds / middle:.0f} of cold; {goal}")


def cores(sizes: Sizes, seconds: float) -> Iterator[Row]:
    """Yield what a province with its prints took one process, two, and a cluster of two workers."""
    until = time.monotonic() + seconds
    what = f"{sizes.cores} communes with prints, cold"
    with province(sizes.cores) as place:
        two = spent(place.words(*_TWO), until - time.monotonic())
        place.fresh()
        one = spent(place.words("--jobs", "1"), until - time.monotonic())
        place.fresh()
        failed = [run for run in (two, one) if not run.done]
        if failed:
            yield missing(f"{what}: two cores against one", failed[0].why())
            return
        yield Row(f"{what}: two cores against one", f"{two.seconds:.1f} s against {one.seconds:.1f} s: "
                  f"{one.seconds / two.seconds:.2f} times as fast", "goal: 1.8")
        yield _far(place, two, until, f"{what}: a cluster of two workers against two processes here")


def _far(place: Place, two: Spent, until: float, what: str) -> Row:
    if not importlib.util.find_spec("distributed"):
        return missing(what, "Dask distributed is not installed (requirements-cluster.lock)")
    with cluster(place.folder) as address:
        if not address:
            return missing(what, "no scheduler came up")
        far = spent(place.words("--scheduler", address), until - time.monotonic())
    if not far.done:
        return missing(what, far.why())
    share = two.seconds / far.seconds
    return Row(what, f"{far.seconds:.1f} s against {two.seconds:.1f} s: {share:.2f} of its speed", "goal: 0.85", {"cluster": share})


def growth(sizes: Sizes, seconds: float) -> Iterator[Row]:
    """Yield what provinces of growing size took without prints, and the line through them; the last is no larger than the time allows."""
    until = time.monotonic() + seconds
    points: list[tuple[int, float]] = []
    took: list[tuple[int, float]] = []
    for count in sizes.growth:
        fits = _fitting(count, took, until - time.monotonic())
        what = f"{_communes(fits or count)} without prints, cold, two cores{f' ({count:,} had not the time)' if 0 < fits < count else ''}"
        if fits <= (took[-1][0] if took else 0):
            yield missing(what, f"{until - time.monotonic():.0f} s left are too few")
            break
        begun = time.monotonic()
        with province(fits) as place:
            one = spent(place.words(*_TWO, _PLAIN), until - time.monotonic())
            size = f"{place.made('html'):,} pages, {place.megabytes('output'):.0f} MB"
        took.append((fits, time.monotonic() - begun))
        if not one.done:
            yield missing(what, one.why())
            break
        points.append((fits, one.seconds))
        yield Row(what, f"{_minutes(one.seconds)}, {one.seconds / fits:.2f} s a commune; {one.memory}", size)
    if len(points) > 2:
        yield Row("time by communes without prints", fit(points), "least squares; largest distance of a point from the line")


def _fitting(count: int, took: Sequence[tuple[int, float]], left: float) -> int:
    """Return how many communes of those wanted can be drawn and built in the seconds left, as the last ones went."""
    if not took:
        return count
    done, seconds = took[-1]
    return min(count, int(left / (seconds / done * _SAFE)))


def fit(points: Sequence[tuple[int, float]]) -> str:
    """Return the straight line through (communes, seconds) by least squares, and how far the farthest point is from it."""
    middle, high = (statistics.fmean(point[axis] for point in points) for axis in (0, 1))
    slope = sum((x - middle) * (y - high) for x, y in points) / sum((x - middle) ** 2 for x, _ in points)
    start = high - slope * middle
    rest = sum((start + slope * x - y) ** 2 for x, y in points)
    whole_way = sum((y - high) ** 2 for _, y in points)
    off = max(abs(start + slope * x - y) for x, y in points)
    return f"{start:.1f} s + {slope:.3f} s a commune, R² {1 - rest / whole_way:.4f}, at most {off:.1f} s off"


def _communes(count: int) -> str:
    return f"{count:,} commune{'s' if count > 1 else ''}"


def _minutes(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds < 120 else f"{seconds / 60:.1f} min"
