"""Dates that the words state in full: days, months, quarters, seasons, decades and centuries."""

from re import Match

from briefing.language import late
from briefing.languages.en.dates import signs, terms
from briefing.languages.en.dates.meaning import (
    DateRule,
    Meaning,
    calendar_day,
    part_of,
    stated_meaning,
    write_iso,
)
from briefing.languages.en.dates.terms import (
    DASH,
    DAY,
    MONTH,
    PART,
    RECENT,
    SEASON,
    SHORT_WEEKDAY,
    YEAR,
)

_EDGE = r"(?<![\w/.,$€£#-])"
_QUARTER = r"(?i:(?P<quarter>first|second|third|fourth)[ -]quarter|Q(?P<short>[1-4]))"
_TO = rf"(?:{DASH}| to | through | until )"
_FULL = late.pattern(
    rf"(?:(?P<d>{DAY})(?: of)?[ -]?(?P<m>{MONTH})|(?P<m2>{MONTH})[ -]?(?P<d2>{DAY}))(?:,? |-)(?:of "
    rf"|in )?(?P<y>{YEAR})"
)


def _day_text(day: str, month: str, year: str) -> str | None:
    return write_iso(calendar_day(int(year), terms.month_number(month), terms.day_number(day)))


def _read_open(text: str | None) -> Meaning:
    return stated_meaning(text) or Meaning(relative=False)


def _join_days(first: str | None, last: str | None) -> Meaning | None:
    return stated_meaning(f"{first}/{last}") if first and last else None


def _read_full_day(match: Match[str]) -> Meaning:
    """Read a day in full; one that no calendar has stays open, and none of its parts is a date."""
    return _read_open(_day_text(match["d"] or match["d2"], match["m"] or match["m2"], match["y"]))


def _read_iso(match: Match[str]) -> Meaning | None:
    return stated_meaning(
        write_iso(calendar_day(int(match["y"]), int(match["m"]), int(match["d"])))
    )


