"""Assertions: what each part of a sentence says is so or is not, in words that can be compared."""

from briefing.languages.en.assertions.assertion import BE, CAUSE
from briefing.languages.en.assertions.told import find_told, is_long_past, read_told

__all__ = ["BE", "CAUSE", "find_told", "is_long_past", "read_told"]
