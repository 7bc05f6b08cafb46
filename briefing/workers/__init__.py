"""Doing the same to many things at once, with the results in order: here, in processes, or on a
cluster.

`map_items` is the one interface. Who works never shows in a result.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from briefing.workers import processes
from briefing.workers.crew import Crew
from briefing.workers.processes import KeptPool, processors

__all__ = ["Crew", "KeptPool", "map_items", "processors"]

T = TypeVar("T")
R = TypeVar("R")


def map_items(function: Callable[[T], R], items: Iterable[T], crew: Crew | int = 0) -> Iterator[R]:
    """`function` of each item, in the order of the items, as they come.

    `crew` is who works, or a number of processes, 0 one for each processor; 1 does all of it here.
    `function` must be importable (a module's function, or a frozen dataclass with `__call__`) and,
    like items and results, picklable; on a cluster it gives what `frames` can hold, else it is
    worked out here. What it raises is raised here. A process that dies is replaced and its work
    done again; raises WorkError for an item on which a process dies again, alone.
    """
    crew = Crew(jobs=crew) if isinstance(crew, int) else crew
    if not crew.scheduler:
        yield from processes.map_items(function, items, crew.jobs, crew.pool)
        return
    from briefing.workers import cluster  # noqa: PLC0415 - an extra, and dear to import

    yield from cluster.map_items(function, items, crew)
