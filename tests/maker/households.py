"""Which households are poor or near-poor in two years, and what became of each: who stayed, moved, left, is new or back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.maker.draw import Draw
from tests.maker.people import People, Person, family_of
from tests.maker.profile import Hamlet, Profile

POOR, NEAR = "Hộ nghèo", "Hộ cận nghèo"
_LEFT_BEFORE = {
    "Tái nghèo": "Hộ thoát nghèo",
    "Tái cận nghèo": "Hộ thoát cận nghèo",
    "Thoát nghèo": "Hộ thoát nghèo",
    "Thoát cận nghèo": "Hộ thoát cận nghèo",
}

# How many households went from which class (2025) to which (2026); None is neither.
FATES: tuple[tuple[str | None, str | None, str, int], ...] = (
    (POOR, POOR, "", 90),
    (NEAR, NEAR, "", 138),
    (POOR, NEAR, "Chuyển từ hộ nghèo", 22),
    (NEAR, POOR, "Chuyển từ hộ cận nghèo", 5),
    (POOR, None, "", 12),
    (NEAR, None, "", 36),
    (None, POOR, "Mới", 19),
    (None, NEAR, "Phát sinh mới", 16),
    (None, POOR, "Tái nghèo", 6),
    (None, NEAR, "Tái cận nghèo", 3),
    (None, None, "Thoát nghèo", 11),
    (None, None, "Thoát cận nghèo", 8),
)
UNSURE = 3  # households of 2025 written down without code and citizen number
_CAUSES = (
    "Thiếu đất sản xuất",
    "Không có vốn sản xuất, kinh doanh",
    "Không có lao động",
    "Không có công cụ, phương tiện sản xuất",
    "Ốm đau, bệnh nặng, tai nạn",
    "Thiếu kiến thức về sản xuất",
)
_REMARKS = (
    "con bị tim bẩm sinh",
    "nợ ngân hàng, mất mùa cà phê",
    "chồng mất năm 2023",
    "người già neo đơn",
    "xin vay vốn, số điện thoại ghi ở sổ",
    "nhà dột, đã đề nghị hỗ trợ",
)


@dataclass(frozen=True, slots=True)
class Household:
    """A household and all that the officer knows of it; `before` and `now` are its classes of 2025 and 2026."""

    code: str
    hamlet: Hamlet
    members: tuple[Person, ...]
    before: str | None
    now: str | None
    note: str
    cause: str
    phone: str
    account: str
    address: str
    b1: int
    b2: int
    remark: str = ""
    nameless: bool = False
    new_head: bool = False

    @property
    def head(self) -> Person:
        """Return the head of 2025."""
        return self.members[0]

    @property
    def left_before(self) -> str | None:
        """Return the class in which the list of 2025 names it as having left: of those a few are back in 2026."""
        return _LEFT_BEFORE.get(self.note) if self.before is None else None

    @property
    def members_now(self) -> tuple[Person, ...]:
        """Return the members of 2026: in a few households the head has died and another leads it."""
        if not self.new_head:
            return self.members
        first, *others = self.members[1:]
        return (replace(first, relation="Chủ hộ"), *others)


def invent(profile: Profile) -> tuple[Household, ...]:
    """Return every household that stands on either year's list, hamlet by hamlet."""
    draw = Draw(f"{profile.seed} households")
    people = People(draw)
    fates = draw.order([fate for fate in FATES for _ in range(fate[3])])
    homes = draw.order([hamlet for hamlet in profile.hamlets for _ in range(round(hamlet.weight * len(fates) / 1000) + 1)])[: len(fates)]
    taken: set[tuple[str, str]] = set()
    made = [
        _household(place, hamlet, fate, (draw, people, taken), profile)
        for place, (hamlet, fate) in enumerate(zip(homes, fates, strict=True), 1)
    ]
    return tuple(sorted(_namesakes(_odd_ones(made)), key=lambda household: profile.hamlets.index(household.hamlet)))


def _household(
    place: int,
    hamlet: Hamlet,
    fate: tuple[str | None, str | None, str, int],
    lots: tuple[Draw, People, set[tuple[str, str]]],
    profile: Profile,
) -> Household:
    draw, people, taken = lots
    before, now, note, _ = fate
    members = _family(hamlet, draw, people)
    while (hamlet.name, members[0].name) in taken or (len(members) > 1 and (hamlet.name, members[1].name) in taken):
        members = _family(hamlet, draw, people)
    taken.update((hamlet.name, member.name) for member in members[:2])
    b2 = draw.number(3, 7) * 10 if POOR in (now, before) and now != NEAR else draw.number(0, 2) * 10
    return Household(
        f"{profile.code}{place:05}",
        hamlet,
        members,
        before,
        now,
        note,
        draw.one(_CAUSES),
        f"090000{draw.number(1000, 9999)}",
        f"5200205{draw.number(100000, 999999)}",
        f"Tổ {draw.number(1, 6)}, {hamlet.name}",
        draw.number(60, 139),
        b2,
        draw.one(_REMARKS) if draw.chance(0.12) else "",
    )


def _family(hamlet: Hamlet, draw: Draw, people: People) -> tuple[Person, ...]:
    ede = hamlet.ede != draw.chance(0.12)
    head = people.person(ede=ede, years=(1950, 1996))
    members = [head]
    if draw.chance(0.78):
        year = max(1948, min(1998, head.born.year + draw.number(-4, 4)))
        members.append(people.person(ede=ede, years=(year, year), man=not head.man, relation="Vợ" if head.man else "Chồng"))
    eldest = min(2022, max(head.born.year + 20, 1995))
    members += [people.person(ede=ede, years=(eldest, 2023), relation="Con", family=family_of(head.name)) for _ in range(draw.number(0, 4))]
    if draw.chance(0.18):
        members.append(people.person(ede=ede, years=(1938, 1949), relation="Mẹ" if head.man else "Cha", man=not head.man))
    return tuple(members)


def _odd_ones(made: list[Household]) -> list[Household]:
    stayed = [place for place, household in enumerate(made) if household.before and household.before == household.now]
    for place in stayed[:UNSURE]:
        made[place] = replace(made[place], nameless=True)
    widowed = [place for place in stayed[UNSURE:] if len(made[place].members) > 1 and made[place].members[1].relation in {"Vợ", "Chồng"}][
        :2
    ]
    for place in widowed:
        made[place] = replace(made[place], new_head=True)
    return made


def _namesakes(made: list[Household]) -> list[Household]:
    first = made.index(
        next(
            household
            for household in made
            if not household.hamlet.ede and household.before == household.now == POOR and not household.nameless and not household.new_head
        )
    )
    again = next(
        place
        for place, household in enumerate(made)
        if place > first
        and household.hamlet == made[first].hamlet
        and household.before == household.now == NEAR
        and not household.new_head
        and not household.nameless
    )
    for place, year in ((first, 1968), (again, 1979)):
        head = replace(made[place].head, name="Nguyễn Văn Thành", man=True, born=made[place].head.born.replace(year=year))
        made[place] = replace(made[place], members=(head, *made[place].members[1:]))
    return made
