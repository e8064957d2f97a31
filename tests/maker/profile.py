"""A commune to invent: its name, hamlets, people's languages and size; everything else follows from the seed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hamlet:
    """A thôn or buôn: its households, how many of 1,000 of the poor live there, and whether most there are Ê Đê."""

    name: str
    households: int
    weight: int
    ede: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """What sets one invented commune apart from another; `scale` stretches its budget."""

    name: str
    id: str
    code: str
    seed: str
    hamlets: tuple[Hamlet, ...]
    chair: str
    accountant: str
    head_of_office: str
    stream: str
    scale: float = 1.0

    @property
    def capitals(self) -> str:
        """Return the commune's name as letterheads have it."""
        return self.name.upper()

    @property
    def place(self) -> str:
        """Return the name without the kind of unit: the place named beside a day."""
        return self.name.split(" ", 1)[1]


SUOI_MAY = Profile(
    name="Xã Suối Mây",
    id="suoi-may",
    code="24998",
    seed="suối mây",
    hamlets=(
        Hamlet("Thôn Tân Lập", 312, 105),
        Hamlet("Thôn Đồng Tâm", 268, 85),
        Hamlet("Thôn Bình Minh", 241, 80),
        Hamlet("Thôn Suối Mây", 296, 110),
        Hamlet("Buôn Ea Mây", 224, 165, ede=True),
        Hamlet("Buôn Čư Mây", 187, 150, ede=True),
        Hamlet("Buôn Kô Ƀlang", 203, 160, ede=True),
        Hamlet("Buôn Drai H'Mun", 176, 145, ede=True),
    ),
    chair="Nguyễn Thị Hải Yến",
    accountant="Trần Quốc Bảo",
    head_of_office="Y Thuăn Mlô",
    stream="suối Mây",
)
