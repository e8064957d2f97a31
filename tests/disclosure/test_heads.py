"""The heads of a published table: a group over its parts, the main column with its own parts, names by stage."""

from __future__ import annotations

import pytest

from generator.catalogue import load
from generator.catalogue.forms import Column, Text
from generator.disclosure.heads import heads

FORMS = tuple(load().forms.values())


def column(key: str, name: str, **more: object) -> Column:
    """Return a column of amounts with a name and whatever else is said."""
    return Column(key=key, name=Text(name, f"{name} (en)"), labels=(name,), read="money", **more)  # type: ignore[arg-type]


PLAN = column("plan", "Dự toán", under=Text("Ngân sách xã", "Own"))
PART = column("plan_invest", "Đầu tư", group=Text("Dự toán", "Plan"))
OTHER = column("done_invest", "Đầu tư", group=Text("Thực hiện", "Done"))


def test_a_main_column_beside_its_parts_stands_under_its_own_name() -> None:
    """Beside "plan_invest", "plan" is "Dự toán > Ngân sách xã", and the part stands with it."""
    assert list(heads((PLAN, PART), None, "vi")) == [("Dự toán", "Ngân sách xã"), ("Dự toán", "Đầu tư")]


def test_a_main_column_alone_has_no_group() -> None:
    """Without its parts, or beside another's, a main column stands under its name alone."""
    assert list(heads((PLAN,), None, "vi")) == [("", "Dự toán")]
    assert list(heads((PLAN, OTHER), None, "vi")) == [("", "Dự toán"), ("Thực hiện", "Đầu tư")]


def test_a_key_that_only_begins_alike_is_no_part() -> None:
    """No part of "plan" is "planned": a part's key goes on after an underscore."""
    stranger = column("planned_invest", "Đầu tư", group=Text("Kế hoạch"))
    assert list(heads((PLAN, stranger), None, "vi")) == [("", "Dự toán"), ("Kế hoạch", "Đầu tư")]


def test_a_stage_gives_its_own_name() -> None:
    """A column named otherwise at a stage is so there, also as the group over its parts; elsewhere it has its usual name."""
    done = column("done", "Thực hiện", under=Text("Ngân sách xã"), staged={"settlement": Text("Quyết toán", "Settled")})
    assert list(heads((done, OTHER), "settlement", "vi")) == [("Quyết toán", "Ngân sách xã"), ("Quyết toán", "Đầu tư")]
    assert list(heads((done,), "settlement", "en")) == [("", "Settled")]
    assert [list(heads((done,), stage, "vi")) for stage in ("execution", None)] == [[("", "Thực hiện")]] * 2


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_no_two_columns_of_a_form_have_one_head(form, language: str) -> None:  # noqa: ANN001 - a form of the catalogue
    """At each stage, each public column of a side has a head, and no two of different keys have the same."""
    for side in {column.side for column in form.column}:
        columns = tuple({column.key: column for column in form.column if column.public and column.side in {None, side}}.values())
        for stage in (*form.stages, None):
            told = list(heads(columns, stage, language))
            assert all(text for _, text in told)
            assert sorted(each for each in told if told.count(each) > 1) == []
