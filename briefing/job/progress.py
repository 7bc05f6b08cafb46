"""How long work says how far it is: the corridor tells, the command line shows."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much; a total of 0 is not known."""


def report_nothing(_what: str, _done: int, _total: int) -> None:
    """Say nothing."""


def count_items(items: Iterable[T], what: str, total: int, tell: Progress) -> Iterator[T]:
    """`items` one by one, telling after each how many there were."""
    tell(what, 0, total)
    for number, item in enumerate(items, 1):
        yield item
        tell(what, number, total)
