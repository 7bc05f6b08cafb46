"""Days, weeks, months and years counted from the article's date or from the date told before."""

import re
from collections.abc import Callable
from datetime import date
from re import Match

from briefing.language import edtf
from briefing.language.dates import terms
from briefing.language.dates.meaning import (
    Meaning,
    Rule,
    Scene,
    calendar_day,
    iso,
    month_text,
    part_of,
    shifted,
    week_text,
    year_text,
)
from briefing.language.dates.terms import APOSTROPHE, DAYTIME, HEDGE, NUMBER, WEEKDAY

_UNIT = r"(?P<unit>(?i:day|week|month|year|decade|century|centurie))s?"
_WHICH = r"(?P<which>(?i:this|last|next))"
_TURN = {"this": 0, "last": -1, "next": 1}
_WEEK = 7
_EXACT_DAYS = 14
_SATURDAY, _WEDNESDAY, _FRIDAY = 5, 2, 4
_NAMED_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_YEARS = {"year": 1, "decade": 10, "century": 100, "centurie": 100}


def _turn(match: Match[str]) -> int:
    return _TURN[match["which"].lower()]


def _unplaced(_: Match[str]) -> Meaning:
    return Meaning()


def _event(_: Match[str]) -> Meaning:
    """Read "less than a month after": the event that follows places it, not the article's date."""
    return Meaning(relative=False)


def _named_day(match: Match[str]) -> Meaning:
    shift = next(days for name, days in _NAMED_DAYS.items() if match["name"].lower().startswith(name))
    return Meaning(at=lambda published, scene: None if scene.quoted else iso(shifted(published, shift)))


def _weekday(match: Match[str]) -> Meaning:
    """Read "Monday": in a sentence about the past the latest one, up to the article's own day."""
    wanted = terms.weekday_number(match["w"])

    def at(published: date, scene: Scene) -> str | None:
        if scene.quoted or (scene.day and not 0 <= (published - scene.day).days <= _WEEK):
            return None
        back = (published.weekday() - wanted) % _WEEK
        if scene.future:
            return iso(shifted(published, _WEEK - back)) if back else None
        return iso(shifted(published, -back)) if scene.past else None

    return Meaning(at=at)


def _turned_weekday(match: Match[str]) -> Meaning:
    """Read "last Monday" where the latest Monday is also last week's; "next Friday" likewise."""
    wanted, turn = terms.weekday_number(match["w"]), _turn(match)

    def at(published: date, scene: Scene) -> str | None:
        ahead = wanted - published.weekday()
        against = (ahead < 0 and scene.future) or (ahead > 0 and scene.past)
        if scene.quoted or ahead * turn > 0 or (turn == 0 and against):
            return None
        return iso(shifted(published, ahead + _WEEK * turn))

    return Meaning(at=at)


def _weekday_of_week(match: Match[str]) -> Meaning:
    wanted, turn = terms.weekday_number(match["w"]), _turn(match)
    return Meaning(
        at=lambda day, scene: None if scene.quoted else iso(shifted(day, wanted - day.weekday() + _WEEK * turn))
    )


def unit_text(day: date, unit: str, turn: int) -> str | None:
    """Write the week, month, year or decade so many turns from the one that holds `day`."""
    if unit == "week":
        return week_text(day, turn)
    if unit == "month":
        return month_text(day.year, day.month + turn)
    if unit == "year":
        return year_text(day.year + turn)
    tens = day.year // 10 + turn
    return f"{tens:03d}X" if unit == "decade" and edtf.valid(f"{tens:03d}X") else None


def _turned_unit(match: Match[str]) -> Meaning:
    unit, turn = match["unit"].lower(), _turn(match)
    return Meaning(at=lambda day, _: unit_text(day, unit, turn))


