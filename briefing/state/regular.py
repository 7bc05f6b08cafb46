"""Reading files that anybody may have put there: regular ones only, up to a size, and never
waiting.
"""

import errno
import os
import stat
from pathlib import Path

from briefing.state import handles

_MEGA = 1_000_000


def read_regular(path: Path, most: int) -> bytes:
    """The bytes of a regular file of at most `most` bytes.

    Raises OSError for everything else: a pipe, a device, a folder, a name that no file can have, a
    file that is larger (EFBIG). Nothing waits for a pipe's other end.
    """
    try:
        handle = os.open(path, os.O_RDONLY | handles.NONBLOCK | handles.CLOEXEC)
    except ValueError as error:
        raise OSError(errno.EINVAL, "no file can have this name", str(path)) from error
    with open(handle, "rb") as file:  # noqa: PTH123 - a descriptor
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        if found.st_size > most:
            raise OSError(errno.EFBIG, f"larger than {most // _MEGA} MB", str(path))
        data = file.read(most + 1)  # it may grow while it is read
    if len(data) > most:
        raise OSError(errno.EFBIG, f"larger than {most // _MEGA} MB", str(path))
    return data


def is_regular(path: Path) -> bool:
    """Whether a regular file lies at `path`; False also where no file could."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
