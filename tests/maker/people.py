"""Invented people: Kinh and Ê Đê names, birth days, and citizen numbers of a province that does not exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.maker.draw import Draw

_FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Nông",
    "Hà",
    "Mai",
    "Cao",
)
_MIDDLE = {
    True: ("Văn", "Đức", "Quang", "Hữu", "Công", "Minh", "Xuân", "Ngọc", "Đình", "Thanh"),
    False: ("Thị", "Thị", "Thị", "Thị Thu", "Thị Ngọc", "Thị Kim", "Thị Mỹ", "Ngọc"),
}
_GIVEN = {
    True: (
        "An",
        "Bình",
        "Cường",
        "Dũng",
        "Hải",
        "Hùng",
        "Khánh",
        "Lâm",
        "Long",
        "Mạnh",
        "Nam",
        "Phúc",
        "Quân",
        "Sơn",
        "Tài",
        "Thắng",
        "Thọ",
        "Tiến",
        "Toàn",
        "Trung",
        "Tuấn",
        "Vinh",
        "Đạt",
        "Lộc",
        "Kiên",
    ),
    False: (
        "Anh",
        "Bích",
        "Cúc",
        "Dung",
        "Hà",
        "Hạnh",
        "Hiền",
        "Hoa",
        "Hương",
        "Lan",
        "Liên",
        "Loan",
        "Mai",
        "Nga",
        "Nhung",
        "Oanh",
        "Phượng",
        "Quyên",
        "Thảo",
        "Thủy",
        "Tuyết",
        "Vân",
        "Xuân",
        "Yến",
        "Đào",
    ),
}
_CLAN = ("Êban", "Niê", "Mlô", "Ayŭn", "Kbuôr", "Ktla", "Kpă", "Niê Kdăm", "Byă", "Adrơng", "Êñuôl", "Hwing", "Ksơr", "Buôn Yă", "Kđoh")
_EDE = {
    True: (
        "Blŭ",
        "Ƀhiăn",
        "Wĭn",
        "Thĭm",
        "Jŭt",
        "Dhăm",
        "Čil",
        "Bhĭn",
        "Ngơi",
        "Tlĕ",
        "Nguôn",
        "Khưn",
        "Hrĭ",
        "Sĭ",
        "Bliêng",
        "Yŏn",
        "Suăt",
        "Lĕ",
    ),
    False: (
        "Bliă",
        "Ngŭ",
        "Čăm",
        "Ƀlung",
        "Juin",
        "Mrai",
        "Nhĕ",
        "Wơn",
        "Đuôn",
        "Hơn",
        "Blĭ",
        "Ruyn",
        "Tuyĕt",
        "Lĭm",
        "Kăm",
        "Yar",
        "Dŭn",
        "Ƀông",
    ),
}
INVENTED_PROVINCE = "099"


@dataclass(frozen=True, slots=True)
class Person:
    """A person: everything here but a head's name is private."""

    name: str
    man: bool
    born: date
    citizen: str
    relation: str = "Chủ hộ"


class People:
    """A stream of invented people, no two of them with one citizen number."""

    def __init__(self, draw: Draw) -> None:
        """Begin with lots of its own."""
        self._draw = draw
        self._numbers: set[str] = set()

    def person(self, *, ede: bool, years: tuple[int, int], man: bool | None = None, relation: str = "Chủ hộ", family: str = "") -> Person:
        """Return somebody born between two years; `family` is the name a child bears, "" for any."""
        of_men = self._draw.chance(0.55) if man is None else man
        born = date(self._draw.number(*years), self._draw.number(1, 12), self._draw.number(1, 28))
        return Person(self._name(family, ede=ede, man=of_men), of_men, born, self._number(of_men, born.year), relation)

    def _name(self, family: str, *, ede: bool, man: bool) -> str:
        if ede:
            given = self._draw.one(_EDE[man])
            return f"Y {given} {family or self._draw.one(_CLAN)}" if man else f"H'{given} {family or self._draw.one(_CLAN)}"
        return f"{family or self._draw.one(_FAMILY)} {self._draw.one(_MIDDLE[man])} {self._draw.one(_GIVEN[man])}"

    def _number(self, man: bool, year: int) -> str:  # noqa: FBT001 - the third digit says sex and century
        century = (0 if man else 1) + (2 if year >= 2000 else 0)
        while True:
            number = f"{INVENTED_PROVINCE}{century}{year % 100:02}{self._draw.number(0, 999_999):06}"
            if number not in self._numbers:
                self._numbers.add(number)
                return number


def family_of(name: str) -> str:
    """Return the name a person's children bear: the clan after an Ê Đê given name, the first word of a Kinh name."""
    if name.startswith("H'"):
        return name.split(" ", 1)[1]
    return name.split(" ", 2)[2] if name.startswith("Y ") else name.split(" ", 1)[0]
