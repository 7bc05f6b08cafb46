"""Assertions: what each part of a sentence says is so or is not, in words that can be compared."""

from briefing.languages.en.assertions.assertion import BE, CAUSE, Assertion
from briefing.languages.en.assertions.find import find_assertions

__all__ = ["BE", "CAUSE", "Assertion", "find_assertions"]
