"""Seals: one digest for one public content, on every day and in every version."""

from datetime import date

from msgspec.structs import replace

from generator.posting.seals import names_digest, seal
from tests.posting import drawn


def test_days_version_state_and_names_do_not_change_the_code() -> None:
    """The digest is of the public content alone."""
    plain = drawn.households("Nguyễn Văn An")
    other = replace(plain, version=3, posted_from=date(2026, 1, 1), state="expired", names={}, facts={"posted_from": "2026-01-01"})
    assert seal(plain).digest == seal(other).digest


def test_a_figure_changes_the_code() -> None:
    """One đồng more is another digest."""
    assert seal(drawn.revenue(1_000_000)).code != seal(drawn.revenue(1_000_001)).code


def test_order_of_keys_does_not_matter() -> None:
    """Facts in another order are the same facts."""
    assert seal(drawn.revenue(facts={"a": 1, "b": 2})).digest == seal(drawn.revenue(facts={"b": 2, "a": 1})).digest


def test_the_code_is_the_digests_beginning() -> None:
    """The code is eight hex digits with a dash between."""
    sealed = seal(drawn.revenue())
    assert sealed.code == f"{sealed.digest[:4]}-{sealed.digest[4:8]}".upper()


def test_names_digests_differ_by_salt() -> None:
    """The same names under another salt give another digest, so that it can't be guessed back."""
    names = {"h1": {"head_name": "Nguyễn Văn An"}}
    assert names_digest(names, "1") != names_digest(names, "2")
