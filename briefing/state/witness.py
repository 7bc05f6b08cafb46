"""What went into the last build, seen from outside: is there anything to do at all?

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

# Times closer than this to the moment of looking may hide a second edit: FAT counts in 2 s.
TICK_NS = 2_000_000_000
# What of the environment shows in an edition.
VARIABLES = ("SOURCE_DATE_EPOCH",)

TABLES = """
CREATE TABLE IF NOT EXISTS witness (id INTEGER PRIMARY KEY CHECK (id = 1), head TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS listing (folder TEXT PRIMARY KEY, files BLOB NOT NULL) STRICT, WITHOUT ROWID;
"""

_SKIPPED = frozenset({"__pycache__"})
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - pathlib costs start-up


class Observation:
    """The inputs of a build as they stood before it read them.

    A plain class because importing dataclasses costs as much as the whole answer. `listings` maps
    each folder to its blob; `fresh` maps files with telltale-free times to the hash of their bytes.
    """

    __slots__ = ("files", "folders", "fresh", "listings", "moment", "skip")

    def __init__(
        self,
        *,
        files: Sequence[str],
        folders: Sequence[str],
        skip: Sequence[str],
        listings: Mapping[str, bytes],
        fresh: Mapping[str, str],
        moment: int,
    ) -> None:
        """Keep what was seen; `moment` is the clock in nanoseconds when looking began."""
        self.files = files
        self.folders = folders
        self.skip = skip
        self.listings = listings
        self.fresh = fresh
        self.moment = moment


def store_path(config: "str | os.PathLike[str]") -> str:
    """Give the path of the one state file of a config: `config.yaml` keeps `config.yaml.db`."""
    return os.path.abspath(config) + ".db"  # noqa: PTH100 - pathlib costs start-up


def observe(
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
    base = _base(config)
    own = store_path(config)
    skipped = {own, own + "-wal", own + "-shm", *(_absolute(base, path) for path in skip)}
    single = sorted({_absolute(base, path) for path in files} | {os.path.abspath(config)})  # noqa: PTH100
    roots = sorted({_absolute(base, path) for path in folders} | {_PACKAGE})
    moment = time.time_ns()
    return _look(single, roots, sorted(skipped), moment)


def save(
    connection: sqlite3.Connection,
    config: "str | os.PathLike[str]",
    observation: Observation,
    *,
    line: str,
    options: Sequence[str] = (),
    outputs: "Iterable[str | os.PathLike[str]]" = (),
    shelf: "str | os.PathLike[str] | None" = None,
) -> None:
    """Remember what a finished build rests on, in one transaction of the caller's connection.

    `line` is what the next unchanged build prints; `options` are the command's; `outputs` must
    still be as they are now for it to be printed; `shelf` is the folder of editions, whose newest
    must still be the newest. Raises sqlite3.Error when the store can't be written.
    """
    base = _base(config)
    settled = _settle(observation)
    head = {
        "line": line,
        "options": list(options),
        "circumstances": _circumstances(),
        "files": [_kept(base, path) for path in settled.files],
        "folders": [_kept(base, path) for path in settled.folders],
        "skip": [_kept(base, path) for path in settled.skip],
        "fresh": {_kept(base, path): seen for path, seen in settled.fresh.items()},
        "outputs": {_kept(base, _absolute(base, path)): _stamp(_absolute(base, path)) for path in outputs},
        "shelf": None if shelf is None else _kept(base, _absolute(base, shelf)),
        "newest": None if shelf is None else _newest(_absolute(base, shelf)),
    }
    rows = [(_kept(base, folder), blob) for folder, blob in settled.listings.items()]
    with connection:
        connection.execute("DELETE FROM listing")
        connection.executemany("INSERT INTO listing VALUES (?, ?)", rows)
        connection.execute("INSERT OR REPLACE INTO witness VALUES (1, ?)", (json.dumps(head),))


def unchanged(config: "str | os.PathLike[str]", options: Sequence[str] = ()) -> str | None:
    """Give the line to print if a build would find nothing to do, else None.

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
            return _compare(connection, _base(config), list(options))
        finally:
            connection.close()
    except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError):
        return None


def _compare(connection: sqlite3.Connection, base: str, options: list[str]) -> str | None:
    """Hold the record against the world, the cheapest question first."""
    row = connection.execute("SELECT head FROM witness").fetchone()
    if row is None:
        return None
    head = json.loads(row[0])
    if head["options"] != options or head["circumstances"] != _circumstances():
        return None
    if any(_stamp(os.path.join(base, path)) != stamp for path, stamp in head["outputs"].items()):  # noqa: PTH118
        return None
    if head["shelf"] is not None and _newest(os.path.join(base, head["shelf"])) != head["newest"]:  # noqa: PTH118
        return None
    seen = _look(
        [_absolute(base, path) for path in head["files"]],
        [_absolute(base, path) for path in head["folders"]],
        [_absolute(base, path) for path in head["skip"]],
        None,
    )
    known = connection.execute("SELECT folder, files FROM listing")
    met = 0
    for folder, blob in known:
        if seen.listings.get(_absolute(base, folder)) != blob:
            return None
        met += 1
    if met != len(seen.listings):
        return None
    if head["fresh"]:
        if any(_hash(_absolute(base, path)) != seen for path, seen in head["fresh"].items()):
            return None
        _come_of_age(connection, base, head)
    line: str = head["line"]
    return line


