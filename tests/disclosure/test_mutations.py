"""Whatever happens to a sheet on its way, it meets only tables or findings: cells swapped, rows gone, columns moved, types changed."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import catalogue
from generator.cells import Range, Value, typed
from generator.commune import Commune, Hamlet
from generator.disclosure.decide import decide, together
from generator.disclosure.examine import examined
from generator.findings import tell
from generator.sources import Source
from generator.workbook.sheets import RawSheet
from tests.kinds import budgets
from tests.kinds.test_contributions import LEDGER, USE
from tests.kinds.test_gift_columns import MIXED, SUMMED
from tests.kinds.test_household_checks import LIST
from tests.recognition.drawing import drawn
from tests.vocabulary import cells

COMMUNE = Commune(name="Xã Thử Nghiệm", id="thu-nghiem", hamlet=(Hamlet(name="Thôn 2"), Hamlet(name="Thôn Tân Lập")))
MEMBERS = """
DANH SÁCH HỘ NGHÈO NĂM 2026
STT | Họ tên chủ hộ | Họ tên thành viên | Quan hệ với chủ hộ | Số CCCD | Thôn | Phân loại hộ | Số QĐ công nhận | Ngày QĐ | Số nhân khẩu
1 | Nguyễn Văn An | Nguyễn Văn An | Chủ hộ | '079175000001 | Thôn 2 | Hộ nghèo | 12/QĐ-UBND | 15/12/2025 | 2
2 | Nguyễn Văn An | Lê Thị Bưởi | Vợ | '079175000002 | Thôn 2 | Hộ nghèo | 12/QĐ-UBND | 15/12/2025 |
3 | Hồ Văn Tám | Hồ Văn Tám | Chủ hộ | '079175000003 | Thôn Tân Lập | Hộ nghèo | 12/QĐ-UBND | 15/12/2025 | 1
"""
SHEETS = tuple(drawn(text.replace("#", "")) for text in (
    budgets.PLAN, budgets.SPENDING, budgets.REVENUE, LIST, MEMBERS, LEDGER, USE, SUMMED, MIXED.format(purpose="Sửa nhà")))
STRANGE: tuple[Value, ...] = (
    None, "", " ", "-", "0", 0, -1, 1.2, 1e300, float("inf"), float("nan"), True, date(2026, 2, 28), datetime(2026, 1, 1, 8),  # noqa: DTZ001 - a cell has no zone
    "#REF!", "=A1", 3e27, 10**30,
    "Tổng cộng", "STT", "A", "I", "Trong đó:", "Đơn vị tính: %", "x" * 5000, "\ud83d\ude00", "ʘ\u0301\u0301", "1.2.3", "31/02/2026", "12%")

places = st.tuples(st.integers(0, 16), st.integers(0, 9))


@st.composite
def mutated(draw: st.DrawFn) -> RawSheet:
    """Draw one of the sheets with up to five things done to it."""
    sheet = draw(st.sampled_from(SHEETS))
    rows = [list(row) for row in sheet.rows]
    for what in draw(st.lists(st.sampled_from(("set", "swap", "drop-row", "drop-column", "move-column", "copy-row", "text")), max_size=5)):
        row, column = draw(places)
        other, target = draw(places)
        _change(rows, what, (row, column), (other, target), draw(st.one_of(st.sampled_from(STRANGE), cells)))
    merged = tuple(Range(top + 1, left + 1, top + 1 + down, left + 1 + right) for top, left, down, right in draw(
        st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(0, 3), st.integers(0, 4)), max_size=2)))
    return RawSheet(draw(st.sampled_from(("Trang 1", None))), tuple(tuple(row) for row in rows), (*sheet.merged, *merged))


def _change(rows: list[list[Value]], what: str, here: tuple[int, int], there: tuple[int, int], value: Value) -> None:  # noqa: C901 - a table of what may happen
    (row, column), (other, target) = here, there
    if not rows or row >= len(rows):
        return
    if what == "drop-row":
        del rows[row]
    elif what == "copy-row":
        rows.insert(other % (len(rows) + 1), list(rows[row]))
    elif what == "drop-column":
        for line in rows:
            del line[column:column + 1]
    elif what == "move-column":
        for line in rows:
            if column < len(line):
                line.insert(target, line.pop(column))
    elif column < len(rows[row]):
        if what == "set":
            rows[row][column] = value
        elif what == "text":
            rows[row][column] = typed(rows[row][column])
        elif other < len(rows) and target < len(rows[other]):
            rows[row][column], rows[other][target] = rows[other][target], rows[row][column]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(mutated(), min_size=1, max_size=2))
def test_a_mutated_sheet_meets_only_tables_and_findings(sheets: list[RawSheet]) -> None:
    """Reading, checking, deciding and telling never fail; what is refused says why, and each finding lies in its file."""
    source = Source(Path("a.xlsx"), "a.xlsx", "0" * 64)
    one = examined(source, tuple(sheets), catalogue.load(), COMMUNE)
    decided = decide(together((one,), catalogue.load(), COMMUNE), (), catalogue.load(), COMMUNE)
    found = decided.examined[0].all_findings
    assert all(reading.findings for reading in decided.examined[0].readings if reading.table.form and not reading.publishable)
    assert any(reading.table.form for reading in one.readings) or found
    assert all(tell(each, language).message for each in found for language in ("vi", "en"))
