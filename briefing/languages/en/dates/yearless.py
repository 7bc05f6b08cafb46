"""Days and months without a year, and seasons and quarters counted from the article's date."""

import re
from collections.abc import Sequence
from datetime import date
from re import Match

from briefing.language import edtf
from briefing.languages.en.dates import signs, terms
from briefing.languages.en.dates.absolute import half_text, quarter_number, quarter_text
from briefing.languages.en.dates.meaning import (
    DateRule,
    Meaning,
    Scene,
    calendar_day,
    month_text,
    part_of,
    stated_meaning,
    write_iso,
    year_text,
)
from briefing.languages.en.dates.terms import (
    APOSTROPHE,
    DASH,
    DAY,
    DAYTIME,
    MONTH,
    PART,
    RECENT,
    SEASON,
    SHORT_WEEKDAY,
    TURN,
    WHICH,
)

_EDGE = r"(?<![\w/.,$€£#-])"
# A number behind a month that is no day: "May 2,000", "March 10%".
_DAY_END = r"(?![\w%]|[.,:/][0-9]|-[a-z]| ?(?:per ?cent|million|billion)\b)"
# "the Sept. 11 attacks": a day that has become a name is of no year that its article tells.
_NAMED_EVENT = re.compile(
    r",? (?:(?:terror(?:ist)?|suicide|Islamist|deadly|failed|mob) )?(?:attacks?|bombings?|bombers?"
    r"|hijack\w+|massacres?|shootings?|uprising|revolution|coup|victims?|families|survivors?"
    r"|anniversary|commission|plot\w*|atrocit\w+|riots?|siege|insurrection|movement|memorial)\b",
    re.IGNORECASE,
)
# "the 17 February Brigade", "the May 9 Square": a name.
_NAME_GOES_ON = re.compile(
    r" (?:[A-Z][a-z]+ )?(?:Brigades?|Movement|Square|Street|Avenue|Road|Bridge|Stadium|University"
    r"|Revolution|Martyrs|Battalion|Division|Party|Coalition|Alliance|Group|Army|Airport|Hospital"
    r"|Committee|Coordination|Memorial|Park|Declaration|Agreement|Statement)\b"
)
_NEAR, _FAR = 100, 180  # days: a date this close behind beats one this far ahead
_RECENT = (
    30  # days: further back, a list of dates to come looks the same unless a verb is in the past
)
_OPEN_MONTHS = 6  # so far back a month may be next year's as well, unless a verb is in the past
_NEAR_MONTHS, _FAR_MONTHS = 4, 8
_YEARS_AROUND = (-1, 0, 1)
_WEEKS = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
_YEAR_OF = rf"(?:,? (?:of )?{WHICH} year)"
_QUARTER = r"(?i:(?P<quarter>first|second|third|fourth)[ -]quarter|Q(?P<short>[1-4]))"


def _turn_of(match: Match[str]) -> int:
    return TURN[match["which"].lower()]


def _place_day(
    published: date, scene: Scene, month: int, day: int, weekday: int | None
) -> date | None:
    """Find the year of a day of a month, where one year is certain.

    A weekday proves it when it fits one year only, unless the day is so near in this year that the
    weekday may be a slip. Else news leaves the year out within the running
    year: a day gone by is this year's; a day to come is this year's only if the sentence looks
    ahead, and last year's only if it is recent and this year's far away.
    """
    around = [calendar_day(published.year + turn, month, day) for turn in _YEARS_AROUND]
    if weekday is not None:
        return _year_by_weekday(published, around, weekday)
    if scene.year is not None and scene.year != published.year:
        return None
    last, this, _ = around
    if this is None:
        return None
    if this <= published:
        return this if _is_gone(published, scene, this) else None
    if scene.future:
        return this
    return last if _was_last_year(published, scene, last, this) else None


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
    turn = _turn_of(match)
    return Meaning(
        at=lambda published, _: write_iso(calendar_day(published.year + turn, month, day))
    )


def _day_of_month(match: Match[str]) -> Meaning:
    day, turn = terms.day_number(match["d"]), _turn_of(match)

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


