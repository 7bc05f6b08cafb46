"""What a worker of a cluster does: it says who it is, and works out one batch.

Nothing here is called by name from outside but `describe_worker` and `work_out`; both give bytes.
"""

import pickle
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Protocol, cast, runtime_checkable

from briefing import circles, digest, quiet
from briefing.workers.frames import Result, pack_results

_PACKAGE = Path(__file__).resolve().parent.parent
_SHOWING = (".py", ".txt", ".json")
_LIBRARIES = (
    *("ahocorasick_rs", "feedparser", "lxml", "olefile", "pypdfium2", "pystemmer", "rapidfuzz"),
    *("selectolax", "sentencex", "striprtf", "tnefparse", "trafilatura"),
)
"""Libraries that show in what is worked out of an article."""
DONE, FAILED, RAISED, UNSEEN = b"d", b"f", b"r", b"u"
"""How an answer begins: with results, with what is wrong with the worker or with its work, with
files that aren't there.
"""


@runtime_checkable
class Portable(Protocol):
    """An item that rests on a file of the machine that sends it."""

    def is_here(self) -> bool:
        """Whether this machine sees the very same file by the same path."""

    def lay_down(self, folder: Path) -> object:
        """The item with its file, which it brought along, in a folder of this machine."""


@cache
def describe_worker() -> bytes:
    """Say which program, which Python and which libraries work here: what results follow from."""
    files = sorted(file for file in _PACKAGE.rglob("*") if file.suffix in _SHOWING)
    program = digest.of_files(_PACKAGE, files)
    libraries = digest.of_fields(f"{name} {_installed_version(name)}" for name in _LIBRARIES)
    python = f"{platform.python_implementation()} {sys.version_info[0]}.{sys.version_info[1]}"
    return f"program {program[:12]}, {python}, libraries {libraries[:12]}".encode()


def _installed_version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "absent"


def work_out(identity: bytes, packed: bytes) -> bytes:
    """Work out a batch, which the one who sends it has pickled: `function` and its items.

    The answer holds results; or why there are none, in words; or that this machine doesn't see the
    files. It never raises: what a function raises is raised where it is called without a cluster.
    """
    if describe_worker() != identity:
        return FAILED + b"it runs another version: " + describe_worker()
    quiet.silence_libraries()
    circles.search_rarely()
    try:
        # A worker does what its coordinator says: see docs/scale.md.
        function, items = pickle.loads(packed)  # noqa: S301
        return _work_out_here(function, items)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told and done again elsewhere
        return RAISED + f"{type(error).__name__}: {error}"[:500].encode("utf-8", "replace")


def _work_out_here(function: Callable[[object], object], items: Sequence[object]) -> bytes:
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        ready = []
        for number, item in enumerate(items):
            if isinstance(item, Portable) and not item.is_here():
                place = Path(folder, str(number))
                laid = item.lay_down(place)
                if laid is None:
                    return UNSEEN
                ready.append(laid)
            else:
                ready.append(item)
        return DONE + pack_results([cast("Result", function(one)) for one in ready])
