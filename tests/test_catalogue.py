"""The catalogue as it travels with the program: every name used exists, dates fit together, texts are complete."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from generator import findings
from generator.catalogue import Catalogue, load
from generator.catalogue.forms import Form, Line
from generator.catalogue.labels import spread
from generator.catalogue.law import Deadline, Posting
from generator.kinds import KINDS
from generator.kinds.budget.words import plain

CATALOGUE = load()
FORMS = tuple(CATALOGUE.forms.values())
SETS = tuple(CATALOGUE.row_sets.items())


def by_id(entries: tuple[Deadline, ...] | tuple[Posting, ...]) -> dict[str, list[Deadline | Posting]]:
    """Return dated entries by their id, in the order of their first day."""
    groups: dict[str, list[Deadline | Posting]] = {}
    for entry in sorted(entries, key=lambda one: one.since):
        groups.setdefault(entry.id, []).append(entry)
    return groups


@pytest.fixture
def catalogue() -> Catalogue:
    """The catalogue, loaded once."""
    return CATALOGUE


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_form_names_only_what_exists(form: Form, catalogue: Catalogue) -> None:
    """Kind, family, stages, statutes, deadlines, postings, row sets and choices of a form are all in the catalogue."""
    assert form.kind in KINDS
    assert catalogue.family(form.family)
    assert all(catalogue.stage(form.kind, stage) for stage in form.stages)
    assert set(form.statutes) <= {statute.id for statute in catalogue.statutes}
    assert set(form.deadlines.values()) <= {deadline.id for deadline in catalogue.deadlines}
    assert set(form.postings.values()) <= {posting.id for posting in catalogue.postings}
    assert {use.set for use in form.rows} <= set(catalogue.row_sets)
    assert {column.choices for column in form.column if column.choices} <= set(catalogue.choices)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_form_speaks_of_its_own_columns(form: Form) -> None:
    """Shares, balances and bounds name columns of amounts that the form has; deadlines and questions name its stages."""
    money = {column.key for column in form.column if column.read == "money"}
    assert {key for column in form.column if column.share for key in column.share} <= money
    assert {key for balance in form.balance for key in (balance.total, *balance.parts)} <= money
    assert {key for bound in form.bound for key in (bound.lower, bound.upper)} <= money
    assert {stage for stage in (*form.deadlines, *form.postings, *form.question) if stage} <= set(form.stages)
    assert {code.stage for code in form.codes if code.stage} <= set(form.stages)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_no_column_stands_twice_on_a_side(form: Form) -> None:
    """A key names one column, or one of each side."""
    assert max(Counter((column.key, column.side) for column in form.column).values()) == 1


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_question_has_no_unknown_word_to_put_in(form: Form) -> None:
    """Questions ask in both languages, and only for the commune, the period or the purpose."""
    for question in form.question.values():
        assert question.vi
        assert question.en
        assert set(re.findall(r"{(\w+)}", question.vi + question.en)) <= {"commune", "period", "purpose"}


@pytest.mark.parametrize("form", [form for form in FORMS if form.rows], ids=lambda form: form.id)
def test_row_sets_follow_one_another(form: Form) -> None:
    """On no day do two row sets hold for one form, and between the first and the last there is no gap."""
    uses = sorted(form.rows, key=lambda use: use.since)
    assert all(earlier.until + timedelta(days=1) == later.since for earlier, later in pairwise(uses))


@pytest.mark.parametrize(("name", "lines"), SETS, ids=[name for name, _ in SETS])
def test_a_row_set_is_a_tree(name: str, lines: tuple[Line, ...]) -> None:
    """Keys are unique, parents stand before their children, and every line has both its names."""
    assert name
    seen: set[str] = set()
    for line in lines:
        assert line.key not in seen
        assert not line.parent or line.parent in seen
        assert line.name.vi
        assert line.name.en
        seen.add(line.key)


@pytest.mark.parametrize(("name", "lines"), SETS, ids=[name for name, _ in SETS])
def test_no_two_lines_of_one_parent_share_a_spelling(name: str, lines: tuple[Line, ...]) -> None:
    """Under one parent a label means one line."""
    spelt = Counter((line.parent, label) for line in lines for label in {plain(text) for text in (line.name.vi, *line.also)})
    assert [(name, label) for label, times in spelt.items() if times > 1] == []


@pytest.mark.parametrize("entries", [CATALOGUE.deadlines, CATALOGUE.postings], ids=["deadlines", "postings"])
def test_dated_entries_of_one_id_do_not_overlap(entries: tuple[Deadline, ...] | tuple[Posting, ...]) -> None:
    """On a day at most one entry of an id holds, and each begins before it ends."""
    for group in by_id(entries).values():
        assert all(entry.since <= entry.until for entry in group)
        assert all(earlier.until < later.since for earlier, later in pairwise(group))


@pytest.mark.parametrize("entries", [CATALOGUE.deadlines, CATALOGUE.postings], ids=["deadlines", "postings"])
def test_dated_entries_name_statutes_that_exist(entries: tuple[Deadline, ...] | tuple[Posting, ...], catalogue: Catalogue) -> None:
    """Each says by which article of which statute, and why where that is not certain."""
    for entry in entries:
        assert catalogue.statute(entry.statute)
        assert entry.article
        assert entry.certain == "certain" or entry.note


def test_quarters_had_fifteen_days_and_months_have_ten(catalogue: Catalogue) -> None:
    """The time to publish an execution table changed with the year 2026; before 2017 there is none."""
    days = {day: catalogue.deadline("budget-execution", day) for day in (date(2012, 12, 31), date(2025, 9, 30), date(2026, 9, 30))}
    assert [entry and (entry.days, entry.working) for entry in days.values()] == [None, (15, False), (10, False)]


def test_the_settlement_of_2025_follows_the_new_law(catalogue: Catalogue) -> None:
    """A settlement of 2024 follows circular 343, that of 2025 decree 73."""
    told = [catalogue.deadline("budget-settlement", date(year, 12, 31)) for year in (2024, 2025)]
    assert [entry.statute for entry in told if entry] == ["tt-343-2016", "nd-73-2026"]


def test_budgets_hang_thirty_days(catalogue: Catalogue) -> None:
    """A budget is posted thirty days at the office, the hall and the community points."""
    posting = catalogue.posting("budget", date(2026, 11, 23))
    assert posting
    assert (posting.days, posting.working, len(posting.places)) == (30, False, 3)


def test_all_texts_are_composed() -> None:
    """Names, labels and titles are kept in NFC, so that they compare and print alike."""
    texts = [label for form in FORMS for column in form.column for label in (*column.labels, column.name.vi)]
    texts += [title for form in FORMS for title in form.titles]
    texts += [text for _, lines in SETS for line in lines for text in (line.name.vi, *line.also)]
    assert [text for text in texts if unicodedata.normalize("NFC", text) != text] == []


def test_findings_are_told_in_both_languages() -> None:
    """Every code says what is wrong and what to do, in both languages, with the same words to put in."""
    for code in findings.codes():
        told = {language: findings._catalogue(language)[code] for language in ("vi", "en")}
        words = [set(re.findall(r"{(\w+)}", text["what"] + text["mend"])) for text in told.values()]
        assert words[0] == words[1] or words[0] ^ words[1] <= {"typed", "file", "sheet", "cell"}, code


def test_alternatives_of_a_label_are_written_out() -> None:
    """Each level's alternatives stand for all their pairs, each once."""
    assert spread(["a | b > c | d", "a > c", "e"]) == ("a > c", "a > d", "b > c", "b > d", "e")


