"""Work in processes of their own, which may end at any item without harm to the others."""

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

AT_ONCE: Final = 8
"""Items that are handed over together; what they share is carried once."""
AHEAD: Final = 2
"""Batches for each process: one in hand, one waiting."""
PATIENCE: Final = 0.1
"""Seconds after which it is asked again whether to go on."""


class CrewMissing(Exception):
    """No process could be started."""


@dataclass(frozen=True, slots=True)
class Crew(Generic[Item, Result]):
    """Processes that begin and work as told; both functions are carried to them by name."""

    begin: Callable[[], None]
    work: Callable[[Sequence[Item]], Sequence[Result]]
    lost: Callable[[Item], Result]
    """What stands for an item that ended the process that had it."""
    processes: int

    def run(
        self,
        items: Sequence[Item],
        progress: Callable[[int], None],
        is_cancelled: Callable[[], bool],
    ) -> list[Result]:
        """Return what came of the items, in their order; fewer where it was cancelled.

        Once a process ends by itself, what is left is done one by one, to tell which item it was.
        Raises CrewMissing where no process can be started.
        """
        done: dict[int, Result] = {}
        todo, is_careful = list(range(len(items))), False
        while todo and not is_cancelled():
            shift = _Shift(self, 1 if is_careful else AT_ONCE, done, is_cancelled)
            broke = shift.work_off(items, todo, lambda: progress(len(done)))
            todo = [place for place in todo if place not in done]
            if broke and is_careful:
                place = todo.pop(0)
                done[place] = self.lost(items[place])
                progress(len(done))
            is_careful = is_careful or broke
        end = todo[0] if todo else len(items)
        return [done[place] for place in range(end)]


@dataclass(slots=True)
class _Shift(Generic[Item, Result]):
    """The life of one set of processes."""

    crew: Crew[Item, Result]
    size: int
    """Items in a batch; one by one there is one process with one item."""
    done: dict[int, Result]
    is_cancelled: Callable[[], bool]
    under_way: dict[Future[Sequence[Result]], Sequence[int]] = field(default_factory=dict)

    def work_off(
        self, items: Sequence[Item], todo: Sequence[int], progress: Callable[[], None]
    ) -> bool:
        """Do what is to do; return whether a process ended before all was done."""
        batches = [todo[start : start + self.size] for start in range(0, len(todo), self.size)]
        processes = 1 if self.size == 1 else self.crew.processes
        most = 1 if self.size == 1 else processes * AHEAD
        pool = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), self.crew.begin)
        begun: list[Future[None]] = []
        try:
            begun = [pool.submit(_be_ready) for _process in range(processes)]
            while (batches or self.under_way) and not self.is_cancelled():
                while batches and len(self.under_way) < most:
                    places = batches.pop(0)
                    batch = tuple(items[place] for place in places)
                    self.under_way[pool.submit(self.crew.work, batch)] = places
                self._collect(progress)
        except (BrokenProcessPool, OSError) as error:
            if not any(one.done() and one.exception() is None for one in begun):
                raise CrewMissing from error
            return True
        finally:
            pool.shutdown(cancel_futures=True)
        return False

    def _collect(self, progress: Callable[[], None]) -> None:
        finished, _rest = wait(self.under_way, PATIENCE, FIRST_COMPLETED)
        for future in finished:
            results = future.result()
            self.done.update(zip(self.under_way.pop(future), results, strict=True))
            progress()


def _be_ready() -> None:
    """Show that a process has begun."""
