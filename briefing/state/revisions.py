"""As which bytes sources were read: where a file stands as it stood, its digest is known."""

import json
import time
from collections.abc import Iterable, Mapping

from briefing.state import witness
from briefing.state.store import Store, plain_errors


def get_digests(store: Store, stamps: Mapping[str, str]) -> dict[str, str]:
    """The digests of sources' bytes that need not be read again: their stamps are as they
    were.

    `stamps` are `listing.file_stamp` by locator.
    """
    with plain_errors(store.path):
        rows = store.connection.execute(
            "SELECT locator, stamp, digest FROM json_each(?) "
            "CROSS JOIN revision ON locator = value",
            (json.dumps(list(stamps)),),
        ).fetchall()
    return {locator: digest for locator, stamp, digest in rows if stamps.get(locator) == stamp}


def put_digests(store: Store, seen: Iterable[tuple[str, str, str]]) -> None:
    """Keep (locator, stamp taken before reading, digest of the bytes read).

    A file so young that its times could hide another edit is not kept: it is read once more.
    """
    since = time.time_ns() - witness.TICK_NS
    settled = [row for row in seen if not _fresh(row[1], since)]
    with plain_errors(store.path), store.connection:
        store.connection.executemany("INSERT OR REPLACE INTO revision VALUES (?, ?, ?)", settled)


def forget_digests(store: Store, locators: Iterable[str]) -> None:
    """Forget sources that are gone."""
    with plain_errors(store.path), store.connection:
        store.connection.executemany(
            "DELETE FROM revision WHERE locator = ?", ((one,) for one in locators)
        )


def _fresh(stamp: str, since: int) -> bool:
    """Whether a stamp's times are younger than `since`; an unreadable file is never
    settled.
    """
    fields = stamp.split(" ")
    return fields[0] == "error" or max(int(fields[1]), int(fields[2])) > since
