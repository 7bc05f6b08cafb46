"""The channel to a folder elsewhere: a share, a web server's root, a stick.

A copy is written beside its place and moved in, whole. Unlike a mail server or a chat room, a
folder can be asked: what a killed run left is known by its bytes, so that a copy is made again only
where there is none.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

from briefing.deliver import synced
from briefing.deliver.channel import Posting, SendWhen, When
from briefing.deliver.courier import (
    Commit,
    CourierAnswer,
    Unreached,
    commit_at_once,
    one_line_answer,
)
from briefing.deliver.plan import DeliveryPolicy

_BESIDE = ".part-"  # a name that nobody takes for an edition's
_ALWAYS = 1_000_000_000  # attempts: a full disk is tried again at every run
_MODE = 0o777


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderChannel:
    """A copy of the edition in a folder that is there already, as `SLUG-0003/`.

    path: The folder, beside the config or in full. It is never made: where a share is not mounted,
    nothing is written under its name.
    name: What receipts know it by; it stays the same as long as it is the same folder.
    files: Names of the files to copy, such as `brief.pdf`; none means the whole edition with its
    evidence, which `briefing verify` can prove there.
    latest: Whether the newest edition's files also lie beside the copies, as `SLUG.pdf`.
    after: Copy once an analyst has let the edition go, or at once.
    send_when: What is a reason to copy: see `mail: groups`.
    """

    kind: ClassVar[str] = "folder"
    language: ClassVar[str] = ""  # it says nothing in words of its own

    path: str
    name: str = "folder"
    files: tuple[str, ...] = ()
    latest: bool = False
    after: When = "approval"
    send_when: SendWhen = "always"

    @property
    def policy(self) -> DeliveryPolicy:
        """Whatever became of a copy, it is looked at again at the next run."""
        return DeliveryPolicy(unanswered="resend", attempts=_ALWAYS, retry_after=timedelta())

    def preview(self, posting: Posting) -> tuple[str, bytes]:
        """The names of what would be copied, and where to."""
        place = f"{self.path}/{_copy_name(posting)}"
        lines = [f"{place}/{name}" for name in self._choose_files(posting)]
        return "txt", "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")

    @contextmanager
    def __call__(self, base: Path) -> Iterator["Shelves"]:
        """Look whether the folder is there. Raises Unreached where it isn't."""
        folder = base / self.path
        if not folder.is_dir():
            message = f"{self.name}: there is no folder {self.path!r}"
            raise Unreached(message)
        yield Shelves(channel=self, folder=folder)

    def _choose_files(self, posting: Posting) -> dict[str, Path]:
        return {
            name: path
            for name, path in posting.files.items()
            if not self.files or name in self.files
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelves:
    """The folder while editions are copied into it."""

    channel: FolderChannel
    folder: Path

    def post(self, posting: Posting, commit: Commit) -> CourierAnswer:
        """Copy one edition: see `Poster`."""
        files = self.channel._choose_files(posting)  # noqa: SLF001 - its own other half
        lacking = [name for name in self.channel.files if name not in files]
        if lacking:
            words = f"the edition has no {', '.join(lacking)}"
            return CourierAnswer(fate="refused", words=words)
        place = self.folder / _copy_name(posting)
        commit_at_once(commit)
        try:
            if not place.exists():
                _copy_edition(files, place)
            elif not _is_copy(files, place):
                words = f"{place.name} is there already and is another edition"
                return CourierAnswer(fate="refused", words=words)
            if self.channel.latest:
                _place_latest(files, self.folder, posting.slug)
        except OSError as error:
            reason = one_line_answer(error.strerror or str(error)).lower()
            words = f"{self.channel.path!r} can't be written: {reason}"
            return CourierAnswer(fate="deferred", words=words)
        return CourierAnswer(fate="sent", words=f"in {place.name}")


def _copy_name(posting: Posting) -> str:
    return f"{posting.slug}-{posting.folder_name}"


def _copy_edition(files: Mapping[str, Path], place: Path) -> None:
    """Write a folder beside `place` and move it there. Raises OSError, and leaves nothing then."""
    beside = place.with_name(f"{_BESIDE}{place.name}")
    if beside.exists():  # of a run that was killed
        shutil.rmtree(beside)
    try:
        for name, path in files.items():
            copy = beside / name
            _make_folders(copy.parent, beside, path)
            synced.write_synced(copy, path.read_bytes(), path.stat().st_mode & _MODE)
        for folder in [beside, *(one for one in beside.rglob("*") if one.is_dir())]:
            synced.sync_folder(folder)
        beside.rename(place)
        synced.sync_folder(place.parent)
    except OSError:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _make_folders(folder: Path, top: Path, path: Path) -> None:
    """Make the folders down to `folder`, as open to others as the one that the file lies in."""
    mode = path.parent.stat().st_mode & _MODE
    for one in (
        top,
        *reversed([part for part in folder.parents if part.is_relative_to(top)]),
        folder,
    ):
        one.mkdir(mode=mode, exist_ok=True)


def _is_copy(files: Mapping[str, Path], place: Path) -> bool:
    """Whether what lies at `place` holds the very bytes of all files."""
    return all(
        (place / name).is_file() and (place / name).read_bytes() == path.read_bytes()
        for name, path in files.items()
    )


def _place_latest(files: Mapping[str, Path], folder: Path, slug: str) -> None:
    """Let the files that readers open lie at names that stay: each whole, one after the other."""
    for name, path in files.items():
        stem, _, suffix = name.rpartition(".")
        if stem != "brief":
            continue
        beside = folder / f"{_BESIDE}{slug}.{suffix}"
        synced.write_synced(beside, path.read_bytes(), path.stat().st_mode & _MODE)
        beside.replace(folder / f"{slug}.{suffix}")
    synced.sync_folder(folder)
