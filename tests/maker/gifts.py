"""Three drives: who gave what to each, and what it was spent on; all amounts in đồng."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tests.maker.draw import Draw
from tests.maker.people import People
from tests.maker.profile import Profile


@dataclass(frozen=True, slots=True)
class Gift:
    """One gift: money, goods, labour or land with its converted value; `consent` lets a person be named."""

    day: date
    giver: str
    giver_kind: str
    hamlet: str
    kind: str
    goods: str
    amount: int
    consent: bool
    phone: str


@dataclass(frozen=True, slots=True)
class Use:
    """One payment."""

    day: date
    content: str
    receiver: str
    amount: int


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive: what for, on what basis, how much is hoped for, who manages and supervises it, how people took part, and when it runs."""

    file: str
    purpose: str
    basis: str
    asked: int
    manager: str
    supervisor: str
    design: str
    begins: date
    ends: date
    posted: date
    gifts: tuple[Gift, ...]
    uses: tuple[Use, ...]

    @property
    def received(self) -> int:
        """Return what was given in all, goods, labour and land at their converted value."""
        return sum(gift.amount for gift in self.gifts)

    @property
    def spent(self) -> int:
        """Return what was spent in all."""
        return sum(use.amount for use in self.uses)


_BUSINESSES = (
    "Công ty TNHH Vận tải Mây Xanh",
    "Hợp tác xã Cà phê Suối Mây",
    "Doanh nghiệp tư nhân Vật liệu xây dựng Ea Mây",
    "Hợp tác xã Nông nghiệp Tân Lập",
    "Công ty TNHH Nông sản Cao Nguyên Mây",
    "Quỹ tín dụng nhân dân Suối Mây",
)
_BODIES = (
    "Trường Tiểu học Suối Mây",
    "Trường Trung học cơ sở Suối Mây",
    "Trạm Y tế xã Suối Mây",
    "Công đoàn cơ sở xã Suối Mây",
    "Hội Nông dân xã Suối Mây",
    "Hội Cựu chiến binh xã Suối Mây",
    "Hội Liên hiệp Phụ nữ xã Suối Mây",
    "Chùa Phước Mây",
    "Giáo xứ Suối Mây",
)
_GOODS = (
    ("{} bao xi măng", 10, 40, 92_000),
    ("{} m³ cát xây", 3, 12, 310_000),
    ("{} m³ đá 1x2", 3, 10, 420_000),
    ("{} kg thép phi 16", 50, 200, 17_500),
)
_LABOUR_DAY = 250_000


def invent(profile: Profile) -> tuple[Drive, ...]:
    """Return the commune's drives of 2026."""
    draw = Draw(f"{profile.seed} gifts")
    people = People(draw)
    bridge = _gifts(profile, (draw, people), 190, (date(2026, 3, 2), 170), ((0.72, 0.12, 0.15, 0), (100, 1500)))
    house = _gifts(profile, (draw, people), 112, (date(2026, 5, 11), 96), ((0.58, 0.16, 0.26, 1), (50, 700)))
    fund = _gifts(profile, (draw, people), 98, (date(2026, 10, 17), 31), ((1, 0, 0, 0), (50, 1000)))
    ede = next(hamlet.name for hamlet in profile.hamlets if hamlet.ede)
    buon = ede[0].lower() + ede[1:]
    return (
        Drive(
            "So dong gop cau.xlsx",
            f"Làm cầu qua {profile.stream}",
            f"Biên bản họp dân ngày 15/02/2026 tại {profile.hamlets[0].name} và {profile.hamlets[3].name} (có 436/512 hộ dự họp tán thành)",
            round(sum(gift.amount for gift in bridge) * 1.04 / 5_000_000) * 5_000_000,
            f"Ban quản lý công trình cầu {profile.stream}",
            f"Ban Giám sát đầu tư của cộng đồng {profile.name.lower().replace(profile.place.lower(), profile.place)}",
            "Họp chọn vị trí cầu trong ba phương án, cử 5 người theo dõi thi công",
            date(2026, 3, 1),
            date(2026, 8, 31),
            date(2026, 11, 10),
            bridge,
            _uses(_BRIDGE, bridge, date(2026, 4, 6), draw),
        ),
        Drive(
            "Sua nha van hoa Ea May.xlsx",
            f"Sửa nhà văn hóa {buon}",
            f"Biên bản họp dân ngày 26/4/2026 tại {ede} (có 171/203 hộ dự họp tán thành)",
            round(sum(gift.amount for gift in house) * 0.97 / 5_000_000) * 5_000_000,
            f"Ban tự quản {buon}",
            f"Ban Giám sát đầu tư của cộng đồng {buon}",
            "Chọn mẫu mái nhà dài, góp ý bản vẽ ở hai cuộc họp buôn",
            date(2026, 5, 10),
            date(2026, 8, 20),
            date(2026, 11, 16),
            house,
            _uses(_HOUSE, house, date(2026, 6, 8), draw),
        ),
        Drive(
            "VNN 2026.xlsx",
            "Quỹ Vì người nghèo năm 2026",
            "Lời kêu gọi của Ủy ban Mặt trận Tổ quốc Việt Nam xã ngày 12/10/2026",
            round(sum(gift.amount for gift in fund) * 1.06 / 10_000_000) * 10_000_000,
            "Ban Vận động Quỹ Vì người nghèo xã",
            "Ủy ban Mặt trận Tổ quốc Việt Nam xã và Ban Thanh tra nhân dân",
            "",
            date(2026, 10, 17),
            date(2026, 11, 18),
            date(2026, 11, 19),
            fund,
            _uses(
                tuple(
                    (f"Hỗ trợ {2 + place % 3:02} hộ nghèo {hamlet.name} mua giống, vật tư", 8.5)
                    for place, hamlet in enumerate(profile.hamlets)
                ),
                fund,
                date(2026, 11, 9),
                draw,
            ),
        ),
    )


