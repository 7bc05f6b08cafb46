"""Work in processes of this machine.

Processes, because the work is Python's own. They are not forked from this one, so that none holds
on to its lock or its store, and they end when it ends, however it ends.
"""

import multiprocessing
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from math import inf
from typing import TypeVar

from briefing import circles, quiet
from briefing.errors import WorkError

T = TypeVar("T")
R = TypeVar("R")

BATCH = 0.05  # seconds of work worth the way to another process and back
_WORTHWHILE = 1.0  # seconds of work left that pay for starting processes
_LARGEST = 5  # times BATCH
_TOLD_BY = 2  # items of which the last tells how long one takes
_AHEAD = 3  # batches under way or waiting, for each process

_Batch = Sequence[T]


@dataclass(slots=True, kw_only=True, eq=False)
class KeptPool:
    """Processes that stay from one piece of work to the next, until they are let go: to start one
    and have it know the program takes a second.
    """

    running: ProcessPoolExecutor | None = None
    jobs: int = 0

    def start(self, jobs: int) -> ProcessPoolExecutor:
        """The processes, which are started where there are none, or another number of them."""
        if self.running is None or self.jobs != jobs:
            self.leave()
            self.running, self.jobs = _make_pool(jobs), jobs
        return self.running

    def leave(self) -> None:
        """Let the processes go; what they have begun is waited for."""
        pool, self.running = self.running, None
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_items(
    function: Callable[[T], R], items: Iterable[T], jobs: int = 0, pool: KeptPool | None = None
) -> Iterator[R]:
    """See `workers.map_items`; `jobs` is the number of processes, 0 one for each processor.

    Those of `pool` stay; without one they end with the work.
    """
    todo = list(items)
    wanted = jobs or processors()
    done, each = yield from sample_pace(function, todo, inf if wanted == 1 else BATCH)
    rest = todo[done:]
    if not rest or each * len(rest) < _WORTHWHILE:
        yield from map(function, rest)
        return
    kept = pool or KeptPool()
    try:
        yield from _run_parallel(function, _cut_batches(rest, each, wanted), wanted, kept)
    finally:
        if pool is None:
            kept.leave()


def sample_pace(
    function: Callable[[T], R], items: Sequence[T], enough: float
) -> Generator[R, None, tuple[int, float]]:
    """Do the first items here, two at least and the others for `enough` seconds or until there are
    none left, and give their results; returns how many they were, and how many seconds one took.

    The first alone tells nothing: with it rules are made ready, which takes as long as a hundred.
    """
    done, first, spent = 0, 0.0, 0.0
    while done < len(items) and (done < _TOLD_BY or spent < enough):
        began = time.perf_counter()
        result = function(items[done])
        took = time.perf_counter() - began
        first, spent = (first, spent + took) if done else (took, 0.0)
        done += 1
        yield result
    return done, spent / (done - 1) if done > 1 else first


def _cut_batches(items: Sequence[T], each: float, jobs: int) -> list[_Batch[T]]:
    """Cut `items` into batches of BATCH seconds or a few times that, so that every process has
    several.
    """
    least = int(BATCH / each) + 1
    return list(cut_evenly(items, least, _LARGEST * least, jobs * _AHEAD))


def cut_evenly(items: Sequence[T], least: int, most: int, several: int) -> Iterator[Sequence[T]]:
    """Cut `items` into pieces of `least` to `most`, as large as leaves `several` of what is left:
    they grow small towards the end, where whoever is done first waits for the last.
    """
    start = 0
    while start < len(items):
        size = max(least, min(most, (len(items) - start) // several))
        yield items[start : start + size]
        start += size


def _run_parallel(
    function: Callable[[T], R], batches: list[_Batch[T]], jobs: int, pool: KeptPool
) -> Iterator[R]:
    """Run batches in a pool; after it broke, in a second one; after that, each batch on its own."""
    done = 0
    for _ in range(2):
        try:
            for results in _run_pooled(function, batches[done:], jobs, pool):
                done += 1
                yield from results
        except BrokenProcessPool:
            pool.leave()
            continue
        return
    for batch in batches[done:]:
        yield from _run_alone(function, batch)


def _run_pooled(
    function: Callable[[T], R], batches: Iterable[_Batch[T]], jobs: int, pool: KeptPool
) -> Iterator[list[R]]:
    """The results batch by batch, with no more batches ahead than keep every process busy."""
    waiting: deque[Future[list[R]]] = deque()
    running = pool.start(jobs)
    try:
        for batch in batches:
            waiting.append(running.submit(_map_batch, function, batch))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for one in waiting:
            one.cancel()


def _run_alone(function: Callable[[T], R], batch: _Batch[T]) -> Iterator[R]:
    """Run a batch in a pool of one; where that breaks, each half of it, until one item is to
    blame.
    """
    with _make_pool(1) as pool:
        try:
            results = pool.submit(_map_batch, function, batch).result()
        except BrokenProcessPool as error:
            if len(batch) == 1:
                message = f"a worker process died on: {str(batch[0])[:200]}"
                raise WorkError(message) from error
            results = None
    if results is not None:
        yield from results
        return
    half = len(batch) // 2
    yield from _run_alone(function, batch[:half])
    yield from _run_alone(function, batch[half:])


def _make_pool(jobs: int) -> ProcessPoolExecutor:
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(
        jobs, mp_context=multiprocessing.get_context(method), initializer=_end_with_parent
    )


def _map_batch(function: Callable[[T], R], batch: _Batch[T]) -> list[R]:
    return [function(item) for item in batch]


def _end_with_parent() -> None:
    """See to it that this process ends when the one that wanted its work is gone, says nothing by
    itself, and spends as little on circles as that one.
    """
    quiet.silence_libraries()
    circles.search_rarely()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_and_end, args=(parent.join,), daemon=True).start()


def _wait_and_end(parent_ends: Callable[[], None]) -> None:
    parent_ends()
    os._exit(1)
