"""Which version of the code works something out: part of the key under which its results are
kept.
"""

import inspect
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from briefing import digest

_PACKAGE = Path(__file__).resolve().parent.parent
_COMMON = ("model", "digest.py", "errors.py", "language", "languages")


@cache
def digest_rooms(*rooms: str) -> str:
    """The digest of the source of `rooms` (files or folders of the package) and of what all of
    them use.

    A number that somebody must remember to raise would one day not be raised.
    """
    files = sorted({file for room in (*_COMMON, *rooms) for file in _source_files(_PACKAGE / room)})
    return digest.of_files(_PACKAGE, files)


def _source_files(place: Path) -> list[Path]:
    return (
        [file for file in place.rglob("*") if file.suffix in {".py", ".txt", ".json"}]
        if place.is_dir()
        else [place]
    )


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
