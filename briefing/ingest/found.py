"""A file, or a part of one, that may be an article."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Found:
    """What may be an article.

    `locator` names it for good and `path` shows it to a reader: both are its path from the config's
    folder, in POSIX form, going on inside files that hold others (`in/week.zip/monday.html`). What
    came from the network has its address as locator. `file` is where it lies on this machine;
    `size` is that file's, in bytes. `aside` says why it must not be opened: a pipe, a link that
    leads out; empty for files.
    """

    locator: str
    path: str
    file: Path
    size: int
    mtime_ns: int
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """Where a source's articles come from on this machine: what changes there may be another
    article.
    """

    files: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()
