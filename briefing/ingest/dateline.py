"""Dates that a page prints of itself: lines that hold nothing else, and date prefixes."""

import re
from dataclasses import dataclass
from datetime import date

from briefing.language import wordlist
from briefing.languages.en.lexicon import MONTHS, WEEKDAYS

_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)} | {
    name[:3]: number for number, name in enumerate(MONTHS, start=1)
} | {"sept": 9}  # fmt: skip
_MONTH = (
    "(?P<month>" + "|".join(sorted(_MONTH_NUMBERS, key=lambda name: (-len(name), name))) + r")\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = tuple(
    re.compile(rf"(?<!\w){pattern}(?!\w)")
    for pattern in (
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}",
        rf"{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.]{_DAY}(?:t[\d:.]+(?:z|[+-][\d:]+)?)?",
    )
)
_AMBIGUOUS = re.compile(r"(?<!\w)\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d(?!\w)")
_AROUND_WORDS = sorted(wordlist.read("en", "words/datelines").words())
_AROUND = re.compile(
    r"(?:" + "|".join(WEEKDAYS) + r"|" + "|".join(sorted({day[:3] for day in WEEKDAYS})) +
    r"|(?:gmt|utc) ?[+-]\d{1,2}(?::\d\d)?|" + "|".join(_AROUND_WORDS) +
    r"|a\.m|p\.m|\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)? ?(?:am|pm|a\.m\.?|p\.m\.?)"
    r"|\d{1,2}[:.h]\d{2}(?::\d{2})?)(?!\w)|[\s,.|:;•·@()\[\]/–—-]+"
)  # fmt: skip
_DIGIT = re.compile(r"\d")
_MOST_CHARACTERS = 120
_UPDATED = re.compile(
    rf"\b(?:{'|'.join(sorted(wordlist.read('en', 'words/datelines').words('update')))})\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A date that stands alone in a line: the day (None where it can't be told), and the rest.

    `updated` says that the line calls it the date of an update; `rest` is what else the line holds,
    in lower case (empty, or words such as an author's name after "by").
    """

    day: date | None
    updated: bool
    rest: str


def read_printed_date(line: str) -> Printed | None:
    """Read a line that is a date with weekday, time, zone and labels, or give None."""
    if _DIGIT.search(line) is None:
        return None
    folded = " ".join(line.split()).casefold()
    if len(folded) > _MOST_CHARACTERS:
        return None
    found = [match for pattern in _DATES for match in pattern.finditer(folded)]
    unclear = _AMBIGUOUS.search(folded)
    if not found and not unclear:
        return None
    rest = folded
    for match in (*found, *([unclear] if unclear else [])):
        rest = rest.replace(match.group(), " ")
    rest = _AROUND.sub(" ", rest).strip()
    first = min(found, key=lambda match: match.start(), default=None)
    before = folded[: first.start()] if first else ""
    return Printed(
        day=_match_day(first) if first else None,
        updated=_UPDATED.search(before) is not None,
        rest=" ".join(rest.split()),
    )


def is_update(line: str) -> bool:
    """Whether a line speaks of an update, or of a version that is not the first."""
    return _UPDATED.search(line.casefold()) is not None


def find_days(text: str) -> tuple[date, ...]:
    """Every date with day, month and year in a short `text`, in the order of their kinds."""
    folded = text.casefold()
    found = (_match_day(match) for pattern in _DATES for match in pattern.finditer(folded))
    return tuple(day for day in found if day)


def _match_day(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    month = int(groups["number"]) if groups.get("number") else _MONTH_NUMBERS[groups["month"]]
    try:
        return date(int(groups["year"]), month, int(groups["day"]))
    except ValueError:
        return None