def _look(
    files: Sequence[str], folders: Sequence[str], skip: Sequence[str], moment: int | None
) -> Observation:
    """List the single files and every folder; hash what is fresh beside `moment` (None: nothing)."""
    avoid = frozenset(skip)
    listings: dict[str, bytes] = {}
    young: list[str] = []
    since = None if moment is None else moment - TICK_NS
    listings[""] = "\n".join(_stamp(path) for path in files).encode()
    if since is not None:
        young.extend(path for path in files if _young(path, since))
    pending = list(folders)
    while pending:
        folder = pending.pop()
        if folder not in listings:
            listings[folder] = _list(folder, avoid, since, pending, young)
    return Observation(
        files=files,
        folders=folders,
        skip=skip,
        listings=listings,
        fresh={path: _hash(path) for path in sorted(young)},
        moment=moment or 0,
    )


def _list(
    folder: str, avoid: frozenset[str], since: int | None, pending: list[str], young: list[str]
) -> bytes:
    """Give the blob of one folder; sub-folders go to `pending`, files younger than `since` to `young`."""
    lines = []
    left_out = frozenset(os.path.basename(path) for path in avoid if os.path.dirname(path) == folder)  # noqa: PTH119, PTH120
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name in left_out:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if not entry.name.startswith(".") and entry.name not in _SKIPPED:
                        pending.append(entry.path)
                    continue
                try:
                    seen = entry.stat()
                except OSError as error:
                    lines.append(f"{entry.name}\0error {error.errno}")
                    continue
                lines.append(
                    f"{entry.name}\0{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}",
                )
                if since is not None and (seen.st_ctime_ns > since or seen.st_mtime_ns > since):
                    young.append(entry.path)
    except OSError as error:
        lines.append(f"\0error {error.errno}")
    lines.sort()
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def _settle(observation: Observation) -> Observation:
    """Drop the hashes of fresh files that have come of age unaltered since they were observed."""
    since = time.time_ns() - TICK_NS
    fresh = {
        path: seen for path, seen in observation.fresh.items() if _young(path, since) or _hash(path) != seen
    }
    return Observation(
        files=observation.files,
        folders=observation.folders,
        skip=observation.skip,
        listings=observation.listings,
        fresh=fresh,
        moment=observation.moment,
    )


def _come_of_age(connection: sqlite3.Connection, base: str, head: dict[str, object]) -> None:
    """Forget hashes that the clock has made needless; a store that can't be written keeps them."""
    since = time.time_ns() - TICK_NS
    fresh = head["fresh"]
    if not isinstance(fresh, dict):
        return
    still = {path: seen for path, seen in fresh.items() if _young(_absolute(base, path), since)}
    if len(still) == len(fresh):
        return
    try:
        with connection:
            connection.execute("UPDATE witness SET head = ?", (json.dumps({**head, "fresh": still}),))
    except sqlite3.Error:
        return


def _stamp(path: str) -> str:
    """Give size, times and inode of a file as text, or what keeps them from being seen."""
    try:
        seen = os.stat(path)  # noqa: PTH116 - pathlib costs start-up
    except OSError as error:
        return f"error {error.errno}"
    return f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}"


def _young(path: str, since: int) -> bool:
    try:
        seen = os.stat(path)  # noqa: PTH116 - pathlib costs start-up
    except OSError:
        return False
    return seen.st_ctime_ns > since or seen.st_mtime_ns > since


def _hash(path: str) -> str:
    """Give the digest of a file's bytes, or a word that no digest equals."""
    from hashlib import sha256  # noqa: PLC0415 - only for fresh files: loading OpenSSL costs start-up

    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs start-up
            return sha256(file.read()).hexdigest()
    except OSError as error:
        return f"error {error.errno}"


def _newest(shelf: str) -> int:
    """Give the highest number among the editions in `shelf`, 0 where there is none."""
    try:
        names = os.listdir(shelf)  # noqa: PTH208 - pathlib costs start-up
    except OSError:
        return 0
    return max((int(name) for name in names if name.isascii() and name.isdigit()), default=0)


def _circumstances() -> list[object]:
    """Give what else shows in an edition: interpreter, installed packages, environment.

    Installing, upgrading or removing a package touches its site folder, so the folder's time
    stands for all versions in it and no metadata need be read.
    """
    sites = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    times = []
    for path in sites:
        try:
            times.append([path, os.stat(path).st_mtime_ns])  # noqa: PTH116 - pathlib costs start-up
        except OSError:
            times.append([path, 0])
    return [sys.version, times, [os.environ.get(name) for name in VARIABLES]]


def _base(config: "str | os.PathLike[str]") -> str:
    return os.path.dirname(os.path.abspath(config))  # noqa: PTH100, PTH120 - pathlib costs start-up


def _absolute(base: str, path: "str | os.PathLike[str]") -> str:
    """Give `path` as an absolute one; the listing of single files has the empty name."""
    text = os.fspath(path)
    return os.path.normpath(os.path.join(base, text)) if text else ""  # noqa: PTH118 - pathlib costs start-up


def _kept(base: str, path: str) -> str:
    """Give the form in which a path is remembered: relative where it lies below the config."""
    if path == base:
        return "."
    return path[len(base) + 1 :] if path.startswith(base + os.sep) else path
