"""Days of a month without a year."""

from collections.abc import Sequence
from datetime import date
from re import Match

from briefing.language import late, wordlist
from briefing.languages.en.dates import signs, terms
from briefing.languages.en.dates.meaning import (
    DateRule,
    Meaning,
    Scene,
    calendar_day,
    month_text,
    write_iso,
)
from briefing.languages.en.dates.terms import (
    DASH,
    DAY,
    DAYTIME,
    MONTH,
    SHORT_WEEKDAY,
    WHICH,
    YEAR_OF,
)

_EDGE = r"(?<![\w/.,$€£#-])"
# A number behind a month that is no day: "May 2,000", "March 10%".
_DAY_END = r"(?![\w%]|[.,:/][0-9]|-[a-z]| ?(?:per ?cent|million|billion)\b)"
_PATTERNS = wordlist.patterns("en", "words/day_patterns")
_NAMED_EVENT, _NAME_GOES_ON = _PATTERNS["named_event"], _PATTERNS["name_goes_on"]
_NEAR, _FAR = 100, 180  # days: a date this close behind beats one this far ahead
# Days: further back, a list of dates to come looks the same unless a verb is in the past.
_RECENT = 30
_NEAR_DAYS = 31  # a day so near is of this year though the text tells of another
_YEARS_AROUND = (-1, 0, 1)


def _place_day(
    published: date, scene: Scene, month: int, day: int, weekday: int | None
) -> date | None:
    """Find the year of a day of a month, where one year is certain.

    A weekday proves it when it fits one year only, unless the day is so near in this year that the
    weekday may be a slip. Else news leaves the year out within the running year: a day gone by is
    this year's; a day to come is this year's only if the sentence looks ahead, and last year's only
    if it is recent and this year's far away.
    """
    around = [calendar_day(published.year + turn, month, day) for turn in _YEARS_AROUND]
    if weekday is not None:
        return _year_by_weekday(published, around, weekday)
    last, this, _ = around
    if this is None or _is_of_other_year(published, scene, this):
        return None
    if this <= published:
        return this if _is_gone(published, scene, this) else None
    if scene.future:
        return this
    return last if _was_last_year(published, scene, last, this) else None


def _is_of_other_year(published: date, scene: Scene, this: date) -> bool:
    """Whether the text tells of another year there, or looks back to some and the day is not near:
    "reported on 11 September".
    """
    if scene.is_about_other(published.year):
        return True
    return scene.tells_of_others(published.year) and abs((this - published).days) > _NEAR_DAYS


def _is_gone(published: date, scene: Scene, this: date) -> bool:
    """Whether a day of this year up to the day of publication is the one that is meant: a recent
    one, or one of which the sentence tells as past.
    """
    told = scene.past or (published - this).days <= _RECENT
    return this == published or (told and not scene.future)


def _was_last_year(published: date, scene: Scene, last: date | None, this: date) -> bool:
    """Whether last year's day is meant: it is near, this year's is far away, and the sentence tells
    of the past or the day is recent.
    """
    if last is None:
        return False
    ago = (published - last).days
    near = ago <= _NEAR and (this - published).days >= _FAR
    return near and (scene.past or ago <= _RECENT)


def _year_by_weekday(published: date, around: Sequence[date | None], weekday: int) -> date | None:
    """The one of three years' days that its weekday fits, unless the day of the article's own year
    is so near that the weekday may be a slip.
    """
    fitting = [one for one in around if one and one.weekday() == weekday]
    this = around[1]
    near = this is not None and abs((this - published).days) <= _RECENT
    slip = near and this not in fitting
    return fitting[0] if len(fitting) == 1 and not slip else None


def _month_day(match: Match[str]) -> Meaning | None:
    month, day = (
        terms.month_number(match["m"] or match["m2"]),
        terms.day_number(match["d"] or match["d2"]),
    )
    weekday = terms.weekday_number(match["w"]) if match["w"] else None
    if calendar_day(2000, month, day) is None:
        return None
    behind = match.string, match.end()
    if weekday is None and (_NAMED_EVENT.match(*behind) or _NAME_GOES_ON.match(*behind)):
        return Meaning()
    return Meaning(
        at=lambda published, scene: write_iso(_place_day(published, scene, month, day, weekday))
    )


def _month_day_of_year(match: Match[str]) -> Meaning | None:
    month, day = (
        terms.month_number(match["m"] or match["m2"]),
        terms.day_number(match["d"] or match["d2"]),
    )
    turn = terms.turn_of(match)
    return Meaning(
        at=lambda published, _: write_iso(calendar_day(published.year + turn, month, day))
    )


def _day_of_month(match: Match[str]) -> Meaning:
    day, turn = terms.day_number(match["d"]), terms.turn_of(match)

    def at(published: date, _: Scene) -> str | None:
        month = month_text(published.year, published.month + turn)
        return write_iso(calendar_day(int(month[:4]), int(month[5:]), day)) if month else None

    return Meaning(at=at)


def _read_days(match: Match[str]) -> Meaning | None:
    month, one, two = (
        terms.month_number(match["m"]),
        terms.day_number(match["one"]),
        terms.day_number(match["two"]),
    )
    if one >= two or calendar_day(2000, month, two) is None:
        return None

    def at(published: date, scene: Scene) -> str | None:
        first = _place_day(published, scene, month, one, None)
        last = calendar_day(first.year, month, two) if first else None
        return f"{write_iso(first)}/{write_iso(last)}" if first and last else None

    return Meaning(at=at)


_LEAD = rf"(?:(?P<w>{SHORT_WEEKDAY})(?: {DAYTIME})?,? (?:the )?)?"
_PLAIN_LEAD = rf"(?:{SHORT_WEEKDAY},? (?:the )?)?"
_FORM = (
    rf"(?:(?P<d>{DAY})(?: of)?[ -]?(?P<m>{MONTH})(?!\w)|(?P<m2>{MONTH})[ "
    rf"-]?(?P<d2>{DAY}){_DAY_END})"
)

RULES: tuple[DateRule, ...] = (
    DateRule(
        needs=(signs.MONTH, signs.DIGIT, (" year",)),
        pattern=late.pattern(rf"{_EDGE}{_PLAIN_LEAD}{_FORM}{YEAR_OF}\b"),
        read=_month_day_of_year,
    ),
    DateRule(
        needs=(signs.MONTH, signs.DIGIT),
        pattern=late.pattern(rf"{_EDGE}{_LEAD}{_FORM}"),
        read=_month_day,
    ),
    DateRule(
        needs=(signs.DIGIT, (" month",)),
        pattern=late.pattern(rf"{_EDGE}(?:the )?(?P<d>{DAY})(?<=[a-z]) of {WHICH} month\b"),
        read=_day_of_month,
    ),
    DateRule(
        needs=(signs.MONTH, signs.DAYS),
        pattern=late.pattern(
            rf"{_EDGE}(?P<one>{DAY})(?:{DASH}| to )(?P<two>{DAY})(?: of)? (?P<m>{MONTH})(?!\w)"
        ),
        read=_read_days,
    ),
    DateRule(
        needs=(signs.MONTH, signs.DAYS),
        pattern=late.pattern(
            rf"{_EDGE}(?P<m>{MONTH}) (?P<one>{DAY})(?:{DASH}| to )(?P<two>{DAY}){_DAY_END}"
        ),
        read=_read_days,
    ),
)
