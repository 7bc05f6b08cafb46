"""What store and journal remember of editions, asked without changing either: for those who
check.
"""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from briefing.state import editions, journal, witness


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """The digests of manifests by the edition's number, as the store and the journal have them.

    An edition that an older program recorded has the digest "". `approved` are the editions that
    were let go.
    """

    by_store: Mapping[int, str] = field(default_factory=dict)
    by_journal: Mapping[int, str] = field(default_factory=dict)
    approved: frozenset[int] = frozenset()

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of all editions that are remembered."""
        return frozenset(self.by_store) | frozenset(self.by_journal)

    def digests(self, number: int) -> frozenset[str]:
        """What is remembered of one edition: of a sound record one digest, or none."""
        found = {self.by_store.get(number, ""), self.by_journal.get(number, "")}
        return frozenset(found - {""})


def recall_editions(output: Path, config: Path | None) -> Recalled:
    """Ask the store beside `config` and the journal of `output` for the editions made there.

    Nothing is written, no lock is taken. What is missing or damaged was not there to be asked.
    """
    shelf = output / editions.FOLDER
    kept = _of_store(Path(witness.store_path(config)), output) if config else None
    events = journal.read_events(shelf) if (shelf / journal.NAME).is_file() else ()
    return Recalled(
        by_store=kept or {},
        by_journal=journal.manifest_digests(events),
        approved=journal.approved_editions(events),
    )


def _of_store(path: Path, output: Path) -> dict[int, str] | None:
    """What a store has of the editions in `output`; None where there is no store that can be
    asked.
    """
    if not path.is_file():
        return None
    name = Path(os.path.relpath(output.absolute(), path.parent)).as_posix()
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            columns = {row[1] for row in connection.execute("PRAGMA table_info(edition)")}
            manifest = "manifest" if "manifest" in columns else "''"
            # `manifest` is one of two words of ours.
            query = f"SELECT number, {manifest} FROM edition WHERE output = ?"  # noqa: S608
            return dict(connection.execute(query, (name,)).fetchall()) if columns else None
    except sqlite3.Error:
        return None
