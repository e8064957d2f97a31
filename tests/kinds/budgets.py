"""Small budget workbooks drawn in a test and read all the way to arranged, checked tables."""

from __future__ import annotations

from pathlib import Path

from generator import catalogue
from generator.commune import Commune
from generator.disclosure.examine import examine
from generator.kinds import Parts, budget
from generator.records.record import Reading
from generator.sources import Source
from tests.drawing import workbook

COMMUNE = Commune(name="Xã Thử Nghiệm", id="thu-nghiem")

PLAN = """CÂN ĐỐI NGÂN SÁCH XÃ NĂM 2026
(Dự toán đã được Hội đồng nhân dân xã quyết định)
Đơn vị tính: 1.000 đồng
Nội dung thu | Dự toán | Nội dung chi | Dự toán
TỔNG SỐ THU | #900 | TỔNG SỐ CHI | #900
I. Các khoản thu ngân sách xã hưởng 100% | #500 | I. Chi đầu tư phát triển | #200
II. Thu bổ sung từ ngân sách cấp tỉnh | #400 | II. Chi thường xuyên | #680
- Bổ sung cân đối ngân sách | #300 | III. Dự phòng ngân sách | #20
- Bổ sung có mục tiêu | #100"""

SPENDING = """TÌNH HÌNH THỰC HIỆN CHI NGÂN SÁCH XÃ 06 THÁNG ĐẦU NĂM 2026
Đơn vị tính: 1.000 đồng
STT | Nội dung | Dự toán năm 2026 | Thực hiện 06 tháng | So sánh (%)
| TỔNG CHI NGÂN SÁCH XÃ | #1000 | #500 | #50
I | Chi đầu tư phát triển | #300 | #100 | #33.3
II | Chi thường xuyên | #700 | #400 | #57.1
1 | Chi giáo dục, đào tạo và dạy nghề | #400 | #250 | #62.5
2 | Chi y tế, dân số và gia đình | #300 | #150 | #50"""

REVENUE = """QUYẾT TOÁN THU NGÂN SÁCH XÃ NĂM 2024
Đơn vị tính: đồng
STT | Nội dung | Dự toán | | Quyết toán |
| | Thu NSNN | Thu NSX | Thu NSNN | Thu NSX
| TỔNG THU | #3000000 | #7000000 | #3000000 | #7500000
I | Các khoản thu 100% | #1000000 | #1000000 | #1000000 | #1000000
1 | Phí, lệ phí | #600000 | #600000 | #600000 | #600000
2 | Thu khác | #400000 | #400000 | #400000 | #400000
II | Các khoản thu phân chia theo tỷ lệ phần trăm (%) | #2000000 | #1000000 | #2000000 | #1500000
1 | Các khoản thu phân chia | #2000000 | #1000000 | #2000000 | #1500000
- | Lệ phí trước bạ nhà, đất | #2000000 | #1000000 | #2000000 | #1500000
III | Thu bổ sung từ ngân sách cấp trên | | #5000000 | | #5000000
- | Thu bổ sung cân đối | | #4000000 | | #4000000
- | Thu bổ sung có mục tiêu | | #1000000 | | #1000000"""


def readings(folder: Path, text: str, name: str = "ban-ve.xlsx") -> tuple[Reading, ...]:
    """Return the tables of a drawn sheet, arranged and checked."""
    path = workbook(folder, text, name=name)
    return examine(Source(path, name, "0" * 64), catalogue.load(), COMMUNE).readings


def reading(folder: Path, text: str, name: str = "ban-ve.xlsx") -> Reading:
    """Return the one table of a drawn sheet."""
    (only,) = readings(folder, text, name)
    return only


def found(one: Reading) -> set[tuple[str | None, str]]:
    """Return what was found in a table, as (cell, code)."""
    return {(finding.cell, finding.code) for finding in one.findings}


def published(*tables: Reading) -> Parts:
    """Return what becomes public of tables that make one disclosure."""
    return budget.publish(tables, catalogue.load(), COMMUNE)
