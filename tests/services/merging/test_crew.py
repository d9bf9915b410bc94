"""Work in processes of their own: in order, all of it, whatever becomes of a process."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Sequence

import pytest

from assessor.services.merging.crew import AT_ONCE, Crew, CrewMissing

DEADLY = 13
MANY = 3 * AT_ONCE + 5


def nothing() -> None:
    """Begin."""


def stumble() -> None:
    """Begin, and fail at once."""
    os._exit(3)


def doubled(items: Sequence[int]) -> list[int]:
    """Double what came; one number ends the process as a broken library would."""
    if DEADLY in items:
        os._exit(9)
    return [2 * one for one in items]


def mistaken(items: Sequence[int]) -> list[int]:
    """Fail as a mistake of the program does."""
    raise ZeroDivisionError(items)


def lost(item: int) -> int:
    """Stand for what was lost."""
    return -item


def numbers() -> list[int]:
    return [one for one in range(MANY) if one != DEADLY]


def never() -> bool:
    return False


def test_everything_is_done_and_comes_back_in_its_order() -> None:
    heard: list[int] = []

    results = Crew(nothing, doubled, lost, 2).run(numbers(), heard.append, never)

    assert results == [2 * one for one in numbers()]
    assert heard == sorted(heard)
    assert heard[-1] == len(numbers())


def test_an_item_that_ends_its_process_is_lost_alone() -> None:
    results = Crew(nothing, doubled, lost, 2).run(range(MANY), lambda _done: None, never)

    assert results == [-one if one == DEADLY else 2 * one for one in range(MANY)]


def test_cancelled_it_stops_and_gives_what_is_done() -> None:
    heard: list[int] = []

    results = Crew(nothing, doubled, lost, 2).run(
        range(100, 100 + 50 * AT_ONCE), heard.append, lambda: sum(heard[-1:]) > 20 * AT_ONCE
    )

    assert 0 < len(results) < 50 * AT_ONCE
    assert results == [2 * one for one in range(100, 100 + len(results))]


def test_where_no_process_begins_that_is_said() -> None:
    with pytest.raises(CrewMissing):
        Crew(stumble, doubled, lost, 2).run(numbers(), lambda _done: None, never)


def test_a_mistake_of_the_program_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        Crew(nothing, mistaken, lost, 2).run(numbers(), lambda _done: None, never)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that Windows does not have")
def test_a_process_that_somebody_kills_costs_nothing() -> None:
    killed: list[int] = []

    def kill_one(_done: int) -> None:
        victims = multiprocessing.active_children()
        if victims and not killed and victims[0].pid is not None:
            killed.append(victims[0].pid)
            os.kill(victims[0].pid, signal.SIGKILL)

    items = [one for one in range(40 * AT_ONCE) if one != DEADLY]

    results = Crew(nothing, doubled, lost, 2).run(items, kill_one, never)

    assert killed
    assert results == [2 * one for one in items]
