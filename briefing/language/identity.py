"""Remembering by identity: two readings would take longer to compare than what is remembered of
them takes to make.
"""

from dataclasses import dataclass

from briefing.model import Reading


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
