"""Between which days an article without a date was published, where its own words prove it."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from briefing.ingest import dateline
from briefing.languages.en.lexicon import MONTHS
from briefing.model import Known, Mark, Span


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
