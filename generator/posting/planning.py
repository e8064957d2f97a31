"""What residents may be told ahead: what must come next by certain rules, and the plan of a year's disclosures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from generator.catalogue import Catalogue
from generator.catalogue.duties import Milestone
from generator.catalogue.law import Deadline, Posting
from generator.disclosed import Disclosure
from generator.disclosure.timing import Coming, Planned, Timing, Verdict
from generator.posting.deadlines import First, firsts, judge_in_public, period_of, rule_for
from generator.posting.events import start
from generator.posting.owing import Books, Owed, every, owed
from generator.posting.quarters import quarters
from generator.posting.store import Store

QUARTERLY, PLAN = "quarterly-list", "disclosure-plan"


def timing(books: Books, store: Store, language: str = "vi") -> Timing:
    """Return what pages and prints may tell of a commune's days."""
    year = plan_year(books)
    shown = frozenset(one.id for one in books.found)
    return Timing(verdicts(books), coming(books, language), quarters(store, books.catalogue, shown, books.day), year,
                  plan(books, year, language), _asked(QUARTERLY, books, language), _asked(PLAN, books, language))


def _asked(milestone: str, books: Books, language: str) -> str:
    """Return the rule behind a milestone on the books' day; "" where none is in force."""
    found = (one for one in books.catalogue.milestones if one.id == milestone and one.since <= books.day <= one.until)
    return next((_source(one, books.catalogue, language) for one in found), "")


def verdicts(books: Books) -> dict[str, Verdict]:
    """Return, by disclosure id, whether it came in time, of those alone of which that may be said in public."""
    first = firsts(books.entries)
    found = {one.id: _verdict(one, books, first) for one in books.found}
    return {name: verdict for name, verdict in found.items() if verdict.state != "unknown"}


def _verdict(one: Disclosure, books: Books, first: Mapping[str, First]) -> Verdict:
    rule = rule_for(books.catalogue, one.form, one.stage, period_of(one), one.posted_from or books.day)
    if rule is None:
        return Verdict()
    return judge_in_public(rule, start(rule.after, one, books.happened, books.catalogue.known_events), first.get(one.id), books.calendar)


def coming(books: Books, language: str = "vi") -> tuple[Coming, ...]:
    """Return what must be public next: only where rule and duty are certain, and nothing that is overdue."""
    reach = books.catalogue.reach
    until = books.day + timedelta(days=reach.public)
    found = [Coming(_name(one, language), one.due.last, one.expected, _source(one.rule, books.catalogue, language))
             for one in owed(books) if one.due and one.state(books.day) == "next" and one.due.last <= until
             and one.rule.certain == one.obligation.certain == "certain"]
    return tuple(found[:reach.shown])


def plan_year(books: Books) -> int:
    """Return the year that the plan is of: the coming one late in the year, before that the running one."""
    return books.day.year + (books.day.month >= books.catalogue.reach.plan_from)


def plan(books: Books, year: int, language: str = "vi") -> tuple[Planned, ...]:
    """Return what the commune has to publish in a year, the soonest first."""
    owing = [one for one in every(books, range(year - 2, year + 3)) if _day(one).year == year and books.begun <= _day(one)]
    return tuple(_planned(one, books, language) for one in owing)


def _day(one: Owed) -> date:
    """Return the day a plan sets something on: its last, or the day after its period where nobody can say."""
    return one.due.last if one.due else one.period.last + timedelta(days=1)


def _planned(one: Owed, books: Books, language: str) -> Planned:
    posting = _posting(one, books.catalogue)
    return Planned(_name(one, language), one.due.last if one.due else None, one.expected, one.rule.after,
                   posting.days if posting else 0, posting.working if posting else False, posting.channels if posting else (),
                   posting.places if posting else (), _source(one.rule, books.catalogue, language), one.rule.certain == "certain")


def _posting(one: Owed, catalogue: Catalogue) -> Posting | None:
    postings = catalogue.form(one.obligation.forms[0]).postings
    name = postings.get(one.obligation.stage) or postings.get("")
    return catalogue.posting(name, _day(one)) if name else None


def _name(one: Owed, language: str) -> str:
    return one.name(language)


def _source(rule: Deadline | Milestone, catalogue: Catalogue, language: str) -> str:
    return f"{rule.article}, {catalogue.statute(rule.statute).name.to(language)}"
