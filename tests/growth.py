"""How the work grows with what is worked on: told by ratios, which a busy machine doesn't change."""

import time
from collections.abc import Callable
from typing import Any

MORE = 4  # times as much is worked on the second time
SLACK = 2  # what a ratio may lie over the even one: work that grows by squares lies MORE over it
FLOOR = 0.02  # seconds of processor under which nothing can be told
TRIES = 5
PATIENCE = 20  # tries for more: on a machine with many at work a calm moment may be long in coming


def grows_evenly(work: Callable[[Any], object], make: Callable[[int], Any]) -> bool:
    """Whether four times as much costs about four times the work; `make(1)` and `make(4)` give it.

    Processor time of this process counts, not the clock, and the best of some tries of each: others
    at work make a try dearer, never cheaper.
    """
    less, more = make(1), make(MORE)
    size = max(MORE, len(more) / max(1, len(less)))
    least = max(FLOOR, min(spent(work, less) for _ in range(TRIES)))
    return any(spent(work, more) <= SLACK * size * least for _ in range(PATIENCE))


def spent(work: Callable[[Any], object], given: object) -> float:
    """Seconds of processor that `work(given)` takes here."""
    began = time.process_time()
    work(given)
    return time.process_time() - began
