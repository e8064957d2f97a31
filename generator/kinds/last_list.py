"""Which list was the last before this one, and what changed since; by posted figures alone where the workbook is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator import periods
from generator.disclosed import Disclosure, Json
from generator.kinds.matching import Listed, changes, listed
from generator.records.record import Reading
from generator.vietnamese import words


def since_last(readings: Sequence[Reading], all_readings: Sequence[Reading], shown: Sequence[Disclosure]) -> dict[str, Json]:
    """Return {"changes": …, "before": …}: changes against the last earlier list of the stage, or of any stage if there is none.

    "before" has the last list's counts by class; "changes" is None where there is no earlier list, or only its counts.
    """
    period = readings[0].table.period
    if period is None:
        return {"changes": None, "before": None}
    earlier = _earlier_readings(readings, all_readings)
    posted = _earlier_posted(readings, shown)
    last_read = max((str(group[0].table.period) for group in earlier), default="")
    last_posted = max((str(one.period) for one in posted), default="")
    now = _listed(readings)
    if last_read and last_read >= last_posted:
        last = next(group for group in earlier if str(group[0].table.period) == last_read)
        older = [one for group in earlier if str(group[0].table.period) < last_read for one in _listed(group)]
        before = _listed(last)
        return {"changes": {"against": last_read, **changes(before, now, older)}, "before": _counts(last_read, before)}
    if posted:
        last_one = next(one for one in posted if one.period == last_posted)
        before = tuple(_posted(last_one))
        known = {"against": last_posted, **changes(before, now)} if last_one.names else None
        return {"changes": known, "before": _counts(last_posted, before)}
    return {"changes": None, "before": None}


def _earlier_readings(readings: Sequence[Reading], all_readings: Sequence[Reading]) -> tuple[tuple[Reading, ...], ...]:
    """Return the earlier lists (a list may be several tables), those of the same stage if there are any."""
    table = readings[0].table
    groups: dict[tuple[str, str], list[Reading]] = {}
    for reading in all_readings:
        period = reading.table.period
        if reading not in readings and reading.publishable and period and table.period and period.last < table.period.last:
            groups.setdefault((str(period), str(reading.table.stage)), []).append(reading)
    same = [tuple(group) for (_, stage), group in groups.items() if stage == str(table.stage)]
    return tuple(same) or tuple(tuple(group) for group in groups.values())


def _earlier_posted(readings: Sequence[Reading], shown: Sequence[Disclosure]) -> tuple[Disclosure, ...]:
    table = readings[0].table
    earlier = [one for one in shown if one.form == table.form and one.period and table.period
               and periods.read(one.period).last < table.period.last and one.state != "replaced"]
    same = [one for one in earlier if one.stage == table.stage]
    return tuple(same or earlier)


def _listed(readings: Iterable[Reading]) -> tuple[Listed, ...]:
    return tuple(household for reading in readings for household in listed(reading.records))


def _posted(disclosure: Disclosure) -> Iterable[Listed]:
    """Yield the households of a posted list; nothing there proves who they are, and names may be gone."""
    for record in disclosure.records:
        hamlet = str(record.values.get("hamlet") or "")
        name = disclosure.names.get(record.id, {}).get("head_name", "")
        yield Listed(frozenset(), f"{words(name)}|{words(hamlet)}", hamlet, str(record.values.get("household_class") or ""))


def _counts(period: str, households: Iterable[Listed]) -> dict[str, Json]:
    counts = Counter(household.household_class for household in households)
    return {"period": period, "classes": dict(sorted(counts.items())), "households": sum(counts.values())}
