"""Which files changed since the last build: only they need be read again."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.state import listing, witness
from briefing.state.store import Store, plain_errors


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Paths that came, changed and went, in order: relative to the config's folder where they lie
    in it.
    """

    added: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def find_difference(
    store: Store, config: Path, observation: witness.Observation
) -> Difference | None:
    """Compare what was just observed with what the last build rests on; None where nothing is
    recorded.

    Costs next to nothing for folders in which nothing changed. Files so young at the last build
    that their times proved nothing are compared by their bytes.
    """
    with plain_errors(store.path):
        row = _read_head(store.connection)
        known = dict(store.connection.execute("SELECT folder, files FROM listing"))
    if row is None:
        return None
    base = os.path.dirname(os.path.abspath(config))  # noqa: PTH100, PTH120 - as the witness has it
    seen = {witness.kept_path(base, folder): blob for folder, blob in observation.listings.items()}
    was = dict(_single_stamps(row["files"], known.pop("", b"")))
    now = dict(
        _single_stamps(
            [witness.kept_path(base, path) for path in observation.scope[0]], seen.pop("", b"")
        )
    )
    for folder in sorted({*known, *seen}):
        if known.get(folder) != seen.get(folder):
            was.update(_folder_stamps(folder, known.get(folder, b"")))
            now.update(_folder_stamps(folder, seen.get(folder, b"")))
    removed = was.keys() - now.keys()
    edited = {path for path in now.keys() & was.keys() if now[path] != was[path]}
    young = {
        path
        for path, digest in row["fresh"].items()
        if listing.hash_of(witness.absolute_path(base, path)) != digest
    }
    return Difference(
        added=tuple(sorted(now.keys() - was.keys())),
        edited=tuple(sorted(edited | (young - removed))),
        removed=tuple(sorted(removed)),
    )


def _read_head(connection: sqlite3.Connection) -> dict[str, Any] | None:
    row = connection.execute("SELECT head FROM witness").fetchone()
    return None if row is None else dict(json.loads(row[0]))


def _single_stamps(names: Iterable[str], blob: bytes) -> Iterator[tuple[str, str]]:
    """Pair single files with their stamps; an absent file is none."""
    for name, stamp in zip(names, blob.decode().split("\n"), strict=False):
        if not stamp.startswith("error"):
            yield name, stamp


def _folder_stamps(folder: str, blob: bytes) -> Iterator[tuple[str, str]]:
    """The files of one folder's blob with their stamps.

    A name may hold a line end, so lines are found by what ends a name (NUL) and a stamp (line end).
    """
    text = blob.decode("utf-8", "surrogateescape")
    while "\0" in text:
        name, _, rest = text.partition("\0")
        stamp, _, text = rest.partition("\n")
        if name and not stamp.startswith("error"):
            yield (name if folder == "." else f"{folder}/{name}"), stamp
