"""What changed between two versions of a disclosure: lines put right, added and left out; without a name of anyone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.catalogue.forms import Form
from generator.disclosed import Disclosure, PublicRecord


@dataclass(frozen=True, slots=True)
class Changed:
    """A line before and after, None where it is new or gone, and the columns whose value is another."""

    before: PublicRecord | None
    after: PublicRecord | None
    columns: tuple[str, ...]

    @property
    def line(self) -> PublicRecord:
        """Return the line as it is now, or as it was."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change is of a line")
        return found


def changes(before: Disclosure, after: Disclosure, form: Form) -> tuple[Changed, ...]:
    """Return what changed from one version to the next, in the order of the new lines, then those left out.

    Lines are known by their code (a receipt's number) where each has one of its own, else by their address.
    """
    keys = [column.key for column in form.column if column.public and column.read == "code"]
    old, new = _by_key(before, after, keys)
    shown = [column.key for column in form.column if column.public and not column.names]
    found = [Changed(old.get(key), record, _others(old.get(key), record, shown)) for key, record in new.items()]
    gone = [Changed(record, None, _others(record, None, shown)) for key, record in old.items() if key not in new]
    return tuple(one for one in (*found, *gone) if one.columns)


def _by_key(before: Disclosure, after: Disclosure, keys: list[str]) -> tuple[dict[str, PublicRecord], dict[str, PublicRecord]]:
    for key in keys:
        both = [[str(record.values.get(key) or "") for record in one.records] for one in (before, after)]
        if all(all(found) and max(Counter(found).values(), default=0) == 1 for found in both):
            old, new = ({str(record.values[key]): record for record in one.records} for one in (before, after))
            return old, new
    old, new = ({record.id: record for record in one.records} for one in (before, after))
    return old, new


def _others(before: PublicRecord | None, after: PublicRecord | None, shown: list[str]) -> tuple[str, ...]:
    return tuple(key for key in dict.fromkeys(shown) if _value(before, key) != _value(after, key))


def _value(record: PublicRecord | None, key: str) -> object:
    if record is None:
        return None
    return record.values.get(key, "-" if key in record.dashes else None)
