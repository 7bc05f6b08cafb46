r"""Patterns that are compiled when they are first asked: of a thousand patterns that stand in the
modules of a language, the texts of a brief ask some hundreds.

    _COUNTED = late.pattern(r"the (?:first|second)\b", re.IGNORECASE)
    _COUNTED.match(text)
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefing.language.kept import compile_pattern

_Look = Callable[..., re.Match[str] | None]


@dataclass(frozen=True)
class LatePattern:
    """A regular expression with the methods of `re.Pattern`, which take and give the same.

    The first use raises `re.error` for one that is wrong; a test compiles those that are shipped.
    Not slotted: what it compiled to is kept beside it.
    """

    pattern: str
    flags: int = 0

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """What does the work."""
        return compile_pattern(self.pattern, self.flags)

    @cached_property
    def search(self) -> _Look:
        """The first match anywhere."""
        return self.compiled.search

    @cached_property
    def match(self) -> _Look:
        """The match at the start."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> _Look:
        """The match of all of a text."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """Every match, in order."""
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        """The text of every match, or of its one group."""
        return self.compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[Any]]:
        """What stands between matches, and their groups."""
        return self.compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """A text with something in the place of every match."""
        return self.compiled.sub


Pattern = re.Pattern[str] | LatePattern
"""A pattern, whenever it is compiled."""


def pattern(expression: str, flags: int = 0) -> LatePattern:
    """A pattern that is compiled when it is first asked; takes what `re.compile` takes."""
    return LatePattern(pattern=expression, flags=int(flags))
