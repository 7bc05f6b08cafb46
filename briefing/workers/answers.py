"""What workers of a cluster send back: believed only where it is sound."""

from collections.abc import Callable, Sequence
from typing import Any

from briefing.workers import labour
from briefing.workers.frames import BrokenFrameError, Result, unpack_results

_MOST_SHOWN = 200  # characters of what a worker says of itself


class ItemError(Exception):
    """A batch holds an item that can't be worked out on a worker."""


def read_answer(
    function: Callable[[Any], Any], items: Sequence[object], answer: bytes
) -> list[Result]:
    """The results that an answer holds. Raises BrokenFrameError for one that holds none, and
    ItemError where the function itself failed.
    """
    if answer.startswith(labour.RAISED):
        raise ItemError
    if not answer.startswith(labour.DONE):
        raise BrokenFrameError(quote_words(answer[1:]))
    results = unpack_results(answer[1:], len(items))
    _check_results(function, items, results)
    return results


def _check_results(
    function: Callable[[Any], Any], items: Sequence[object], results: Sequence[Result]
) -> None:
    """Ask the function, where it can tell, whether a result may be one of its own."""
    accepts = getattr(function, "accepts", None)
    if accepts is None:
        return
    for item, result in zip(items, results, strict=True):
        if not accepts(item, result):
            message = "what it sent is no result"
            raise BrokenFrameError(message)


def quote_words(said: bytes) -> str:
    """What a worker says of itself, whatever it is, as a short piece of one line."""
    shown = said[: 4 * _MOST_SHOWN].decode("utf-8", "replace")
    plain = "".join(sign if sign.isprintable() else " " for sign in shown)
    return " ".join(plain.split())[:_MOST_SHOWN]
