"""Whole dates as pages print them in any language with a pack of level 1: day, month, year.

For lines that say when an article appeared; what text says of days is read by the packs.
"""

import re
from collections.abc import Iterator
from functools import cache

from briefing.language import wordlist
from briefing.language.late import LatePattern
from briefing.language.plain.lexicon import any_word
from briefing.language.wordlist import WordList
from briefing.languages import told_codes


@cache
def months_by_name() -> dict[str, int]:
    """The numbers of months by all forms of their names in all languages, in lower case."""
    return {
        form.casefold(): int(row[0])
        for found in _read_lists("dates")
        for row in found.rows("months")
        for form in row[1:]
    }


@cache
def day_pattern() -> LatePattern:
    """What prints a day with its month and year, in lower case; groups day, month, year."""
    return wordlist.patterns("mul", "printed_dates", months=months_by_name())["day"]


def find_dates(folded: str) -> list[re.Match[str]]:
    """The days with month and year in a text in lower case; groups day and year, and month or
    number.
    """
    found = list(day_pattern().finditer(folded))
    return found or list(_signs_pattern().finditer(folded))


@cache
def _signs_pattern() -> LatePattern:
    return wordlist.patterns("mul", "printed_dates", months=months_by_name())["signs"]


@cache
def around_pattern() -> re.Pattern[str]:
    """Weekdays and labels that stand round such a date in a line of its own, in lower case."""
    weekdays = [
        form for found in _read_lists("dates") for row in found.rows("weekdays") for form in row[1:]
    ]
    labels = [entry for found in _read_lists("datelines") for entry in found.words()]
    return re.compile(any_word(word.casefold() for word in (*weekdays, *labels)))


@cache
def update_pattern() -> re.Pattern[str]:
    """Labels by which a line calls its date that of an update, in lower case."""
    return re.compile(
        any_word(
            label.casefold()
            for found in _read_lists("datelines")
            for label in found.sections.get("update", ())
        )
    )


def _read_lists(name: str) -> Iterator[WordList]:
    """The lists of a name of all languages that have a pack."""
    for code in told_codes():
        if wordlist.is_there(code, name):
            yield wordlist.read(code, name)
