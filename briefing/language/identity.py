"""Remembering by identity: two readings would take longer to compare than what is remembered of
them takes to make.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from briefing.model import Reading

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Same:
    """A reading as a key for `lru_cache`, equal to itself only. It keeps the reading, so no other
    gets its identity.
    """

    reading: Reading

    def __hash__(self) -> int:
        """Hash by identity."""
        return id(self.reading)

    def __eq__(self, other: object) -> bool:
        """Whether both hold the very same reading."""
        return isinstance(other, Same) and other.reading is self.reading


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Remembered(Generic[T]):
    """What `find` gives of a reading, asked once of each of the `most` that were met last.

    Unlike an `lru_cache` it can be told what was found elsewhere: see `put`.
    """

    find: Callable[[Reading], T]
    most: int
    held: OrderedDict[int, tuple[Reading, T]] = field(default_factory=OrderedDict)
    """By identity, with the reading: while it is kept no other gets its identity."""

    def __call__(self, reading: Reading) -> T:
        """What `find` gives of `reading`."""
        known = self.held.get(id(reading))
        if known is not None:
            return known[1]
        found = self.find(reading)
        self.put(reading, found)
        return found

    def put(self, reading: Reading, found: T) -> None:
        """Remember what `find` gave of an equal reading, in another process or an earlier build."""
        self.held[id(reading)] = (reading, found)
        while len(self.held) > self.most:
            self.held.popitem(last=False)