def _month_of(published: date, scene: Scene, month: int, *, since: bool) -> str | None:
    """Find the year of a month that stands alone; None where two years are possible."""
    year = published.year
    if scene.year is not None and scene.year != year:
        return None
    ahead = month - published.month
    if ahead <= 0:
        return None if _is_year_open(scene, -ahead, since=since) else month_text(year, month)
    if scene.future and not since:
        return month_text(year, month)
    told = since or (scene.past and _is_recent_month(ahead))
    return month_text(year - 1, month) if told else None


def _is_recent_month(ahead: int) -> bool:
    """Whether a month that lies `ahead` in this year was lately in the year before."""
    return 12 - ahead <= _NEAR_MONTHS and ahead >= _FAR_MONTHS


def _is_year_open(scene: Scene, gone: int, *, since: bool) -> bool:
    """Whether a month that lies `gone` months back in this year may be another year's."""
    long_gone = gone >= _OPEN_MONTHS and not (scene.past or since)
    return gone > 0 and (scene.future or long_gone)


def _bare_month(match: Match[str]) -> Meaning | None:
    month, since = terms.month_number(match["m"]), match["cue"].lower() == "since"
    place = terms.part_number(match["part"]) if match["part"] else None

    def at(published: date, scene: Scene) -> str | None:
        base = _month_of(published, scene, month, since=since)
        return base if place is None else part_of(base, place)

    return Meaning(at=at)


def _part_month(match: Match[str]) -> Meaning | None:
    month, place = terms.month_number(match["m"]), terms.part_number(match["part"])
    return Meaning(at=lambda day, scene: part_of(_month_of(day, scene, month, since=False), place))


def _week_of(match: Match[str]) -> Meaning | None:
    """Read "the last week of March": seven days of that month, about."""
    month, place = terms.month_number(match["m"]), _WEEKS[match["week"].lower()]
    if match["year"]:
        return stated_meaning(_week_text(month_text(int(match["year"]), month), place))
    # It is no nearer to the article's day than its month is, so that no reader needs the days
    # beside it.
    return Meaning(
        at=lambda day, scene: _week_text(_month_of(day, scene, month, since=False), place),
        relative=False,
    )


def _week_text(month: str | None, place: int) -> str | None:
    if month is None:
        return None
    end = edtf.bounds(month)[1].day
    last = end if place < 0 else 7 * place
    return f"{month}-{last - 6:02d}~/{month}-{last:02d}~"


def _turned_month(match: Match[str]) -> Meaning | None:
    """Read "last December". In November "last October" may be a month or a year ago, so it stays
    open.
    """
    month, which = terms.month_number(match["m"]), match["which"].lower()

    def at(published: date, _: Scene) -> str | None:
        if which == "this":
            return month_text(published.year, month)
        if which == "last":
            return month_text(published.year - 1, month) if month >= published.month else None
        return month_text(published.year + 1, month) if month <= published.month else None

    return Meaning(at=at)


def _month_of_year(match: Match[str]) -> Meaning | None:
    month, turn = terms.month_number(match["m"]), _turn_of(match)
    place = terms.part_number(match["part"]) if match["part"] else None

    def at(published: date, _: Scene) -> str | None:
        base = month_text(published.year + turn, month)
        return base if place is None else part_of(base, place)

    return Meaning(at=at)


def _quarter_of_year(match: Match[str]) -> Meaning | None:
    quarter, turn = quarter_number(match), _turn_of(match)
    return Meaning(
        at=lambda day, _: (
            quarter_text(day.year + turn, quarter) if year_text(day.year + turn) else None
        )
    )


def _half_of_year(match: Match[str]) -> Meaning | None:
    half, turn = terms.ORDINALS.index(match["half"].lower()) + 1, _turn_of(match)
    return Meaning(
        at=lambda day, _: half_text(day.year + turn, half) if year_text(day.year + turn) else None
    )


