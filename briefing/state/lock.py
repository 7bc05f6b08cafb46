"""One build at a time: a lock that the system takes back when its holder dies, however it dies.

The lock is `flock` on a file that is never removed (removing it would let two processes hold two
files of one name). What stands in the file only says who holds it.
"""

import fcntl
import json
import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from briefing.state import atomic

NAME = ".lock"

_PAUSE = 0.05  # seconds between two tries


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds the lock: its process and since when (ISO 8601, UTC); 0 and '' where it can't be
    read.
    """

    process: int
    since: str

    def __str__(self) -> str:
        """`process 4711, since 2026-11-22T06:30:00Z`."""
        return f"process {self.process}, since {self.since}" if self.process else "another process"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """A lock that this process holds until `release`, the end of a `with`, or its death."""

    path: Path
    handle: int

    def release(self) -> None:
        """Let the next one have it."""
        os.ftruncate(self.handle, 0)
        os.close(self.handle)

    def __enter__(self) -> Self:
        """Hold on."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go."""
        self.release()


def acquire_lock(folder: Path, wait: float | None = 0.0) -> Lock | Holder:
    """Take the lock of a folder of editions, made if need be; give who has it where it is taken.

    Tries for `wait` seconds: 0 leaves at once, None waits for ever. Raises UserError where the
    folder can't be written. Processes made by `fork` share the lock; those of `workers` don't.
    """
    atomic.make_folder(folder)
    path = folder / NAME
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise atomic.refusal_error(error, path) from error
    end = None if wait is None else time.monotonic() + wait
    while not _take_lock(handle):
        if end is not None and time.monotonic() >= end:
            os.close(handle)
            return _read_holder(path)
        time.sleep(_PAUSE)
    note = {"process": os.getpid(), "since": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
    os.ftruncate(handle, 0)
    os.pwrite(handle, json.dumps(note).encode(), 0)
    return Lock(path=path, handle=handle)


def _take_lock(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _read_holder(path: Path) -> Holder:
    """Read who holds the lock; between taking it and writing that down there is nothing to read."""
    try:
        note = json.loads(path.read_bytes())
        return Holder(process=int(note["process"]), since=str(note["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder(process=0, since="")