LAW = (*CATALOGUE.deadlines, *CATALOGUE.postings, *CATALOGUE.poverty_lines, *CATALOGUE.criteria,
       *CATALOGUE.obligations, *CATALOGUE.milestones)


@pytest.mark.parametrize("entry", LAW, ids=lambda entry: f"{type(entry).__name__}-{getattr(entry, 'id', '')}-{entry.since}")
def test_every_entry_of_law_has_source_days_and_certainty(entry: Deadline, catalogue: Catalogue) -> None:
    """A rule names its statute, holds between two days that follow one another, and is marked; what isn't certain says why."""
    assert catalogue.statute(entry.statute).number
    assert date.min < entry.since <= entry.until
    assert entry.certain in {"certain", "reading", "uncertain"}
    assert entry.note or entry.certain != "uncertain"


def test_a_row_set_that_is_no_copy_of_the_law_says_so(catalogue: Catalogue) -> None:
    """What was not read in the gazette is marked, with the reason; the budgets' lists of lines are such."""
    uses = [use for form in catalogue.forms.values() for use in form.rows]
    assert all(use.note or use.certain == "certain" for use in uses)
    assert {use.certain for form in catalogue.forms.values() if form.kind == "budget" and form.id.startswith("budget-") for use in form.rows
            if use.set.endswith(("tt343", "2026"))} == {"reading"}


def test_every_statute_and_entitlement_has_source_and_days(catalogue: Catalogue) -> None:
    """A statute has a number and a first day; an entitlement has its statute, or is no more than a reading."""
    assert all(statute.number and date.min < statute.since <= statute.until for statute in catalogue.statutes)
    assert all(one.statute or one.certain != "certain" for one in catalogue.entitlements)


def test_every_swapped_day_has_a_source_and_its_counterpart(catalogue: Catalogue) -> None:
    """A day worked for another says which, by which paper; a year that isn't settled says why."""
    assert all(day.source and day.instead for day in catalogue.work_days)
    assert all(year.source and (year.note or year.certain == "certain") for year in catalogue.work_years)


def test_obligations_name_only_what_exists(catalogue: Catalogue) -> None:
    """Forms, stages and deadlines of an obligation are in the catalogue, and its deadline counts from an event there is."""
    kinds = {(event.id, event.kind) for event in catalogue.events}
    for one in catalogue.duties:
        assert {catalogue.form(form).kind for form in one.forms} == {one.kind}
        assert all(one.stage in (catalogue.form(form).stages or ("",)) for form in one.forms)
        assert {(rule.after, one.kind) for rule in catalogue.deadlines if rule.id == one.deadline} <= kinds
    assert all(rule.whole_year in {each.id for each in catalogue.deadlines} for rule in catalogue.deadlines if rule.whole_year)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_form_has_a_deadline_or_says_why_it_has_none(form: Form, catalogue: Catalogue) -> None:
    """Every stage that becomes public counts from an event that officers can tell, that a calendar knows, or that says why not."""
    known = {(event.id, event.kind): event for event in catalogue.known_events if event.form in ("", form.id)}
    for stage in form.stages or ("",):
        name = form.deadlines.get(stage) or form.deadlines.get("")
        rules = [rule for rule in catalogue.deadlines if rule.id == name and rule.until == date.max]
        assert rules or form.undated, stage
        for rule in rules:
            event = known[rule.after, form.kind]
            assert event.words or event.period_day
