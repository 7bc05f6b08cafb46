"""What is noted of the catalogue as a whole, under names, beside its rows for articles."""

from collections.abc import Iterator
from contextlib import contextmanager

from briefing.state.store import Store, plain_errors

FOUND = "found"
"""What was found of the articles as the catalogue has them; gone with any change of it."""


@contextmanager
def change_notes(store: Store) -> Iterator[None]:
    """Put all notes within, or none."""
    with plain_errors(store.path), store.connection:
        yield


def read_note(store: Store, name: str) -> bytes | None:
    """What is noted of the catalogue as a whole under `name`."""
    with plain_errors(store.path):
        row = store.connection.execute(
            "SELECT content FROM shelf WHERE name = ?", (name,)
        ).fetchone()
    return row[0] if row else None


def read_notes(store: Store, beginning: str) -> dict[str, bytes]:
    """All that is noted under names with this beginning."""
    with plain_errors(store.path):
        rows = store.connection.execute(
            "SELECT name, content FROM shelf WHERE substr(name, 1, ?) = ?",
            (len(beginning), beginning),
        )
        return dict(rows.fetchall())


def put_note(store: Store, name: str, content: bytes | None) -> None:
    """Note something of the catalogue as a whole, or forget it, in the caller's transaction.

    What is so noted already is not written again: a build that finds nothing new leaves the store
    as it was.
    """
    if read_note(store, name) == content:
        return
    if content is None:
        store.connection.execute("DELETE FROM shelf WHERE name = ?", (name,))
    else:
        store.connection.execute("INSERT OR REPLACE INTO shelf VALUES (?, ?)", (name, content))
