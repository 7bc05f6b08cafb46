"""Finding the articles of a folder: the source stage that most briefs have."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from briefing.errors import Problem, UserError
from briefing.ingest import page_folders
from briefing.ingest.article import find_articles
from briefing.ingest.found import Found, Watched
from briefing.ingest.reader import Reader

_NO_ARTICLE = frozenset({".yaml", ".yml"})  # settings and what is known of the sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Reads every article in a folder and in the folders inside it.

    path: the folder, relative to the config file.
    include: only files whose name or path inside the folder fits one of these patterns
    (`*.txt`, `2025/*`; `*` crosses folders); empty takes every file.
    exclude: no file that fits one of these.

    A file is read as what its content is: plain text, Markdown, HTML (saved as MHTML too), PDF,
    Word, OpenDocument, rich text, an e-book, e-mail (.eml, .emlx, .msg, a mailbox), a chat's
    export, JSON (an article an object), a feed, or a zip file of these. The articles inside such a
    file, what is attached to an e-mail and the letters that it quotes are sources of their own.

    YAML files, README files, whatever is hidden (a name that starts with a dot) and the folder of
    pictures, scripts and frames that a browser saves beside a page are no articles.
    A symbolic link counts as the file it leads to while that lies inside the folder. Other links,
    links to folders, pipes and devices are never opened, but listed as set aside.
    """

    path: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def __call__(self, base: Path, readers: Sequence[Reader] = ()) -> tuple[Found, ...]:
        """The files in order of their locators; `base` is the folder of the config.

        What one of the user's `readers` takes is an article and not looked into.

        Raises UserError where the folder is missing or cannot be listed.
        """
        root = base / self.path
        if not root.is_dir():
            wrong = "is not a folder" if root.exists() else "no such folder"
            raise UserError(Problem(path=self.path, line=0, column=0, message=wrong))
        with self._told():
            return tuple(sorted(self._walk(base, root, readers)))

    def watched(self, base: Path) -> Watched:
        """Watch the folder."""
        return Watched(folders=(base / self.path,))

    def at(self, base: Path, file: Path, readers: Sequence[Reader] = ()) -> tuple[Found, ...]:
        """What lies in one file below the folder, as calling for all of them does; nothing
        where it is gone.

        `file` begins with the folder's own path; no folder on the way to it may be hidden or a
        link. Raises UserError as calling does.
        """
        root = base / self.path
        with self._told():
            there = (file.is_symlink() or file.exists()) and not _lies_beside_page(file, root)
            found = self._in(file, base, root, root.resolve()) if there else ()
            return tuple(sorted(_open_containers(found, readers)))

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the system refuses within into UserError."""
        try:
            yield
        except OSError as error:
            reason = error.strerror or type(error).__name__
            problem = Problem(
                path=self.path, line=0, column=0, message=f"cannot be listed: {reason}"
            )
            raise UserError(problem) from error

    def _walk(self, base: Path, root: Path, readers: Sequence[Reader]) -> Iterator[Found]:
        inside = root.resolve()
        for folder, folders, names in os.walk(root, onerror=_only_below(root)):
            stems = page_folders.page_stems(names)
            folders[:] = sorted(
                name
                for name in folders
                if not name.startswith(".") and not page_folders.is_saved_with(name, stems)
            )
            linked = [name for name in folders if Path(folder, name).is_symlink()]
            for name in sorted([*names, *linked]):
                yield from _open_containers(
                    self._in(Path(folder, name), base, root, inside), readers
                )

    def _in(self, file: Path, base: Path, root: Path, inside: Path) -> Iterator[Found]:
        if self._wanted(file.relative_to(root).as_posix()):
            yield _describe_file(file, _posix_path(file, base), inside)

    def _wanted(self, within: str) -> bool:
        path = PurePosixPath(within)
        if path.name.startswith(".") or path.stem.casefold() == "readme":
            return False
        if path.suffix.casefold() in _NO_ARTICLE:
            return False
        if self.include and not _fits_patterns(within, self.include):
            return False
        return not _fits_patterns(within, self.exclude)


def _lies_beside_page(file: Path, root: Path) -> bool:
    """Whether one of the folders from `root` down to a file was saved with a page beside it."""
    inside = (one for one in file.parents if one != root and one.is_relative_to(root))
    return any(
        page_folders.is_saved_with(
            one.name, page_folders.page_stems(at.name for at in one.parent.iterdir())
        )
        for one in inside
        if page_folders.may_be_saved(one.name)
    )


def _open_containers(found: Iterable[Found], readers: Sequence[Reader]) -> Iterator[Found]:
    """What files hold, where they may be opened."""
    for one in found:
        yield from (one,) if one.aside else find_articles(one, readers)


def _only_below(root: Path) -> Callable[[OSError], None]:
    """A folder further down that cannot be listed hides its files; the first one is a mistake."""

    def complain(error: OSError) -> None:
        if error.filename is None or Path(error.filename) == root:
            raise error

    return complain


def _fits_patterns(within: str, patterns: tuple[str, ...]) -> bool:
    name = PurePosixPath(within).name
    return any(fnmatchcase(within, pattern) or fnmatchcase(name, pattern) for pattern in patterns)


def _describe_file(file: Path, path: str, inside: Path) -> Found:
    """What a name in a folder stands for; what is no file inside the folder comes with why it
    is set aside.
    """
    size = mtime_ns = 0
    try:
        if file.is_symlink() and not file.resolve().is_relative_to(inside):
            aside = "not opened: a link that leads out of the folder"
        else:
            status = file.stat()
            size, mtime_ns, aside = status.st_size, status.st_mtime_ns, _odd_file(status.st_mode)
    except (OSError, RuntimeError):  # a dangling link, a circle of links, a file that is gone again
        aside = "not opened: a link that leads nowhere" if file.is_symlink() else "cannot be read"
    if aside:
        size = mtime_ns = 0
    return Found(locator=path, path=path, file=file, size=size, mtime_ns=mtime_ns, aside=aside)


def _odd_file(mode: int) -> str:
    """Say why what has this mode can't be opened as a file; nothing for a file."""
    if stat.S_ISREG(mode):
        return ""
    return (
        "not opened: a link to a folder"
        if stat.S_ISDIR(mode)
        else "not opened: a pipe, socket or device, no file"
    )


def _posix_path(file: Path, base: Path) -> str:
    return PurePosixPath(*Path(os.path.relpath(file, base)).parts).as_posix()
