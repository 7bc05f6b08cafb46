"""Weeks, months, quarters, years and decades called this, last or next, and parts of them."""

from datetime import date
from re import Match

from briefing.language import edtf, late
from briefing.languages.en.dates import signs, terms
from briefing.languages.en.dates.absolute import quarter_text
from briefing.languages.en.dates.meaning import (
    DateRule,
    Meaning,
    Scene,
    calendar_day,
    month_text,
    part_of,
    unplaced_meaning,
    week_text,
    write_iso,
    year_text,
)
from briefing.languages.en.dates.terms import APOSTROPHE, TURN, WHICH

_DELAY = late.pattern(r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|too|so|very|as) $")
_LEAD = 8
_SATURDAY, _SUNDAY = 5, 6


def _turned_quarter(match: Match[str]) -> Meaning:
    turn = terms.turn_of(match)

    def at(day: date, _: Scene) -> str | None:
        first = month_text(day.year, (day.month - 1) // 3 * 3 + 1 + 3 * turn)
        return quarter_text(int(first[:4]), (int(first[5:]) + 2) // 3) if first else None

    return Meaning(at=at)


def unit_text(day: date, unit: str, turn: int) -> str | None:
    """Write the week, month, year or decade so many turns from the one that holds `day`."""
    if unit == "week":
        return week_text(day, turn)
    if unit == "month":
        return month_text(day.year, day.month + turn)
    if unit == "year":
        return year_text(day.year + turn)
    tens = day.year // 10 + turn
    return f"{tens:03d}X" if unit == "decade" and edtf.is_valid(f"{tens:03d}X") else None


def _turned_unit(match: Match[str]) -> Meaning:
    unit, turn = match["unit"].lower(), terms.turn_of(match)
    titled = unit == "week" and match["unit"][0].isupper()  # the programme "This Week"

    def at(day: date, scene: Scene) -> str | None:
        # The speaker of a quotation may have said so some days or weeks before.
        unsure = titled or (scene.quoted and unit in {"week", "month"})
        unsure = unsure or (unit == "week" and _is_week_open(day, scene))
        return None if unsure else unit_text(day, unit, turn)

    return Meaning(at=at)


def _is_week_open(day: date, scene: Scene) -> bool:
    """Whether nobody knows which week is meant: on a Sunday, when it has ended or begins, and on a
    Saturday of anything but what has happened ("is to release its plan this week").
    """
    return day.weekday() == _SUNDAY or (day.weekday() == _SATURDAY and not scene.past)


def _side_of_unit(match: Match[str]) -> Meaning:
    """Read "earlier this month": from its first day to the article's; "later this year": from there
    on.
    """
    unit, later = match["unit"].lower(), match["side"].lower() == "later"

    def at(day: date, _: Scene) -> str | None:
        whole = unit_text(day, unit, 0)
        if whole is None:
            return None
        first, last = edtf.bounds(whole)
        first, last = (day, last) if later else (first, day)
        if unit == "year":
            return edtf.write_span(
                calendar_day(first.year, first.month, 1) or first,
                edtf.month_end(last.year, last.month),
            )
        return edtf.write_span(first, last)

    return Meaning(at=at)


def _part_unit(match: Match[str]) -> Meaning:
    """Read "late last year" and "the end of the month"."""
    if _DELAY.search(match.string, max(0, match.start() - _LEAD), match.start()):
        return Meaning()  # "two weeks | late this year"
    unit, place = match["unit"].lower(), terms.part_number(match["part"])
    turn = TURN.get(match["which"].lower(), 0)
    last = "end of" in match["part"].lower() and terms.is_deadline(match)
    edge = {0: 1, 2: 12}.get(place) if " of" in match["part"].lower() and unit == "year" else None

    def at(day: date, _: Scene) -> str | None:
        if last and (whole := unit_text(day, unit, turn)):
            return write_iso(edtf.bounds(whole)[1])
        if edge and year_text(day.year + turn):
            return f"{day.year + turn:04d}-{edge:02d}~"
        return part_of(unit_text(day, unit, turn), place)

    return Meaning(at=at)


def _unit_end(match: Match[str]) -> Meaning:
    """Read "by year end" and "by the month's end"; elsewhere than behind "by" it is no day.

    "Since year-end" and "was up at year end" look back to the end of one that is over, and stay
    open.
    """
    unit, deadline = match["unit"].lower(), terms.is_deadline(match)

    def at(day: date, scene: Scene) -> str | None:
        whole = unit_text(day, unit, 0) if deadline or scene.future else None
        if whole is None:
            return None
        if deadline:
            return write_iso(edtf.bounds(whole)[1])
        return f"{whole}-12~" if unit == "year" else part_of(whole, 2)

    return Meaning(at=at)


RULES: tuple[DateRule, ...] = (
    DateRule(
        needs=(signs.WHICH, signs.UNIT),
        pattern=late.pattern(
            rf"(?<!the )(?<!The )\b{WHICH} (?P<unit>(?i:week|month|year|decade))(?![\w-]| of\b)"
        ),
        read=_turned_unit,
    ),
    DateRule(
        needs=(signs.WHICH, ("quarter",)),
        pattern=late.pattern(rf"(?<!the )(?<!The )\b{WHICH} quarter(?![\w-]| of\b|{APOSTROPHE})"),
        read=_turned_quarter,
    ),
    DateRule(
        needs=(("earlier this", "later this"),),
        pattern=late.pattern(
            r"\b(?P<side>(?i:earlier|later)) (?i:this) (?P<unit>(?i:week|month|year))(?![\w-])"
        ),
        read=_side_of_unit,
    ),
    DateRule(
        needs=(signs.PART, signs.WHICH, (" week",)),
        pattern=late.pattern(rf"(?<![\w-]){terms.PART}[ -](?i:this|last|next) (?i:week)\b"),
        read=unplaced_meaning,
    ),
    DateRule(
        needs=(signs.PART, signs.UNIT),
        pattern=late.pattern(
            rf"(?<![\w-])(?P<part>{terms.PART}) (?P<which>(?i:this|last|next|the)) "
            r"(?P<unit>(?i:month|year|decade))(?![\w-])"
        ),
        read=_part_unit,
    ),
    DateRule(
        needs=(("year end", "year-end", "year's end", "year’s end", "month's end", "month’s end"),),
        pattern=late.pattern(
            rf"(?<![\w-])(?:(?i:the) )?(?P<unit>(?i:year|month))(?:{APOSTROPHE}s |(?<=[Yy]ear)[ "
            rf"-])(?i:end)(?![\w-])"
        ),
        read=_unit_end,
    ),
)
