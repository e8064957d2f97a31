"""Invent communes: names that no map has, hamlets, size, officers, and in which way each keeps its books."""

from __future__ import annotations

from dataclasses import dataclass

from generator.vietnamese import slug
from tests.maker.draw import Draw
from tests.maker.people import People
from tests.maker.profile import Hamlet, Profile

PROVINCE = "Tỉnh Mây Ngàn"
_KINDS = ("Xã", "Xã", "Xã", "Xã", "Phường")
_FIRST = ("Suối", "Đồi", "Gò", "Hồ", "Rừng", "Vườn", "Nương", "Ghềnh", "Thác", "Bến", "Đèo", "Lũng", "Bãi", "Truông", "Khe", "Đồng",
          "Làng", "Núi")
_SECOND = ("Sương", "Nắng", "Trăng", "Gió", "Hạc", "Mận", "Ráng", "Chuồn", "Mưa", "Sao", "Lau", "Ngải", "Gạo Đỏ", "Chiền", "Mơ",
           "Quế Chi", "Yến Sào", "Ong Vàng", "Trầm", "Lá Đỏ", "Thông Reo", "Cỏ Mật", "Én", "Đa Đôi", "Mía Lau", "Cau Non", "Sim Tím",
           "Bằng Lăng", "Hoa Ban", "Vạc")
_SIDES = ("", " Đông", " Tây", " Nam", " Bắc")
_HAMLETS = ("Tân Lập", "Đồng Tâm", "Bình Minh", "Thống Nhất", "Hòa Thuận", "Phú Xuân", "Tân Tiến", "An Bình", "Đoàn Kết",
            "Quyết Thắng", "Nam Hòa", "Vĩnh An", "Hưng Thịnh", "Lạc Thiện", "Trung Tâm", "Xuân Lộc")
_BUON = ("Ea Sương", "Čư Nắng", "Kô Trăng", "Drai Mưa", "Ea Lau", "Čư Ráng", "Krông Hạc", "Ea Mơ")
_LAGGING = (9, 9, 9, 9, 9, 9, 9, 9, 6, 3)


@dataclass(frozen=True, slots=True)
class Commune:
    """An invented commune: what the sample's maker wants to know, and besides how far its books of 2026 have come and what it leaves out.

    `months` is the last period it published; `told` says whether its settings give the number of inhabitants.
    """

    profile: Profile
    months: int
    balance: bool
    decided: bool
    drive: int
    told: bool
    names_on_web: bool

    @property
    def kind(self) -> str:
        """Return the kind of unit as settings have it."""
        return self.profile.name.split(" ", 1)[0].lower()


def invent(count: int, seed: str) -> tuple[Commune, ...]:
    """Return so many communes, each with a name of its own, the same for the same seed; at most as many as there are names."""
    draw = Draw(f"{seed} names")
    names = draw.order([(first, second, side) for side in _SIDES for first in _FIRST for second in _SECOND])
    plain = [name for name in names if not name[2]]
    chosen = [*plain, *(name for name in names if name[2])][:count]
    if len(chosen) < count:
        raise ValueError(len(names))
    return tuple(_commune(place, f"{first} {second}{side}", seed) for place, (first, second, side) in enumerate(chosen))


def _commune(place: int, own: str, seed: str) -> Commune:
    draw = Draw(f"{seed} {own}")
    people = People(draw)
    name = f"{draw.one(_KINDS)} {own}"
    profile = Profile(
        name=name, id=slug(name), code=f"{90001 + place}", seed=f"{seed} {own}", hamlets=_hamlets(draw),
        chair=_person(people), accountant=_person(people), head_of_office=_person(people), stream=own[0].lower() + own[1:],
        scale=round(draw.share(0.55, 2.4), 3),
    )
    return Commune(profile, draw.one(_LAGGING), balance=draw.chance(0.92), decided=draw.chance(0.94), drive=draw.number(0, 2),
                   told=draw.chance(0.8), names_on_web=draw.chance(0.3))


def _hamlets(draw: Draw) -> tuple[Hamlet, ...]:
    """Return thôn and buôn, weighed so that all of the poor live in one of them."""
    plain = [(f"Thôn {name}", draw.number(60, 140), False) for name in draw.some(draw.order(_HAMLETS), draw.number(4, 9))]
    ede = [(f"Buôn {name}", draw.number(90, 220), True) for name in draw.some(draw.order(_BUON), draw.number(1, 4))]
    whole = sum(weight for _, weight, _ in (*plain, *ede))
    return tuple(Hamlet(name, draw.number(90, 340), -(-weight * 1000 // whole), ede=of_ede) for name, weight, of_ede in (*plain, *ede))


def _person(people: People) -> str:
    return people.person(ede=False, years=(1970, 1985)).name
