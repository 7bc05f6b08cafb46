"""Files and names that are on the disk when these return, for couriers that stay on this
machine.
"""

import os
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)  # Windows turns line ends elsewhere


def write_synced(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Write a file and wait for the disk to have it: for names nobody reads yet.

    Raises OSError.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY
    with open(os.open(path, flags, mode), "wb") as file:  # noqa: PTH123 - a descriptor
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait for the disk to have the names in `folder`; Windows has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
