"""Where the lists of what was made public and the plan lie, and the names their prints are kept by."""

from __future__ import annotations

from generator.disclosure.timing import Quarter

FOLDER = "da-cong-khai"
INDEX = f"{FOLDER}/index.html"


def quarter_page(quarter: Quarter) -> str:
    """Return the page of a quarter's list."""
    return f"{_quarter(quarter)}/index.html"


def plan_page(year: int) -> str:
    """Return the page of a year's plan."""
    return f"{_plan(year)}/index.html"


def quarter_print(quarter: Quarter) -> str:
    """Return what the names of a quarter's print and .docx begin with."""
    return _quarter(quarter)


def plan_print(year: int) -> str:
    """Return what the names of a plan's print and .docx begin with."""
    return _plan(year)


def quarter_id(quarter: Quarter) -> str:
    """Return the name under which the prints of a quarter's list are kept; no disclosure has it."""
    return f"{FOLDER}/{quarter.year}-q{quarter.number}"


def plan_id(year: int) -> str:
    """Return the name under which the prints of a plan are kept; no disclosure has it."""
    return f"{FOLDER}/plan-{year}"


def _quarter(quarter: Quarter) -> str:
    return f"{FOLDER}/{quarter.year}/quy-{quarter.number}"


def _plan(year: int) -> str:
    return f"{FOLDER}/ke-hoach-{year}"
