"""The calendar file: what a reader of RFC 5545 makes of it, whatever stands in a name."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.commune import Commune
from generator.posting.due import Item
from generator.report.calendar_file import as_calendar
from tests.report.ics import parse

COMMUNE = Commune(name="Xã Suối Mây; buôn Ƀlang, \\", id="suoi-may")
DAY = date(2026, 11, 23)
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=120)


def item(name: str, **changes: object) -> Item:
    """Return something to publish by 10 January 2027."""
    fields: dict[str, object] = {"id": "budget-q4/2026", "sort": "publish", "standing": "next", "name": name,
                                 "day": date(2027, 1, 10), "last": date(2027, 1, 11), "source": "Điều 37 khoản 3, Nghị định"}
    return Item(**{**fields, **changes})  # type: ignore[arg-type]


@given(NAMES)
def test_any_name_comes_back_as_it_was(name: str) -> None:
    """Commas, semicolons, backslashes and letters of several bytes survive escaping and folding."""
    made = as_calendar([(COMMUNE, [item(name)])], DAY, 7, "vi")
    event = parse(made)["VEVENT"][0]
    assert event["SUMMARY"].endswith(name)
    assert event["LOCATION"] == COMMUNE.full_name


def test_lines_are_short_and_end_as_the_standard_says() -> None:
    """Every line has at most 75 bytes, ends in CR and LF, and no letter is cut in two."""
    made = as_calendar([(COMMUNE, [item("Tình hình thực hiện ngân sách Ƀlang " * 9)])], DAY, 7, "vi")
    assert made.endswith(b"END:VCALENDAR\r\n")
    for line in made.removesuffix(b"\r\n").split(b"\r\n"):
        assert b"\n" not in line
        assert len(line) <= 75
        line.decode("utf-8")


def test_an_entry_is_whole_day_reminds_and_keeps_its_name() -> None:
    """The entry lies on the day the law counts, the alarm so many days before; the UID stays while the day of the file goes on."""
    first, second = (parse(as_calendar([(COMMUNE, [item("x")])], day, 7, "vi"))["VEVENT"][0] for day in (DAY, DAY + timedelta(days=9)))
    assert (first["DTSTART"], first["DTEND"], first["DTSTAMP"]) == ("20270110", "20270111", "20261123T000000Z")
    assert (first["UID"], first["TRIGGER"]) == (second["UID"], "-P7D")
    assert second["DTSTAMP"] == "20261202T000000Z"


def test_what_has_no_day_is_no_entry_and_what_is_past_rings_no_bell() -> None:
    """A duty whose event nobody told is not in the calendar; one overdue is, without an alarm."""
    assert "VEVENT" not in parse(as_calendar([(COMMUNE, [item("x", day=None, last=None, standing="waiting")])], DAY, 7, "vi"))
    past = parse(as_calendar([(COMMUNE, [item("x", day=date(2026, 10, 10), standing="late", days=40)])], DAY, 7, "vi"))
    assert "TRIGGER" not in past["VEVENT"][0]


def test_the_same_day_gives_the_same_bytes() -> None:
    """There is no clock in the file."""
    asked = [(COMMUNE, [item("x"), item("y", id="other/2027")])]
    assert as_calendar(asked, DAY, 7, "vi") == as_calendar(asked, DAY, 7, "vi")
