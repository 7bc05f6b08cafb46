"""Days, months and years counted from a day, whatever the language."""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from briefing.language import edtf

Unit = Literal["day", "week", "weekend", "month", "year"]
"""What packs call stretches of time, in their tables `units` and `spans`."""

_SHORT = 2  # digits of a year without its century
_PIVOT = 30  # "25" is 2025, "85" is 1985
_HALF = 6  # months
_CENTURY, _LAST_CENTURY = 2000, 1900


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(figures: str) -> int:
    """A year of four digits or two."""
    year = int(figures)
    if len(figures) > _SHORT:
        return year
    return year + (_CENTURY if year < _PIVOT else _LAST_CENTURY)


def nearest_day(anchor: date, month: int, day: int) -> date | None:
    """The day of a month that lies nearest to `anchor`; None where no year near has it."""
    found = [make_day(anchor.year + shift, month, day) for shift in (-1, 0, 1)]
    return min((one for one in found if one), key=lambda one: abs(one - anchor), default=None)


def sided_day(anchor: date, month: int, day: int, *, ahead: bool) -> date | None:
    """The day of a month that lies next ahead of `anchor` or last behind it; None where the years
    beside have no such day.
    """
    found = [make_day(anchor.year + shift, month, day) for shift in (-1, 0, 1)]
    sides = [one for one in found if one and (one > anchor if ahead else one < anchor)]
    return min(sides, key=lambda one: abs(one - anchor), default=None)


def nearest_month(anchor: date, month: int) -> tuple[int, int] | None:
    """Year and month of the month nearest to `anchor`; None for the one that lies as far behind as
    ahead.
    """
    ahead = (month - anchor.month) % 12
    if ahead == _HALF:
        return None
    whole = anchor.year * 12 + anchor.month - 1 + (ahead if ahead < _HALF else ahead - 12)
    return whole // 12, whole % 12 + 1


def sided_month(anchor: date, month: int, *, ahead: bool) -> tuple[int, int]:
    """Year and month of the next such month ahead of that of `anchor`, or the last behind it."""
    away = (month - anchor.month) % 12 or 12
    whole = anchor.year * 12 + anchor.month - 1 + (away if ahead else away % 12 - 12)
    return whole // 12, whole % 12 + 1


def shift_day(day: date, days: int) -> date | None:
    """The day so many days later, or None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def write_stretch(day: date, unit: str, number: int) -> str | None:
    """The week, month or year so many of them from the one that holds `day`, as EDTF.

    A weekend is the one of that week; any other unit is None.
    """
    if unit in {"week", "weekend"}:
        monday = shift_day(day, 7 * number - day.weekday())
        first = shift_day(monday, 5 if unit == "weekend" else 0) if monday else None
        last = shift_day(monday, 6) if monday else None
        return edtf.write_span(first, last) if first and last else None
    return _write_month(day, number) if unit == "month" else _write_year(day.year + number, unit)


def _write_month(day: date, number: int) -> str | None:
    whole = day.year * 12 + day.month - 1 + number
    year = whole // 12
    return f"{year:04d}-{whole % 12 + 1:02d}" if MINYEAR <= year <= MAXYEAR else None


def _write_year(year: int, unit: str) -> str | None:
    return f"{year:04d}" if unit == "year" and MINYEAR <= year <= MAXYEAR else None


def write_counted(day: date, unit: str, number: int) -> str | None:
    """The day so many days or weeks from `day`, about the month or year so many of them from it."""
    if unit in {"day", "week"}:
        found = shift_day(day, number * (7 if unit == "week" else 1))
        return (found.isoformat() + ("~" if unit == "week" else "")) if found else None
    text = _write_month(day, number) if unit == "month" else _write_year(day.year + number, unit)
    return f"{text}~" if text else None
