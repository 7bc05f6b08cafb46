"""Expressions wider than the date in them: read alone, "2015" in "the second week of 2015" would
say too much.

What can't be placed exactly stays open, and so does the date within.
"""

from datetime import date
from re import Match

from briefing.language import late
from briefing.languages.en.dates import signs, terms
from briefing.languages.en.dates.meaning import (
    DateRule,
    Meaning,
    Scene,
    calendar_day,
    month_text,
    stated_meaning,
    write_iso,
    year_text,
)
from briefing.languages.en.dates.terms import DAY, MONTH, NUMBER, TURN, WEEKDAY, WHICH, YEAR

_MONTHS_OF_A_YEAR = 12
_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth"
).split()
_DAYS = {
    word: number
    for number, word in enumerate(
        [*_ONES, *_TEENS, *(f"twenty-{one}" for one in _ONES), "thirtieth", "thirty-first"], start=1
    )
}
_DAY_WORD = (
    "(?i:"
    + "|".join(sorted((day.replace("-", "[- ]") for day in _DAYS), key=len, reverse=True))
    + ")"
)
_WHICH_OF = rf"(?:(?i:first|opening|second|third|fourth|fifth|last|final|closing)|{DAY}(?<=[a-z]))"
_EDGE = r"(?<![\w-])"
_THE = r"(?:(?i:the) )?"
_PIECES = r"(?:days?|weeks?|weekends?|months?)"
_ACCOUNT = r"(?i:fiscal|financial|school|academic|tax|model|marketing|crop)"
# What may follow "Monday the 15th", which "anniversary" may not.
_ALONE = (
    r"(?=\s*(?:[.,;:)!?\u201d\"]|$)|\s(?:and|at|in|on|when|after|before|as|to|by|for|with|but"
    r"|from|until)\b)"
)
_NEAR = 45  # days: further away nobody names a day by its number alone


def _read_open(_: Match[str]) -> Meaning:
    return Meaning(relative=False)


def _open_here(_: Match[str]) -> Meaning:
    return Meaning()


def _day_in_words(match: Match[str]) -> Meaning | None:
    """Read "the fourth of July 1995"."""
    day = _DAYS[match["word"].lower().replace(" ", "-")]
    return stated_meaning(
        write_iso(calendar_day(int(match["y"]), terms.month_number(match["m"]), day))
    ) or Meaning(relative=False)


def _first_months(match: Match[str]) -> Meaning | None:
    """Read "the first nine months of 2009" and "… of last year"."""
    count = terms.number_value(match["n"])
    if count > _MONTHS_OF_A_YEAR:
        return None
    if match["y"]:
        return stated_meaning(f"{match['y']}-01/{match['y']}-{count:02d}")
    turn = TURN[match["which"].lower()]

    def at(day: date, _: Scene) -> str | None:
        year = year_text(day.year + turn)
        return f"{year}-01/{year}-{count:02d}" if year else None

    return Meaning(at=at)


def _numbered_weekday(match: Match[str]) -> Meaning:
    """Read "Friday the 15th" where one such Friday only is near."""
    wanted = terms.weekday_number(match["w"])
    number = (
        terms.day_number(match["d"])
        if match["d"]
        else _DAYS[match["word"].lower().replace(" ", "-")]
    )

    def at(published: date, _: Scene) -> str | None:
        found = []
        for turn in (-2, -1, 0, 1, 2):
            month = month_text(published.year, published.month + turn)
            day = calendar_day(int(month[:4]), int(month[5:]), number) if month else None
            if day and day.weekday() == wanted and abs((day - published).days) <= _NEAR:
                found.append(day)
        return write_iso(found[0]) if len(found) == 1 else None

    return Meaning(at=at)


RULES: tuple[DateRule, ...] = (
    DateRule(
        needs=(signs.YEAR, signs.MONTH, signs.IN_WORDS),
        pattern=late.pattern(
            rf"{_EDGE}{_THE}(?P<word>{_DAY_WORD}) of (?P<m>{MONTH}),? (?:of )?(?P<y>{YEAR})(?!\w)"
        ),
        read=_day_in_words,
    ),
    DateRule(
        needs=(("first ",), ("months of ",)),
        pattern=late.pattern(
            rf"\b{_THE}(?i:first) (?P<n>{NUMBER}) months of (?:(?P<y>{YEAR})|{WHICH} year)(?![\w-])"
        ),
        read=_first_months,
    ),
    DateRule(
        needs=(signs.YEAR, signs.PIECES),
        pattern=late.pattern(
            rf"{_EDGE}{_THE}{_WHICH_OF} (?:(?:{NUMBER}|few|full) )?{_PIECES} (?:of|in) (?:the year "
            rf")?{YEAR}(?!\w)"
        ),
        read=_read_open,
    ),
    DateRule(
        needs=(signs.WHICH, (" of this ", " of last ", " of next "), signs.PIECES_HERE),
        pattern=late.pattern(
            rf"{_EDGE}(?:{_THE}{_WHICH_OF} )?(?:(?:{NUMBER}|few|full) )?{_PIECES} of (?i:this|last"
            rf"|next) "
            r"(?:week|month|year|decade)(?![\w-])"
        ),
        read=_open_here,
    ),
    DateRule(
        needs=(
            signs.YEAR,
            ("fiscal", "financial", "school", "academic", "tax", "model", "marketing", "crop"),
        ),
        pattern=late.pattern(
            rf"{_EDGE}(?:{_ACCOUNT} (?:year )?{YEAR}(?:[-/\u2013][0-9]{{2,4}})?(?!\w)"
            rf"|{_THE}{YEAR}(?:[-/\u2013][0-9]{{2,4}})? {_ACCOUNT} years?(?!\w))"
        ),
        read=_read_open,
    ),
    DateRule(
        needs=(signs.WEEKDAY, (" the ",)),
        pattern=late.pattern(
            rf"{_EDGE}(?P<w>{WEEKDAY}),? the (?:(?P<d>{DAY})(?<=[a-z])"
            rf"|(?P<word>{_DAY_WORD}))(?![\w-]){_ALONE}"
        ),
        read=_numbered_weekday,
    ),
)