def _side_of_unit(match: Match[str]) -> Meaning:
    """Read "earlier this month": from its first day to the article's; "later this year": from there on."""
    unit, later = match["unit"].lower(), match["side"].lower() == "later"

    def at(day: date, _: Scene) -> str | None:
        whole = unit_text(day, unit, 0)
        if whole is None:
            return None
        first, last = edtf.bounds(whole)
        first, last = (day, last) if later else (first, day)
        if unit == "year":
            return edtf.span(calendar_day(first.year, first.month, 1) or first, edtf.month_end(last.year, last.month))
        return edtf.span(first, last)

    return Meaning(at=at)


def _part_unit(match: Match[str]) -> Meaning:
    """Read "late last year" and "the end of the month"."""
    unit, place = match["unit"].lower(), terms.part_number(match["part"])
    turn = _TURN.get(match["which"].lower(), 0)
    edge = {0: 1, 2: 12}.get(place) if " of" in match["part"].lower() and unit == "year" else None

    def at(day: date, _: Scene) -> str | None:
        if edge and year_text(day.year + turn):
            return f"{day.year + turn:04d}-{edge:02d}~"
        return part_of(unit_text(day, unit, turn), place)

    return Meaning(at=at)


def _weekend(match: Match[str]) -> Meaning:
    """Read "last weekend" and "over the weekend"; "this" and "next" are open where two readings exist."""
    which = match["which"].lower()

    def at(day: date, scene: Scene) -> str | None:
        weekday = day.weekday()
        saturday = shifted(day, _SATURDAY - weekday - _WEEK)
        if weekday >= _SATURDAY and which != "last":
            saturday = None if scene.future and which != "this" else shifted(day, _SATURDAY - weekday)
        elif which == "next" or (which != "last" and (scene.future or weekday > _WEDNESDAY)):
            return None
        elif which == "this" and not (scene.past and weekday < _WEDNESDAY):
            return None
        sunday = shifted(saturday, 1) if saturday else None
        return f"{iso(saturday)}/{iso(sunday)}" if saturday and sunday else None

    return Meaning(at=at)


def _counted(unit: str, count: int, *, loose: bool) -> Callable[[date], str | None]:
    """Give the function from a day to the date `count` units from it (negative: before it)."""

    def place(day: date) -> str | None:
        if unit in _YEARS:
            text = year_text(day.year + count * _YEARS[unit])
        elif unit == "month":
            text = month_text(day.year, day.month + count)
        else:
            text = iso(shifted(day, count * (_WEEK if unit == "week" else 1)))
        exact = unit == "day" and abs(count) <= _EXACT_DAYS and not loose
        return text if exact or text is None else text + "~"

    return place


def _ago(match: Match[str]) -> Meaning:
    """Read "two years ago"; "less than a month ago" is the whole month up to the article's day."""
    unit, count = match["unit"].lower(), terms.number(match["n"])
    hedge = (match["hedge"] or "").lower()
    place = _counted(unit, -count, loose=bool(hedge))
    if hedge in {"more than", "over", "at least", "just over"}:
        return Meaning()
    if hedge in {"less than", "under"}:
        return Meaning(at=lambda day, _: _up_to(day, unit, count))
    return Meaning(at=lambda day, _: place(day))


def _from_now(match: Match[str]) -> Meaning:
    place = _counted(match["unit"].lower(), terms.number(match["n"]), loose=bool(match["hedge"]))
    return Meaning(at=lambda day, _: place(day))


def _up_to(day: date, unit: str, count: int) -> str | None:
    """Give the days from `count` units before `day` to it."""
    months = count * 12 * _YEARS[unit] if unit in _YEARS else count
    if unit in {"day", "week"}:
        first = shifted(day, -count * (_WEEK if unit == "week" else 1))
    else:
        base = month_text(day.year, day.month - months)
        first = calendar_day(int(base[:4]), int(base[5:]), min(day.day, edtf.bounds(base)[1].day)) if base else None
    return edtf.span(first, day) if first else None


