"""Whether there is anything to do at all: what went into the last build, seen from outside.

The answer must come before anything heavy is imported, so this module takes only what the
interpreter has at hand: no dataclasses, no pathlib, no hashlib (that one only for files so fresh
that their times prove nothing). A folder is remembered as one blob, the sorted lines of name, size,
times and inode of its files, and compared byte for byte: no line is ever parsed while nothing
changed.

Two ways in which such a witness could lie are closed. The observation is taken before the build
reads anything, so an edit during the build shows. And a file whose times are younger than the clock
can tell apart is remembered with its hash as well (the problem of "racy" entries in git's index).
"""

import json
import os
import sqlite3
import sys
import time
from collections.abc import Iterable, Mapping, Sequence

from briefing.state import listing

TYPE_CHECKING = False  # typing's own constant costs its import
if TYPE_CHECKING:
    from typing import Any

# Times closer than this to the moment of looking may hide a second edit: FAT counts in 2 s.
TICK_NS = 2_000_000_000
OUTPUTS = ("brief.md", "brief.html", "brief.pdf", "brief.json")
# What of the environment shows in an edition.
VARIABLES = ("SOURCE_DATE_EPOCH",)

Scope = tuple[Sequence[str], Sequence[str], Sequence[str]]

TABLES = """
CREATE TABLE IF NOT EXISTS witness (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    head TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS listing (
    folder TEXT PRIMARY KEY,
    files BLOB NOT NULL
) STRICT, WITHOUT ROWID;
"""

# Pathlib costs start-up.
_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120


class Observation:
    """The inputs of a build as they stood before it read them.

    A plain class because importing dataclasses costs as much as the whole answer. `scope` holds the
    single files, the folders and what is skipped in them, absolute; `listings` maps each folder to
    its blob; `fresh` maps files whose times prove nothing yet to the hash of their bytes.
    """

    __slots__ = ("fresh", "listings", "scope")

    def __init__(
        self, scope: "Scope", listings: Mapping[str, bytes], fresh: Mapping[str, str]
    ) -> None:
        """Keep what was seen."""
        self.scope = scope
        self.listings = listings
        self.fresh = fresh


def store_path(config: "str | os.PathLike[str]") -> str:
    """The path of the one state file of a config: `config.yaml` keeps `config.yaml.db`."""
    return os.path.abspath(config) + ".db"  # noqa: PTH100 - pathlib costs start-up


def observe_world(
    config: "str | os.PathLike[str]",
    *,
    files: "Iterable[str | os.PathLike[str]]" = (),
    folders: "Iterable[str | os.PathLike[str]]" = (),
    skip: "Iterable[str | os.PathLike[str]]" = (),
) -> Observation:
    """Look at everything a build is about to read. Call it before reading the first source.

    `files` are single files that count (also while absent: an analyst.yaml yet to come); `folders`
    are watched with all below them, `skip` (the output) aside. The config and the program itself
    are always among them. Folders whose name starts with a dot are not entered.
    """
    base = _base_folder(config)
    own = store_path(config)
    skipped = {own, own + "-wal", own + "-shm", *(absolute_path(base, path) for path in skip)}
    own = os.path.abspath(config)  # noqa: PTH100 - pathlib costs start-up
    single = sorted({absolute_path(base, path) for path in files} | {own})
    roots = sorted({absolute_path(base, path) for path in folders} | {_PACKAGE})
    return _look_at_scope((single, roots, sorted(skipped)), time.time_ns() - TICK_NS)


