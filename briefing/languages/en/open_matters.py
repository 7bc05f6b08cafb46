"""What a statement says of matters that are not settled: talks, decisions, what nobody knows."""

from briefing.language import wordlist

_PATTERNS = wordlist.patterns("en", "words/open_matter_patterns")


def speaks_of_talks(text: str) -> bool:
    """Whether somebody talks with somebody in `text`, or asks for something."""
    return _PATTERNS["talks"].search(text) is not None


def reports_decision(text: str) -> bool:
    """Whether `text` says that something was settled or done."""
    return _PATTERNS["decided"].search(text) is not None


def says_unknown(text: str) -> bool:
    """Whether `text` itself says that something is not known, or that somebody has not said it."""
    return _PATTERNS["unknown"].search(text) is not None
