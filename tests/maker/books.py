"""Every workbook of an invented commune by the name its officer gave it."""

from __future__ import annotations

from collections.abc import Mapping

from tests.maker import decided, gifts, households, ledgers, legacy, lists, months, registers
from tests.maker.accounts import THOUSAND, Accounts, invent
from tests.maker.profile import Profile
from tests.maker.sheet import Sheet


def budget(profile: Profile, money: Accounts) -> Mapping[str, tuple[Sheet, ...]]:
    """Return the budget's workbooks by file name."""
    y2024, y2025, y2026 = money.y2024, money.y2025, money.y2026
    books = {"QUYET TOAN NS XA 2024.xlsx": legacy.settlement_book(profile, 2024, y2024, unit=THOUSAND, form_numbers=True)}
    books |= {f"NSX quy {quarter} 2025.xlsx": legacy.quarter_book(profile, 2025, quarter, y2025, y2024) for quarter in (1, 2, 3, 4)}
    books["Quyet toan 2025 da duoc HDND phe chuan.xlsx"] = legacy.settlement_book(profile, 2025, y2025, unit=1, form_numbers=False)
    books["Du toan 2026 trinh HDND.xlsx"] = decided.draft_book(profile, y2026)
    books["Du toan 2026 (NQ 28).xlsx"] = decided.decided_book(profile, y2026)
    books |= {
        name: months.months_book(profile, count, y2026, y2025)
        for count, name in (
            (3, "Cong khai NS 3 thang 2026.xlsx"),
            (6, "CK NSX 06 thang dau nam 2026.xlsx"),
            (9, "Bieu cong khai 9 thang 2026.xlsx"),
        )
    }
    return books


def every(profile: Profile) -> Mapping[str, tuple[Sheet, ...]]:
    """Return all workbooks by file name."""
    homes = households.invent(profile)
    books = dict(budget(profile, invent(profile)))
    books["DS ho ngheo, can ngheo 2025.xlsx"] = lists.own_book(profile, homes)
    books["Export_HoNgheo_CanNgheo_2026.xlsx"] = lists.export_book(profile, homes)
    books |= registers.books(profile)
    return books | {drive.file: ledgers.book(profile, drive, place) for place, drive in enumerate(gifts.invent(profile))}
