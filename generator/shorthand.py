"""What officers write short, written out: "7h30" as "7 giờ 30", "đến 30/6" as "đến ngày 30 tháng 6", "28/NQ-HĐND" as "28"."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HOURS, _MINUTES, _DAYS, _MONTHS = 24, 60, 31, 12
_CLOCK = re.compile(r"(?<![\w:.,/])(\d{1,2})(?:[hHgG:](\d\d)|[hH])(?:'|ph)?(?![\w:/])")
_NUMBERED = re.compile(r"(?<![\w/])(\d+)(?:/(\d{4}))?/[A-ZĐ]{2,}\d*(?:-[A-ZĐ]{2,}\d*)*(?![\w/])")
_QUARTER = re.compile(r"(?<!\w)([Qq]uý) (IV|I{1,3}|[1-4])\s*[/-]\s*((?:19|20)\d\d)(?![\w/])")
_MONTH = re.compile(r"(?<!\w)T\.? ?(1[0-2]|0?[1-9])(?=/(?:19|20)\d\d(?![\w/]))")
_SHORT_DAY = r"(\d{1,2})/(\d{1,2})(?![\w/]|,\d)"
_LEADS = r"[Nn]gày|[Hh]ết|[Tt]rước|[Tt]ừ|[Đđ]ến|[Ss]áng|[Cc]hiều|[Tt]ối"
_DAY = re.compile(rf"(?<!\w)((?:{_LEADS})(?: ngày)?) {_SHORT_DAY}(?=\s*(?:[-–.,;:)]|đến|và|tại|năm|$))")
_DAYS_RANGE = re.compile(rf"(?<![\w/]){_SHORT_DAY}\s*[-–]\s*{_SHORT_DAY}")
_ROAD = re.compile(r"(?<!\w)QL ?(?=\d)")
_PER = re.compile(r"(?:(?<=[đĐ]ồng)|(?<=\dđ))\s*/\s*(?:1 )?(?=[^\W\d])")
_EITHER = re.compile(r"(?<=[^\W\d_]{2})\s*/\s*(?=[^\W\d_]{2})")


def written_out(text: str, said: Mapping[str, str]) -> str:
    """Return a text with what is written short in the words said for it; whatever might mean something else stays as it is."""
    def day(found: re.Match[str]) -> str:
        if not _is_day(found[2], found[3]):
            return found[0]
        named = _dated(found[2], found[3], said)
        if found[1].lower().endswith(said["day"]):
            named = named.removeprefix(said["day"]).lstrip()
        return f"{found[1]} {named}"

    def days(found: re.Match[str]) -> str:
        if not (_is_day(found[1], found[2]) and _is_day(found[3], found[4])):
            return found[0]
        return said["range"].format(first=_dated(found[1], found[2], said), last=_dated(found[3], found[4], said))

    text = _CLOCK.sub(lambda found: _clock(found, said), text)
    text = re.sub(rf"(?<={said['hour']})\s*[-–]\s*(?=\d)", said["to"], text)
    text = _NUMBERED.sub(lambda found: said["of_year"].format(what=found[1], year=found[2]) if found[2] else found[1], text)
    text = _QUARTER.sub(lambda found: said["of_year"].format(what=f"{found[1]} {found[2]}", year=found[3]), text)
    text = _MONTH.sub(lambda found: said["month"].format(month=found[1]), text)
    text = _ROAD.sub(said["road"], _DAY.sub(day, _DAYS_RANGE.sub(days, text)))
    return _EITHER.sub(said["either"], _PER.sub(said["per"], text))


def _clock(found: re.Match[str], said: Mapping[str, str]) -> str:
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour > _HOURS or minute >= _MINUTES:
        return found[0]
    return f"{hour} {said['hour']} {minute}" if minute else f"{hour} {said['hour']}"


def _is_day(day: str, month: str) -> bool:
    return 1 <= int(day) <= _DAYS and 1 <= int(month) <= _MONTHS


def _dated(day: str, month: str, said: Mapping[str, str]) -> str:
    return said["dated"].format(day=int(day), month=int(month))