def _hours_ago(match: Match[str]) -> Meaning:
    days, rest = divmod(int(match["n"]), 24)
    return Meaning() if rest or match["hedge"] else Meaning(at=lambda day, _: iso(shifted(day, -days)))


def _from_before(unit: str, count: int, *, loose: bool) -> Meaning:
    """Count from the date told before; it must be as exact as the unit."""
    place = _counted(unit, count, loose=loose)

    def since(before: str) -> str | None:
        first, last = edtf.bounds(before)
        if unit in {"day", "week"} and first != last:
            return None
        same_month = (first.year, first.month) == (last.year, last.month)
        if first.year != last.year or (unit == "month" and not same_month):
            return None
        text = place(first)
        return text.rstrip("~") if text and count in {-1, 0, 1} and unit != "week" and not loose else text

    return Meaning(since=since)


def _earlier(match: Match[str]) -> Meaning:
    count = terms.number(match["n"]) * (-1 if match["side"].lower() in {"earlier", "before"} else 1)
    if (match["hedge"] or "").lower() not in {"", "about", "around", "roughly"}:
        return Meaning()
    return _from_before(match["unit"].lower(), count, loose=bool(match["hedge"]))


def _neighbour(match: Match[str]) -> Meaning:
    """Read "the previous evening", "the following year", "that day"."""
    side = match["side"].lower()
    unit = match["unit"].lower()
    unit = "day" if re.fullmatch(rf"{DAYTIME}|day", unit) else unit
    if unit == "week" or "same" in side or "that" in side:
        return Meaning() if unit == "week" else _from_before(unit, 0, loose=False)
    return _from_before(unit, -1 if side in {"previous", "preceding"} else 1, loose=False)


def _day_beside(match: Match[str]) -> Meaning:
    return _from_before("day", -1 if match["side"].lower() == "before" else 1, loose=False)


_CLOSE = r"(?=\s*(?:[.,;:)\]!?\u201d\"]|$))"
_HEDGED = rf"(?:(?P<hedge>{HEDGE}) )?"

