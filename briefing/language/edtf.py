"""Dates as EDTF strings (ISO 8601-2), the subset a brief needs, and what they cover.

A point is `2025-11-17`, `2025-11`, `2025`, `2025-22` (a season: 21 spring to 24 winter), `199X` (a
decade) or `18XX` (a century), each with an optional qualifier: `~` approximate, `?` uncertain, `%`
both. An interval is two points with a slash between; `..` on one side leaves it open. Years have
four digits. Years before 1, exponents, sets and unspecified months or days are not supported.
"""

import calendar
from datetime import date, timedelta
from functools import lru_cache

from briefing.language import late

_POINT = late.pattern(
    r"(?:(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
    r"|(?P<decade>[0-9]{3})X|(?P<century>[0-9]{2})XX)[~?%]?"
)
_OPEN = ".."
_JANUARY, _DECEMBER = 1, 12
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_WINTER = 24
_DAY_LENGTH, _MONTH_LENGTH = 10, 7
_KEEP = 4096  # dates remembered: the articles of a brief name few, again and again


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def _season_days(year: int, code: int) -> tuple[date, date]:
    """The months of a season in the northern half of the world.

    A winter named by one year may begin in it or end in it, so both readings are covered.
    """
    if code == _WINTER:
        first = date(max(year - 1, date.min.year), _DECEMBER, 1)
        return first, month_end(min(year + 1, date.max.year), 2)
    start, end = _SEASONS[code]
    return date(year, start, 1), month_end(year, end)


def _year_days(first: int, last: int) -> tuple[date, date]:
    return date(max(first, date.min.year), _JANUARY, 1), month_end(last, _DECEMBER)


def _point_days(text: str) -> tuple[date, date] | None:
    """The first and last day of a point, or None where it isn't one."""
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    if match["decade"]:
        return _year_days(int(match["decade"] + "0"), int(match["decade"] + "9"))
    if match["century"]:
        return _year_days(int(match["century"] + "00"), int(match["century"] + "99"))
    year = int(match["year"])
    if year < date.min.year:
        return None
    if not match["month"]:
        return _year_days(year, year)
    return _month_days(year, int(match["month"]), match["day"])


def _month_days(year: int, month: int, day: str | None) -> tuple[date, date] | None:
    """The days of a month, of a season by its code, or of one day; None where the calendar has no
    such month or day.
    """
    if not day and (month in _SEASONS or month == _WINTER):
        return _season_days(year, month)
    try:
        if not day:
            return date(year, month, 1), month_end(year, month)
        whole = date(year, month, int(day))
    except (ValueError, calendar.IllegalMonthError):
        return None
    return whole, whole


@lru_cache(maxsize=_KEEP)
def _read_edtf(edtf: str) -> tuple[date, date] | None:
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point_days(first)
    if first == last == _OPEN:
        return None
    start = (date.min, date.min) if first == _OPEN else _point_days(first)
    end = (date.max, date.max) if last == _OPEN else _point_days(last)
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], max(start[1] if last != _OPEN else end[1], end[1])


def is_valid(edtf: str) -> bool:
    """Whether `edtf` is a date this module understands."""
    return _read_edtf(edtf) is not None


def bounds(edtf: str) -> tuple[date, date]:
    """The earliest and the latest day that `edtf` covers.

    An open side is `date.min` or `date.max`. `~`, `?` and `%` don't widen the answer. Raises
    ValueError for what `valid` refuses.
    """
    found = _read_edtf(edtf)
    if found is None:
        message = f"not an EDTF date: {edtf!r}"
        raise ValueError(message)
    return found


def write_span(first: date, last: date) -> str:
    """Write the days from `first` to `last` in the shortest exact form: day, month, year or
    interval.
    """
    if first == last:
        return first.isoformat()
    whole = first.day == 1 and last == month_end(last.year, last.month)
    if not whole:
        return f"{first.isoformat()}/{last.isoformat()}"
    if (first.month, last.month) == (_JANUARY, _DECEMBER):
        return _join_points(f"{first.year:04d}", f"{last.year:04d}")
    return _join_points(first.isoformat()[:_MONTH_LENGTH], last.isoformat()[:_MONTH_LENGTH])


def _join_points(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


def sort_key(edtf: str) -> tuple[int, int, str]:
    """Order dates by their first day; of those that begin together the wider one comes first."""
    first, last = bounds(edtf)
    return first.toordinal(), -last.toordinal(), edtf


def overlaps(one: str, other: str) -> bool:
    """Whether some day lies in both dates."""
    first, last = bounds(one)
    start, end = bounds(other)
    return first <= end and start <= last


def within(inner: str, outer: str) -> bool:
    """Whether every day of `inner` lies in `outer`."""
    first, last = bounds(inner)
    start, end = bounds(outer)
    return start <= first and last <= end


def count_days(edtf: str) -> int:
    """Count the days that `edtf` covers."""
    first, last = bounds(edtf)
    return (last - first) // timedelta(days=1) + 1


def is_day(edtf: str) -> bool:
    """Whether `edtf` is one certain calendar day."""
    return len(edtf) == _DAY_LENGTH and is_valid(edtf) and count_days(edtf) == 1
