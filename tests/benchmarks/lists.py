"""Draw long household lists to measure with; invented names and numbers, the same each time."""

from __future__ import annotations

import random
from pathlib import Path

from openpyxl import Workbook

_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Y", "H'")
_MIDDLE = ("Văn", "Thị", "Đình", "Ngọc", "Blŭ", "Wĕ")
_GIVEN = ("An", "Bình", "Cường", "Dũng", "Hạnh", "Hương", "Khánh", "Lan", "Niê", "Êban")
_HAMLETS = tuple(f"Thôn {number}" for number in range(1, 13))
_HEAD = ("STT", "Họ và tên chủ hộ", "Thôn", "Phân loại", "Số nhân khẩu", "Số QĐ công nhận", "Mã hộ", "Số CCCD", "Ghi chú")


def household_list(path: Path, rows: int) -> Path:
    """Write a commune's own list of so many households and return its path."""
    chance = random.Random(rows)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(["ỦY BAN NHÂN DÂN XÃ SUỐI MÂY"])
    sheet.append(["DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2026"])
    sheet.append(["(Kèm theo Quyết định số 12/QĐ-UBND ngày 10/12/2025 về việc công nhận)"])
    sheet.append([])
    sheet.append(_HEAD)
    for number in range(1, rows + 1):
        name = f"{chance.choice(_FAMILIES)} {chance.choice(_MIDDLE)} {chance.choice(_GIVEN)} {number}"
        sheet.append([number, name, chance.choice(_HAMLETS), chance.choice(("Hộ nghèo", "Hộ cận nghèo")), chance.randint(1, 9),
                      "12/QĐ-UBND", f"HN{number:06}", f"066{number:09}", chance.choice((None, None, "Mới"))])
    book.save(path)
    return path
