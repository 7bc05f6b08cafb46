"""Who works: processes of this machine, or the workers of a cluster."""

from collections.abc import Callable
from dataclasses import dataclass, field

from briefing.workers.processes import KeptPool


def say_nothing(_line: str) -> None:
    """Keep to itself what went wrong with workers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Who works.

    `jobs` is the number of processes here, 0 one for each processor. `scheduler` is the address of
    a cluster's, "" for none. `patience` is how many seconds a worker of it may take for what takes
    one here half a second. `doubt` is told in one line of each worker that is not used any more,
    and of a cluster that is gone. The processes of `pool` stay from one piece of work to the next;
    whoever gives one lets them go.
    """

    jobs: int = 0
    scheduler: str = ""
    patience: float = 20.0
    doubt: Callable[[str], None] = say_nothing
    pool: KeptPool | None = field(default=None, compare=False, repr=False)
