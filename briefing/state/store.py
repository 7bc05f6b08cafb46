"""The store: what was worked out before, in one SQLite file beside the config.

Everything in it can be worked out again, or read back from the folders of editions; so a damaged
store is moved aside and a new one begun, and nothing is lost but time. One process writes at a time
(the holder of the lock); readers never wait.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import Problem, UserError, WorkError
from briefing.state import atomic, handles, migrations, witness

# A result that no build asked for in so many generations goes; one is marked as used only when it
# is half-way there, so that a build in which nothing changed writes next to nothing.
GENERATIONS = 16
_CACHE = 128 * 1024  # KiB of the store that stay in memory: its indexes are asked all over
_MUCH_EMPTY = 0.2  # share of a store's pages that are empty from which it is written anew
_LITTLE = 1_000_000  # bytes that are not worth that


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """An open store. `notes` are lines about its opening that the user should see.

    A `fixed` one is a snapshot (see `snapshot`), which nothing may write to.
    """

    path: Path
    connection: sqlite3.Connection
    generation: int
    notes: tuple[str, ...] = ()
    fixed: bool = False

    def close(self) -> None:
        """Close the store; what was not committed is forgotten."""
        self.connection.close()


def open_store(path: Path) -> Store:
    """Open the store at `path`, making, upgrading or replacing it as need be.

    For the holder of the lock. Raises UserError for a file that is not a store, comes from a newer
    program or can't be written; a damaged one is moved aside, which `notes` tells.
    """
    notes: tuple[str, ...] = ()
    try:
        crashed = _left_open(path)
        connection = _open_connection(path, check=crashed)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise _refusal_error(error, path) from error
        aside = _move_aside(path)
        notes = (f"{path.name} was damaged ({error}); moved to {aside.name} and begun anew",)
        with plain_errors(path):
            connection = _open_connection(path, check=False)
    with plain_errors(path):
        (generation,) = connection.execute("SELECT number FROM generation").fetchone()
    return Store(path=path, connection=connection, generation=generation + 1, notes=notes)


def scratch_store() -> Store:
    """An empty store that lies in memory, for work of which nothing is to be kept."""
    connection = sqlite3.connect(":memory:")
    migrations.migrate_store(connection)
    return Store(path=Path(":memory:"), connection=connection, generation=1)


def _left_open(path: Path) -> bool:
    """Whether the last process died with the store open: only then does a log stay behind."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _open_connection(path: Path, *, check: bool) -> sqlite3.Connection:
    """Open, look, upgrade. Raises sqlite3.DatabaseError, also where the check finds damage."""
    _keep_private(path)
    connection = sqlite3.connect(path, timeout=10.0)
    try:
        admit(connection, path)
        if check:
            (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            _require_sound(found)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        migrations.migrate_store(connection)
        _require_tables(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _require_tables(connection: sqlite3.Connection) -> None:
    """Raise what SQLite itself raises where it meets damage, if a table of ours is gone."""
    gone = migrations.table_names() - migrations.tables_of(connection)
    if gone:
        message = f"without its table {min(gone)}"
        raise sqlite3.DatabaseError(message)


def _keep_private(path: Path) -> None:
    """Make the file, if need be, so that its owner alone reads it; SQLite makes its logs alike."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | handles.CLOEXEC, 0o600)
    except OSError:  # SQLite says what is wrong in its own words
        return
    try:
        atomic.close_to_others(handle)
    finally:
        os.close(handle)


def _require_sound(found: str) -> None:
    """Raise what SQLite itself raises where it meets damage, if its check found any."""
    if found != "ok":
        raise sqlite3.DatabaseError(found)


def admit(connection: sqlite3.Connection, path: Path) -> None:
    """Raise UserError unless the file is empty or a store that this program knows how to read."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != migrations.APPLICATION_ID and tables:
        advice = "move it away, or give the config another name"
        raise UserError(file_problem(path, "is a database of another program", advice))
    if version > migrations.NEWEST:
        message = (
            f"comes from a newer program (store {version}, this one knows {migrations.NEWEST})"
        )
        advice = "use the newer program, or delete the file: editions are kept in their folders"
        raise UserError(file_problem(path, message, advice))


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Tell damage from a store that is only busy, read-only or out of space."""
    return type(error) is sqlite3.DatabaseError or "malformed" in str(error)


def _move_aside(path: Path) -> Path:
    """Rename a damaged store and its log to the first free name; give that name."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    path.replace(aside)
    for tail in ("-wal", "-shm"):
        log = path.with_name(path.name + tail)
        if log.exists():
            log.replace(aside.with_name(aside.name + tail))
    return aside


def name_output(store: Store, output: Path) -> str:
    """The name of an output in the store: its path from the store, so that a project can
    move.
    """
    return Path(os.path.relpath(output, store.path.parent)).as_posix()


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite refuses within into UserError or WorkError, in one line."""
    try:
        yield
    except sqlite3.Error as error:
        raise _refusal_error(error, path) from error


def _refusal_error(error: sqlite3.Error, path: Path) -> UserError | WorkError:
    """Say in one line why the store could not be used, as the user's mistake or as failed work."""
    text = str(error)
    if "readonly" in text or "unable to open" in text:
        return UserError(
            file_problem(path, "cannot be written", "make the file and its folder writable")
        )
    if isinstance(error, sqlite3.DatabaseError) and is_damage(error):
        return WorkError(f"{path}: damaged ({text}); delete it: editions are kept in their folders")
    if "full" in text:
        return WorkError(f"{path}: the disk is full; what was kept before is sound")
    return WorkError(f"{path}: {text}")


def read_column(store: Store, query: str, values: Sequence[Any] = ()) -> list[Any]:
    """What a query of one column gives, in its order; raises as `plain_errors` does."""
    with plain_errors(store.path):
        return [one for (one,) in store.connection.execute(query, values)]


def file_problem(path: Path, message: str, advice: str) -> Problem:
    """Give a mistake about a whole file."""
    return Problem(path=str(path), line=0, column=0, message=message, advice=advice)


def get_many(store: Store, stage: str, inputs: Iterable[str]) -> dict[str, bytes]:
    """The results that `stage` (a digest of code and options) has for `inputs` (digests).

    What was never worked out is not in the answer. Ask for as many at once as fit in memory.
    """
    wanted = json.dumps(list(inputs))
    with plain_errors(store.path):
        rows = store.connection.execute(
            # CROSS JOIN fixes the order: the stage, then each asked input, then its one result.
            "SELECT result.id, result.input, content, used FROM stage CROSS JOIN json_each(?) AS "
            "asked CROSS JOIN result ON result.stage = stage.id AND result.input = asked.value "
            "WHERE stage.digest = ?",
            (wanted, stage),
        ).fetchall()
        idle = [
            (store.generation, row[0])
            for row in rows
            if row[3] <= store.generation - GENERATIONS // 2
        ]
        if idle:
            with _own_transaction(store):
                store.connection.executemany("UPDATE result SET used = ? WHERE id = ?", idle)
    return {row[1]: row[2] for row in rows}


def put_many(store: Store, stage: str, results: Mapping[str, bytes]) -> None:
    """Keep what `stage` made of each input, all in one transaction; the same input is replaced."""
    if not results:
        return
    with plain_errors(store.path), store.connection:
        # Only a store that is written to grows older: who just looks leaves it byte for byte as it
        # was.
        store.connection.execute("UPDATE generation SET number = ?", (store.generation,))
        store.connection.execute("INSERT OR IGNORE INTO stage (digest) VALUES (?)", (stage,))
        (number,) = store.connection.execute(
            "SELECT id FROM stage WHERE digest = ?", (stage,)
        ).fetchone()
        store.connection.executemany(
            "INSERT INTO result (stage, input, used, content) VALUES (?, ?, ?, ?) ON CONFLICT "
            "(stage, input) DO UPDATE SET used = excluded.used, content = excluded.content",
            ((number, key, store.generation, content) for key, content in results.items()),
        )


@contextmanager
def _own_transaction(store: Store) -> Iterator[None]:
    """Make a transaction of its own of what is within, unless the caller has one under way."""
    if store.connection.in_transaction:
        yield
        return
    with store.connection:
        yield


def lacking_inputs(store: Store, stage: str, inputs: Iterable[str]) -> list[str]:
    """Those of `inputs` for which `stage` has no result."""
    return read_column(
        store,
        "SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM stage CROSS JOIN result"
        " ON result.stage = stage.id AND result.input = value WHERE stage.digest = ?)",
        (json.dumps(list(inputs)), stage),
    )


def forget_unused(store: Store, stages: Iterable[str]) -> int:
    """Forget results that nobody needs, once in so many generations; give how many went.

    What articles of the catalogue have from `stages`, those of today, is needed however long nobody
    asks for it.
    """
    if store.generation % GENERATIONS:
        return 0
    with plain_errors(store.path), store.connection:
        store.connection.execute("UPDATE generation SET number = ?", (store.generation,))
        gone = store.connection.execute(
            "DELETE FROM result WHERE used < ? AND NOT (stage IN (SELECT id FROM stage WHERE "
            "digest IN (SELECT value FROM json_each(?))) AND input IN (SELECT result FROM article "
            "UNION SELECT key FROM article))",
            (store.generation - GENERATIONS, json.dumps(list(stages))),
        ).rowcount
        store.connection.execute("DELETE FROM stage WHERE id NOT IN (SELECT stage FROM result)")
    return gone


def shrink_store(store: Store) -> int:
    """Write the store anew without what was forgotten, where that is much of it; give the bytes
    that this freed.

    For the holder of the lock. It takes as much room again while it is written.
    """
    with plain_errors(store.path):
        (before,) = store.connection.execute("PRAGMA page_count").fetchone()
        (empty,) = store.connection.execute("PRAGMA freelist_count").fetchone()
        (size,) = store.connection.execute("PRAGMA page_size").fetchone()
        if empty < before * _MUCH_EMPTY or empty * size < _LITTLE:
            return 0
        store.connection.execute("VACUUM")
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (after,) = store.connection.execute("PRAGMA page_count").fetchone()
    return int((before - after) * size)


def given_ids(store: Store) -> dict[str, str]:
    """Every statement id ever given, with the key it was first given for (see `compare`)."""
    with plain_errors(store.path):
        return dict(store.connection.execute("SELECT id, statement FROM given ORDER BY id"))


def keep_ids(store: Store, ids: Mapping[str, str]) -> None:
    """Keep ids given in an edition; the key of the first time stays."""
    with plain_errors(store.path), store.connection:
        store.connection.executemany(
            "INSERT OR IGNORE INTO given VALUES (?, ?)", sorted(ids.items())
        )


def forget_build(store: Store) -> None:
    """Forget what the last build rests on, so that the next one looks at everything again."""
    with plain_errors(store.path), store.connection:
        store.connection.execute("DELETE FROM witness")


def remember(
    store: Store,
    config: Path,
    observation: witness.Observation,
    **finished: Any,  # noqa: ANN401
) -> None:
    """Keep what a finished build rests on, for `witness.unchanged_line`; `finished` as
    `witness.save_build` has it.
    """
    with plain_errors(store.path):
        witness.save_build(store.connection, config, observation, **finished)
