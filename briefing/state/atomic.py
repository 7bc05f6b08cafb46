"""Files that are whole or not there: written beside their place, synced, and moved in.

Every temporary name starts with `PREFIX`, so that whatever a killed run left behind is known by
its name and swept at the next start.
"""

import ctypes
import errno
import functools
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

from briefing.errors import Problem, UserError, WorkError
from briefing.state import handles

PREFIX = ".part-"

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset(
    {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.EEXIST}
)


def write_atomically(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Put `content` at `path` in one step: readers see the old file or the new one, never half.

    Returns after both the bytes and the name are on the disk. Raises UserError where the place may
    not be written, WorkError where the disk is full or fails; `path` then stands as it was.
    """
    beside = staging_path(path)
    try:
        write_through(beside, content, mode)
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        discard_path(beside)
        raise refusal_error(error, path) from error


def write_through(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file and wait for the disk to have it. Not atomic: for names nobody reads yet."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | handles.CLOEXEC, mode)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def exchange_files(one: Path, other: Path) -> bool:
    """Let two files or two folders of one place change names in one step: what stood at each is
    not lost.

    False, with nothing done, where the system can't. Raises OSError where a file is missing.
    """
    swap = _find_exchange()
    if swap is None:
        return False
    if swap(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(number, os.strerror(number), str(one))


@functools.cache
def _find_exchange() -> Callable[..., int] | None:
    """The system's call, where there is one."""
    try:
        found = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # not glibc's Linux
        return None
    swap: Callable[..., int] = found
    return swap


def close_to_others(handle: int) -> None:
    """Let nobody but its owner read or write an open file, whatever it was made with before.

    What belongs to somebody else stays as it is.
    """
    found = os.fstat(handle)
    if not hasattr(os, "fchmod"):  # on Windows a file has its folder's readers
        return
    if stat.S_IMODE(found.st_mode) & _OTHERS and handles.is_own(found.st_uid):
        os.fchmod(handle, stat.S_IMODE(found.st_mode) & ~_OTHERS)


def sync_folder(folder: Path) -> None:
    """Wait for the disk to have the names in `folder`: a rename is only lasting after that.

    Windows has no such call and keeps its own order.
    """
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY | handles.CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make `folder` and the parents it lacks, lastingly. Raises as `write` does."""
    try:
        missing = [folder, *folder.parents]
        made = [path for path in missing if not path.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for path in made:
            sync_folder(path.parent)
    except OSError as error:
        raise refusal_error(error, folder) from error


def staging_path(path: Path) -> Path:
    """The temporary sibling under which `path` is prepared by this process."""
    return path.parent / f"{PREFIX}{path.name}-{os.getpid()}"


def sweep_folder(folder: Path) -> tuple[str, ...]:
    """Remove what killed runs left in `folder`, and give its names in order.

    Only for the one who holds the lock: another's work in progress looks the same. A folder that
    is not there has nothing to sweep; what can't be removed is left and not named.
    """
    if not folder.is_dir():
        return ()
    left = sorted(path.name for path in folder.iterdir() if path.name.startswith(PREFIX))
    return tuple(name for name in left if discard_path(folder / name))


def swap_folders(one: Path, other: Path) -> None:
    """Put two folders of one parent in each other's place: in one step where the system can, so
    that neither name is ever without a folder. Raises OSError.
    """
    if not exchange_files(one, other):
        aside = staging_path(other)
        other.rename(aside)
        one.rename(other)
        aside.rename(one)
    sync_folder(one.parent)


def discard_path(path: Path) -> bool:
    """Remove a file or a folder with all that is in it; tell whether it is gone."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            return False
    return not path.exists()


def refusal_error(error: OSError, path: Path) -> UserError | WorkError:
    """Say in one line what the machine refused, as the user's mistake or as failed work."""
    if error.errno in _FULL:
        return WorkError(
            f"{path}: not written, the disk is full (what stood there before still stands)"
        )
    if error.errno in _FORBIDDEN:
        reason = os.strerror(error.errno) if error.errno else str(error)
        advice = "make the folder writable, or set another `output`"
        return UserError(
            Problem(
                path=str(path),
                line=0,
                column=0,
                message=f"cannot be written: {reason}",
                advice=advice,
            )
        )
    return WorkError(f"{path}: not written: {error.strerror or error}")
