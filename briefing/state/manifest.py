"""The manifest of an edition: what its folder holds, digest by digest, and which manifest came
before it.

An edition's `before` is the digest of the manifest before it, so that whoever trusts one manifest
need trust no older one: altering anything in an older edition alters its manifest, and breaks the
link. Editions of programs that kept no chain have no `before`; the first edition after them links
to the last of them.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from briefing import digest
from briefing.errors import WorkError
from briefing.state.regular import is_regular, read_regular

T = TypeVar("T")

NAME = "manifest.json"
SCHEMA = 1
SIGNATURE = NAME + ".sig"

_MOST_MANIFEST = 16_000_000  # bytes: a line for each of some 100,000 files
_MOST_FILE = 1_000_000_000  # bytes of one file of an edition
REMEDY = (
    "bring it back from a copy, or move the folder away: `briefing build` then makes the next "
    "edition"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An edition as its folder records it. `files` maps each name in the folder to its sha256.

    `digest` is the sha256 of the manifest itself. `before` is that of the manifest before it: ""
    for a first edition, None where the program that made it kept no chain.
    """

    folder: Path
    number: int
    made_at: str
    fingerprint: str
    previous: int | None
    files: Mapping[str, str]
    documents: Mapping[str, str]
    versions: Mapping[str, str]
    digest: str = ""
    before: str | None = None


def read_manifest(folder: Path) -> Kept:
    """Read an edition's manifest. Raises WorkError when it is missing, damaged or not ours, with
    the remedy.
    """
    path = folder / NAME
    try:
        data = read_regular(path, _MOST_MANIFEST)
        node = json.loads(data)
        if node["manifest"] != SCHEMA:
            message = f"{path}: written by a newer program (manifest {node['manifest']})"
            raise WorkError(message)
        return _take_apart(folder, node, digest.of_bytes(data))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        reason = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
        message = f"{folder}: not a whole edition, its {NAME} cannot be read: {reason}; {REMEDY}"
        raise WorkError(message) from error


def _take_apart(folder: Path, node: Mapping[str, Any], own: str) -> Kept:
    """Take a manifest apart. Raises as indexing and `_check_value` do for what is no manifest."""
    before = node.get("before")
    return Kept(
        folder=folder,
        number=_check_value(node["number"], int),
        made_at=_check_value(node["made_at"], str),
        fingerprint=_check_value(node["fingerprint"], str),
        previous=None if node["previous"] is None else _check_value(node["previous"], int),
        files=_check_texts(node["files"]),
        documents=_check_texts(node["documents"]),
        versions=_check_texts(node["versions"]),
        digest=own,
        before=None if before is None else _check_value(before, str),
    )


def _check_value(value: object, kind: type[T]) -> T:
    if not isinstance(value, kind) or isinstance(value, bool):
        message = f"{str(value)[:40]!r} where {kind.__name__} is expected"
        raise TypeError(message)
    return value


def _check_texts(node: object) -> dict[str, str]:
    found = _check_value(node, dict)
    return {_check_value(name, str): _check_value(value, str) for name, value in found.items()}


def file_faults(folder: Path) -> tuple[str, ...]:
    """Compare an edition's files with its manifest; give one line for each that differs. Raises as
    `read` does.
    """
    return tuple(_list_faults(read_manifest(folder)))


def _list_faults(kept: Kept) -> Iterator[str]:
    folder = kept.folder
    present = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_symlink() or not path.is_dir()
    }
    for name in sorted(present.union(kept.files) - {NAME, SIGNATURE}):
        where = f"{folder / name}"
        if name not in kept.files:
            yield f"{where}: not in the manifest"
            continue
        content = content_of(folder, name)
        if content is None:
            yield f"{where}: missing"
        elif digest.of_bytes(content) != kept.files[name]:
            yield f"{where}: altered since the edition was made"


def content_of(folder: Path, name: str) -> bytes | None:
    """Read one file of an edition; None where it is missing, no regular file, or its name leads
    outside.
    """
    path = folder / name
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        return read_regular(path, _MOST_FILE) if inside and is_regular(path) else None
    except (OSError, ValueError):
        return None
