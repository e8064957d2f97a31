"""The explanation texts beside this year's budget, one of each kind of file that officers drop: .txt, .md and .docx."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document

from tests.maker.expected import intended
from tests.maker.profile import Profile

_FIRST = "Thu ngân sách {months} tháng đạt {came} tỷ đồng, bằng {came_share}% dự toán cả năm; chi {went} tỷ đồng, bằng {went_share}%."
_WHY = {
    3: ("Thu đạt khá vì tiền năm trước chuyển sang đã ghi vào quý I. Chi quý I chủ yếu là lương và hoạt động của trường học, trụ sở.",
        "Chi đầu tư chưa nhiều: hồ sơ đường thôn Tân Lập đang chọn nhà thầu."),
    6: ("Tiền sử dụng đất thấp hơn tiến độ do chưa đấu giá được hai lô ở thôn Bình Minh.",
        "Chi giáo dục đúng tiến độ. Chi giao thông, thủy lợi tăng trong tháng 5 vì nạo vét kênh trước mùa mưa."),
    9: ("**Vì sao thu vượt tiến độ:** tỉnh cấp bổ sung sớm, tiền năm trước chuyển sang và tiền dư năm trước đã ghi đủ.",
        ("**Vì sao chi trợ cấp vượt dự toán:** xã hỗ trợ các hộ bị thiệt hại sau bão số 9 từ tháng 8, lấy từ dự phòng theo nghị quyết của "
        "Hội đồng nhân dân xã."),
        "**Ba tháng cuối năm:** chi nốt tiền làm nhà văn hóa sau khi nghiệm thu; không bố trí thêm hội nghị."),
}


def texts(profile: Profile) -> dict[str, bytes]:
    """Return the files by name: each period's figures are those of its tables, in tỷ đồng to two and percent to one place."""
    found = {one.id.split("/")[2]: one.figures for one in intended(profile) if one.id.startswith("budget-balance/execution/2026")}
    made = {}
    for period, figures in sorted(found.items()):
        months = int(period[5:7])
        said = {"months": months, **_said("came", figures["revenue_done"], figures["revenue_plan"]),
                **_said("went", figures["spending_done"], figures["spending_plan"])}
        paragraphs = (_FIRST.format(**said), *_WHY[months])
        kind = {3: "txt", 6: "md", 9: "docx"}[months]
        made[f"Thuyet minh {months} thang 2026.{kind}"] = _word(paragraphs) if kind == "docx" else ("\n\n".join(paragraphs) + "\n").encode()
    return made


def _said(name: str, part: int, whole: int) -> dict[str, str]:
    return {name: f"{part / 10**9:.2f}".replace(".", ","), f"{name}_share": f"{100 * part / whole:.1f}".replace(".", ",")}


def _word(paragraphs: tuple[str, ...]) -> bytes:
    """Return a .docx of a few paragraphs, words between ** in bold; the same bytes each time."""
    book, made, packed = Document(), BytesIO(), BytesIO()
    book.add_paragraph("THUYẾT MINH TÌNH HÌNH THỰC HIỆN NGÂN SÁCH 9 THÁNG ĐẦU NĂM 2026")
    for text in paragraphs:
        place = book.add_paragraph()
        for number, part in enumerate(text.split("**")):
            place.add_run(part).bold = bool(number % 2)
    book.save(made)
    with ZipFile(made) as before, ZipFile(packed, "w") as after:
        for name in before.namelist():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system = ZIP_DEFLATED, 0
            after.writestr(info, before.read(name), compresslevel=9)
    return packed.getvalue()