def save_build(
    connection: sqlite3.Connection,
    config: "str | os.PathLike[str]",
    observation: Observation,
    *,
    output: "str | os.PathLike[str]",
    line: str,
    options: Sequence[str] = (),
) -> None:
    """Remember what a finished build rests on, in one transaction of the caller's connection.

    `output` is the folder whose newest edition and copies of its files must still be as they are
    now; `line` is what the next unchanged build prints; `options` are the command's. Raises
    sqlite3.Error when the store can't be written.
    """
    base = _base_folder(config)
    files, folders, skip = (
        [kept_path(base, path) for path in paths] for paths in observation.scope
    )
    place = absolute_path(base, output)
    names = _copy_names(place)
    head = {
        "line": line,
        "options": list(options),
        "circumstances": _other_circumstances(),
        "files": files,
        "folders": folders,
        "skip": skip,
        "fresh": {
            kept_path(base, path): seen for path, seen in _settled_hashes(observation.fresh).items()
        },
        "output": kept_path(base, place),
        "names": names,
        "made": _made_stamps(place, names),
    }
    rows = [(kept_path(base, folder), blob) for folder, blob in observation.listings.items()]
    with connection:
        connection.execute("DELETE FROM listing")
        connection.executemany("INSERT INTO listing VALUES (?, ?)", rows)
        connection.execute("INSERT OR REPLACE INTO witness VALUES (1, ?)", (json.dumps(head),))


def unchanged_line(
    config: "str | os.PathLike[str]",
    options: Sequence[str] = (),
    observed: Observation | None = None,
) -> str | None:
    """The line to print if a build would find nothing to do, else None.

    Who has observed the world just now need not look again.

    Never raises for what is missing, unreadable or damaged: None sends the caller to the real
    build, which says what is wrong. Writes nothing, except that hashes of files which have come of
    age are forgotten.
    """
    path = store_path(config)
    if not os.path.exists(path):  # noqa: PTH110 - pathlib costs start-up
        return None
    try:
        connection = sqlite3.connect(path, timeout=1.0)
        try:
            return _compare_record(connection, _base_folder(config), list(options), observed)
        finally:
            connection.close()
    except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError):
        return None


def kept_output(config: str) -> str:
    """The folder that the last build wrote to. Raises sqlite3.Error without a store and TypeError
    where no build is remembered.
    """
    connection = sqlite3.connect(store_path(config), timeout=1.0)
    try:
        head = json.loads(connection.execute("SELECT head FROM witness").fetchone()[0])
    finally:
        connection.close()
    return absolute_path(_base_folder(config), head["output"])


def _compare_record(
    connection: sqlite3.Connection, base: str, options: list[str], observed: Observation | None
) -> str | None:
    """Hold the record against the world, the cheapest questions first."""
    row = connection.execute("SELECT head FROM witness").fetchone()
    if row is None:
        return None
    head = json.loads(row[0])
    same = (
        head["options"] == options
        and head["circumstances"] == _other_circumstances()
        and head["made"] == _made_stamps(absolute_path(base, head["output"]), head["names"])
        and _same_inputs(connection, base, head, observed)
    )
    if not same:
        return None
    _come_of_age(connection, base, row[0])
    line: str = head["line"]
    return line


def _copy_names(output: str) -> list[str]:
    """Name the files that an edition has copies of in `output`: ours, and those of a user's own
    writers.
    """
    shelf = os.path.join(output, "editions")  # noqa: PTH118 - pathlib costs start-up
    newest = os.path.join(shelf, f"{listing.newest_number(shelf):04d}")  # noqa: PTH118
    found = os.listdir(newest) if os.path.isdir(newest) else []  # noqa: PTH112, PTH208
    own = {name for name in found if "." in name} - {*OUTPUTS, "manifest.json"}
    return [*OUTPUTS, *sorted(own)]


def _made_stamps(output: str, names: Sequence[str]) -> list[object]:
    """The number of the newest edition and the stamps of its copies in `output`."""
    # Pathlib costs start-up.
    stamps = [listing.file_stamp(os.path.join(output, name)) for name in names]  # noqa: PTH118
    # Pathlib costs start-up.
    return [listing.newest_number(os.path.join(output, "editions")), *stamps]  # noqa: PTH118


