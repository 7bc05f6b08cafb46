"""What happened to editions: that they were made, approvals and mail, one line each, only added to.

`<output>/editions/record.jsonl` lies beside the folders of editions, so that the store can be
deleted and read back. A line is on the disk before `append` returns; one cut off by a crash was
never vouched for and is passed over.
"""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefing.state import atomic, handles

NAME = "record.jsonl"
MADE, RENEWED = "made", "renewed"

Event = Mapping[str, str | int]


def append_event(shelf: Path, event: Event) -> None:
    """Add one event to the record in `shelf`, the folder of editions. Raises as
    `atomic.write_atomically` does.
    """
    path = shelf / NAME
    try:
        new = not path.exists()
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | handles.CLOEXEC, 0o600)
        atomic.close_to_others(handle)
        try:
            torn = handles.read_last_byte(handle, os.fstat(handle).st_size) not in {b"", b"\n"}
            line = json.dumps(event, ensure_ascii=False, sort_keys=True) + "\n"
            os.write(handle, (("\n" if torn else "") + line).encode())
            os.fsync(handle)
        finally:
            os.close(handle)
        if new:
            atomic.sync_folder(shelf)
    except OSError as error:
        raise atomic.refusal_error(error, path) from error


def read_events(shelf: Path) -> tuple[Event, ...]:
    """The events in the order in which they happened; none where there is no record."""
    path = shelf / NAME
    if not path.exists():
        return ()
    events = []
    for line in path.read_bytes().split(b"\n"):
        try:
            event = json.loads(line)
        except ValueError:
            continue
        if isinstance(event, dict):
            events.append(event)
    return tuple(events)


def manifest_digests(events: Iterable[Event]) -> dict[int, str]:
    """By number the digest of the manifest of each edition that was made; the first word on it
    stands.

    Only the newest edition may be renewed, and only until it was released or mailed to anybody: a
    later word on it is nobody's.
    """
    found: dict[int, str] = {}
    settled: set[int] = set()
    for event in events:
        number, known, what = event.get("edition"), event.get("manifest"), event.get("event")
        if not isinstance(number, int):
            continue
        if what not in {MADE, RENEWED}:
            settled.add(number)
        elif isinstance(known, str):
            if what == RENEWED and number == max(found, default=0) and number not in settled:
                found[number] = known
            found.setdefault(number, known)
    return found


def approved_editions(events: Iterable[Event]) -> frozenset[int]:
    """The numbers of the editions that were let go."""
    return frozenset(
        number
        for event in events
        if event.get("event") == "approved" and isinstance(number := event.get("edition"), int)
    )
