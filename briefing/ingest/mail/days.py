"""The day that a line of a letter names, in whatever language a mail program wrote it."""

import re
from datetime import date
from functools import cache

from briefing.language import wordlist

_MONTHS = {
    name: int(number)
    for number, *names in wordlist.read("mul", "letters").rows("months")
    for name in names
}
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d) ?(?:[-/.]|[年년]) ?(?P<m>\d{1,2}) ?(?:[-/.]|[月월]) "
    r"?(?P<d>\d{1,2})(?!\d)"
)
_DAY_FIRST = (
    r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -](?:de |di )?(?P<name>NAMES)\b\.?,?[ -]"
    r"(?:de |del )?(?P<y>(?:19|20)\d\d)(?!\d)"
)
_MONTH_FIRST = r"\b(?P<name>NAMES)\b\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>(?:19|20)\d\d)(?!\d)"
_NAMED_YEAR_FIRST = r"(?<!\d)(?P<y>(?:19|20)\d\d)[.,]? (?P<name>NAMES)\b\.? (?P<d>\d{1,2})(?!\d)"
_NUMBERS = re.compile(
    r"(?<!\d)(?P<one>\d{1,2})(?P<sign>[./-]) ?(?P<two>\d{1,2})(?P=sign) ?(?P<y>(?:19|20)\d\d"
    r"|\d\d)(?![\d:])"
)
_CLOCK = re.compile(r"(?<![\d.])\d{1,2}[:.h時时시]\s?\d\d(?![\d.])|\d{1,2}[時时시]")
_CENTURY = 2000
_LONGEST = 400


def find_day(line: str, latest: date | None = None) -> date | None:
    """The day that a line names with its year, or None where it names none or leaves open
    which.

    `03/04/2025` leaves it open, as nothing says whether the day or the month stands first, unless
    one of the two lies behind `latest`, the day of the letter that holds the line. `03.04.2025`
    has the day first wherever it is written.
    """
    folded = " ".join(line[:_LONGEST].split()).casefold()
    for pattern in (_YEAR_FIRST, *_named_patterns()):
        if found := pattern.search(folded):
            named = found.groupdict()
            month = _MONTHS[named["name"]] if "name" in named else int(named["m"])
            return _calendar_day(int(named["y"]), month, int(named["d"]))
    found = _NUMBERS.search(folded)
    return _by_numbers(found, latest) if found else None


@cache
def _named_patterns() -> tuple["re.Pattern[str]", ...]:
    """The patterns that name a month in any language; compiled for the first letter, as a build
    without one needs none.
    """
    names = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
    plain = (_DAY_FIRST, _MONTH_FIRST, _NAMED_YEAR_FIRST)
    return tuple(re.compile(one.replace("NAMES", names)) for one in plain)


def has_clock(line: str) -> bool:
    """Whether a line names an hour and a minute."""
    return _CLOCK.search(line[:_LONGEST]) is not None


def _by_numbers(found: "re.Match[str]", latest: date | None) -> date | None:
    one, two, year = int(found["one"]), int(found["two"]), int(found["y"])
    year += _CENTURY if year < _CENTURY // 10 else 0
    day_first, month_first = _calendar_day(year, two, one), _calendar_day(year, one, two)
    if found["sign"] == "." or day_first == month_first:
        return day_first
    ways = [way for way in (day_first, month_first) if way and (latest is None or way <= latest)]
    return ways[0] if len(ways) == 1 else None


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
