"""Work on the workers of a cluster (dask.distributed), which may die, hang, lie or go away.

Which worker does which batch is decided here and not by the scheduler: each has one batch under
way and one waiting, and a time by which the first must be back. So a worker that hangs costs its
batches' time once, whatever the scheduler makes of it (its own rescheduling can lock up:
dask/distributed#3196). What comes back is checked before it is believed, and never unpickled. A
batch that fails on two workers is done here, and so is everything once no worker is left.
"""

import pickle
import queue
import socket
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast
from urllib.parse import urlsplit

from briefing.workers import answers, labour, processes
from briefing.workers.crew import Crew
from briefing.workers.frames import BrokenFrameError

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
R = TypeVar("R")

_TASTE = 0.05  # seconds of work done here first, to know what an item takes: workers wait for it
_WORTHWHILE = 2.0  # seconds of work left that pay for a cluster
_BATCH = 0.5  # seconds of work in a batch,
_LAST = 0.1  # and in the last ones: who is done waits for them
_SEVERAL = 16  # batches into which what is left is cut at least
_AT_ONCE = 2  # batches that a worker has: one under way, one waiting
_AHEAD = 8  # batches for each worker that may be back before the first that is missing
_TRIES = 2  # workers that may fail on a batch
_TICK = 0.5  # seconds between two looks at the clock
_CONNECT = 10.0  # seconds for reaching a scheduler, and for a worker to say who it is
_PORT = 8786  # of a scheduler whose address names none
_LOOK_AGAIN = 5.0  # seconds between two looks for workers that came


@dataclass(slots=True, kw_only=True, eq=False)
class _Batch(Generic[T]):
    """Some items, and how it went so far; `carried` tells that their files were sent along."""

    number: int
    items: Sequence[T]
    failed: int = 0
    carried: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class _Worker:
    """A worker in use: its batches in order, since when the first is under way, whether it needs
    files sent along.
    """

    address: str
    batches: "deque[tuple[Future, _Batch[Any]]]" = field(default_factory=deque)
    since: float = 0.0
    unseeing: bool = False


def map_items(function: Callable[[T], R], items: Iterable[T], crew: Crew) -> Iterator[R]:
    """See `workers.map_items`."""
    todo = list(items)
    done, each = yield from processes.sample_pace(function, todo, _TASTE)
    rest = todo[done:]
    if not rest or each * len(rest) < _WORTHWHILE:
        yield from processes.map_items(function, rest, crew.jobs, crew.pool)
        return
    least, most = (max(1, int(seconds / each)) for seconds in (_LAST, _BATCH))
    batches = [
        _Batch(number=number, items=some)
        for number, some in enumerate(processes.cut_evenly(rest, least, most, _SEVERAL))
    ]
    yield from _map_batches(function, batches, crew)


def _map_batches(function: Callable[[T], R], batches: list[_Batch[T]], crew: Crew) -> Iterator[R]:
    """The results of batches in order, from the cluster as long as there is one, then from here."""
    next_one = 0
    client = _connect(crew)
    if client is not None:
        foreman = _Foreman(client=client, function=function, crew=crew)
        try:
            for results in foreman.run(batches):
                next_one += 1
                yield from cast("list[R]", results)
        except _AloneError:
            crew.doubt(f"no worker of {crew.scheduler} is left: going on with processes")
        finally:
            foreman.leave()
    rest = [item for batch in batches[next_one:] for item in batch.items]
    yield from processes.map_items(function, rest, crew.jobs, crew.pool)


class _AloneError(Exception):
    """No worker is left, or the scheduler is gone."""


def _connect(crew: Crew) -> "Client | None":
    """Reach the scheduler; None where it isn't to be had, which is told."""
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError:
        crew.doubt("a cluster needs the extra `cluster`: going on with processes")
        return None
    try:
        _knock(crew.scheduler)
        return Client(
            crew.scheduler,
            timeout=_CONNECT,
            set_as_default=False,
            # Results are bytes, and nothing else is taken for one.
            deserializers=["msgpack", "error"],
        )
    except (OSError, ValueError, TimeoutError) as error:
        crew.doubt(
            f"the scheduler {crew.scheduler} can't be reached ({type(error).__name__}): "
            "going on with processes"
        )
        return None


