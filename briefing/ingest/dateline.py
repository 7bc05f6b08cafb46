"""Dates that a page prints of itself: lines that hold nothing else, and date prefixes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from briefing.language import late, wordlist
from briefing.languages import printed_dates
from briefing.languages.en.lexicon import MONTHS, WEEKDAYS

_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)} | {
    name[:3]: number for number, name in enumerate(MONTHS, start=1)
} | {"sept": 9}  # fmt: skip
_WORDS = wordlist.read("en", "words/datelines")
_PATTERNS = wordlist.patterns(
    "en",
    "words/dateline_patterns",
    months=_MONTH_NUMBERS,
    weekdays=WEEKDAYS,
    short_weekdays=(day[:3] for day in WEEKDAYS),
    around=_WORDS.words(),
    updates=_WORDS.words("update"),
)
_DATES = tuple(
    _PATTERNS[name]
    for name in ("month_first", "day_first", "year_first", "day_above_twelve", "day_behind_month")
)
_AMBIGUOUS = late.pattern(r"(?<!\w)\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d(?!\w)")
_AROUND = _PATTERNS["around_date"]
_PLACE_AHEAD = late.pattern(r"[^\W\d_][^\W\d_’' -]*(?: [^\W\d_’'-]+){0,2}[,،] ?(?=\S*\d|\w+ \d)")
_DIGIT = late.pattern(r"\d")
_DIGITS = {first + value: str(value) for first in (0x0660, 0x06F0) for value in range(10)}
_MOST_CHARACTERS = 120
_UPDATED = _PATTERNS["update"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A date that stands alone in a line: the day (None where it can't be told), and the rest.

    `updated` says that the line calls it the date of an update; `rest` is what else the line holds,
    in lower case (empty, or words such as an author's name after "by"). `changed` is the day of an
    update that the line names behind the other.
    """

    day: date | None
    updated: bool
    rest: str
    changed: date | None = None


def read_printed_date(line: str) -> Printed | None:
    """Read a line that is a date with weekday, time, zone and labels, or give None."""
    folded = _fold_line(line)
    if not folded:
        return None
    found = _find_english(folded)
    foreign = [] if found else printed_dates.find_dates(folded)
    if foreign:
        return _read_foreign_line(folded, foreign)
    unclear = _AMBIGUOUS.search(folded)
    if not found and unclear is None:
        return None
    first = min(found, key=lambda match: match.start(), default=None)
    before = folded[: first.start()] if first else ""
    return Printed(
        day=_match_day(first) if first else None,
        updated=_UPDATED.search(before) is not None,
        rest=_read_rest(folded, filter(None, (*found, unclear)), (_AROUND,)),
        changed=_changed_day(folded, found),
    )


def _changed_day(folded: str, found: Iterable[re.Match[str]]) -> date | None:
    """The day of an update that a line names behind the day of publication."""
    for one, two in pairwise(sorted(found, key=lambda match: match.start())):
        if _UPDATED.search(folded, one.end(), two.start()):
            return _match_day(two)
    return None


def _fold_line(line: str) -> str:
    """A line as the patterns know it; empty where it holds no digit, or too much for a date."""
    if _DIGIT.search(line) is None:
        return ""
    plain = " ".join(line.split())
    folded = _fold_date(plain) if len(plain) <= _MOST_CHARACTERS else ""
    return folded if len(folded) <= _MOST_CHARACTERS else ""


def _find_english(folded: str) -> list[re.Match[str]]:
    """Every date written in English or in figures, in the order of their kinds."""
    return [match for pattern in _DATES for match in pattern.finditer(folded)]


def _read_rest(folded: str, dates: Iterable[re.Match[str]], around: Iterable[late.Pattern]) -> str:
    """What a line holds besides its dates and the words that stand around them."""
    rest = folded
    for match in dates:
        rest = rest.replace(match.group(), " ")
    for pattern in around:
        rest = pattern.sub(" ", rest)
    return " ".join(rest.split())


def _fold_date(text: str) -> str:
    """A text in lower case, with Arabic and Persian digits as the patterns know them."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.translate(_DIGITS)


def _read_foreign_line(folded: str, found: list[re.Match[str]]) -> Printed:
    """Read a line whose date is in another language than English."""
    before = folded[: found[0].start()]
    around = (printed_dates.around_pattern(), _AROUND)
    return Printed(
        day=_match_day(found[0]),
        updated=printed_dates.update_pattern().search(before) is not None,
        rest=_read_rest(_PLACE_AHEAD.sub("", folded), found, around),
    )


def is_update(line: str) -> bool:
    """Whether a line speaks of an update, or of a version that is not the first."""
    folded = line.casefold()
    found = _UPDATED.search(folded) or printed_dates.update_pattern().search(folded)
    return found is not None


def find_days(text: str) -> tuple[date, ...]:
    """Every date with day, month and year in a short `text`, in the order of their kinds."""
    folded = _fold_date(text)
    found = _find_english(folded) or printed_dates.find_dates(folded)
    return tuple(day for day in map(_match_day, found) if day)


def find_month_day(text: str) -> tuple[int, int] | None:
    """The month and the day that a short `text` names, None where it names their year too, or
    none.
    """
    named = _PATTERNS["month_day"].search(text.casefold())
    if named is None or find_days(text):
        return None
    groups = named.groupdict()
    return _MONTH_NUMBERS[groups["month"] or groups["behind"]], int(
        groups["day"] or groups["before"]
    )


def find_weekday(text: str) -> int | None:
    """The first weekday that a text names, Monday being 0; None for none, and for one of another
    week ("last Monday").
    """
    named = _PATTERNS["weekday"].search(text.casefold())
    return None if named is None or named["other"] else WEEKDAYS.index(named["weekday"])


def _match_day(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    name = groups.get("month") or ""
    month = int(groups.get("number") or 0) or _MONTH_NUMBERS.get(name)
    month = month or printed_dates.months_by_name()[name]
    try:
        return date(int(groups["year"]), month, int(groups["day"]))
    except ValueError:
        return None
