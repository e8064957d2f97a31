"""Draw a workbook in old fonts that hides things: `python -m tests.workbook.old_fonts FOLDER`.

The files of tests/workbook/saved are this one, saved by LibreOffice as .xls and as .ods.
"""

from __future__ import annotations

import sys
from pathlib import Path

import xlsxwriter

ROWS = (
    ("ỦY BAN NHÂN DÂN XÃ SUỐI MÂY",),
    ("Danh sách hộ nghèo năm 2026",),
    ("STT", "Họ và tên", "Thôn"),
    (1, "Đặng Văn Ưng", "Thôn Một"),
    (2, "Lê Thị Phượng", "Hà Nam"),
)


def drawn(folder: Path) -> Path:
    """Write the workbook and return its path."""
    path = folder / "old-fonts.xlsx"
    with xlsxwriter.Workbook(path) as book:
        abc, capital, vni, new = (book.add_format({"font_name": name}) for name in (".VnTime", ".VnTimeH", "VNI-Times", "Arial"))
        page = book.add_worksheet("Danh sách")
        page.write("A1", "ñy ban nh©n d©n x· suèi m©y", capital)
        page.write_rich_string("A2", abc, "Danh s¸ch ", vni, "hoä ngheøo ", new, "năm 2026", new)
        page.write_row("A3", ("STT", "Hä vµ tªn", "Th«n"), abc)
        page.write_row("A4", (1, "§Æng V¨n ¦ng", "Th«n Mét"), abc)
        page.write("A5", 2, vni)
        page.write("B5", "Leâ Thò Phöôïng", vni)
        page.write("C5", "Hà Nam", abc)
        page.write("A6", "hàng ẩn")
        page.set_row(5, None, None, {"hidden": True})
        page.write("E4", "cột ẩn")
        page.set_column("E:E", None, None, {"hidden": True})
        page.write_comment("A1", "ghi chú")
    return path


if __name__ == "__main__":
    drawn(Path(sys.argv[1]))
