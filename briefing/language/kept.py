"""What patterns were compiled to, kept between starts as Python keeps its modules: in
`__pycache__`, for this very version of Python, unless it may write none.

A first build compiles some seven hundred patterns, which takes a fifth of the time of a small one;
taking them up again takes a fiftieth of that. Python has no public way to do so: where another
version of it works otherwise, patterns are compiled at every start, which costs time alone. What is
kept is found by all of a pattern's own words, so none that has changed is ever taken for another.
"""

import atexit
import contextlib
import importlib.util
import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable, Hashable
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler as compiler  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:
    _sre = compiler = parser = None

T = TypeVar("T")

_WORD: Literal["I"] = "I"  # the type of array in which Python lays out what it compiled
_FOR = (sys.hexversion, sys.byteorder)
_MOST = 4000  # things kept; of more, those alone that this process asked
_new: dict[Any, Any] = {}
_asked: dict[Any, Any] = {}


def compile_pattern(expression: str, flags: int) -> re.Pattern[str]:
    """What `re.compile` gives, and raises."""
    if _sre is None or array(_WORD).itemsize != _sre.CODESIZE:
        return re.compile(expression, flags)
    try:
        whole, code, groups, index, names = recall(
            ("compiled", expression, flags), lambda: _translate(expression, flags)
        )
        words = memoryview(code).cast(_WORD).tolist()
        return _sre.compile(expression, whole, words, groups, index, names)  # type: ignore[no-any-return]
    except re.error:
        raise
    except Exception:  # noqa: BLE001 - whatever another shape of Python's own may raise
        return re.compile(expression, flags)


def _translate(
    expression: str, flags: int
) -> tuple[int, bytes, int, dict[str, int], tuple[Any, ...]]:
    """The five things that Python makes a compiled pattern of, its text aside."""
    parsed = parser.parse(expression, flags)
    state = parsed.state
    code = array(_WORD, compiler._code(parsed, flags)).tobytes()  # noqa: SLF001 - see above
    names: list[str | None] = [None] * state.groups
    for name, place in state.groupdict.items():
        names[place] = name
    return flags | state.flags, code, state.groups - 1, dict(state.groupdict), tuple(names)


def recall(key: Hashable, find: Callable[[], T]) -> T:
    """What `find` gives, from what an earlier start kept under `key` if that holds it.

    Key and value are made of plain scalars, bytes, tuples, frozensets and dicts.
    """
    found = _kept().get(key)
    if found is None:
        if not _new:
            _save_at_end()
        found = _new[key] = find()
    _asked[key] = found
    return found


def _path() -> Path:
    return Path(importlib.util.cache_from_source(__file__)).with_suffix(".patterns")


@cache
def _kept() -> dict[Any, Any]:
    """What earlier starts kept; nothing where it is another Python's, or spoilt."""
    return _read()


def _read() -> dict[Any, Any]:
    with contextlib.suppress(OSError, EOFError, ValueError, TypeError, NotImplementedError):
        # As trusted as the compiled modules beside it, which Python reads in the same way.
        made_for, held = marshal.loads(_path().read_bytes())  # noqa: S302
        if made_for == _FOR and isinstance(held, dict):
            return held
    return {}


def _save_at_end() -> None:
    """Save when this process ends; a worker's end asks only what was left with its own library."""
    ends = sys.modules.get("multiprocessing.util")
    if ends is None:
        atexit.register(_save)
    else:
        ends.Finalize(None, _save, exitpriority=0)


def _save() -> None:
    """Keep what is new, beside what others kept meanwhile; where that can't be, nothing."""
    if sys.dont_write_bytecode:
        return
    together = {**_read(), **_new}
    whole = marshal.dumps((_FOR, together if len(together) <= _MOST else _asked))
    with contextlib.suppress(OSError, NotImplementedError):
        path = _path()
        path.parent.mkdir(exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_bytes(whole)
        beside.replace(path)
