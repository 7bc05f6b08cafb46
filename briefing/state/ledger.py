"""Writing down what is mailed, so that whatever happens to the run or the machine, nobody is sent a
thing twice.

Every event is a line of the journal (`record.jsonl`): the intent, written before the message's
first byte leaves, and the receipt, after the server's answer. Lines written outlive the run; only
those that the disk has outlive the machine, and before a message's last byte leaves, the disk must
know that it may be on its way. Where messages go faster than disks answer, readers are *announced*,
a few at a time and on the disk before the first of them is served. Whoever was announced and has no
intent was not begun: unless the machine went down since, which may have lost the intent. Then
nobody knows, and the message counts as one that may have arrived.

A receipt is not waited for: should it be lost, its intent or announcement is found, which says less
and nothing wrong.
"""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from briefing.errors import WorkError
from briefing.state import atomic, editions, handles, journal

Outcome = Literal["intended", "sent", "deferred", "refused", "ambiguous"]

ANNOUNCED, REST = "announced", "rest"
_MOST = 16  # readers announced at once; of twice as many at most nobody knows after a loss of power
_STRETCH = 0.05  # seconds of sending that an announcement is for
_BOOT = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message to one reader: one for each (edition, recipient, courier), the last word on it.

    `sections` are the slugs that the reader was sent, in the edition's order; empty means all.
    `outcome`: "intended" while nothing is known; "sent" and "refused" are final; "deferred" may be
    tried again; "ambiguous" may have arrived or not. `at` is an aware UTC time in ISO 8601.
    """

    edition: int
    recipient: str
    courier: str
    message_id: str
    outcome: Outcome
    attempts: int
    answer: str
    at: str
    sections: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Ledger:
    """The journal held open for one run of deliveries, for the holder of the mail's lock."""

    path: Path
    handle: int
    worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))
    announced: dict[str, Future[None]] = field(default_factory=dict)

    def note(self, delivery: Delivery, *, lasting: bool = False) -> None:
        """Write an event down; with `lasting`, return only when the disk has it.

        Raises WorkError where it can't be written, and then nothing may be sent.
        """
        self._write([{"event": "mail", **asdict(delivery)}])
        if lasting:
            self._bring()()

    def announce(self, coming: Sequence[Delivery]) -> None:
        """Write down who is served next, and begin to bring that to the disk. One reader needs no
        announcement.

        Raises as `note` does. Where a machine doesn't tell when it was started, nobody is
        announced.
        """
        started = boot_name() if len(coming) > 1 else ""
        if started:
            self._write([{**asdict(one), "event": ANNOUNCED, "boot": started} for one in coming])
            reached = self.worker.submit(os.fsync, self.handle)
            self.announced |= {one.recipient: reached for one in coming}

    def intend(self, delivery: Delivery) -> Callable[[], None]:
        """Write an intent down; give what waits until a loss of power can't hide it.

        Both raise as `note` does.
        """
        self.note(delivery)
        return self._bring(self.announced.get(delivery.recipient))

    def rest(self, edition: int) -> None:
        """Write down that nobody is under way: who was announced and not begun is owed as
        before.
        """
        self.announced.clear()
        self._write([{"event": REST, "edition": edition}])

    def _write(self, events: Sequence[Mapping[str, Any]]) -> None:
        lines = (json.dumps(event, ensure_ascii=False, sort_keys=True) + "\n" for event in events)
        data = "".join(lines).encode("utf-8", "replace")
        try:
            whole = os.write(self.handle, data) == len(data)
        except OSError as error:
            raise atomic.refusal_error(error, self.path) from error
        if not whole:
            message = f"{self.path}: not written, the disk is full"
            raise WorkError(message)

    def _bring(self, begun: Future[None] | None = None) -> Callable[[], None]:
        """Begin to bring what was written to the disk, unless that is `begun`; give what waits for
        it.
        """
        reaching = begun or self.worker.submit(os.fsync, self.handle)

        def wait() -> None:
            try:
                reaching.result()
            except OSError as error:
                raise atomic.refusal_error(error, self.path) from error

        return wait

    def __enter__(self) -> Self:
        """Hold on."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wait for the disk to have everything, and let go."""
        self.worker.shutdown()
        try:
            os.fsync(self.handle)
        finally:
            os.close(self.handle)


def announce_count(count: int, seconds: float) -> int:
    """How many readers to announce next, after `count` were served in so many seconds.

    A mail server at a distance takes longer for a message than a disk to write, so there it is one
    at a time.
    """
    return max(1, min(_MOST, 2 * count, int(count * _STRETCH / seconds) if seconds > 0 else _MOST))


def boot_name() -> str:
    """Name this start of the machine, as no other one is named; '' where the machine doesn't
    say.
    """
    try:
        return _BOOT.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


def open_ledger(output: Path) -> Ledger:
    """Open the journal of `output` for writing; a line that a crash cut off is closed first."""
    shelf = output / editions.FOLDER
    atomic.make_folder(shelf)
    path = shelf / journal.NAME
    try:
        new = not path.exists()
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | handles.CLOEXEC, 0o600)
        atomic.close_to_others(handle)
        if handles.read_last_byte(handle, os.fstat(handle).st_size) not in {b"", b"\n"}:
            os.write(handle, b"\n")
        if new:
            atomic.sync_folder(shelf)
    except OSError as error:
        raise atomic.refusal_error(error, path) from error
    return Ledger(path=path, handle=handle)
