"""Months without a year, and seasons and quarters counted from the article's date."""

from datetime import date
from re import Match

from briefing.language import edtf, late
from briefing.languages.en.dates import signs, terms
from briefing.languages.en.dates.absolute import half_text, quarter_number, quarter_text
from briefing.languages.en.dates.meaning import (
    DateRule,
    Meaning,
    Scene,
    month_text,
    part_of,
    stated_meaning,
    year_text,
)
from briefing.languages.en.dates.terms import (
    APOSTROPHE,
    MONTH,
    PART,
    RECENT,
    SEASON,
    WHICH,
    YEAR_OF,
)

_NEAR_MONTHS, _FAR_MONTHS = 4, 8
_WINTER = 12  # the month in which the season that crosses the year begins
_WEEKS = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
_QUARTER = r"(?i:(?P<quarter>first|second|third|fourth)[ -]quarter|Q(?P<short>[1-4]))"


def _month_of(published: date, scene: Scene, month: int, *, since: bool) -> str | None:
    """Find the year of a month that stands alone; None where two years are possible."""
    year = published.year
    ahead = month - published.month
    if _is_of_other_year(scene, year, ahead, since=since):
        return None
    if ahead <= 0:
        return None if _is_year_open(scene, -ahead, since=since) else month_text(year, month)
    if scene.future and not since:
        return month_text(year, month)
    told = since or (scene.past and _is_recent_month(ahead))
    return month_text(year - 1, month) if told else None


def _is_of_other_year(scene: Scene, year: int, ahead: int, *, since: bool) -> bool:
    """Whether the text tells of another year there, or looks back to some and the month is not
    near: "reported on 11 September".
    """
    if scene.is_about_other(year):
        return True
    return not since and scene.tells_of_others(year) and not -1 <= ahead <= 1


def _is_recent_month(ahead: int) -> bool:
    """Whether a month that lies `ahead` in this year was lately in the year before."""
    return 12 - ahead <= _NEAR_MONTHS and ahead >= _FAR_MONTHS


def _is_year_open(scene: Scene, gone: int, *, since: bool) -> bool:
    """Whether a month that lies `gone` months back in this year may be another year's."""
    return gone > 0 and (scene.future or not (scene.past or since))


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
    month, turn = terms.month_number(match["m"]), terms.turn_of(match)
    place = terms.part_number(match["part"]) if match["part"] else None

    def at(published: date, _: Scene) -> str | None:
        base = month_text(published.year + turn, month)
        return base if place is None else part_of(base, place)

    return Meaning(at=at)


def _quarter_of_year(match: Match[str]) -> Meaning | None:
    quarter, turn = quarter_number(match), terms.turn_of(match)
    return Meaning(
        at=lambda day, _: (
            quarter_text(day.year + turn, quarter) if year_text(day.year + turn) else None
        )
    )


def _half_of_year(match: Match[str]) -> Meaning | None:
    half, turn = terms.ORDINALS.index(match["half"].lower()) + 1, terms.turn_of(match)
    return Meaning(
        at=lambda day, _: half_text(day.year + turn, half) if year_text(day.year + turn) else None
    )


def _turned_season(match: Match[str]) -> Meaning | None:
    """Read "last summer": last year's only while this year's has not begun."""
    code, which = terms.SEASON_CODES[match["season"].lower()], match["which"].lower()
    begins = (code - 20) * 3

    def at(published: date, _: Scene) -> str | None:
        open_season = begins <= published.month <= begins + 2
        if which == "this" and open_season and begins < _WINTER:
            return f"{published.year:04d}-{code}"
        if which == "last" and published.month < begins < _WINTER and published.year > 1:
            return f"{published.year - 1:04d}-{code}"
        return None

    return Meaning(at=at)


RULES: tuple[DateRule, ...] = (
    DateRule(
        needs=(signs.MONTH,),
        pattern=late.pattern(
            rf"\b(?P<cue>(?i:in|since|until|till|during|by|from|through|before|after|as of)) "
            rf"(?P<span>(?:(?P<part>{PART})[ -])?(?P<m>{MONTH}))"
            rf"(?![\w]|{APOSTROPHE}|-| [A-Z0-9]| of\b| the [a-z-]+(?:st|nd|rd|th)\b)"
        ),
        read=_bare_month,
    ),
    DateRule(
        needs=(signs.MONTH, signs.PART),
        pattern=late.pattern(
            rf"(?<![\w-])(?P<part>{PART})[ -](?P<m>{MONTH})(?![\w]|{APOSTROPHE}|-| [A-Z0-9]| of\b)"
        ),
        read=_part_month,
    ),
    DateRule(
        needs=(signs.MONTH, signs.WHICH),
        pattern=late.pattern(rf"\b{WHICH} (?P<m>{MONTH})(?![\w]| [0-9])"),
        read=_turned_month,
    ),
    DateRule(
        needs=(signs.MONTH, ("week of",)),
        pattern=late.pattern(
            rf"\b(?i:(?:the )?(?P<week>first|opening|second|third|fourth|last|final) week of) "
            rf"(?P<m>{MONTH})"
            rf"(?:,? (?P<year>{RECENT}))?(?!\w| [0-9])"
        ),
        read=_week_of,
    ),
    DateRule(
        needs=(signs.MONTH, (" year",)),
        pattern=late.pattern(rf"(?<![\w-])(?:(?P<part>{PART})[ -])?(?P<m>{MONTH}){YEAR_OF}\b"),
        read=_month_of_year,
    ),
    DateRule(
        needs=(signs.MONTH, ("year's", "year’s")),
        pattern=late.pattern(rf"\b{WHICH} year{APOSTROPHE}s (?P<m>{MONTH})(?P<part>)(?!\w)"),
        read=_month_of_year,
    ),
    DateRule(
        needs=(signs.QUARTER, (" year",)),
        pattern=late.pattern(rf"(?<![\w-])(?:the )?{_QUARTER}{YEAR_OF}\b"),
        read=_quarter_of_year,
    ),
    DateRule(
        needs=(signs.HALF, (" year",)),
        pattern=late.pattern(rf"(?<![\w-])(?:the )?(?P<half>(?i:first|second)) half{YEAR_OF}\b"),
        read=_half_of_year,
    ),
    DateRule(
        needs=(signs.SEASON, signs.WHICH),
        pattern=late.pattern(rf"\b{WHICH} (?P<season>{SEASON})(?!\w)"),
        read=_turned_season,
    ),
)
