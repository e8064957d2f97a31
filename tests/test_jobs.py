"""Work in processes goes on whatever one item does to its process."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from generator import jobs


def trouble(item: str) -> str:
    """Do what the item says."""
    if item == "die":
        os._exit(3)
    if item == "abort":
        os.abort()
    if item == "sleep":
        time.sleep(60)
    if item == "eat":
        return str(len(bytearray(8 << 30)))
    if item == "raise":
        raise ValueError(item)
    return item.upper()


ITEMS = ("a", "die", "b", "sleep", "raise", "abort", "eat", "c")
FAILURES = {"die": "crashed", "sleep": "timeout", "raise": "crashed", "abort": "crashed", "eat": "crashed"}


@pytest.mark.parametrize("workers", [1, 2])
def test_one_bad_item_is_one_outcome(workers: int) -> None:
    """Items that kill, stop or overfeed their process fail alone, and all outcomes come in the items' order."""
    outcomes = list(jobs.run(trouble, ITEMS, workers=workers, timeout=3.0))
    assert [outcome.item for outcome in outcomes] == list(ITEMS)
    assert {outcome.item: outcome.failure for outcome in outcomes if outcome.failure} == FAILURES
    assert [outcome.result for outcome in outcomes if not outcome.failure] == ["A", "B", "C"]


def test_an_error_says_its_last_words() -> None:
    """The outcome of an exception says what it was."""
    (outcome,) = jobs.run(trouble, ["raise"])
    assert outcome.reason == "ValueError('raise')"


def test_no_items_give_no_outcomes() -> None:
    """Nothing to do starts nothing."""
    assert list(jobs.run(trouble, [])) == []


def which(item: int) -> int:
    """Return the process that has the item."""
    assert item >= 0
    return os.getpid()


@pytest.mark.parametrize(("lives", "processes"), [(0, 1), (1, 6), (2, 3), (4, 2)])
def test_a_process_does_so_many_items_and_no_more(lives: int, processes: int) -> None:
    """After its last item a fresh process takes its place, so that nothing piles up in it; without a number one does all."""
    outcomes = list(jobs.run(which, range(6), lives=lives))
    assert [outcome.item for outcome in outcomes if outcome.result] == list(range(6))
    assert len({outcome.result for outcome in outcomes}) == processes


@pytest.mark.parametrize("items", [("a", "b", "c"), ()])
def test_the_time_while_workers_are_busy_is_used_once(items: tuple[str, ...]) -> None:
    """What the parent does meanwhile is done once, before the first outcome, here and with an executor, with items or none."""
    for run in (jobs.run, partial(jobs.run_on, ThreadPoolExecutor(2))):
        done: list[str] = []
        for outcome in run(trouble, items, meanwhile=lambda done=done: done.append("meanwhile")):  # type: ignore[misc]
            done.append(str(outcome.result))
        assert done == ["meanwhile", *(item.upper() for item in items)]


def test_many_items_keep_their_order() -> None:
    """More items than are held at once come out in order."""
    items = [str(number) for number in range(200)]
    assert [outcome.result for outcome in jobs.run(trouble, items, workers=3)] == items


def test_work_left_early_leaves_no_process() -> None:
    """A caller who stops listening stops the workers."""
    outcomes = jobs.run(_own_process, range(50), workers=2)
    process = next(outcomes).result
    outcomes.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        os.kill(process or 0, 0)


def test_work_is_done_in_another_process() -> None:
    """Even a single worker is not the caller's own process."""
    (outcome,) = jobs.run(_own_process, [0], workers=1)
    assert outcome.result != os.getpid()


def test_another_executor_gives_the_same_outcomes() -> None:
    """A pool that somebody else made is used through the standard interface."""
    with ThreadPoolExecutor(1) as pool:
        outcomes = list(jobs.run_on(pool, trouble, ["a", "raise"]))
    assert [(outcome.result, outcome.failure) for outcome in outcomes] == [("A", None), (None, "crashed")]


def _own_process(_: int) -> int:
    return os.getpid()
