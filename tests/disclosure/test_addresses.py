"""Where a disclosure lies: an address for each form, stage and period, each its own, and the same for ever."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.catalogue import load
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.periods import Period

CATALOGUE = load()
FORMS = tuple(CATALOGUE.forms.values())
BUDGET = Disclosure(id="a/budget-revenue/execution/2026-09m/-", commune="a", form="budget-revenue", kind="budget", title="",
                    columns=(), records=(), stage="execution", period="2026-09m")
periods = st.one_of(
    st.integers(1990, 2099).map(Period), st.builds(Period, st.integers(1990, 2099), st.just("months"), st.sampled_from((3, 6, 9, 12))),
    st.builds(Period, st.integers(1990, 2099), st.just("quarter"), st.integers(1, 4)),
    st.builds(Period, st.integers(1990, 2099), st.just("month"), st.integers(1, 12)),
    st.builds(Period, st.integers(1990, 2099), st.just("day"), st.integers(1, 12), st.integers(1, 28)))
subjects = st.one_of(st.none(), st.from_regex(r"[a-z][a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True))
disclosures = st.builds(
    lambda form, stage, period, subject: replace(
        BUDGET, form=form.id, kind=form.kind, period=str(period), subject=subject,
        stage=form.stages[stage % len(form.stages)] if form.stages else None),
    st.sampled_from(FORMS), st.integers(0, 3), periods, subjects)


@pytest.mark.parametrize(("changes", "page", "stem"), [
    ({}, "ngan-sach/2026/09-thang/thu/index.html", "ngan-sach/2026/09-thang/thu"),
    ({"stage": "settlement", "period": "2024"}, "ngan-sach/2024/quyet-toan/thu/index.html", "ngan-sach/2024/quyet-toan/thu"),
    ({"stage": "decided", "period": "2026", "form": "budget-balance"}, "ngan-sach/2026/du-toan/can-doi/index.html",
     "ngan-sach/2026/du-toan/can-doi"),
    ({"period": "2025-q3"}, "ngan-sach/2025/quy-3/thu/index.html", "ngan-sach/2025/quy-3/thu"),
    ({"period": "2026-12m"}, "ngan-sach/2026/ca-nam/thu/index.html", "ngan-sach/2026/ca-nam/thu"),
    ({"form": "poor-households", "kind": "households", "stage": "recognised", "period": "2026"}, "ho-ngheo/2026/cong-nhan/index.html",
     "ho-ngheo/2026/cong-nhan"),
    ({"form": "contributions", "kind": "contributions", "stage": None, "period": "2026", "subject": "lam-cau"},
     "dong-gop/lam-cau/index.html", "dong-gop/lam-cau/so-dong-gop"),
    ({"form": "contribution-use", "kind": "contributions", "stage": None, "period": "2026", "subject": None},
     "dong-gop/khac/index.html", "dong-gop/khac/su-dung"),
    ({"subject": "dia-phuong"}, "ngan-sach/2026/09-thang/thu-dia-phuong/index.html", "ngan-sach/2026/09-thang/thu-dia-phuong"),
])
def test_addresses_that_were_given_out_stay(changes: dict[str, str], page: str, stem: str) -> None:
    """The addresses printed on paper as codes to scan are these, whatever else changes."""
    shown = replace(BUDGET, **changes)
    assert (addresses.page(shown, CATALOGUE), addresses.stem(shown, CATALOGUE)) == (page, stem)


@given(disclosures)
def test_an_address_is_a_plain_relative_path(shown: Disclosure) -> None:
    """Lower-case letters, digits and hyphens between single slashes, beginning with the family's folder; no empty part, no dots."""
    folder = addresses.folder(shown, CATALOGUE)
    assert re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)+", folder)
    assert folder.split("/")[0] == CATALOGUE.family(CATALOGUE.form(shown.form).family).slug
    assert addresses.page(shown, CATALOGUE) == f"{folder}/index.html"
    assert addresses.stem(shown, CATALOGUE).startswith(folder)


@given(disclosures)
def test_what_is_posted_again_keeps_its_address(shown: Disclosure) -> None:
    """Neither version, figures, title, days nor digest are in an address."""
    again = replace(shown, version=7, title="Tên khác", digest="f" * 64, source_sha256="e" * 64, state="replaced", commune="khac")
    assert addresses.stem(again, CATALOGUE) == addresses.stem(shown, CATALOGUE)


def test_no_two_tables_of_a_commune_share_their_files() -> None:
    """Over all forms, their stages and the periods of two years, each has prints and downloads of its own."""
    spans = [Period(2025), Period(2026), *(Period(2026, "months", number) for number in (3, 6, 9, 12)),
             *(Period(2025, "quarter", number) for number in (1, 2, 3, 4))]
    shown = [replace(BUDGET, form=form.id, stage=stage, period=str(span)) for form in FORMS
             if CATALOGUE.family(form.family).pages == "period" for stage, span in itertools.product(form.stages, spans)
             if stage == "execution" or span.kind == "year"]
    stems = [addresses.stem(each, CATALOGUE) for each in shown]
    assert sorted({stem for stem in stems if stems.count(stem) > 1}) == []
