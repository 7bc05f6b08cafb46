"""Dates counted in days, weeks, months or years: from the article's date or from the date told
before.
"""

import re
from collections.abc import Callable
from datetime import date
from re import Match

from briefing.language import edtf, late
from briefing.languages.en.dates import signs, terms
from briefing.languages.en.dates.meaning import (
    DateRule,
    Meaning,
    Scene,
    calendar_day,
    month_text,
    shift_days,
    unplaced_meaning,
    write_iso,
    year_text,
)
from briefing.languages.en.dates.surroundings import OTHER_TEXT
from briefing.languages.en.dates.terms import APOSTROPHE, DAYTIME, HEDGE, NUMBER, WEEKDAY

_UNIT = r"(?P<unit>(?i:day|week|fortnight|month|year|decade|century|centurie))s?"
_EXACT_DAYS = 14
_MONTH = late.pattern(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_COUNTED = late.pattern(r"\b(?:hour|day|week|month|year)s?(?:,| and|, and)? $")
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_YEARS = {"year": 1, "decade": 10, "century": 100, "centurie": 100}


def _read_event(_: Match[str]) -> Meaning:
    """Read "less than a month after": the event that follows places it, not the article's date."""
    return Meaning(relative=False)


def _count_from(unit: str, count: int, *, loose: bool) -> Callable[[date], str | None]:
    """The function from a day to the date `count` units from it (negative: before it)."""

    def place(day: date) -> str | None:
        if unit in _YEARS:
            text = year_text(day.year + count * _YEARS[unit])
        elif unit == "month":
            text = month_text(day.year, day.month + count)
        else:
            text = write_iso(shift_days(day, count * _DAYS[unit]))
        exact = unit == "day" and abs(count) <= _EXACT_DAYS and not loose
        return text if exact or text is None else text + "~"

    return place


_ON_WEEKDAY = late.pattern(rf" (?:on )?{WEEKDAY}")  # "a week ago Monday"
_SAID_REACH = 80  # characters behind "two years ago" that may say who counts so


def _read_ago(match: Match[str]) -> Meaning:
    """Read "two years ago"; "less than a month ago" is the whole month up to the article's day."""
    unit, count = match["unit"].lower(), terms.number_value(match["n"])
    hedge = (match["hedge"] or "").lower()
    behind = match.string[match.end() : match.end() + _SAID_REACH]
    if hedge in {"more than", "over", "at least"} or _is_compound(match):
        return Meaning()
    if OTHER_TEXT.search(behind) or _ON_WEEKDAY.match(behind):
        return Meaning()
    if hedge in {"less than", "under"}:
        return Meaning(at=lambda day, _: _up_to(day, unit, count))
    return _counted_back(unit, count, loose=bool(hedge))


def _is_compound(match: Match[str]) -> bool:
    """Whether what is counted goes on from something counted before it: "one month and 21 days
    ago".
    """
    return _COUNTED.search(match.string, max(0, match.start() - 14), match.start()) is not None


def _counted_back(unit: str, count: int, *, loose: bool) -> Meaning:
    place = _count_from(unit, -count, loose=loose)

    def at(published: date, scene: Scene) -> str | None:
        of_another = scene.quoted and scene.beside not in {None, published}
        return None if of_another else place(published)  # "a post of 1 March says “two days ago”"

    return Meaning(at=at)


def _from_now(match: Match[str]) -> Meaning:
    if _is_compound(match):
        return Meaning()
    place = _count_from(
        match["unit"].lower(), terms.number_value(match["n"]), loose=bool(match["hedge"])
    )
    return Meaning(at=lambda day, _: place(day))


def _up_to(day: date, unit: str, count: int) -> str | None:
    """The days from `count` units before `day` to it."""
    months = count * 12 * _YEARS[unit] if unit in _YEARS else count
    if unit in _DAYS:
        first = shift_days(day, -count * _DAYS[unit])
    else:
        base = month_text(day.year, day.month - months)
        first = (
            calendar_day(int(base[:4]), int(base[5:]), min(day.day, edtf.bounds(base)[1].day))
            if base
            else None
        )
    return edtf.write_span(first, day) if first else None


def _hours_ago(match: Match[str]) -> Meaning:
    days, rest = divmod(int(match["n"]), 24)
    hedge = (match["hedge"] or "").lower()
    if rest or hedge in {"more than", "less than", "over", "under", "at least"}:
        return Meaning()
    return _counted_back("day", days, loose=bool(hedge))


def _from_before(unit: str, count: int, *, loose: bool) -> Meaning:
    """Count from the date told before; it must be as exact as the unit."""
    place = _count_from(unit, count, loose=loose)

    def since(before: str) -> str | None:
        first, last = edtf.bounds(before)
        if unit in _DAYS and first != last:
            return None
        same_month = (first.year, first.month) == (last.year, last.month)
        if first.year != last.year or (unit == "month" and not same_month):
            return None
        text = place(first)
        return (
            text.rstrip("~")
            if text and count in {-1, 0, 1} and unit != "week" and not loose
            else text
        )

    return Meaning(since=since)


def _read_earlier(match: Match[str]) -> Meaning:
    count = terms.number_value(match["n"]) * (
        -1 if match["side"].lower() in {"earlier", "before"} else 1
    )
    if (match["hedge"] or "").lower() not in {"", "about", "around", "roughly"} or _is_compound(
        match
    ):
        return Meaning()
    return _from_before(match["unit"].lower(), count, loose=bool(match["hedge"]))


def _read_neighbour(match: Match[str]) -> Meaning:
    """Read "the previous evening", "the following year", "that day"."""
    side = match["side"].lower()
    unit = match["unit"].lower()
    unit = "day" if re.fullmatch(rf"{DAYTIME}|day", unit) else unit
    if unit == "week" or "same" in side or "that" in side:
        return Meaning() if unit == "week" else _from_before(unit, 0, loose=False)
    return _from_before(unit, -1 if side in {"previous", "preceding"} else 1, loose=False)


def _same_of_year_before(match: Match[str]) -> Meaning:
    """Read "the same month a year ago": that of the date told before, a year earlier."""
    unit = (match["unit"] or match["unit2"]).lower()

    def since(before: str) -> str | None:
        if _MONTH.fullmatch(before):
            return (
                f"{int(before[:4]) - 1:04d}{before[4:]}"
                if unit in {"month", "period", "time"}
                else None
            )
        if not edtf.is_day(before) or unit not in {"day", "time", "date"}:
            return None
        day = edtf.bounds(before)[0]
        return write_iso(calendar_day(day.year - 1, day.month, day.day))

    return Meaning(since=since)


def _day_beside(match: Match[str]) -> Meaning:
    return _from_before("day", -1 if match["side"].lower() == "before" else 1, loose=False)


_CLOSE = r"(?=\s*(?:[.,;:)\]!?\u201d\"]|$))"
_HEDGED = rf"(?<![\w\u2010-\u2015-])(?:(?P<hedge>{HEDGE}) )?"

# "A week ago last Monday", "a fortnight ago yesterday", "a week on Thursday", "a week last Friday":
# counted from a day that is itself named.
_WEEKS_AND_DAY = (
    rf"\b{NUMBER} (?i:(?:days? ago|(?:weeks?|fortnights?|months?)(?: ago)?)"
    rf"(?: on| from| last| this| next| past)? (?:yesterday|today|tomorrow|{WEEKDAY}))\b"
)

_LATER = (" ago", "earlier", "later", "before", "after")
_AFTER = ("before", "after", "since", "in advance", "earlier", "later")
_SEVERAL = ("few", "several", "some", "many", "couple", "number of", "handful", "dozens")
_NEIGHBOURS = (
    "recent ",
    "past ",
    "last ",
    "coming ",
    "next ",
    "previous ",
    "preceding ",
    "following ",
)
_LENGTHS = ("day", "month", "year", "morning", "afternoon", "evening", "night")

RULES: tuple[DateRule, ...] = (
    DateRule(
        needs=(("same ",), ("year",)),
        pattern=late.pattern(
            r"\b(?i:(?:the|that) same (?P<unit>day|date|month|period|quarter|time) "
            r"(?:a|one) year (?:ago|earlier|before|previously)|(?:the|that) same (?P<unit2>period"
            r"|month) (?:of|in) "
            r"(?:the )?(?:previous|preceding) year)\b"
        ),
        read=_same_of_year_before,
    ),
    DateRule(
        needs=(signs.UNIT, ("from now", "from today")),
        pattern=late.pattern(rf"\b{_HEDGED}(?P<n>{NUMBER}) {_UNIT} from (?i:now|today)\b"),
        read=_from_now,
    ),
    DateRule(
        needs=(signs.UNIT, (" from ",), ("tomorrow", *signs.WEEKDAY)),
        pattern=late.pattern(
            rf"\b{NUMBER} (?:days?|weeks?|months?|years?) from (?i:tomorrow|{WEEKDAY})\b"
        ),
        read=unplaced_meaning,
    ),
    DateRule(
        needs=(signs.UNIT, ("yesterday", "today", "tomorrow", *signs.WEEKDAY)),
        pattern=late.pattern(_WEEKS_AND_DAY),
        read=unplaced_meaning,
    ),
    DateRule(
        needs=(signs.UNIT, (" ago",)),
        pattern=late.pattern(rf"{_HEDGED}(?P<n>\[?{NUMBER}\]?) {_UNIT} ago\b"),
        read=_read_ago,
    ),
    DateRule(
        needs=(("hours ago",),),
        pattern=late.pattern(rf"{_HEDGED}(?P<n>[0-9]{{1,3}}) hours ago\b"),
        read=_hours_ago,
    ),
    DateRule(
        needs=(_SEVERAL, _LATER),
        pattern=late.pattern(
            r"\b(?i:(?:just |only )?(?:a few|several|some|many|a couple of|a number of|a handful "
            r"of|dozens of|few)) "
            r"(?:hours|days|weeks|months|years|decades) (?:ago|earlier|later)\b"
        ),
        read=unplaced_meaning,
    ),
    DateRule(
        needs=(signs.UNIT, _NEIGHBOURS),
        pattern=late.pattern(
            rf"\b(?i:in|over|during|within|for|of) (?P<span>(?:(?i:the|these) )?(?i:recent|past"
            rf"|last|coming|next|"
            rf"previous|preceding|following)(?: (?:few|several|couple of|{NUMBER}))? "
            r"(?:hours?|days?|weeks?|months?|years?|decades?))\b"
        ),
        read=unplaced_meaning,
    ),
    DateRule(
        needs=(signs.UNIT, _AFTER, signs.COUNTED),
        pattern=late.pattern(
            rf"{_HEDGED}(?P<n>{NUMBER}) {_UNIT} (?P<side>(?i:earlier|later|before{_CLOSE}"
            rf"|after{_CLOSE}))(?!\w| than\b)"
        ),
        read=_read_earlier,
    ),
    DateRule(
        needs=(signs.UNIT, _AFTER, signs.COUNTED),
        pattern=late.pattern(
            rf"{_HEDGED}(?P<n>{NUMBER}|(?i:a few|several|some|many)) "
            rf"(?:hours?|days?|weeks?|months?|years?|decades?) (?i:before|after|since|in advance "
            rf"of)\b(?!{_CLOSE})"
        ),
        read=_read_event,
    ),
    DateRule(
        needs=(("the previous", "the preceding", "the following", "the next"),),
        pattern=late.pattern(
            rf"\b(?i:the (?P<side>previous|preceding|following|next)) "
            rf"(?P<unit>(?i:day|week|month|year|{DAYTIME}))(?![\w-]|{APOSTROPHE})"
        ),
        read=_read_neighbour,
    ),
    DateRule(
        needs=(("that ", "same "), _LENGTHS),
        pattern=late.pattern(
            rf"\b(?P<side>(?i:that|that same|the same)) (?P<unit>(?i:day|month|year"
            rf"|{DAYTIME}))(?![\w-]|{APOSTROPHE})"
        ),
        read=_read_neighbour,
    ),
    DateRule(
        needs=(("the day ",),),
        pattern=late.pattern(rf"\b(?i:the day (?P<side>before|after)){_CLOSE}"),
        read=_day_beside,
    ),
)
