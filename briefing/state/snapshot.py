"""The store as it stands at one moment, for who only looks: nothing in it is written, and nobody
waits for anybody.

A snapshot shows one state from its opening to its closing, also while a build writes, and also
where neither the store nor its folder may be written.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from briefing.state import migrations
from briefing.state.store import Store, admit, is_damage, plain_errors, scratch_store


@contextmanager
def take_snapshot(path: Path) -> Iterator[Store]:
    """Show the store at `path` as it stands; an empty one in memory where none is there, or where
    it is damaged.

    One of an older shape is brought to today's in a copy. Raises UserError for a file that is not a
    store or comes from a newer program.
    """
    with closing(_open_snapshot(path)) as opened:
        if _is_current(opened):
            yield opened
            return
        with closing(copy_store(opened)) as copied:
            yield copied


@contextmanager
def make_writable(shown: Store) -> Iterator[Store]:
    """A store that may be written: `shown` itself, or a copy of a snapshot that is gone at the
    end.
    """
    if not shown.fixed:
        yield shown
        return
    with closing(copy_store(shown)) as copied:
        yield copied


def copy_store(shown: Store) -> Store:
    """Copy a store to where only this process sees it: in memory, beyond some size in a file
    without a name.
    """
    connection = sqlite3.connect("")
    with plain_errors(shown.path):
        shown.connection.backup(connection)
        migrations.migrate_store(connection)
    return replace(shown, connection=connection, fixed=False)


def _open_snapshot(path: Path) -> Store:
    if not path.exists():
        return scratch_store()
    for address in _addresses(path):
        try:
            connection = _begin_reading(address, path)
        except sqlite3.DatabaseError as error:
            if is_damage(error):  # the next build says so, and moves it aside
                return scratch_store()
            continue
        return Store(path=path, connection=connection, generation=0, fixed=True)
    return scratch_store()


def _addresses(path: Path) -> Iterator[str]:
    """The ways to open a store, the best first.

    The last one holds only where no log lies beside the store: it reads the file alone.
    """
    yield f"{path.absolute().as_uri()}?mode=rw"
    yield f"{path.absolute().as_uri()}?mode=ro"
    log = path.with_name(path.name + "-wal")
    if not log.exists() or not log.stat().st_size:
        yield f"{path.absolute().as_uri()}?immutable=1"


def _begin_reading(address: str, path: Path) -> sqlite3.Connection:
    """Open a store and hold on to the state that it is in. Raises sqlite3.DatabaseError where that
    can't be had.
    """
    connection = sqlite3.connect(address, uri=True, timeout=10.0)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("BEGIN")
        admit(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _is_current(opened: Store) -> bool:
    (version,) = opened.connection.execute("PRAGMA user_version").fetchone()
    return bool(version == migrations.NEWEST)