def _same_inputs(
    connection: sqlite3.Connection, base: str, head: "dict[str, Any]", observed: Observation | None
) -> bool:
    """Whether every folder lists the same, and the files too young for that read the same."""
    scope = tuple(
        [absolute_path(base, path) for path in head[name]] for name in ("files", "folders", "skip")
    )
    if observed is None:
        observed = _look_at_scope((scope[0], scope[1], scope[2]), None)
    elif scope != tuple(list(paths) for paths in observed.scope):
        return False
    seen = observed.listings
    known = connection.execute("SELECT folder, files FROM listing").fetchall()
    return (
        len(known) == len(seen)
        and all(seen.get(absolute_path(base, folder)) == blob for folder, blob in known)
        and all(
            listing.hash_of(absolute_path(base, path)) == old for path, old in head["fresh"].items()
        )
    )


def _look_at_scope(scope: Scope, since: int | None) -> Observation:
    """List the single files and every folder; hash what is younger than `since` (None: nothing)."""
    files, folders, skip = scope
    avoid = frozenset(skip)
    seen = {"": "\n".join(listing.file_stamp(path) for path in files).encode()}
    young = [] if since is None else [path for path in files if listing.is_young(path, since)]
    pending = list(folders)
    while pending:
        folder = pending.pop()
        if folder not in seen:
            found = listing.list_folder(folder, avoid, since)
            seen[folder] = found.blob
            pending.extend(found.below)
            young.extend(found.young)
    return Observation(scope, seen, {path: listing.hash_of(path) for path in sorted(young)})


def _settled_hashes(fresh: Mapping[str, str]) -> dict[str, str]:
    """Drop the hashes of files that have come of age unaltered since they were observed."""
    since = time.time_ns() - TICK_NS
    return {
        path: seen
        for path, seen in fresh.items()
        if listing.is_young(path, since) or listing.hash_of(path) != seen
    }


def _come_of_age(connection: sqlite3.Connection, base: str, text: str) -> None:
    """Forget the hashes that time has made needless; a store that can't be written keeps them.

    Called when everything was found unchanged, so a file that is no longer young can't hide an edit
    from its times any more. Nothing happens if another process wrote a new record meanwhile.
    """
    head = json.loads(text)
    since = time.time_ns() - TICK_NS
    still = {
        path: seen
        for path, seen in head["fresh"].items()
        if listing.is_young(absolute_path(base, path), since)
    }
    if len(still) == len(head["fresh"]):
        return
    try:
        with connection:
            changed = json.dumps({**head, "fresh": still})
            connection.execute("UPDATE witness SET head = ? WHERE head = ?", (changed, text))
    except sqlite3.Error:
        return


def _other_circumstances() -> list[object]:
    """What else shows in an edition: interpreter, installed packages, environment.

    Installing, upgrading or removing a package touches its site folder, so the folder's time
    stands for all versions in it and no metadata need be read. A folder is known by its place on
    the disk: `make`, a shell and a timer may each reach it by another path.
    """
    times: list[list[int]] = []
    for path in sys.path:
        if path.endswith(("site-packages", "dist-packages")):
            try:
                seen = os.stat(path)  # noqa: PTH116 - pathlib costs start-up
            except OSError:  # nothing can be imported from there
                continue
            one = [seen.st_dev, seen.st_ino, seen.st_mtime_ns]
            times += [one] if one not in times else []
    return [sys.version, times, [os.environ.get(name) for name in VARIABLES]]


def _base_folder(config: "str | os.PathLike[str]") -> str:
    return os.path.dirname(os.path.abspath(config))  # noqa: PTH100, PTH120 - pathlib costs start-up


def absolute_path(base: str, path: "str | os.PathLike[str]") -> str:
    """Give `path` as an absolute one; the listing of single files has the empty name."""
    text = os.fspath(path)
    # Pathlib costs start-up.
    return os.path.normpath(os.path.join(base, text)) if text else ""  # noqa: PTH118


def kept_path(base: str, path: str) -> str:
    """The form in which a path is remembered: relative where it lies below the config."""
    if path == base:
        return "."
    return path[len(base) + 1 :] if path.startswith(base + os.sep) else path
