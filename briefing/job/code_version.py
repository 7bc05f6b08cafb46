"""Which version of the code works something out: part of the key under which its results are
kept.
"""

import inspect
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from briefing import digest

_PACKAGE = Path(__file__).resolve().parent.parent
_COMMON = ("model", "digest.py", "errors.py", "language", "languages")
_SOURCES = (".py", ".txt", ".json")


@cache
def digest_rooms(*rooms: str) -> str:
    """The digest of the source of `rooms` (files or folders of the package) and of what all of
    them use.

    A number that somebody must remember to raise would one day not be raised.
    """
    known = digest_files()
    names = sorted({name for room in (*_COMMON, *rooms) for name in _names_in(room, known)})
    return digest.of_fields(part for name in names for part in (name, known[name]))


def _names_in(room: str, known: Iterable[str]) -> list[str]:
    """The files of a room. Raises LookupError for one that has none."""
    found = [one for one in known if room in {".", one} or one.startswith(f"{room}/")]
    if not found:
        raise LookupError(room)
    return found


@cache
def digest_files() -> Mapping[str, str]:
    """The digest of each source file by its path in the package; read once, for several rooms are
    asked for one after the other.
    """
    return {name: digest.of_bytes((_PACKAGE / name).read_bytes()) for name in _source_names()}


def _source_names() -> Iterator[str]:
    """The source files of the package by their paths there, in no order."""
    for folder, _, names in os.walk(_PACKAGE):
        inside = Path(folder).relative_to(_PACKAGE).as_posix()
        for name in names:
            if name.endswith(_SOURCES):
                yield name if inside == "." else f"{inside}/{name}"


def describe_stage(one: object) -> str:
    """Describe a stage: its options, and for a user's own the code that stands in its file."""
    kind = type(one)
    if kind.__module__.startswith("briefing."):
        return repr(one)
    file = inspect.getsourcefile(kind)
    return f"{one!r} {digest.of_bytes(Path(file).read_bytes()) if file else ''}"


def own_files(stages: Iterable[object]) -> tuple[Path, ...]:
    """The files of stages that are a user's own."""
    kinds = [type(one) for one in stages if not type(one).__module__.startswith("briefing.")]
    files = [file for kind in kinds if (file := inspect.getsourcefile(kind)) is not None]
    return tuple(Path(file) for file in dict.fromkeys(files))
