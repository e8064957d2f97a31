"""What changed between two versions: lines put right, added and left out."""

from msgspec.structs import replace

from generator.catalogue.forms import Column, Text
from generator.disclosed import Disclosure, PublicRecord
from generator.disclosure.changes import changes
from tests.posting import drawn

FORM = drawn.catalogue().form("budget-revenue")


def lines(*found: tuple[str, int]) -> Disclosure:
    return drawn.revenue(records=tuple(PublicRecord(id=name, values={"label": name, "done": amount}) for name, amount in found))


def told(before: Disclosure, after: Disclosure) -> list[tuple[str, bool, bool, tuple[str, ...]]]:
    return [(one.line.id, one.before is not None, one.after is not None, one.columns) for one in changes(before, after, FORM)]


def test_nothing_changed_is_nothing() -> None:
    """The same figures are no change."""
    assert told(lines(("a", 1)), lines(("a", 1))) == []


def test_a_figure_put_right_is_told_with_its_column() -> None:
    """One figure of one line is one change."""
    assert told(lines(("a", 1), ("b", 2)), lines(("a", 1), ("b", 3))) == [("b", True, True, ("done",))]


def test_lines_added_and_left_out_are_told() -> None:
    """A new line has no figure before, one left out none after."""
    assert told(lines(("a", 1)), lines(("b", 1))) == [("b", False, True, ("label", "done")), ("a", True, False, ("label", "done"))]


def test_lines_are_known_by_their_code() -> None:
    """A gift put in above the others shifts their numbers and changes nothing of them."""
    form = replace(FORM, column=(*FORM.column, Column(key="receipt", name=Text("Số"), labels=(), read="code", public=True)))

    def ledger(*receipts: str) -> Disclosure:
        return drawn.revenue(records=tuple(PublicRecord(id=f"g-{place}", values={"receipt": name}) for place, name in enumerate(receipts)))

    found = changes(ledger("PT1", "PT2"), ledger("PT0", "PT1", "PT2"), form)
    assert [(one.line.values["receipt"], one.before) for one in found] == [("PT0", None)]


def test_a_dash_is_no_blank() -> None:
    """A dash where nothing stood is a change."""
    before = drawn.revenue(records=(PublicRecord(id="a"),))
    assert told(before, replace(before, records=(PublicRecord(id="a", dashes=("done",)),))) == [("a", True, True, ("done",))]
