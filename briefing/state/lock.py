"""One build at a time: a lock that the system takes back when its holder dies, however it dies.

The lock is held on a file that is never removed (removing it would let two processes hold two files
of one name); what stands in another file beside it only says who holds it, for on Windows nobody
else may read a file that is locked.
"""

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from briefing.state import atomic

if TYPE_CHECKING:
    from filelock import BaseFileLock

NAME = ".lock"
NOTE = ".lock-holder"

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

    folder: Path
    held: "BaseFileLock"

    def release(self) -> None:
        """Let the next one have it."""
        (self.folder / NOTE).unlink(missing_ok=True)
        self.held.release()

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
    folder can't be written, or lies where nothing can be locked.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - slow, and nothing new needs no lock

    atomic.make_folder(folder)
    path = folder / NAME
    try:
        held = FileLock(path, mode=0o644, thread_local=False)
        held.acquire(timeout=-1 if wait is None else wait, poll_interval=_PAUSE)
        note = {"process": os.getpid(), "since": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
        (folder / NOTE).write_bytes(json.dumps(note).encode())
    except Timeout:
        return _read_holder(folder / NOTE)
    except OSError as error:
        raise atomic.refusal_error(error, path) from error
    return Lock(folder=folder, held=held)


def _read_holder(path: Path) -> Holder:
    """Read who holds the lock; between taking it and writing that down there is nothing to read."""
    try:
        note = json.loads(path.read_bytes())
        return Holder(process=int(note["process"]), since=str(note["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder(process=0, since="")