RULES: tuple[Rule, ...] = (
    Rule(
        pattern=re.compile(
            rf"(?<![\w-])(?P<name>(?i:the day before yesterday|the day after tomorrow|yesterday|tomorrow)(?: {DAYTIME})?"
            rf"|[Tt]oday|[Tt]onight|(?i:last night|last evening|this morning|this afternoon|this evening))(?![\w-])"
        ),
        read=_named_day,
    ),
    Rule(
        pattern=re.compile(
            rf"(?<![\w-])(?<![Ee]very )(?<![Ee]ach )(?P<w>{WEEKDAY})(?:[ -]{DAYTIME})?(?![\w-])"
        ),
        read=_weekday,
    ),
    Rule(
        pattern=re.compile(rf"\b{_WHICH} (?P<w>{WEEKDAY})(?: {DAYTIME})?(?![\w-])"),
        read=_turned_weekday,
    ),
    Rule(
        pattern=re.compile(rf"\b(?P<w>{WEEKDAY})(?: of)? {_WHICH} week\b"),
        read=_weekday_of_week,
    ),
    Rule(
        pattern=re.compile(rf"\b{_WHICH} week (?:on )?(?P<w>{WEEKDAY})(?: {DAYTIME})?(?![\w-])"),
        read=_weekday_of_week,
    ),
    Rule(
        pattern=re.compile(
            rf"(?<!the )(?<!The )\b{_WHICH} (?P<unit>(?i:week|month|year|decade))(?![\w-]| of\b)"
        ),
        read=_turned_unit,
    ),
    Rule(
        pattern=re.compile(r"\b(?P<side>(?i:earlier|later)) (?i:this) (?P<unit>(?i:week|month|year))(?![\w-])"),
        read=_side_of_unit,
    ),
    Rule(
        pattern=re.compile(r"\b(?i:early|mid|late|the (?:beginning|start|middle|end) of)[ -](?i:this|last|next) (?i:week)\b"),
        read=_unplaced,
    ),
    Rule(
        pattern=re.compile(rf"\b{_HEDGED}(?P<n>{NUMBER}) {_UNIT} from (?i:now|today)\b"),
        read=_from_now,
    ),
    Rule(
        pattern=re.compile(rf"\b{NUMBER} (?:days?|weeks?|months?|years?) from (?i:tomorrow|{WEEKDAY})\b"),
        read=_unplaced,
    ),
    Rule(
        pattern=re.compile(
            rf"(?<![\w-])(?P<part>{terms.PART}) (?P<which>(?i:this|last|next|the)) (?P<unit>(?i:month|year|decade))(?![\w-])"
        ),
        read=_part_unit,
    ),
    Rule(
        pattern=re.compile(rf"\b(?P<which>(?i:this|last|next)) weekend\b"),
        read=_weekend,
    ),
    Rule(
        pattern=re.compile(r"\b(?i:over|during|at|throughout|on) (?P<span>(?P<which>the) weekend)\b"),
        read=_weekend,
    ),
    Rule(pattern=re.compile(rf"(?<!\w){_HEDGED}(?P<n>{NUMBER}) {_UNIT} ago\b"), read=_ago),
    Rule(pattern=re.compile(rf"(?<!\w){_HEDGED}(?P<n>[0-9]{{1,3}}) hours ago\b"), read=_hours_ago),
    Rule(
        pattern=re.compile(
            r"\b(?i:(?:just |only )?(?:a few|several|some|many|a couple of|a number of|a handful of|dozens of|few)) "
            r"(?:hours|days|weeks|months|years|decades) (?:ago|earlier|later|before)\b"
        ),
        read=_unplaced,
    ),
    Rule(
        pattern=re.compile(
            rf"\b(?i:in|over|during|within|for|of) (?P<span>(?:(?i:the|these) )?(?i:recent|past|last|coming|next|previous|"
            rf"preceding|following)(?: (?:few|several|couple of|{NUMBER}))? (?:hours?|days?|weeks?|months?|years?|decades?))\b"
        ),
        read=_unplaced,
    ),
    Rule(
        pattern=re.compile(
            rf"(?<!\w){_HEDGED}(?P<n>{NUMBER}) {_UNIT} (?:(?P<side>(?i:earlier|later))\b|(?P<close>(?i:before|after)){_CLOSE})"
        ),
        read=lambda match: _earlier(match) if match["side"] else Meaning(),
    ),
    Rule(
        pattern=re.compile(
            rf"(?<!\w){_HEDGED}(?P<n>{NUMBER}|(?i:a few|several|some|many)) "
            rf"(?:hours?|days?|weeks?|months?|years?|decades?) (?i:before|after|since|in advance of)\b(?!{_CLOSE})"
        ),
        read=_event,
    ),
    Rule(
        pattern=re.compile(
            rf"\b(?i:the (?P<side>previous|preceding|following|next)) "
            rf"(?P<unit>(?i:day|week|month|year|{DAYTIME}))(?![\w-]|{APOSTROPHE})"
        ),
        read=_neighbour,
    ),
    Rule(
        pattern=re.compile(
            rf"\b(?P<side>(?i:that|that same|the same)) (?P<unit>(?i:day|month|year|{DAYTIME}))(?![\w-]|{APOSTROPHE})"
        ),
        read=_neighbour,
    ),
    Rule(pattern=re.compile(rf"\b(?i:the day (?P<side>before|after)){_CLOSE}"), read=_day_beside),
    Rule(
        pattern=re.compile(rf"\b(?i:(?:the )?(?:following|previous|preceding)|the (?:next|last)|(?:the )?(?:first|second|third|fourth|final|"
            rf"another|other|opening)) {WEEKDAY}(?: {DAYTIME})?(?![\w-])"),
        read=_unplaced,
    ),
)
