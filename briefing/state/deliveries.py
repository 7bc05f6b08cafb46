"""What was mailed to whom: what the journal of intents and receipts (see `ledger`) proves
afterwards.

The store holds an index of the journal, brought up to date by `catch_up`, and can be deleted at any
time.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing.state import editions, journal
from briefing.state.ledger import ANNOUNCED, REST, Delivery, Ledger, boot_name
from briefing.state.store import Store, name_output, plain_errors, read_column

_FIELDS = (
    "edition",
    "recipient",
    "courier",
    "message_id",
    "outcome",
    "attempts",
    "answer",
    "at",
    "sections",
)
_KEY = ("edition", "recipient", "courier")
MAIL_LOCK = ".mail"  # the folder, below the output, whose lock whoever sends holds
_CRASHED = "the run ended before the server's answer was known"


def catch_up(store: Store, output: Path) -> None:
    """Bring the store's index up to the journal's end. Raises as the store does."""
    name = name_output(store, output)
    path = output / editions.FOLDER / journal.NAME
    size = path.stat().st_size if path.exists() else 0
    with plain_errors(store.path):
        row = store.connection.execute(
            "SELECT position FROM journal_read WHERE output = ?", (name,)
        ).fetchone()
        start = row[0] if row else 0
        if start == size:
            return
        with store.connection:
            if start > size:  # another journal than the one that was read
                _forget_output(store, name)
                start = 0
            lines, end = _whole_lines(path, start) if size else ([], 0)
            _index_events(store, name, lines)
            store.connection.execute(
                "INSERT OR REPLACE INTO journal_read VALUES (?, ?)", (name, end)
            )


def rebuild_index(store: Store, output: Path) -> int:
    """Read the journal again from its beginning: how many receipts it holds."""
    name = name_output(store, output)
    with plain_errors(store.path), store.connection:
        _forget_output(store, name)
    catch_up(store, output)
    with plain_errors(store.path):
        query = "SELECT count(*) FROM receipt WHERE output = ?"
        return int(store.connection.execute(query, (name,)).fetchone()[0])


def _forget_output(store: Store, name: str) -> None:
    """Take out of the index what was read of an output's journal, in the caller's transaction."""
    for table in ("receipt", "selection", "release", "announced", "journal_read"):
        query = f"DELETE FROM {table} WHERE output = ?"  # noqa: S608 - our names
        store.connection.execute(query, (name,))


def _whole_lines(path: Path, start: int) -> tuple[list[bytes], int]:
    """Read the whole lines from `start` on, and where they end."""
    with path.open("rb") as file:
        file.seek(start)
        data = file.read()
    whole = data.rfind(b"\n") + 1
    return data[:whole].split(b"\n"), start + whole


def _index_events(store: Store, name: str, lines: Iterable[bytes]) -> None:
    """Put events into the index, the last word on each message standing."""
    events = [event for line in lines if (event := _read_event(line)) is not None]
    released = [(name, event["edition"]) for event in events if event["event"] == "approved"]
    mail = [
        {"output": name, "sections": "", **event} for event in events if event["event"] == "mail"
    ]
    connection = store.connection
    connection.executemany("INSERT OR IGNORE INTO release VALUES (?, ?)", released)
    connection.executemany(
        "INSERT OR REPLACE INTO receipt VALUES (:output, :edition, :recipient, :courier, "
        ":message_id, :outcome, :attempts, :answer, :at)",
        mail,
    )
    connection.executemany(
        "INSERT OR REPLACE INTO selection VALUES (:output, :edition, :recipient, :courier, "
        ":sections)",
        mail,
    )
    _index_announced(store, name, events)


def _index_announced(store: Store, name: str, events: Iterable[Mapping[str, Any]]) -> None:
    """Keep whom the journal announces and says nothing of afterwards."""
    waiting: dict[tuple[Any, ...], Mapping[str, Any] | None] = {}
    for event in events:
        if event["event"] == REST:
            store.connection.execute("DELETE FROM announced WHERE output = ?", (name,))
            waiting.clear()
        elif event["event"] != "approved":
            waiting[tuple(event[part] for part in _KEY)] = (
                event if event["event"] == ANNOUNCED else None
            )
    gone = [(name, *key) for key, event in waiting.items() if event is None]
    there = [{"output": name, **event} for event in waiting.values() if event is not None]
    store.connection.executemany(
        "DELETE FROM announced WHERE output = ? AND edition = ? AND recipient = ? AND courier = ?",
        gone,
    )
    store.connection.executemany(
        "INSERT OR REPLACE INTO announced VALUES (:output, :edition, :recipient, :courier, "
        ":message_id, :attempts, :at, :sections, :boot)",
        there,
    )


def _read_event(line: bytes) -> dict[str, Any] | None:
    """Read one line; None for one that a crash cut off or that is none of ours."""
    try:
        event = json.loads(line)
    except ValueError:
        return None
    if not isinstance(event, dict) or not isinstance(event.get("edition"), int):
        return None
    if event.get("event") in {"mail", ANNOUNCED}:
        sections = event.get("sections", ())
        event["sections"] = sections if isinstance(sections, str) else " ".join(sections)
        wanted = _FIELDS if event["event"] == "mail" else (*_FIELDS, "boot")
        return event if all(name in event for name in wanted) else None
    return event if event.get("event") in {"approved", REST} else None


def delivery_history(store: Store, output: Path) -> dict[str, tuple[Delivery, ...]]:
    """What every reader was sent or should have been, by recipient, oldest edition first.

    Who was announced before the machine was started last, and no more is known of, counts as
    intended.
    """
    with plain_errors(store.path):
        rows = store.connection.execute(
            "SELECT edition, recipient, courier, message_id, outcome, attempts, answer, at, "
            "coalesce(sections, '') FROM receipt LEFT JOIN selection USING (output, edition, "
            "recipient, courier) WHERE output = ?",
            (name_output(store, output),),
        ).fetchall()
        lost = store.connection.execute(
            "SELECT edition, recipient, courier, message_id, 'intended', attempts, '', at, "
            "sections FROM announced WHERE output = ? AND boot <> ?",
            (name_output(store, output), boot_name()),
        ).fetchall()
    newest = {row[:3]: row for row in (*rows, *lost)}
    found: dict[str, list[Delivery]] = {}
    for row in sorted(newest.values(), key=lambda row: (row[1], row[0], row[7], row[2])):
        fields: Mapping[str, Any] = dict(
            zip(_FIELDS, (*row[:-1], tuple(row[-1].split())), strict=True)
        )
        found.setdefault(row[1], []).append(Delivery(**fields))
    return {recipient: tuple(deliveries) for recipient, deliveries in found.items()}


def released_editions(store: Store, output: Path) -> frozenset[int]:
    """The numbers of the editions that an analyst has let go."""
    return frozenset(
        read_column(
            store, "SELECT edition FROM release WHERE output = ?", (name_output(store, output),)
        )
    )


def settled_editions(store: Store, output: Path) -> frozenset[int]:
    """The numbers of the editions that were released, or that a message to a reader was begun
    with: nothing changes them any more. The index must be caught up with the journal.
    """
    name = name_output(store, output)
    return frozenset(
        read_column(
            store,
            "SELECT edition FROM release WHERE output = ? UNION "
            "SELECT edition FROM receipt WHERE output = ? UNION "
            "SELECT edition FROM announced WHERE output = ?",
            (name, name, name),
        )
    )


def strand_intended(store: Store, output: Path, ledger: Ledger, at: str) -> None:
    """Write down as ambiguous what a killed run left intended: the lock's holder knows that it is
    dead.
    """
    left = [
        one
        for found in delivery_history(store, output).values()
        for one in found
        if one.outcome == "intended"
    ]
    for one in left:
        ledger.note(replace(one, outcome="ambiguous", answer=_CRASHED, at=at), lasting=True)
    with plain_errors(store.path):
        (waiting,) = store.connection.execute(
            "SELECT max(edition) FROM announced WHERE output = ?", (name_output(store, output),)
        ).fetchone()
    if waiting is not None:
        ledger.rest(waiting)
    catch_up(store, output)
