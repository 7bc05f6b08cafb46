"""What was mailed to whom: the protocol of intents and receipts, and what it proves afterwards.

Every event is a line of the journal (`record.jsonl`): first the intent, written before the message's first
byte leaves and on the disk before its last; then the receipt, after the server's answer. A receipt is not waited
for: should the machine lose power before the disk has it, the intent alone is found, which says less and nothing
wrong. The store holds an index of the journal, brought up to date by `catch_up`, and can be deleted at any time.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from briefing.errors import WorkError
from briefing.state import atomic, editions, journal
from briefing.state.store import Store, plain

Outcome = Literal["intended", "sent", "deferred", "refused", "ambiguous"]

_FIELDS = ("edition", "recipient", "courier", "message_id", "outcome", "attempts", "answer", "at", "sections")
_CRASHED = "the run ended before the server's answer was known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message to one reader: one for each (edition, recipient, courier), the last word on it.

    `sections` are the slugs that the reader was sent, in the edition's order; empty means all.
    `outcome`: "intended" while nothing is known; "sent" and "refused" are final; "deferred" may be tried
    again; "ambiguous" may have arrived or not. `at` is an aware UTC time in ISO 8601.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The journal held open for one run of deliveries, for the holder of the mail's lock."""

    path: Path
    handle: int
    worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))

    def note(self, delivery: Delivery, *, lasting: bool = False) -> None:
        """Write an event down; with `lasting`, return only when the disk has it.

        Raises WorkError where it can't be written, and then nothing may be sent.
        """
        line = json.dumps({"event": "mail", **asdict(delivery)}, ensure_ascii=False, sort_keys=True) + "\n"
        data = line.encode("utf-8", "replace")
        try:
            whole = os.write(self.handle, data) == len(data)
            if lasting:
                os.fsync(self.handle)
        except OSError as error:
            raise atomic.refusal(error, self.path) from error
        if not whole:
            message = f"{self.path}: not written, the disk is full"
            raise WorkError(message)

    def lasting(self) -> Callable[[], None]:
        """Begin to bring what was noted to the disk; give what waits for it.

        The wait raises as `note` does.
        """
        begun = self.worker.submit(os.fsync, self.handle)

        def wait() -> None:
            try:
                begun.result()
            except OSError as error:
                raise atomic.refusal(error, self.path) from error

        return wait

    def __enter__(self) -> Self:
        """Hold on."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for the disk to have everything, and let go."""
        self.worker.shutdown()
        try:
            os.fsync(self.handle)
        finally:
            os.close(self.handle)


def open_ledger(output: Path) -> Ledger:
    """Open the journal of `output` for writing; a line that a crash cut off is closed first."""
    shelf = output / editions.FOLDER
    atomic.make_folder(shelf)
    path = shelf / journal.NAME
    try:
        new = not path.exists()
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
        end = os.fstat(handle).st_size
        if end and os.pread(handle, 1, end - 1) != b"\n":
            os.write(handle, b"\n")
        if new:
            atomic.sync_folder(shelf)
    except OSError as error:
        raise atomic.refusal(error, path) from error
    return Ledger(path=path, handle=handle)


def catch_up(store: Store, output: Path) -> None:
    """Bring the store's index up to the journal's end. Raises as the store does."""
    name = _name(store, output)
    path = output / editions.FOLDER / journal.NAME
    size = path.stat().st_size if path.exists() else 0
    with plain(store.path):
        row = store.connection.execute("SELECT position FROM journal_read WHERE output = ?", (name,)).fetchone()
        start = row[0] if row else 0
        if start == size:
            return
        with store.connection:
            if start > size:  # another journal than the one that was read
                for table in ("receipt", "selection", "release", "journal_read"):
                    store.connection.execute(f"DELETE FROM {table} WHERE output = ?", (name,))  # noqa: S608 - our names
                start = 0
            lines, end = _lines(path, start) if size else ([], 0)
            _index(store, name, lines)
            store.connection.execute("INSERT OR REPLACE INTO journal_read VALUES (?, ?)", (name, end))


def _lines(path: Path, start: int) -> tuple[list[bytes], int]:
    """Read the whole lines from `start` on, and where they end."""
    with path.open("rb") as file:
        file.seek(start)
        data = file.read()
    whole = data.rfind(b"\n") + 1
    return data[:whole].split(b"\n"), start + whole


def _index(store: Store, name: str, lines: Iterable[bytes]) -> None:
    """Put events into the index, the last word on each message standing."""
    events = [event for line in lines if (event := _event(line)) is not None]
    released = [(name, event["edition"]) for event in events if event["event"] == "approved"]
    mail = [{"output": name, "sections": "", **event} for event in events if event["event"] == "mail"]
    connection = store.connection
    connection.executemany("INSERT OR IGNORE INTO release VALUES (?, ?)", released)
    connection.executemany(
        "INSERT OR REPLACE INTO receipt VALUES (:output, :edition, :recipient, :courier, :message_id, :outcome, "
        ":attempts, :answer, :at)",
        mail,
    )
    connection.executemany(
        "INSERT OR REPLACE INTO selection VALUES (:output, :edition, :recipient, :courier, :sections)", mail
    )


def _event(line: bytes) -> dict[str, Any] | None:
    """Read one line; None for one that a crash cut off or that is none of ours."""
    try:
        event = json.loads(line)
    except ValueError:
        return None
    if not isinstance(event, dict) or not isinstance(event.get("edition"), int):
        return None
    if event.get("event") == "mail":
        sections = event.get("sections", ())
        event["sections"] = sections if isinstance(sections, str) else " ".join(sections)
        return event if all(name in event for name in _FIELDS) else None
    return event if event.get("event") == "approved" else None


def history(store: Store, output: Path) -> dict[str, tuple[Delivery, ...]]:
    """Give what every reader was sent or should have been, by recipient, oldest edition first."""
    with plain(store.path):
        rows = store.connection.execute(
            "SELECT edition, recipient, courier, message_id, outcome, attempts, answer, at, coalesce(sections, '') "
            "FROM receipt LEFT JOIN selection USING (output, edition, recipient, courier) "
            "WHERE output = ? ORDER BY recipient, edition, at, courier",
            (_name(store, output),),
        ).fetchall()
    found: dict[str, list[Delivery]] = {}
    for row in rows:
        fields: Mapping[str, Any] = dict(zip(_FIELDS, (*row[:-1], tuple(row[-1].split())), strict=True))
        found.setdefault(row[1], []).append(Delivery(**fields))
    return {recipient: tuple(deliveries) for recipient, deliveries in found.items()}


def released(store: Store, output: Path) -> frozenset[int]:
    """Give the numbers of the editions that an analyst has let go."""
    with plain(store.path):
        rows = store.connection.execute("SELECT edition FROM release WHERE output = ?", (_name(store, output),))
        return frozenset(number for (number,) in rows.fetchall())


def strand(store: Store, output: Path, ledger: Ledger, at: str) -> None:
    """Write down as ambiguous what a killed run left intended: the lock's holder knows that it is dead."""
    left = [one for found in history(store, output).values() for one in found if one.outcome == "intended"]
    for one in left:
        ledger.note(replace(one, outcome="ambiguous", answer=_CRASHED, at=at), lasting=True)
    catch_up(store, output)


def _name(store: Store, output: Path) -> str:
    """Name an output as `record` does: by its path from the store, so that a project can move."""
    return Path(os.path.relpath(output, store.path.parent)).as_posix()