def _knock(address: str) -> None:
    """See whether anybody listens at an address: a client would try again and again for as long as
    it may, in each piece of work. Raises OSError where nobody does, ValueError for no address.
    """
    parts = urlsplit(address if "://" in address else f"tcp://{address}")
    if parts.scheme in {"tcp", "tls"}:
        place = (parts.hostname or "", parts.port or _PORT)
        with socket.create_connection(place, timeout=_CONNECT):
            pass


@dataclass(slots=True, kw_only=True, eq=False)
class _Foreman:
    """Hands batches to workers and takes results back."""

    client: "Client"
    function: Callable[[Any], Any]
    crew: Crew
    workers: dict[str, _Worker] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    looked: float = 0.0
    back: "queue.Queue[Future]" = field(default_factory=queue.Queue)
    ready: dict[int, list[Any]] = field(default_factory=dict)
    waiting: "deque[_Batch[Any]]" = field(default_factory=deque)
    told: int = 0

    def run(self, batches: Sequence[_Batch[Any]]) -> Iterator[list[Any]]:
        """The results of batches in order. Raises _AloneError once there is nobody to work."""
        self.waiting = deque(batches)
        while self.told < len(batches):
            self._look_for_workers()
            self._hand_out()
            self._take_back()
            self._dismiss_late()
            while self.told in self.ready:
                yield self.ready.pop(self.told)
                self.told += 1

    def leave(self) -> None:
        """Let go of the cluster, whatever state it is in."""
        with suppress(Exception):
            self.client.close(timeout=1)

    def _look_for_workers(self) -> None:
        now = time.monotonic()
        if self.client.status != "running":
            raise _AloneError
        if self.workers and now - self.looked < _LOOK_AGAIN:
            return
        self.looked = now
        there = set(self.client.scheduler_info(n_workers=-1).get("workers", ()))
        for address in sorted(self.workers.keys() - there):
            self._dismiss(self.workers[address], "is gone")
        for address in sorted(there - self.workers.keys() - self.refused):
            self._take_on(address)
        if not self.workers:
            raise _AloneError

    def _take_on(self, address: str) -> None:
        """Use a worker that works with the same program, Python and libraries."""
        asked = self.client.submit(
            labour.describe_worker,
            key=f"briefing-who-{address}-{time.monotonic_ns()}",
            workers=[address],
            allow_other_workers=False,
            pure=False,
        )
        try:
            said = asked.result(timeout=_CONNECT)
        except Exception as error:  # noqa: BLE001 - whatever a foreign program may answer
            said = f"no answer: {type(error).__name__}".encode()
        if said == labour.describe_worker():
            self.workers[address] = _Worker(address=address)
            return
        self.refused.add(address)
        what = answers.quote_words(said) if isinstance(said, bytes) else "rubbish"
        ours = labour.describe_worker().decode()
        self.crew.doubt(
            f"worker {address} runs another version and is not used: {what}, not {ours}"
        )

    def _hand_out(self) -> None:
        """Keep every worker busy, without running far ahead of what is missing."""
        ahead = self.told + _AHEAD * max(1, len(self.workers))
        for worker in self.workers.values():
            while self.waiting and len(worker.batches) < _AT_ONCE:
                if self.waiting[0].failed >= _TRIES:
                    self._do_here(self.waiting.popleft())
                elif self.waiting[0].number >= ahead:
                    return
                else:
                    self._send(worker, self.waiting.popleft())

    def _send(self, worker: _Worker, batch: _Batch[Any]) -> None:
        batch.carried = worker.unseeing
        items = [_with_file(one) if batch.carried else one for one in batch.items]
        packed = pickle.dumps((self.function, items))
        future = self.client.submit(
            labour.work_out,
            labour.describe_worker(),
            packed,
            key=f"briefing-{batch.number}-{batch.failed}-{time.monotonic_ns()}",
            workers=[worker.address],
            allow_other_workers=False,
            pure=False,
            retries=0,
        )
        future.add_done_callback(self.back.put)
        if not worker.batches:
            worker.since = time.monotonic()
        worker.batches.append((future, batch))

    def _take_back(self) -> None:
        """Wait a little for anything that is back, and take all that is."""
        with suppress(queue.Empty):
            self._settle(self.back.get(timeout=_TICK))
            while True:  # fetching may take its time: nobody is late whose answer is here already
                self._settle(self.back.get_nowait())

    def _settle(self, future: "Future") -> None:
        """Put results in their place, or the batch back among those that wait."""
        found = (
            (worker, batch)
            for worker in self.workers.values()
            for one, batch in worker.batches
            if one is future or one.key == future.key
        )
        worker, batch = next(found, (None, None))
        if worker is None or batch is None:  # of a worker that is not used any more
            return
        worker.batches = deque(pair for pair in worker.batches if pair[1] is not batch)
        answer = _take_answer(future, min(_CONNECT, self.crew.patience))
        worker.since = time.monotonic()
        self._weigh_answer(worker, batch, answer)

    def _weigh_answer(self, worker: _Worker, batch: _Batch[Any], answer: bytes) -> None:
        """Keep an answer that is one; else do the batch again, and without the worker."""
        if answer == labour.UNSEEN:
            worker.unseeing = True
            batch.failed = _TRIES if batch.carried else batch.failed  # it can't be sent at all
            self._put_back(batch, blame=False)
            return
        try:
            self.ready[batch.number] = answers.read_answer(self.function, batch.items, answer)
        except answers.ItemError:  # what a function raises is raised here, where it can be read
            batch.failed = _TRIES
            self._put_back(batch, blame=False)
        except BrokenFrameError as error:
            self._put_back(batch, blame=True)
            self._dismiss(worker, f"is not used any more: {error}")

    def _dismiss_late(self) -> None:
        """Stop using workers that are not back in time."""
        now = time.monotonic()
        for worker in list(self.workers.values()):
            if worker.batches and now - worker.since > self.crew.patience:
                self._dismiss(worker, f"gave no answer for {self.crew.patience:.0f} seconds")

    def _dismiss(self, worker: _Worker, why: str) -> None:
        """Stop using a worker; what it had is done by others."""
        self.workers.pop(worker.address, None)
        self.refused.add(worker.address)
        self.crew.doubt(f"worker {worker.address} {why}: its work is done again")
        for place, (future, batch) in enumerate(worker.batches):
            with suppress(Exception):
                future.cancel()
            self._put_back(batch, blame=not place)

    def _put_back(self, batch: _Batch[Any], *, blame: bool) -> None:
        batch.failed += blame
        self.waiting.appendleft(batch)
        self.waiting = deque(sorted(self.waiting, key=_number_of))

    def _do_here(self, batch: _Batch[Any]) -> None:
        """Do what two workers failed on: here it is told what is wrong with it, if anything is."""
        self.ready[batch.number] = list(
            processes.map_items(self.function, batch.items, self.crew.jobs, self.crew.pool)
        )


def _number_of(batch: _Batch[Any]) -> int:
    return batch.number


def _take_answer(future: "Future", most: float) -> bytes:
    """What came back in at most `most` seconds, as bytes whatever it is."""
    if future.status != "finished":
        return labour.FAILED + b"its work came to nothing"
    try:
        answer = future.result(timeout=most)
    except Exception as error:  # noqa: BLE001 - whatever a broken worker may send
        return labour.FAILED + f"what it sent can't be taken: {type(error).__name__}".encode()
    return answer if isinstance(answer, bytes) else labour.FAILED + b"it sent rubbish"


def _with_file(item: object) -> object:
    """An item with the bytes of the file that it rests on."""
    take_along = getattr(item, "take_along", None)
    return item if take_along is None else take_along()
