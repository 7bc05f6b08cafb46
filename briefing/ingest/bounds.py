"""When an article without a whole date of its own was published, where its own words prove it."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from briefing.ingest import dateline
from briefing.language import late
from briefing.languages.en.lexicon import MONTHS
from briefing.model import Known, Mark, Span

_NEAR = timedelta(days=92)
"""How far from a dateline's day the newest whole date of its article lies at most that tells its
year. In half a year it might as well be the year before or after."""
_YEAR = late.pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def complete_dateline(text: str, marks: Iterable[Mark]) -> Known | None:
    """The day of a dateline without its year, or None where the article leaves the year open.

    The newest whole date in the text gives the year where it lies within three months of the day,
    no year in the text is later than its own, and the first weekday named behind the dateline is
    the day's own. A year on, that weekday is another one. No clock is read.
    """
    line = next((mark for mark in marks if mark.kind == "dateline"), None)
    named = dateline.find_month_day(text[line.start : line.end]) if line else None
    if line is None or named is None:
        return None
    weekday = dateline.find_weekday(text[line.end :])
    if weekday is None:
        return None
    newest = max(dateline.find_days(text), default=date.min)
    day = _find_near(newest, named, weekday) if newest > date.min else None
    if day is None or _last_year(text) > newest.year:
        return None
    return Known(
        value=day.isoformat(),
        basis="inferred",
        note=f"the dateline's day, in the year of {newest} in the text, and the weekday fits",
        evidence=(Span(start=line.start, end=line.end),),
    )


def _find_near(newest: date, named: tuple[int, int], weekday: int) -> date | None:
    """The day of this month, day and weekday that lies near the newest one; no two can."""
    for step in range(-_NEAR.days, _NEAR.days + 1):
        day = newest + timedelta(days=step)
        if (day.month, day.day) == named and day.weekday() == weekday:
            return day
    return None


def _last_year(text: str) -> int:
    return max((int(year) for year in _YEAR.findall(text)), default=0)


def bound_publication(text: str, marks: Iterable[Mark]) -> Known | None:
    """The year of days in which the article must have appeared, or None where nothing proves
    it.

    A dated caption shows what had happened by then, so it gives the first day. News leaves out the
    year of a day that lies less than a year back: where the article names the same day without its
    year, the last day is one year later, less a day. Nothing else is tried, and no clock is read.
    """
    dated = [
        (day, mark)
        for mark in marks
        if mark.kind == "caption"
        for day in dateline.find_days(text[mark.start : mark.end])
    ]
    if not dated:
        return None
    day, mark = max(dated, key=lambda pair: pair[0])
    again = _without_year(day).search(text)
    if again is None:
        return None
    last = _year_after(day) - timedelta(days=1)
    return Known(
        value=f"{day.isoformat()}/{last.isoformat()}",
        basis="inferred",
        note="a caption gives this day with its year, the text the same day without",
        evidence=(Span(start=mark.start, end=mark.end), Span(start=again.start(), end=again.end())),
    )


def _without_year(day: date) -> re.Pattern[str]:
    month = MONTHS[day.month - 1].capitalize()
    return re.compile(
        rf"\b(?:{month} {day.day}|{day.day} {month})\b(?!,? (?:19|20)\d\d)(?! (?:19|20)\d\d)"
    )


def _year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return date(day.year + 1, 3, 1)
