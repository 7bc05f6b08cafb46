"""What date expressions of any language mean: a pattern's groups and what surrounds it, to EDTF."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefing.language import edtf
from briefing.language.plain import calendar

_SOON = 14  # days by which a day without year may lie on the side that its sentence's tense denies
_NEAR = 120  # days within which a day without year is of the year that puts it there


@dataclass(frozen=True, slots=True, kw_only=True)
class DateScene:
    """What surrounds an expression: the article's day (None where it isn't sure), tense, years that
    are not the article's, whether it is quoted, and whether its sentence sets these times against
    others.
    """

    day: date | None
    past: bool
    future: bool
    quoted: bool
    other_year: bool
    nowadays: bool

    @property
    def dated_today(self) -> bool:
        """Whether "today" is the article's day: in a tense, and with no sign of these times."""
        return (self.past or self.future) and not self.nowadays


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValue:
    """What an expression means: EDTF or None, and whether the words alone say it."""

    edtf: str | None
    stated: bool


OPEN = DateValue(edtf=None, stated=False)
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTables:
    """What words of dates stand for: numbers of months and weekdays (1 is Monday), counts, days
    from today, units, and stretches from today as unit and number.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    near: Mapping[str, int]
    units: Mapping[str, str]
    spans: Mapping[str, tuple[str, int]]


def _number(words: Words, name: str, table: Mapping[str, int]) -> int | None:
    """The number that a group holds, in figures or as a word of `table`."""
    found = words.get(name, "")
    return int(found) if found.isdecimal() else table.get(found, table.get(found.lower()))


def _read_date(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """A day of a month, with its year or without."""
    day = _number(words, "day", tables.numbers) or _number(words, "counted", tables.numbers)
    month = _number(words, "month", tables.months)
    if day is None or month is None:
        return None
    year = _named_year(words, scene)
    if year is None:
        return _place_day(month, day, words, scene, tables)
    found = calendar.make_day(year, month, day)
    if found is None or _is_other_weekday(words, found, tables):
        return OPEN
    return DateValue(edtf=found.isoformat(), stated=bool(words.get("year")))


def _is_other_weekday(words: Words, day: date, tables: DateTables) -> bool:
    """Whether a weekday stands beside a date that it isn't."""
    named = _number(words, "weekday", tables.weekdays)
    return named is not None and named != day.isoweekday()


def _named_year(words: Words, scene: DateScene) -> int | None:
    """The year that an expression names, in figures or from the article's own."""
    if words.get("year"):
        return calendar.full_year(words["year"])
    shifts = [shift for name, shift in (("last", -1), ("this", 0), ("next", 1)) if words.get(name)]
    if not shifts or scene.day is None or scene.quoted:
        return None
    return scene.day.year + shifts[0]


def _place_day(
    month: int, day: int, words: Words, scene: DateScene, tables: DateTables
) -> DateValue:
    """A day without its year: of the year that puts it near the article's day, or on the side that
    its own words name.
    """
    anchor = _find_anchor(words, scene)
    if anchor is None:
        return OPEN
    side = _named_side(words)
    if side:
        placed = calendar.sided_day(anchor, month, day, ahead=side > 0)
        return DateValue(edtf=placed.isoformat(), stated=False) if placed else OPEN
    near = calendar.nearest_day(anchor, month, day)
    if near is None or _is_other_weekday(words, near, tables):
        return OPEN
    ahead = (near - anchor).days
    if abs(ahead) > _NEAR or _tense_denies(scene, ahead):
        return OPEN
    return DateValue(edtf=near.isoformat(), stated=False)


def _named_side(words: Words) -> int:
    """On which side of the article's day an expression says that it lies: 1 ahead ("next"), -1
    behind, 0 where it says nothing.
    """
    if words.get("ahead") or words.get("soon"):
        return 1
    return -1 if words.get("behind") or words.get("lately") else 0


def _find_anchor(words: Words, scene: DateScene) -> date | None:
    """The article's day, where it may place what has no year of its own: not in a quotation, nor
    where another year is spoken of.
    """
    elsewhere = words.get("same") or scene.other_year or scene.quoted
    return None if elsewhere else scene.day


def _tense_denies(scene: DateScene, ahead: int) -> bool:
    """Whether a sentence's tense speaks against a day that lies so many days ahead."""
    if ahead > 0:
        return scene.past and not scene.future
    return ahead < -_SOON and scene.future and not scene.past


