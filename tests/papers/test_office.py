"""Sheets for officers: the plan's tasks with their proofs, the self-check, guides, the calendar."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from generator.catalogue import load
from generator.catalogue.papi import survey
from generator.catalogue.plan import tasks
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from generator.papers.guides import calendar, guide
from generator.papers.leaf import html
from generator.papers.self_check import self_check
from generator.papers.tasks import tasks_paper
from generator.periods import Period
from generator.posting.tasks import tracked
from generator.posting.yearly import yearly
from tests.papers.drawn import texts
from tests.prints import fixtures

DAY = date(2026, 11, 23)
QUARTER = Period(2026, "quarter", 4)


def site(*shown: Disclosure) -> Site:
    """Return a site that shows these under the catalogue's own law."""
    return Site(fixtures.COMMUNE, DAY, load(), shown)


def posted(day: date, **more: object) -> Disclosure:
    """Return a revenue table posted on a day."""
    return replace(fixtures.revenue(3), posted_from=day, **more)


def test_every_form_that_proves_a_task_or_answers_a_question_is_in_the_catalogue() -> None:
    """A form that was renamed would leave a duty without its proof."""
    known = load().forms
    assert {name for task in tasks() for name in task.forms} <= known.keys()
    assert {name for one in survey().question for name in one.forms} <= known.keys()
    order = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]
    assert [one.content for one in tasks()] == sorted((one.content for one in tasks()), key=order.index)


def test_a_task_is_done_by_what_was_posted_in_the_period_and_names_its_page() -> None:
    """Posted on the quarter's first day it is proof of it, the day before it is of an earlier period, never posted it is nothing."""
    def standing(*shown: Disclosure) -> tuple[str, int]:
        one = next(one for one in tracked(site(*shown), QUARTER) if one.task.annex2 == ("12",))
        return one.standing, len(one.proofs)
    assert standing(posted(date(2026, 10, 1))) == ("done", 1)
    assert standing(posted(date(2026, 9, 30))) == ("earlier", 1)
    assert standing(posted(date(2026, 10, 1), state="replaced")) == ("nothing", 0)
    assert standing() == ("nothing", 0)


def test_what_no_form_proves_is_left_to_the_hand() -> None:
    """An election is no page of this site: the report leaves a line and claims nothing."""
    one = next(one for one in tracked(site(), QUARTER) if one.task.annex2 == ("2",))
    assert one.standing == "outside"


def test_the_report_counts_its_tasks_and_says_where_the_proof_lies() -> None:
    """The counts add up to all tasks, and a proof has its day and its address."""
    told = " ".join(texts(tasks_paper(site(posted(date(2026, 10, 8))), QUARTER)))
    assert f"Trong {len(tasks())} nhiệm vụ" in told
    assert "công khai ngày 08/10/2026" in told
    assert "VIII. Quản trị điện tử" in told


def test_the_self_check_names_what_is_missing_and_gives_no_score() -> None:
    """Nothing published lacks everything; what is older than a year is said to be so."""
    bare = html(self_check(site()))
    assert "chưa có “Danh sách hộ nghèo, hộ cận nghèo”".replace("chưa", "Chưa") in bare
    assert "điểm" not in bare.replace("Không chấm điểm", "").replace("điểm niêm yết", "")
    old = html(self_check(site(posted(date(2025, 1, 8)))))
    assert "bản mới nhất đã quá 12 tháng (08/01/2025)" in old


def test_each_form_has_a_guide_with_its_private_columns_and_the_days_the_catalogue_gives() -> None:
    """A guide of any form can be drawn, and says what stays inside."""
    catalogue = load()
    made = {name: html(guide(form, catalogue, DAY)) for name, form in catalogue.forms.items()}
    assert "30 ngày" in made["budget-revenue"]
    assert "số định danh" in made["poor-households"]
    assert not [name for name, text in made.items() if "{" in text.split("</style>")[1]]


def test_the_years_calendar_holds_what_counts_from_the_periods_end() -> None:
    """Ten days after March; a day off moves the last day to the next working day."""
    days = {one.name: one.day for one in yearly(load(), 2027)}
    assert days["Tình hình thực hiện ngân sách 03 tháng năm 2027"] == date(2027, 4, 12)
    assert "Tháng 12" in html(calendar(load(), 2027))