def _read_numeric(match: Match[str]) -> Meaning | None:
    """Read 17/11/2025. Which number is the month is certain only where the other can't be one."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["y"])
    readings = {calendar_day(year, two, one)}
    if match["sign"] != ".":
        readings.add(calendar_day(year, one, two))
    days = [day for day in readings if day]
    if not days:
        return None
    return stated_meaning(write_iso(days[0])) if len(days) == 1 else Meaning(relative=False)


def _days_of_month(match: Match[str]) -> Meaning | None:
    first = _day_text(match["one"], match["m"], match["y"])
    return _join_days(first, _day_text(match["two"], match["m"], match["y"]))


def _read_days(match: Match[str]) -> Meaning | None:
    first = _day_text(match["one"], match["m"], match["y1"] or match["y"])
    return _join_days(first, _day_text(match["two"], match["m2"], match["y"]))


def _read_month(match: Match[str]) -> Meaning | None:
    base = f"{match['y']}-{terms.month_number(match['m']):02d}"
    return stated_meaning(
        part_of(base, terms.part_number(match["part"])) if match["part"] else base
    )


def _read_months(match: Match[str]) -> Meaning | None:
    one, two = terms.month_number(match["m"]), terms.month_number(match["m2"])
    year = match["y1"] or match["y"]
    return _join_days(f"{year}-{one:02d}", f"{match['y']}-{two:02d}")


def _month_list(match: Match[str]) -> Meaning | None:
    one, two = terms.month_number(match["m"]), terms.month_number(match["m2"])
    near = match["between"] or two == one + 1
    return _join_days(f"{match['y']}-{one:02d}", f"{match['y']}-{two:02d}") if near else None


def quarter_text(year: int, quarter: int) -> str:
    """Write a quarter as the interval of its months."""
    return f"{year:04d}-{quarter * 3 - 2:02d}/{year:04d}-{quarter * 3:02d}"


def half_text(year: int, half: int) -> str:
    """Write half a year as the interval of its months."""
    return f"{year:04d}-{half * 6 - 5:02d}/{year:04d}-{half * 6:02d}"


def quarter_number(match: Match[str]) -> int:
    """Read which quarter the groups `quarter` or `short` name."""
    return (
        int(match["short"])
        if match["short"]
        else terms.ORDINALS.index(match["quarter"].lower()) + 1
    )


def _read_quarter(match: Match[str]) -> Meaning | None:
    return stated_meaning(quarter_text(int(match["y"]), quarter_number(match)))


def _read_half(match: Match[str]) -> Meaning | None:
    short = match["h"] or match["h2"]
    half = int(short) if short else terms.ORDINALS.index(match["half"].lower()) + 1
    return stated_meaning(half_text(int(match["y"] or match["y2"]), half))


def _read_season(match: Match[str]) -> Meaning | None:
    return stated_meaning(f"{match['y']}-{terms.SEASON_CODES[match['season'].lower()]}")


def _read_decade(match: Match[str]) -> Meaning | None:
    """Read "the 1990s". "The 1900s" may be ten years or a hundred, so it stays open."""
    if match["tens"].endswith("0") and match["tens"] != "200":
        return Meaning(relative=False)
    base = match["tens"] + "X"
    return stated_meaning(
        part_of(base, terms.part_number(match["part"])) if match["part"] else base
    )


def _read_century(match: Match[str]) -> Meaning | None:
    number = int(match["number"]) - 1
    return stated_meaning(f"{number:02d}XX") if number > 0 else None


def _read_qualified(match: Match[str]) -> Meaning | None:
    """Read "about November 2025", "possibly 2024": a hedge before one stated date."""
    sign = {"about": "~", "possibly": "?"}.get(match["hedge"].lower(), "%")
    for rule in RULES[1:]:
        inner = rule.pattern.fullmatch(match["inner"])
        meaning = rule.read(inner) if inner else None
        if meaning and meaning.edtf and not set(meaning.edtf) & set("~?%"):
            return stated_meaning("/".join(end + sign for end in meaning.edtf.split("/")))
    year = match["inner"]
    return stated_meaning(year + sign) if year.isdigit() else None


_WEEKDAY_LEAD = rf"(?:{SHORT_WEEKDAY},? (?:the )?)?"
_ANY = (
    rf"(?:{DAY}(?: {MONTH})?{DASH})?{DAY} {MONTH} {YEAR}|(?:{MONTH}{DASH})?{MONTH} {YEAR}|{SEASON} "
    rf"{YEAR}"
    rf"|(?:{YEAR}{DASH})?{YEAR}|the {YEAR}s"
)

RULES: tuple[DateRule, ...] = (
    DateRule(
        needs=(signs.YEAR, ("about", "possibly")),
        pattern=late.pattern(
            rf"{_EDGE}(?P<hedge>(?i:possibly about|about|possibly)) (?P<inner>{_ANY})(?![\w/-])"
        ),
        read=_read_qualified,
    ),
    DateRule(
        needs=(signs.YEAR, signs.MONTH),
        pattern=late.pattern(rf"{_EDGE}{_WEEKDAY_LEAD}{_FULL.pattern}(?![\w])"),
        read=_read_full_day,
    ),
    DateRule(
        needs=(signs.YEAR, signs.JOINED),
        pattern=late.pattern(
            rf"{_EDGE}(?P<y>{YEAR})(?P<sign>[-/])"
            r"(?P<m>[0-9]{2})(?P=sign)(?P<d>[0-9]{2})(?![\d/-])"
        ),
        read=_read_iso,
    ),
    DateRule(
        needs=(signs.YEAR, signs.NUMBERS),
        pattern=late.pattern(
            rf"{_EDGE}(?P<one>[0-9]{{1,2}})(?P<sign>[-/.])(?P<two>[0-9]{{1,2}})"
            rf"(?P=sign)(?P<y>{RECENT})(?![\d/-])"
        ),
        read=_read_numeric,
    ),
    DateRule(
        needs=(signs.YEAR, signs.MONTH, signs.DAYS),
        pattern=late.pattern(
            rf"{_EDGE}(?P<one>{DAY}){_TO}(?P<two>{DAY})(?: of)? (?P<m>{MONTH}),? "
            rf"(?P<y>{YEAR})(?!\w)"
        ),
        read=_days_of_month,
    ),
    DateRule(
        needs=(signs.YEAR, signs.MONTH, signs.DAYS),
        pattern=late.pattern(
            rf"{_EDGE}(?P<m>{MONTH}) (?P<one>{DAY}){_TO}(?P<two>{DAY}),? (?P<y>{YEAR})(?!\w)"
        ),
        read=_days_of_month,
    ),
    DateRule(
        needs=(signs.YEAR, signs.MONTH, signs.DASH),
        pattern=late.pattern(
            rf"{_EDGE}(?P<one>{DAY}) (?P<m>{MONTH})(?: (?P<y1>{YEAR}))?{DASH}(?P<two>{DAY}) "
            rf"(?P<m2>{MONTH}),? "
            rf"(?P<y>{YEAR})(?!\w)"
        ),
        read=_read_days,
    ),
    DateRule(
        needs=(signs.YEAR, signs.MONTH, signs.TO),
        pattern=late.pattern(
            rf"{_EDGE}(?P<m>{MONTH}) (?P<one>{DAY})(?:, (?P<y1>{YEAR}))?{_TO}(?P<m2>{MONTH}) "
            rf"(?P<two>{DAY}),? "
            rf"(?P<y>{YEAR})(?!\w)"
        ),
        read=_read_days,
    ),
    DateRule(
        needs=(signs.YEAR, signs.MONTH),
        pattern=late.pattern(
            rf"{_EDGE}(?:(?P<part>{PART})[ -])?(?P<m>{MONTH})(?:,? |-)(?:of |in "
            rf")?(?P<y>{YEAR})(?!\w)"
        ),
        read=_read_month,
    ),
    DateRule(
        needs=(signs.YEAR, signs.MONTH, signs.TO),
        pattern=late.pattern(
            rf"{_EDGE}(?P<m>{MONTH})(?: (?P<y1>{YEAR}){DASH}|{_TO})(?P<m2>{MONTH}),? (?:of "
            rf")?(?P<y>{YEAR})(?!\w)"
        ),
        read=_read_months,
    ),
    DateRule(
        needs=(signs.YEAR, signs.MONTH, (" and ",)),
        pattern=late.pattern(
            rf"{_EDGE}(?P<between>(?i:between) )?(?P<span>(?P<m>{MONTH}) and (?P<m2>{MONTH}),? "
            rf"(?P<y>{YEAR}))(?!\w)"
        ),
        read=_month_list,
    ),
    DateRule(
        needs=(signs.YEAR, signs.QUARTER),
        pattern=late.pattern(
            rf"{_EDGE}(?:the )?{_QUARTER}(?: of| in|,)? (?:the year )?(?P<y>{YEAR})(?!\w)"
        ),
        read=_read_quarter,
    ),
    DateRule(
        needs=(signs.YEAR, signs.QUARTER),
        pattern=late.pattern(rf"{_EDGE}(?P<y>{YEAR})(?:{terms.APOSTROPHE}s)?[ -]{_QUARTER}(?!\w)"),
        read=_read_quarter,
    ),
    DateRule(
        needs=(signs.YEAR, signs.HALF),
        pattern=late.pattern(
            rf"{_EDGE}(?:the )?(?:(?P<half>(?i:first|second)) half of|H(?P<h>[12])) "
            rf"(?P<y>{YEAR})(?!\w)"
            rf"|{_EDGE}(?P<y2>{YEAR})[ -]H(?P<h2>[12])(?!\w)"
        ),
        read=_read_half,
    ),
    DateRule(
        needs=(signs.YEAR, signs.SEASON),
        pattern=late.pattern(
            rf"{_EDGE}(?:the )?(?P<season>{SEASON})(?:,? |-)(?:of |in )?(?P<y>{YEAR})(?!\w)"
        ),
        read=_read_season,
    ),
    DateRule(
        needs=(signs.YEAR, ("0s", "0's", "0’s")),
        pattern=late.pattern(
            rf"{_EDGE}(?:(?P<part>{PART})[ -])?(?:the )?(?P<tens>(?:1[5-9]"
            rf"|20)[0-9])0{terms.APOSTROPHE}?s(?!\w)"
        ),
        read=_read_decade,
    ),
    DateRule(
        needs=(("century",),),
        pattern=late.pattern(
            r"(?<![\w-])(?:the )?(?P<number>1?[0-9]|2[01])(?:st|nd|rd|th)[ -](?i:century)(?!\w)"
        ),
        read=_read_century,
    ),
)
