"""Files seen from outside: size, times and inode, by the cheapest calls there are.

Part of the answer to "did anything change?", which must come before anything heavy is imported; so
neither pathlib nor hashlib is loaded here (the latter only for files whose times prove nothing).
"""

import os
import stat

from briefing.state import handles

_SKIPPED = frozenset({"__pycache__"})


class ListedFolder:
    """One folder as listed: its blob, the folders in it, and the files whose times are young.

    A plain class because importing dataclasses costs too much here.
    """

    __slots__ = ("below", "blob", "young")

    def __init__(self, blob: bytes, below: list[str], young: list[str]) -> None:
        """Keep what was seen."""
        self.blob = blob
        self.below = below
        self.young = young


def list_folder(folder: str, avoid: frozenset[str], since: int | None) -> ListedFolder:
    """List one folder without what is in `avoid`; young is what changed after `since`
    (nanoseconds).

    The blob has one line a file, in order of names; two blobs are equal if and only if the listings
    are, as no name holds the NUL that ends it there. What can't be seen stands in it with the
    error, so that it counts as a change once it can.
    """
    lines: list[str] = []
    below: list[str] = []
    young: list[str] = []
    parts = (os.path.split(path) for path in avoid)
    left_out = frozenset(name for parent, name in parts if parent == folder)
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name in left_out:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    below.extend(_wanted_folder(entry))
                else:
                    line, changed = _describe_file(entry)
                    lines.append(line)
                    young.extend([entry.path] if since is not None and changed > since else [])
    except OSError as error:
        lines.append(f"\0error {error.errno}")
    lines.sort()
    return ListedFolder("\n".join(lines).encode("utf-8", "surrogateescape"), below, young)


def _wanted_folder(entry: os.DirEntry[str]) -> tuple[str, ...]:
    """The path of a folder that is looked into, nothing for one that isn't."""
    name = entry.name
    return () if name.startswith(".") or name in _SKIPPED else (entry.path,)


def _describe_file(entry: os.DirEntry[str]) -> tuple[str, int]:
    """A file's line, and when it changed last (nanoseconds; -1 where it can't be seen)."""
    try:
        seen = entry.stat()
    except OSError as error:
        return f"{entry.name}\0error {error.errno}", -1
    line = f"{entry.name}\0{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}"
    return line, max(seen.st_ctime_ns, seen.st_mtime_ns)


def file_stamp(path: str) -> str:
    """Size, times and inode of a file as text, or what keeps them from being seen."""
    try:
        seen = os.stat(path)  # noqa: PTH116 - pathlib costs start-up
    except OSError as error:
        return f"error {error.errno}"
    return f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}"


def is_young(path: str, since: int) -> bool:
    """Whether a file changed after `since` (nanoseconds); what can't be seen is not young."""
    try:
        seen = os.stat(path)  # noqa: PTH116 - pathlib costs start-up
    except OSError:
        return False
    return seen.st_ctime_ns > since or seen.st_mtime_ns > since


def hash_of(path: str) -> str:
    """The digest of a file's bytes, or a word that no digest equals; only regular files are
    opened.
    """
    # Only for fresh files: loading OpenSSL costs start-up.
    from hashlib import file_digest  # noqa: PLC0415

    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - pathlib costs start-up
            return "error no file"
        with open(path, "rb", opener=_open_unblocked) as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"error {error.errno}"


def _open_unblocked(path: str, flags: int) -> int:
    """Open a file so that even a pipe that took its place since can't make anyone wait."""
    return os.open(path, flags | handles.NONBLOCK)


def newest_number(shelf: str) -> int:
    """The highest number among the editions in `shelf`, 0 where there is none."""
    try:
        names = os.listdir(shelf)  # noqa: PTH208 - pathlib costs start-up
    except OSError:
        return 0
    return max((int(name) for name in names if name.isascii() and name.isdigit()), default=0)
