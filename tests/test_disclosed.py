"""A disclosure goes through JSON and comes back the same, names apart from the records."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.disclosed import Disclosure, PublicRecord
from tests.vocabulary import letters, names

shown = st.one_of(st.integers(-2**63, 2**63 - 1), st.floats(allow_nan=False, allow_infinity=False),
                  letters, st.booleans(), st.none())
keys = st.text("abcdefghij_", min_size=1, max_size=8)
records = st.builds(
    PublicRecord, id=keys, marker=st.text(max_size=4), values=st.dictionaries(keys, shown, max_size=4),
    dashes=st.lists(keys, max_size=2).map(tuple), level=st.integers(0, 4), parent=st.one_of(st.just(""), keys), key=keys,
    within=st.booleans(), style=st.sampled_from(("total", "group", "line")), side=st.sampled_from(("", "revenue", "spending")))
days = st.one_of(st.none(), st.dates())
disclosures = st.builds(
    Disclosure, id=letters, commune=keys, form=keys, kind=keys, title=letters, columns=st.lists(keys, max_size=4).map(tuple),
    records=st.lists(records, max_size=4).map(tuple), names=st.dictionaries(keys, st.dictionaries(keys, names, max_size=2), max_size=3),
    stage=st.one_of(st.none(), keys), period=st.one_of(st.none(), keys), subject=st.one_of(st.none(), keys),
    unit=st.one_of(st.none(), st.integers(1, 10**9)), facts=st.dictionaries(keys, shown, max_size=3),
    summary=st.dictionaries(keys, st.one_of(shown, st.lists(shown, max_size=3)), max_size=3),
    notes=st.lists(letters, max_size=2).map(tuple),
    version=st.integers(1, 99), names_persons=st.booleans(), posted_from=days, posted_until=days,
    state=st.sampled_from(("posted", "expired", "replaced")))
PLAIN = Disclosure(id="a/b/-/2026/-", commune="a", form="b", kind="budget", title="B", columns=("label",),
                   records=(PublicRecord(id="d1", values={"label": "Chi", "done": 10**13}),))


@given(disclosures)
def test_a_disclosure_comes_back_from_json_as_it_went(one: Disclosure) -> None:
    """Amounts stay ints, percentages floats, days days, tuples tuples; written again it is the same bytes."""
    content = msgspec.json.encode(one)
    again = msgspec.json.decode(content, type=Disclosure)
    assert again == one
    assert [{key: type(value) for key, value in record.values.items()} for record in again.records] == [
        {key: type(value) for key, value in record.values.items()} for record in one.records]
    assert msgspec.json.encode(again) == content


def test_a_record_is_written_without_what_it_leaves_open() -> None:
    """A plain line is its id and values alone, so that what is added to the type later changes no posted bytes."""
    assert json.loads(msgspec.json.encode(PLAIN.records[0])) == {"id": "d1", "values": {"label": "Chi", "done": 10**13}}
    assert msgspec.json.decode(b'{"id":"d1"}', type=PublicRecord) == PublicRecord(id="d1")


def test_what_an_older_program_wrote_is_read() -> None:
    """Fields that came later have their defaults where a file doesn't hold them."""
    old = {key: json.loads(msgspec.json.encode(PLAIN))[key] for key in ("id", "commune", "form", "kind", "title", "columns", "records")}
    assert msgspec.json.decode(json.dumps(old).encode(), type=Disclosure) == PLAIN


@pytest.mark.parametrize("wrong", [{"state": "hidden"}, {"posted_from": "31/12/2026"}, {"version": "1"}, {"records": [{"marker": "1"}]}])
def test_what_is_no_disclosure_is_refused(wrong: dict[str, object]) -> None:
    """An unknown state, a day that is no ISO day, a number as a text, a record without an id: none is read as something else."""
    content = json.loads(msgspec.json.encode(PLAIN)) | wrong
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(json.dumps(content).encode(), type=Disclosure)


def test_a_disclosure_cannot_be_changed_in_place() -> None:
    """A field is never set: a change is a new disclosure, and the old one stays."""
    with pytest.raises(AttributeError):
        PLAIN.title = "khác"  # type: ignore[misc]
    assert (replace(PLAIN, title="khác").title, PLAIN.title) == ("khác", "B")