def _turned_season(match: Match[str]) -> Meaning | None:
    """Read "last summer": last year's only while this year's has not begun."""
    code, which = terms.SEASON_CODES[match["season"].lower()], match["which"].lower()
    begins = (code - 20) * 3

    def at(published: date, _: Scene) -> str | None:
        open_season = begins <= published.month <= begins + 2
        if which == "this" and open_season and begins < 12:  # noqa: PLR2004 - winter crosses the year
            return f"{published.year:04d}-{code}"
        if which == "last" and published.month < begins < 12 and published.year > 1:  # noqa: PLR2004
            return f"{published.year - 1:04d}-{code}"
        return None

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
        pattern=re.compile(rf"{_EDGE}{_PLAIN_LEAD}{_FORM}{_YEAR_OF}\b"),
        read=_month_day_of_year,
    ),
    DateRule(
        needs=(signs.MONTH, signs.DIGIT),
        pattern=re.compile(rf"{_EDGE}{_LEAD}{_FORM}"),
        read=_month_day,
    ),
    DateRule(
        needs=(signs.DIGIT, (" month",)),
        pattern=re.compile(rf"{_EDGE}(?:the )?(?P<d>{DAY})(?<=[a-z]) of {WHICH} month\b"),
        read=_day_of_month,
    ),
    DateRule(
        needs=(signs.MONTH, signs.DAYS),
        pattern=re.compile(
            rf"{_EDGE}(?P<one>{DAY})(?:{DASH}| to )(?P<two>{DAY})(?: of)? (?P<m>{MONTH})(?!\w)"
        ),
        read=_read_days,
    ),
    DateRule(
        needs=(signs.MONTH, signs.DAYS),
        pattern=re.compile(
            rf"{_EDGE}(?P<m>{MONTH}) (?P<one>{DAY})(?:{DASH}| to )(?P<two>{DAY}){_DAY_END}"
        ),
        read=_read_days,
    ),
    DateRule(
        needs=(signs.MONTH,),
        pattern=re.compile(
            rf"\b(?P<cue>(?i:in|since|until|till|during|by|from|through|before|after|as of)) "
            rf"(?P<span>(?:(?P<part>{PART})[ -])?(?P<m>{MONTH}))"
            rf"(?![\w]|{APOSTROPHE}|-| [A-Z0-9]| of\b| the [a-z-]+(?:st|nd|rd|th)\b)"
        ),
        read=_bare_month,
    ),
    DateRule(
        needs=(signs.MONTH, signs.PART),
        pattern=re.compile(
            rf"(?<![\w-])(?P<part>{PART})[ -](?P<m>{MONTH})(?![\w]|{APOSTROPHE}|-| [A-Z0-9]| of\b)"
        ),
        read=_part_month,
    ),
    DateRule(
        needs=(signs.MONTH, signs.WHICH),
        pattern=re.compile(rf"\b{WHICH} (?P<m>{MONTH})(?![\w]| [0-9])"),
        read=_turned_month,
    ),
    DateRule(
        needs=(signs.MONTH, ("week of",)),
        pattern=re.compile(
            rf"\b(?i:(?:the )?(?P<week>first|opening|second|third|fourth|last|final) week of) "
            rf"(?P<m>{MONTH})"
            rf"(?:,? (?P<year>{RECENT}))?(?!\w| [0-9])"
        ),
        read=_week_of,
    ),
    DateRule(
        needs=(signs.MONTH, (" year",)),
        pattern=re.compile(rf"(?<![\w-])(?:(?P<part>{PART})[ -])?(?P<m>{MONTH}){_YEAR_OF}\b"),
        read=_month_of_year,
    ),
    DateRule(
        needs=(signs.MONTH, ("year's", "year’s")),
        pattern=re.compile(rf"\b{WHICH} year{APOSTROPHE}s (?P<m>{MONTH})(?P<part>)(?!\w)"),
        read=_month_of_year,
    ),
    DateRule(
        needs=(signs.QUARTER, (" year",)),
        pattern=re.compile(rf"(?<![\w-])(?:the )?{_QUARTER}{_YEAR_OF}\b"),
        read=_quarter_of_year,
    ),
    DateRule(
        needs=(signs.HALF, (" year",)),
        pattern=re.compile(rf"(?<![\w-])(?:the )?(?P<half>(?i:first|second)) half{_YEAR_OF}\b"),
        read=_half_of_year,
    ),
    DateRule(
        needs=(signs.SEASON, signs.WHICH),
        pattern=re.compile(rf"\b{WHICH} (?P<season>{SEASON})(?!\w)"),
        read=_turned_season,
    ),
)
