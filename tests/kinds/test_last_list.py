"""Which list was the last before this one."""

from __future__ import annotations

from dataclasses import replace

from generator.findings import finding
from generator.kinds.last_list import since_last
from generator.periods import Period
from generator.records.record import Reading
from tests.kinds.lists import arranged

HEAD = "DANH SÁCH HỘ NGHÈO ĐƯỢC CÔNG NHẬN NĂM 2026\nSTT | Họ và tên chủ hộ | Mã hộ | Thôn | Số khẩu\n"


def of(year: int, *codes: int, stage: str = "recognised") -> Reading:
    """Return a year's list of the households of some codes."""
    lines = (f"{place} | Nguyễn Văn {chr(64 + code)} | {2400 + code} | Thôn 2 | 3" for place, code in enumerate(codes, 1))
    reading = arranged(HEAD + "\n".join(lines))
    return replace(reading, table=replace(reading.table, period=Period(year), stage=stage))


def counts(now: Reading, *others: Reading) -> dict[str, int]:
    """Return the changes of a list beside others."""
    changes = since_last([now], [now, *others], [])["changes"]
    return {key: changes[key] for key in ("against", "new", "left", "back", "kept")}


def test_the_latest_earlier_list_is_the_last() -> None:
    """Of two earlier lists the later one is compared, and who stood in the one before it came back."""
    assert counts(of(2026, 1, 2, 3), of(2024, 3, 4), of(2025, 1, 5)) == {"against": "2025", "new": 1, "left": 1, "back": 1, "kept": 1}


def test_a_list_of_another_stage_serves_only_where_there_is_none_of_its_own() -> None:
    """A recognised list is held against the last recognised one, though a later list was open to comment."""
    consulted = of(2025, 8, 9, stage="consulted")
    assert counts(of(2026, 1, 2), of(2024, 1, 2), consulted)["against"] == "2024"
    assert counts(of(2026, 1, 2), consulted)["against"] == "2025"


def test_two_tables_of_one_list_are_compared_together() -> None:
    """A poor and a near-poor sheet of a year are one list."""
    assert counts(of(2026, 1, 2, 3), of(2025, 1, 2), of(2025, 3, 4)) == {"against": "2025", "new": 0, "left": 1, "back": 0, "kept": 3}


def test_a_refused_list_is_compared_with_nothing() -> None:
    """A list with an error is no basis for saying who left."""
    sound = of(2025, 1, 2)
    refused = replace(sound, findings=(finding("class-missing", sound.file),))
    assert not refused.publishable
    assert since_last([of(2026, 1)], [refused], [])["changes"] is None
