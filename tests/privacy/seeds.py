"""Private values of every kind, each of them unlike any other and unlike any public word."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta

_ONSETS = ("b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "kr", "ml", "ch", "th")
_RHYMES = ("ăng", "ơi", "uôn", "iêp", "ươt", "âm", "ưc", "oong", "eng", "inh")


def _syllables(draw: random.Random, count: int) -> str:
    return " ".join((draw.choice(_ONSETS) + draw.choice(_RHYMES)).capitalize() for _ in range(count))


def _digits(draw: random.Random, count: int) -> str:
    return "".join(draw.choices("0123456789", k=count))


def _telephone(draw: random.Random) -> str:
    number = f"09{_digits(draw, 8)}"
    shapes = (number, f"{number[:4]} {number[4:7]} {number[7:]}", f"{number[:4]}.{number[4:7]}.{number[7:]}", f"+84{number[1:]}")
    return draw.choice(shapes)


def _born(draw: random.Random) -> str:
    return f"{date(1920, 1, 1) + timedelta(days=draw.randrange(30000)):%d/%m/%Y}"


KINDS: dict[str, Callable[[random.Random], str]] = {
    "citizen number of 12 digits": lambda draw: f"0{_digits(draw, 11)}",
    "citizen number of 9 digits": lambda draw: f"2{_digits(draw, 8)}",
    "telephone": _telephone,
    "account": lambda draw: f"5{_digits(draw, 12)}",
    "e-mail address": lambda draw: f"{draw.choice(_ONSETS)}{_digits(draw, 6)}@thu{_digits(draw, 3)}.example",
    "birth date": _born,
    "ethnicity": lambda draw: f"Dân tộc {_syllables(draw, 3)}",
    "health": lambda draw: f"khuyết tật dạng {_syllables(draw, 3)}",
    "cause": lambda draw: f"nghèo vì {_syllables(draw, 3)}",
    "labour": lambda draw: f"mất sức {_digits(draw, 2)} phần trăm {_syllables(draw, 2)}",
    "score": lambda draw: f"B1 {_digits(draw, 3)},{_digits(draw, 4)}",
    "household code": lambda draw: f"HN{_digits(draw, 7)}",
    "house number": lambda draw: f"số nhà {draw.randint(100, 999)} hẻm {_syllables(draw, 2)}",
    "name of a member": lambda draw: f"Cháu {_syllables(draw, 3)}",
    "remark": lambda draw: f"nhờ {_syllables(draw, 2)} nuôi hộ {_syllables(draw, 2)}",
}


def seeds(number: int) -> Iterator[tuple[str, str]]:
    """Yield (kind, value) without end, the kinds in turn, no value twice; the same number draws the same."""
    draw, seen = random.Random(number), set()
    while True:
        for kind, make in KINDS.items():
            value = make(draw)
            while value in seen:
                value = make(draw)
            seen.add(value)
            yield kind, value