_BRIDGE = (
    ("Khảo sát, đo đạc vị trí làm cầu", 2.1),
    ("Thuê máy đào hố móng", 5.4),
    ("Mua thép làm mố và dầm cầu", 17.2),
    ("Mua xi măng đợt 1", 7.9),
    ("Mua cát, đá đợt 1", 6.8),
    ("Thuê máy trộn bê tông", 3.6),
    ("Tiền công thợ chính đợt 1", 8.4),
    ("Quy đổi ngày công của bà con đợt 1", 5.2),
    ("Mua xi măng đợt 2", 5.6),
    ("Mua cát, đá đợt 2", 4.7),
    ("Mua gỗ ván khuôn", 3.3),
    ("Mua lan can thép, sơn", 5.9),
    ("Tiền công thợ chính đợt 2", 7.8),
    ("Quy đổi ngày công của bà con đợt 2", 4.3),
    ("Làm đường dẫn hai đầu cầu", 6.1),
    ("Biển báo tải trọng, cọc tiêu", 1.4),
    ("Nước uống, ăn trưa cho đội làm cầu", 1.2),
)
_HOUSE = (
    ("Mua tôn lợp mái", 19.3),
    ("Mua gạch lát nền", 12.6),
    ("Mua xi măng, cát", 9.4),
    ("Sơn tường trong và ngoài", 8.1),
    ("Tiền công thợ", 14.7),
    ("Quy đổi ngày công của bà con", 11.8),
    ("Thay cửa gỗ và cửa sổ", 8.8),
    ("Sửa điện, quạt và bóng đèn", 3.9),
    ("Bàn ghế nhựa", 4.2),
    ("Làm lại cầu thang gỗ kiểu nhà dài", 3.4),
)


def _gifts(
    profile: Profile, lots: tuple[Draw, People], count: int, when: tuple[date, int], how: tuple[tuple[float, ...], tuple[int, int]]
) -> tuple[Gift, ...]:
    draw, people = lots
    (money, goods, labour, land), thousands = how
    names: set[str] = set()
    gifts = []
    for place in range(count):
        day = when[0] + timedelta(days=place * when[1] // count)
        lot = draw.share(0, money + goods + labour)
        if land and place == count // 3:
            gifts.append(_gift((draw, people, names), profile, day, ("Hiến đất", "45 m² đất vườn", 36_000_000)))
        elif place % 12 == 5:
            gifts.append(_organisation(draw, day, (thousands[1] * 6, thousands[1] * 40)))
        elif lot < money:
            gifts.append(
                _gift((draw, people, names), profile, day, ("Tiền", "", draw.number(thousands[0] // 50, thousands[1] // 50) * 50_000))
            )
        elif lot < money + goods:
            text, low, high, price = draw.one(_GOODS)
            number = draw.number(low, high) // 2 + 1
            gifts.append(_gift((draw, people, names), profile, day, ("Hiện vật", text.format(number), number * price)))
        else:
            days = draw.number(1, 6)
            gifts.append(_gift((draw, people, names), profile, day, ("Ngày công", f"{days} công", days * _LABOUR_DAY)))
    return tuple(gifts)


def _gift(lots: tuple[Draw, People, set[str]], profile: Profile, day: date, what: tuple[str, str, int]) -> Gift:
    draw, people, names = lots
    hamlet = draw.one(profile.hamlets)
    giver = people.person(ede=hamlet.ede, years=(1950, 2000)).name
    while giver in names:
        giver = people.person(ede=hamlet.ede, years=(1950, 2000)).name
    names.add(giver)
    household = draw.chance(0.2)
    return Gift(
        day,
        f"Hộ {'ông' if draw.chance(0.6) else 'bà'} {giver}" if household else giver,
        "Hộ gia đình" if household else "Cá nhân",
        hamlet.name,
        *what,
        draw.chance(0.83),
        f"090000{draw.number(1000, 9999)}",
    )


def _organisation(draw: Draw, day: date, thousands: tuple[int, int]) -> Gift:
    giver = draw.one(_BUSINESSES + _BODIES)
    amount = draw.number(thousands[0] // 500, thousands[1] // 500) * 500_000
    return Gift(
        day,
        giver,
        "Tổ chức",
        "",
        "Tiền",
        "",
        amount if giver in _BUSINESSES else max(500_000, amount // 1_000_000 * 500_000),
        consent=True,
        phone="",
    )


def _uses(lines: tuple[tuple[str, float], ...], gifts: tuple[Gift, ...], first: date, draw: Draw) -> tuple[Use, ...]:
    received = sum(gift.amount for gift in gifts)
    uses = []
    for place, (content, percent) in enumerate(lines):
        receiver = draw.one(("Y Suăt Byă", "Trần Văn Lộc", "Cửa hàng vật liệu Tám Lợi", "Lê Thị Hạnh", "Tổ thợ ông Phan Đình Sơn"))
        uses.append(
            Use(
                first + timedelta(days=place * (7 if len(lines) > 8 else 1)),
                content,
                receiver,
                round(received * percent / 100 / 5_000) * 5_000,
            )
        )
    return tuple(uses)
