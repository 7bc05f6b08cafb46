"""Whole dates as pages print them in any language with a pack of level 1: day, month, year.

For lines that say when an article appeared; what text says of days is read by the packs.
"""

import re
from functools import cache

from briefing.language import wordlist
from briefing.languages import told_codes


@cache
def months_by_name() -> dict[str, int]:
    """The numbers of months by all forms of their names in all languages, in lower case."""
    return {
        form.casefold(): int(row[0])
        for code in told_codes()
        if wordlist.is_there(code, "dates")
        for row in wordlist.read(code, "dates").rows("months")
        for form in row[1:]
    }


@cache
def day_pattern() -> re.Pattern[str]:
    """What prints a day with its month and year, in lower case; groups day, month, year."""
    names = sorted(months_by_name(), key=lambda name: (-len(name), name))
    return re.compile(
        r"(?<![\w.])(?P<day>[0-3]?\d)(?:\.|er|º|-го)?\s*(?:de\s+|من\s+)?"
        rf"(?P<month>{'|'.join(map(re.escape, names))})(?:\s*,|\s+de|\s+del)?\s+"
        r"(?P<year>(?:19|20)\d\d)(?!\d)"
    )


@cache
def around_pattern() -> re.Pattern[str]:
    """Weekdays and labels that stand round such a date in a line of its own, in lower case."""
    words = {
        form.casefold()
        for code in told_codes()
        if wordlist.is_there(code, "dates")
        for row in wordlist.read(code, "dates").rows("weekdays")
        for form in row[1:]
    }
    words |= {
        entry.casefold()
        for code in told_codes()
        if wordlist.is_there(code, "datelines")
        for entry in wordlist.read(code, "datelines").words()
    }
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


@cache
def update_pattern() -> re.Pattern[str]:
    """Labels by which a line calls its date that of an update, in lower case."""
    words = [
        entry.casefold()
        for code in told_codes()
        if wordlist.is_there(code, "datelines")
        for entry in wordlist.read(code, "datelines").sections.get("update", ())
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
