"""Date expressions of English news: where they stand and which day, month or year they mean.

A small grammar: `terms` has the words, `absolute`, `years`, `yearless`, `weekdays`, `units` and
`counted` the rules; `scan` finds, `surroundings` reads tense and quotations, `resolution` places
against the article's date, `words` says a date to a reader.
"""

from briefing.languages.en.dates.resolution import find, resolve
from briefing.languages.en.dates.words import words

__all__ = ["bracket", "find", "resolve", "words"]


def bracket(edtf: str) -> str:
    """Give the words that stand in an inserted bracket: "[17 November 2025]"."""
    return f"[{words(edtf)}]"
