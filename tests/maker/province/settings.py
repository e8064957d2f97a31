"""A commune's commune.toml and the province's province.toml, with what each officer would state there."""

from __future__ import annotations

from tests.maker.draw import Draw
from tests.maker.province.communes import PROVINCE, Commune

_EVENTS = """
[events]
"nghị quyết dự toán 2026" = 2025-12-19
"công nhận hộ nghèo 2026" = 2026-11-05
"""


def province() -> str:
    """Return province.toml."""
    return f'# Dữ liệu đặt ra để thử: không có tỉnh nào tên này.\nname = "{PROVINCE}"\n'


def commune(one: Commune) -> str:
    """Return a commune's settings: address, number of inhabitants where it tells it, hamlets, and the days its postings began."""
    profile, draw = one.profile, Draw(f"{one.profile.seed} settings")
    homes = sum(hamlet.households for hamlet in profile.hamlets)
    lines = [
        f'name = "{profile.name}"', f'id = "{profile.id}"', f'kind = "{one.kind}"', f'province = "{PROVINCE.removeprefix("Tỉnh ")}"',
        f'code = "{profile.code}"', f'address = "{profile.hamlets[0].name}, {profile.name}"', 'telephone = "0262 000 0000"',
        f'email = "congkhai@{profile.id}.example"', f'site = "https://{profile.id}.example"', 'area = "rural"',
        *((f"population = {homes * draw.number(36, 46) // 10}", f"households = {homes}") if one.told else ()),
        f"names_on_web = {str(one.names_on_web).lower()}", "", "[signatory]", 'for_whom = "TM. ỦY BAN NHÂN DÂN"', 'office = "CHỦ TỊCH"',
        f'name = "{profile.chair}"', *_EVENTS.splitlines(),
    ]
    for hamlet in profile.hamlets:
        lines += ["", "[[hamlet]]", f'name = "{hamlet.name}"', f"households = {hamlet.households}"]
    lines += ["", "[[place]]", f'name = "Trụ sở Ủy ban nhân dân {profile.name}"']
    for form, stage, period, day in _posted(one, draw):
        lines += ["", "[[posted]]", f'form = "{form}"', f'stage = "{stage}"', f'period = "{period}"', f"posted_from = {day}"]
    return "\n".join([*lines, ""])


def _posted(one: Commune, draw: Draw) -> list[tuple[str, str, str, str]]:
    month = {3: "04", 6: "07", 9: "10"}[one.months]
    budget = [(f"budget-{side}", "execution", f"2026-{one.months:02}m", f"2026-{month}-{draw.number(6, 21):02}")
              for side in (*(("balance",) if one.balance else ()), "revenue", "spending")]
    decided = [(f"budget-{side}", "decided", "2026", f"2026-01-{draw.number(5, 20):02}")
               for side in (("balance", "revenue", "spending", "spending-agencies", "transfers") if one.decided else ())]
    return [*budget, *decided, ("poor-households", "recognised", "2026", f"2026-11-{draw.number(10, 20):02}")]
