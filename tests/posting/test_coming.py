"""Names that must come down, and requests that stand open, as `due` tells them."""

from datetime import date, timedelta
from pathlib import Path

from generator.catalogue import load as law
from generator.posting import history
from generator.posting.coming import coming_down
from generator.posting.due import Item, due
from generator.posting.history import Entry
from generator.posting.owing import Books
from generator.posting.recording import Act, noted, opened, post
from generator.posting.showing import show
from generator.posting.store import FOLDER, load, names_file
from tests.posting import drawn

CATALOGUE = law()
DAY = drawn.DAY
LAST = DAY + timedelta(days=30)
LIST = drawn.households("Trần Thị Giả")


def hung(data: Path, *found: object, day: date = DAY) -> None:
    """Post what is on show on a day, names on the web."""
    commune = drawn.commune(names_on_web=True)
    post(show(found or (LIST,), load(data), commune, drawn.catalogue(), day), data, Act(day))  # type: ignore[arg-type]


def owed(data: Path, day: date, *, board: bool = True) -> dict[str, Item]:
    """Return what `due` tells of names and requests on a day, by its id."""
    store = load(data)
    shown = show((LIST,), store, drawn.commune(), drawn.catalogue(), day)
    books = Books(drawn.commune(), CATALOGUE, store.entries, (), (), day)
    items = due(books, shown.board.values() if board else (), store)
    return {one.id: one for one in items if one.sort in ("take-down", "request")}


def test_a_list_on_the_board_says_its_last_day(tmp_path: Path) -> None:
    """Hanging now, it is a thing to do by its last day, whether it was posted yet or not."""
    name = f"names/{LIST.id}/v1"
    assert owed(tmp_path, DAY)[name].last == LAST
    hung(tmp_path)
    (one,) = owed(tmp_path, DAY + timedelta(days=4)).values()
    assert (one.id, one.standing, one.last, one.days, one.name) == (name, "next", LAST, 0, LIST.title)


def test_the_last_day_is_in_time_and_the_day_after_is_late(tmp_path: Path) -> None:
    """On its last day the list may hang; from the next on the names are overdue, day by day, until they are out of the store."""
    hung(tmp_path)
    name = f"names/{LIST.id}/v1"
    assert owed(tmp_path, LAST)[name].standing == "next"
    late = owed(tmp_path, LAST + timedelta(days=3))[name]
    assert (late.standing, late.days, late.name) == ("late", 3, LIST.title)
    hung(tmp_path, drawn.revenue(), day=LAST + timedelta(days=3))
    assert owed(tmp_path, LAST + timedelta(days=3), board=False) == {}


def test_a_list_shown_from_the_store_is_told_too(tmp_path: Path) -> None:
    """With the workbook lost the names are still kept, and their day is still told."""
    hung(tmp_path)
    assert [(one.until, one.days) for one in coming_down((), load(tmp_path), DAY)] == [(LAST, 30)]
    assert set(owed(tmp_path, DAY, board=False)) == {f"names/{LIST.id}/v1"}


def test_a_replaced_version_is_told_once_it_is_overdue(tmp_path: Path) -> None:
    """Kept so that a posting can be taken back, the earlier version's names are no second thing to do before their day."""
    hung(tmp_path)
    newer = drawn.households("Trần Thị Giả", "Lê Văn Bịa", source_sha256="d" * 64)
    hung(tmp_path, newer, day=DAY + timedelta(days=2))
    store = load(tmp_path)
    first = next(entry for entry in store.entries if entry.version == 1)
    assert names_file(store.folder, first).is_file()
    assert [one.version for one in coming_down((), store, DAY + timedelta(days=2))] == [2]
    over = max(entry.posted_until or DAY for entry in store.entries)
    assert [one.version for one in coming_down((), store, over + timedelta(days=1))] == [1, 2]


def test_a_list_without_an_end_or_names_is_not_told(tmp_path: Path) -> None:
    """A budget names nobody."""
    hung(tmp_path, drawn.revenue())
    assert coming_down((drawn.revenue(posted_until=LAST),), load(tmp_path), DAY) == ()


def test_open_requests_stand_with_their_legal_days(tmp_path: Path) -> None:
    """A removal asked for on a Friday: an answer in two working days, the removal in twenty; a correction in ten, all by title."""
    hung(tmp_path)
    friday = date(2026, 11, 20)
    with opened(tmp_path, friday) as store:
        noted(store, [Entry(number=0, day=friday, action="request", id=LIST.id, version=1, request=number, sort=sort, received=friday,
                            private=number == 1) for number, sort in enumerate(("removal", "correction"), 1)])
    found = {name: one for name, one in owed(tmp_path, date(2026, 11, 27), board=False).items() if one.sort == "request"}
    assert {name: (one.last, one.standing, one.days) for name, one in found.items()} == {
        "request/1/data-request-answer": (date(2026, 11, 25), "late", 2),
        "request/1/data-breach-notice": (date(2026, 11, 23), "late", 4),
        "request/1/data-request-removal": (date(2026, 12, 10), "next", 0),
        "request/2/data-request-answer": (date(2026, 11, 25), "late", 2),
        "request/2/data-request-correction": (date(2026, 11, 30), "next", 0),
    }
    assert {one.name for one in found.values()} == {LIST.title}
    assert all(one.source for one in found.values())


def test_what_was_answered_is_no_longer_owed(tmp_path: Path) -> None:
    """An answered request is gone from `due`; one that was acted upon owes its answer alone; one on an unknown list keeps its id."""
    day = date(2026, 11, 20)
    path = tmp_path / FOLDER / history.FILE
    path.parent.mkdir()

    def entry(number: int, action: str) -> Entry:
        return Entry(number=0, day=day, action=action, id="x/y", version=1, request=number, sort="removal", received=day)

    path.write_bytes(history.extended(path, [entry(1, "request"), entry(2, "request"), entry(1, "removed"), entry(2, "request-done")]))
    books = Books(drawn.commune(), CATALOGUE, load(tmp_path).entries, (), (), day)
    found = [one for one in due(books, (), load(tmp_path)) if one.sort == "request"]
    assert [(one.id, one.name) for one in found] == [("request/1/data-request-answer", "x/y")]
