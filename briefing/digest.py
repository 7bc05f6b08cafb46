"""Digests: the one way in which the program names content."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def of_bytes(data: bytes) -> str:
    """The sha256 of `data` as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def of_fields(fields: Iterable[str]) -> str:
    """The sha256 of several strings, so that no two different lists share one digest.

    Each string goes in behind its length in bytes; plain joining would let ("ab", "c") and
    ("a", "bc") collide.
    """
    sha = hashlib.sha256()
    for field in fields:
        data = field.encode("utf-8", "surrogatepass")
        sha.update(b"%d:" % len(data))
        sha.update(data)
    return sha.hexdigest()


def of_files(folder: Path, files: Iterable[Path]) -> str:
    """The digest of the names below `folder` and the bytes of files, in their order."""
    return of_fields(
        part
        for file in files
        for part in (file.relative_to(folder).as_posix(), of_bytes(file.read_bytes()))
    )


def short_digest(prefix: str, *fields: str, digits: int = 12) -> str:
    """`prefix` and the first `digits` hexadecimal digits of the digest of `fields`."""
    return prefix + of_fields(fields)[:digits]


def name_source(locator: str) -> str:
    """The id of the source at `locator`: the same whatever its bytes are, in every edition."""
    return short_digest("d", locator)
