"""Date expressions of English news: where they stand and which day, month or year they mean.

A small grammar: `terms` has the words, `absolute`, `years`, `month_days`, `yearless`, `weekdays`,
`units`, `counted` and `wider` the rules; `scan` finds, `surroundings` reads tense and quotations,
`resolution` places against the article's date, `words` says a date to a reader.
"""

from briefing.languages.en.dates.resolution import find_dates, resolve_dates
from briefing.languages.en.dates.words import date_words

__all__ = ["bracket_date", "date_words", "find_dates", "resolve_dates"]


def bracket_date(edtf: str) -> str:
    """The words that stand in an inserted bracket: "[17 November 2025]"."""
    return f"[{date_words(edtf)}]"
