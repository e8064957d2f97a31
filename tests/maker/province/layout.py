"""Another hand: the same table laid out as another officer would, so that no two sheets of two communes look alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tests.maker.draw import Draw
from tests.maker.sheet import Head, Row, Sheet

# Heads that say the same: an officer writes one of them.
_SAME: Mapping[str, tuple[str, ...]] = {
    "STT": ("STT", "TT", "Số TT"),
    "TT": ("TT", "STT"),
    "Dự toán năm": ("Dự toán năm", "Dự toán năm 2026", "Dự toán giao năm 2026"),
    "Người nhận": ("Người nhận", "Người nhận tiền", "Đơn vị nhận"),
    "Số điện thoại": ("Số điện thoại", "SĐT", "Điện thoại"),
    "Ghi chú": ("Ghi chú", "Chú thích"),
    "Số chứng từ": ("Số chứng từ", "Chứng từ", "Số phiếu chi"),
    "Đồng ý nêu tên": ("Đồng ý nêu tên", "Đồng ý công khai tên", "Cho phép nêu tên"),
}


def another_hand(sheet: Sheet, draw: Draw) -> Sheet:
    """Return a sheet with other margins, heads, widths, names and gaps; what it says is the same."""
    return replace(
        sheet,
        name=draw.one((sheet.name, sheet.name.upper(), f"{sheet.name} (2)", f"{sheet.name} {draw.number(1, 99):02}", f"{sheet.name} moi")),
        heads=tuple(_head(head, draw) for head in sheet.heads),
        ruler=sheet.ruler if draw.chance(0.7) else (),
        motto=draw.chance(0.85),
        unit_italic=draw.chance(0.6),
        left=draw.number(1, 4),
        gap=draw.number(0, 4),
        head_rows=draw.number(0, 14),
        landscape=draw.chance(0.5),
    )


def reordered(heads: Sequence[Head], rows: Sequence[Row], draw: Draw) -> tuple[tuple[Head, ...], tuple[Row, ...]]:
    """Return a list's columns in another order, the first two left where they are; every head is one column."""
    places = [0, 1, *draw.order(range(2, len(heads)))]
    return tuple(heads[place] for place in places), tuple(_in_order(row, places) for row in rows)


def _in_order(row: Row, places: Sequence[int]) -> Row:
    return row if row.style == "heading" else replace(row, cells=tuple(row.cells[place] for place in places))


def _head(head: Head, draw: Draw) -> Head:
    text = draw.one(_SAME.get(head.text, (head.text,)))
    return Head(text, tuple(_head(under, draw) for under in head.under), round(head.width * draw.share(0.8, 1.35), 1))