def _read_range(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """Days of one month or of two, from … to."""
    last = _read_date({**words, "day": words["until"]}, scene, tables)
    if last is None or last.edtf is None:
        return last
    end = date.fromisoformat(last.edtf)
    month = _number(words, "opening", tables.months) or end.month
    first = _number(words, "day", tables.numbers)
    start = calendar.make_day(end.year - (month > end.month), month, first or 0)
    if start is None or start >= end:
        return OPEN
    return DateValue(edtf=edtf.write_span(start, end), stated=last.stated)


def _read_month(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """A month with its year, or the one that is near."""
    month = _number(words, "month", tables.months)
    if month is None:
        return None
    year = _named_year(words, scene)
    if year is not None:
        return _join_months(words, year, month, tables, stated=bool(words.get("year")))
    anchor = _find_anchor(words, scene)
    placed = _place_month(anchor, month, words, scene) if anchor is not None else None
    return _join_months(words, *placed, tables, stated=False) if placed is not None else OPEN


def _place_month(
    anchor: date, month: int, words: Words, scene: DateScene
) -> tuple[int, int] | None:
    """Year and month of a month without its year, on the side that its own words or the tense name;
    None where two years may be meant.
    """
    side = _named_side(words)
    if side:
        placed = calendar.sided_month(anchor, month, ahead=side > 0)
        # "Last March", in autumn: some mean that of last year.
        return placed if placed[0] != anchor.year else None
    near, own = calendar.nearest_month(anchor, month), (anchor.year, anchor.month)
    if near is None or near == own:
        return near
    return near if _tense_says(scene, ahead=near > own) else None


def _tense_says(scene: DateScene, *, ahead: bool) -> bool:
    """Whether a sentence's tense, and no other in it, lays what it tells ahead, or behind."""
    return scene.past != scene.future and ahead is scene.future


def _join_months(
    words: Words, year: int, month: int, tables: DateTables, *, stated: bool
) -> DateValue:
    """A month of a year, or the stretch from an earlier one named beside it."""
    opening = _number(words, "opening", tables.months)
    if opening is None:
        return DateValue(edtf=f"{year:04d}-{month:02d}", stated=stated)
    if opening >= month:
        return OPEN
    return DateValue(edtf=f"{year:04d}-{opening:02d}/{year:04d}-{month:02d}", stated=stated)


def _read_year(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """A year, or a stretch of years."""
    del scene, tables
    year = calendar.full_year(words["year"])
    if not words.get("until"):
        return DateValue(edtf=f"{year:04d}", stated=True)
    last = words["until"]
    # Of "2015-16" the end has two digits.
    end = int(words["year"][:2] + last) if len(last) == 2 else int(last)  # noqa: PLR2004
    return DateValue(edtf=f"{year:04d}/{end:04d}", stated=True) if end > year else OPEN


def _read_decade(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """Ten years from one that ends in 0."""
    del scene, tables
    year = calendar.full_year(words["year"])
    return DateValue(edtf=f"{year // 10}X", stated=True) if year % 10 == 0 else None


def _read_near(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """Yesterday, today, tomorrow; "today" only of what happened or will, for it often means these
    times, and no day beside which another weekday stands.
    """
    days = tables.near[words["near"]]
    if scene.day is None or scene.quoted or (days == 0 and not scene.dated_today):
        return OPEN
    found = calendar.shift_day(scene.day, days)
    if found is None or _is_other_weekday(words, found, tables):
        return OPEN
    return DateValue(edtf=found.isoformat(), stated=False)


def _shift_day(day: date, days: int) -> DateValue:
    shifted = calendar.shift_day(day, days)
    return DateValue(edtf=shifted.isoformat(), stated=False) if shifted else OPEN


def _read_span(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """Last week, this month, next year."""
    if scene.day is None or scene.quoted:
        return OPEN
    unit, number = tables.spans[words["span"]]
    return DateValue(edtf=calendar.write_stretch(scene.day, unit, number), stated=False)


def _read_weekday(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """A weekday: by its own sign of last or next, else by the tense of its sentence."""
    wanted = _number(words, "weekday", tables.weekdays)
    if wanted is None or scene.day is None or scene.quoted:
        return OPEN
    today = scene.day.isoweekday()
    if words.get("last") or words.get("next"):
        shift = _named_shift(today, wanted, last=bool(words.get("last")))
    else:
        shift = _tense_shift(today, wanted, scene)
    return OPEN if shift is None else _shift_day(scene.day, shift)


def _named_shift(today: int, wanted: int, *, last: bool) -> int | None:
    """How many days off the last or the next such weekday is; None where two may be meant: last
    Monday, on a Friday, may be that of this week or of the last.
    """
    if (wanted < today) is last:
        return None
    back = (today - wanted) % 7
    return -(back or 7) if last else 7 - back


def _tense_shift(today: int, wanted: int, scene: DateScene) -> int | None:
    """How many days off a weekday is, by the tense of its sentence; None where it has none, or
    both.
    """
    if scene.past == scene.future:
        return None
    return -((today - wanted) % 7) if scene.past else (wanted - today) % 7


def _read_ago(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """So many days, weeks, months or years before the article's day."""
    return _count_from(words, scene, tables, -1)


def _read_ahead(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """So many days, weeks, months or years behind the article's day."""
    return _count_from(words, scene, tables, 1)


def _count_from(words: Words, scene: DateScene, tables: DateTables, sign: int) -> DateValue | None:
    count = _number(words, "count", tables.numbers) if words.get("count") else 1
    unit = tables.units.get(words.get("unit", ""))
    if count is None or unit is None or scene.day is None or scene.quoted:
        return OPEN
    return DateValue(edtf=calendar.write_counted(scene.day, unit, sign * count), stated=False)


def _read_open(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """A date that nobody can place."""
    del words, scene, tables
    return OPEN


def _read_none(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """What looks like a date and is none: a street, a feast, a name."""
    del words, scene, tables
    return None


DateKind = Literal[
    "date",
    "range",
    "month",
    "year",
    "decade",
    "near",
    "span",
    "weekday",
    "ago",
    "ahead",
    "open",
    "none",
]
"""The first words of patterns' names."""

READ: Mapping[str, Callable[[Words, DateScene, DateTables], DateValue | None]] = {
    "date": _read_date,
    "range": _read_range,
    "month": _read_month,
    "year": _read_year,
    "decade": _read_decade,
    "near": _read_near,
    "span": _read_span,
    "weekday": _read_weekday,
    "ago": _read_ago,
    "ahead": _read_ahead,
    "open": _read_open,
    "none": _read_none,
}
"""What patterns mean, by the first word of their names."""
