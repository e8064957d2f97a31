"""Numbers, amounts, days and abbreviations as Vietnamese say them aloud: "một triệu không trăm linh năm nghìn"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

from generator.cells import Unreadable
from generator.days import read_day
from generator.shorthand import written_out
from generator.vietnamese import nfc

_TEXTS = Path(__file__).parent / "catalogue" / "texts" / "spoken.vi.toml"
_THOUSAND, _BILLION, _EARLY, _TEN = 1000, 10**9, 10, 10
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_DAY = re.compile(r"(?<![\w/])(\d{1,2}/\d{1,2}/\d{4})(?![\w/])")
_MONTH_OF = re.compile(r"(?:tháng )?(?<![\w/])(1[0-2]|0?[1-9])/((?:19|20)\d\d)(?![\w/])")
_MONTH = re.compile(r"(?<!\w)(tháng) 0?(\d{1,2})(?!\w)")
_DAY_OF = re.compile(r"(?<!\w)(ngày) 0?(\d{1,2})(?= tháng)")
_QUARTER = re.compile(r"(?<!\w)([Qq]uý) (IV|I{1,3})(?!\w)")
_RANGE = re.compile(rf"(?<=\d)\s*[-–]\s*(?=(?:{_NUMBER}))")
_OVER = re.compile(r"(?<=\d)/(?=\d)")
_UNIT = r"%|đ(?!\w)|km²|km|kg|ha(?!\w)|m[²³23]|m(?!\w)"
_SAID = re.compile(rf"(?<![\w,.])(?P<minus>[-−–]?)(?P<number>{_NUMBER})(?:[\s\u202f]*(?P<unit>{_UNIT}))?")
_TELEPHONE = re.compile(r"(?<![\w.,/])0\d{2,}(?:[ .]?\d{3,4})+(?![\w,/])")
_WRITTEN = re.compile(r"\d")


def number(value: int | Decimal) -> str:
    """Return a number in words, "bảy mươi mốt phẩy hai"; of a fraction its first zeros are said one by one, the rest as a number."""
    said = _words()
    whole, _, fraction = f"{abs(Decimal(value)):f}".partition(".")
    parts = [said["minus"]] if value < 0 else []
    parts.append(_whole(int(whole)))
    if fraction:
        rest = fraction.lstrip("0")
        parts += [said["point"], *([said["digits"][0]] * (len(fraction) - len(rest))), *([_whole(int(rest))] if rest else [])]
    return " ".join(parts)


def digits(text: str) -> str:
    """Return a telephone number digit by digit, with a pause between its groups; what is no digit falls away."""
    groups = re.findall(r"\d+", text)
    return ", ".join(" ".join(_words()["digits"][int(one)] for one in group) for group in groups)


def amount(dong: int) -> str:
    """Return an amount of đồng in words: "năm trăm nghìn đồng"."""
    return f"{number(dong)} {_words()['dong']}"


def rounded(value: int, figures: int = 3) -> tuple[int, bool]:
    """Return a number with so many leading figures kept and the others 0, and whether that changed it."""
    if not value:
        return 0, False
    step = Decimal(1).scaleb(max(len(str(abs(value))) - figures, 0))
    found = int((Decimal(value) / step).quantize(Decimal(1), ROUND_HALF_UP) * step)
    return found, found != value


def about(dong: int, figures: int = 3) -> str:
    """Return an amount rounded for the ear, which says so where it was: "khoảng tám tỷ bốn trăm hai mươi triệu đồng"."""
    found, changed = rounded(dong, figures)
    return _about(amount(found), changed=changed)


def share(percent: float) -> str:
    """Return a percentage to the whole, said to be so, unless it would become none or all: "khoảng bảy mươi mốt phần trăm"."""
    exact = Decimal(repr(float(percent)))
    whole = exact.quantize(Decimal(1), ROUND_HALF_UP)
    tenths = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    kept = tenths if whole in (0, 100) and tenths != whole else whole
    return _about(f"{number(kept)} {_words()['percent']}", changed=kept != exact)


def day(value: date, *, year: bool = True) -> str:
    """Return a day in words, "mùng tám tháng mười năm hai nghìn không trăm hai mươi sáu", without "ngày" before it."""
    said = _words()
    return str(said["day" if year else "day_alone"]).format(day=_day(value.day), month=_month(value.month), year=number(value.year))


def say(text: str) -> str:
    """Return a text as it is said aloud: no figure and no known abbreviation is left in it."""
    said = _words()
    spoken = written_out(nfc(text).replace("\u00a0", " "), said["shorthand"])
    for short, full in _abbreviations():
        spoken = re.sub(rf"(?<![\w]){re.escape(short)}(?![\w])", full, spoken)
    spoken = _DAY.sub(_told_day, spoken)
    spoken = _MONTH_OF.sub(lambda found: said["month_of"].format(month=_month(int(found[1])), year=number(int(found[2]))), spoken)
    spoken = _DAY_OF.sub(lambda found: f"{found[1]} {_day(int(found[2]))}", spoken)
    spoken = _MONTH.sub(lambda found: f"{found[1]} {_month(int(found[2]))}", spoken)
    spoken = _QUARTER.sub(lambda found: f"{found[1]} {said['quarters'][found[2]]}", spoken)
    spoken = _TELEPHONE.sub(lambda found: digits(found[0]), spoken)
    spoken = _OVER.sub(f" {said['over']} ", _RANGE.sub(f" {said['to']} ", spoken))
    return _bare(_SAID.sub(_told_number, spoken))


def _told_day(found: re.Match[str]) -> str:
    try:
        value = read_day(found[1])
    except Unreadable:
        value = None
    return day(value) if value else found[0]


def _told_number(found: re.Match[str]) -> str:
    said = _words()
    value = Decimal(found["number"].replace(".", "").replace(",", "."))
    unit = said["units"].get(found["unit"], "") if found["unit"] else ""
    return " ".join(part for part in (said["minus"] if found["minus"] else "", number(value), unit) if part)


def _bare(text: str) -> str:
    """Return a text whose leftover figures (of a code, a fraction) are said one number at a time."""
    if not _WRITTEN.search(text):
        return text
    return re.sub(r"\s+", " ", re.sub(r"\d+", lambda found: f" {_whole(int(found[0]))} ", text)).strip()


def _about(said: str, *, changed: bool) -> str:
    return str(_words()["about"]).format(said=said) if changed else said


def _day(value: int) -> str:
    said = number(value)
    return f"{_words()['early']} {said}" if value <= _EARLY else said


def _month(value: int) -> str:
    return str(_words()["months"].get(str(value)) or number(value))


def _whole(value: int, *, padded: bool = False) -> str:
    """Return a whole number of any size; billions are counted as a number of their own ("một nghìn tỷ")."""
    billions, rest = divmod(value, _BILLION)
    if billions:
        said = [_whole(billions, padded=padded), _words()["scales"][-1]]
        return " ".join([*said, *([_whole(rest, padded=True)] if rest else [])])
    return " ".join(_groups(rest, padded=padded)) or str(_words()["digits"][0])


def _groups(value: int, *, padded: bool) -> Iterator[str]:
    """Yield the words of a number below a billion, its largest group first; a group after another is said with its hundreds."""
    for power in (2, 1, 0):
        group = value // _THOUSAND**power % _THOUSAND
        if group:
            yield _group(group, padded=padded)
            if scale := _words()["scales"][power]:
                yield scale
            padded = True


def _group(value: int, *, padded: bool) -> str:
    said = _words()
    hundreds, below = divmod(value, 100)
    tens, ones = divmod(below, _TEN)
    parts = [said["digits"][hundreds], said["hundred"]] if hundreds or padded else []
    if tens == 1:
        parts.append(said["ten"])
    elif tens:
        parts += [said["digits"][tens], said["tens"]]
    elif ones and parts:
        parts.append(said["none_of_ten"])
    if ones:
        parts.append(_ones(ones, tens))
    return " ".join(parts)


def _ones(ones: int, tens: int) -> str:
    said = _words()
    special = {5: said["five_after_ten"]} if tens else {}
    if tens > 1:
        special |= {1: said["one_after_tens"], 4: said["four_after_tens"]}
    return str(special.get(ones, said["digits"][ones]))


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(_TEXTS.read_text("utf-8"))


@cache
def _abbreviations() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(_words()["abbreviations"].items(), key=lambda pair: -len(pair[0])))
