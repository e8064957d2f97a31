"""The commune's settings file, `commune.toml`, with the posting days its officer states."""

from __future__ import annotations

from tests.maker.profile import Profile

# Form ("" for each of the three or five of a workbook), stage, period, subject, day the posting began.
_BUDGET = (
    ("settlement", "2024", "2025-07-08"),
    ("execution", "2025-q1", "2025-04-11"),
    ("execution", "2025-q2", "2025-07-10"),
    ("execution", "2025-q3", "2025-10-13"),
    ("execution", "2025-q4", "2026-01-14"),
    ("settlement", "2025", "2026-04-06"),
    ("draft", "2026", "2025-12-22"),
    ("decided", "2026", "2026-01-12"),
    ("execution", "2026-03m", "2026-04-08"),
    ("execution", "2026-06m", "2026-07-08"),
    ("execution", "2026-09m", "2026-10-08"),
)
_FORMS = ("budget-balance", "budget-revenue", "budget-spending")
_DECIDED_TOO = ("budget-spending-agencies", "budget-transfers")
_LISTS = (("2025", "2024-12-20"), ("2026", "2026-11-10"))
_DRIVES = (
    ("lam-cau-qua-suoi-may", "2026-11-10"),
    ("sua-nha-van-hoa-buon-ea-may", "2026-11-16"),
    ("quy-vi-nguoi-ngheo-nam-2026", "2026-11-19"),
)

_TOP = """\
# Thông tin của xã: phần mềm đọc tệp này cùng với các bảng tính trong thư mục. Đây là dữ liệu mẫu, mọi tên người và số liệu đều tự đặt.

name = "{name}"
id = "{id}"
kind = "xã"
province = "Đắk Lắk"
code = "{code}"
address = "Thôn {first}, {lower}, tỉnh Đắk Lắk"
telephone = "0262 000 0000"
email = "congkhai@suoi-may.example"
office = "Phòng Kinh tế"
site = "https://suoi-may.example"
comments = "https://suoi-may.example/gop-y"
satisfaction = "https://suoi-may.example/hai-long"
area = "rural"
population = {people}
households = {homes}
about = "{name} có {count} thôn, buôn, trong đó có {buon} buôn của bà con Ê Đê. Bà con trồng cà phê, hồ tiêu, lúa nước và chăn nuôi bò."
sample = true
names_on_web = true

[signatory]
for_whom = "TM. ỦY BAN NHÂN DÂN"
office = "CHỦ TỊCH"
name = "{chair}"

[events]
# Ngày phát sinh việc phải công khai; phần mềm tính hạn công khai từ các ngày này.
{events}
"""
_EVENTS = (
    ("khai mạc kỳ họp dự toán 2026", "2025-12-18"),
    ("nghị quyết dự toán 2026", "2025-12-19"),
    ("nghị quyết quyết toán 2024", "2025-06-27"),
    ("nghị quyết quyết toán 2025", "2026-03-26"),
    ("công nhận hộ nghèo 2025", "2024-12-16"),
    ("công nhận hộ nghèo 2026", "2026-11-05"),
)


def text(profile: Profile) -> str:
    """Return the whole file."""
    homes = sum(hamlet.households for hamlet in profile.hamlets)
    top = _TOP.format(
        name=profile.name,
        id=profile.id,
        code=profile.code,
        first=profile.hamlets[0].name.split(" ", 1)[1],
        lower=f"xã {profile.place}",
        people=homes * 41 // 10,
        homes=homes,
        count=f"{len(profile.hamlets):02}",
        buon=f"{sum(hamlet.ede for hamlet in profile.hamlets):02}",
        chair=profile.chair,
        events="\n".join(f'"{name}" = {day}' for name, day in _EVENTS),
    )
    hamlets = "".join(f'\n[[hamlet]]\nname = "{hamlet.name}"\nhouseholds = {hamlet.households}\n' for hamlet in profile.hamlets)
    places = f'\n[[place]]\nname = "Trụ sở Ủy ban nhân dân xã {profile.place}"\n' + "".join(
        f'\n[[place]]\nname = "{"Nhà sinh hoạt cộng đồng" if hamlet.ede else "Nhà văn hóa"} {hamlet.name}"\nhamlet = "{hamlet.name}"\n'
        for hamlet in profile.hamlets
    )
    return top + hamlets + places + "".join(_posted(*entry) for entry in _entries())


def _entries() -> list[tuple[str, str, str, str, str]]:
    budget = [
        (form, stage, period, "", day)
        for stage, period, day in _BUDGET
        for form in (*_FORMS, *(_DECIDED_TOO if stage == "decided" else ()))
    ]
    lists = [("poor-households", "recognised", period, "", day) for period, day in _LISTS]
    return budget + lists + [(form, "", "", subject, day) for subject, day in _DRIVES for form in ("contributions", "contribution-use")]


def _posted(form: str, stage: str, period: str, subject: str, day: str) -> str:
    lines = [
        f'form = "{form}"',
        *(f'{key} = "{value}"' for key, value in (("stage", stage), ("period", period), ("subject", subject)) if value),
        f"posted_from = {day}",
    ]
    return "\n[[posted]]\n" + "\n".join(lines) + "\n"
