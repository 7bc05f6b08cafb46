"""Finding the articles of a folder: the source stage that most briefs have."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from briefing.errors import Problem, UserError
from briefing.ingest.found import Found
from briefing.ingest.unpack import unpacked

_NO_ARTICLE = frozenset({".yaml", ".yml"})  # settings and what is known of the sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Reads every article in a folder and in the folders inside it.

    path: the folder, relative to the config file.
    include: only files whose name or path inside the folder fits one of these patterns
    (`*.txt`, `2025/*`; `*` crosses folders); empty takes every file.
    exclude: no file that fits one of these.

    A file is read as what its content is: plain text, Markdown, HTML, PDF, Word, e-mail, JSON (an
    article an object), a feed, or a zip file of these. The articles inside such a file, and what is
    attached to an e-mail, are sources of their own.

    YAML files, README files and whatever is hidden (a name that starts with a dot) are no articles.
    A symbolic link counts as the file it leads to while that lies inside the folder; links to
    folders are not followed.
    """

    path: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def __call__(self, base: Path) -> tuple[Found, ...]:
        """Give the files in order of their locators; `base` is the folder of the config.

        Raises UserError where the folder is missing or cannot be listed.
        """
        root = base / self.path
        if not root.is_dir():
            wrong = "is not a folder" if root.exists() else "no such folder"
            raise UserError(Problem(path=self.path, line=0, column=0, message=wrong))
        try:
            return tuple(sorted(self._walk(base, root)))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            problem = Problem(path=self.path, line=0, column=0, message=f"cannot be listed: {reason}")
            raise UserError(problem) from error

    def _walk(self, base: Path, root: Path) -> Iterator[Found]:
        inside = root.resolve()
        for folder, folders, names in os.walk(root, onerror=_only_below(root)):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = Path(folder, name)
                within = file.relative_to(root).as_posix()
                if self._wanted(within) and (status := _status(file, inside)):
                    path = _posix(file, base)
                    yield from unpacked(
                        Found(locator=path, path=path, file=file, size=status.st_size, mtime_ns=status.st_mtime_ns)
                    )

    def _wanted(self, within: str) -> bool:
        path = PurePosixPath(within)
        if path.name.startswith(".") or path.stem.casefold() == "readme":
            return False
        if path.suffix.casefold() in _NO_ARTICLE:
            return False
        if self.include and not _fits(within, self.include):
            return False
        return not _fits(within, self.exclude)


def _only_below(root: Path) -> Callable[[OSError], None]:
    """A folder further down that cannot be listed hides its files; the first one is a mistake."""

    def complain(error: OSError) -> None:
        if error.filename is None or Path(error.filename) == root:
            raise error

    return complain


def _fits(within: str, patterns: tuple[str, ...]) -> bool:
    name = PurePosixPath(within).name
    return any(fnmatchcase(within, pattern) or fnmatchcase(name, pattern) for pattern in patterns)


def _status(file: Path, inside: Path) -> os.stat_result | None:
    """Give the status of a regular file, or None for what is none or lies outside `inside`."""
    try:
        if file.is_symlink() and not file.resolve().is_relative_to(inside):
            return None
        status = file.stat()
    except (OSError, RuntimeError):  # a dangling link, a circle of links
        return None
    return status if stat.S_ISREG(status.st_mode) else None


def _posix(file: Path, base: Path) -> str:
    return PurePosixPath(*Path(os.path.relpath(file, base)).parts).as_posix()
