"""What systems don't have in common, where files are opened: Windows lacks some of it.

There a file opened by number is text unless it says otherwise, nobody can wait for a folder's names
to reach the disk, and who may read a file is no matter of three digits.
"""

import os

CLOEXEC: int = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Flags of every file that is opened by number: closed in children, bytes as they are."""

NONBLOCK: int = getattr(os, "O_NONBLOCK", 0)
"""Never to wait for a pipe's other end, where there are such pipes."""


def read_last_byte(handle: int, size: int) -> bytes:
    """The last byte of an open file of `size` bytes that is written at its end; b"" where empty."""
    if not size:
        return b""
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1)


def is_own(owner: int, *, roots: bool = False) -> bool:
    """Whether what belongs to user number `owner` is ours (`roots`: or the administrator's)."""
    asked = getattr(os, "geteuid", None)
    return asked is None or owner == asked() or (roots and owner == 0)


def tells_readers() -> bool:
    """Whether the digits of a file's mode say who may read it."""
    return hasattr(os, "geteuid")
