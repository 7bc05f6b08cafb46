"""The words that date expressions are made of, as pieces of patterns and what each word counts for.

The pieces hold no group of their own, so that a rule can name them as it needs.
"""

from re import Match

from briefing.language import late
from briefing.languages.en.dates.words import MONTHS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAYTIMES = ("morning", "afternoon", "evening", "night")
ORDINALS = ("first", "second", "third", "fourth")
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen "
    "seventeen eighteen nineteen twenty"
)
NUMBERS = {word: value for value, word in enumerate(_SMALL.split(), start=1)} | {
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
PARTS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}

# A look at the first letter spares trying every word at every place; \u017f counts as an "s".
# "may" and "march" are verbs and "august" an adjective, so these stand with a capital.
MONTH = (
    r"(?=[AaDdFfJjMNnOoSs\u017f])"
    r"(?:(?i:january|february|april|june|july|september|october|november|december)"
    r"|May|MAY|March|MARCH|August|AUGUST|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]|20)[0-9]{2}"
RECENT = r"(?:1[89]|20)[0-9]{2}"
WEEKDAY = r"(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
SHORT_WEEKDAY = (
    rf"(?=[FfMmSsTtWw\u017f])(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thur|Fri|Sat|Sun)\b\.?)"
)
DAYTIME = rf"(?:{'|'.join(DAYTIMES)})"
NUMBER = rf"(?:[0-9]{{1,3}}|(?i:{'|'.join(sorted(NUMBERS, key=lambda word: (-len(word), word)))}))"
SEASON = r"(?i:spring|summer|autumn|fall|winter)"
PART = r"(?:(?i:early|mid|late)(?: in)?|(?i:(?:the )?(?:beginning|start|middle|end) of))"
WHICH = r"(?P<which>(?i:this|last|next))"
TURN = {"this": 0, "last": -1, "next": 1}
YEAR_OF = rf"(?:,? (?:of )?{WHICH} year)"
DASH = r" ?[-\u2010-\u2015] ?"
APOSTROPHE = r"['\u2019]"
HEDGE = (
    r"(?i:about|around|roughly|approximately|nearly|almost|some|over|more than|less than|under|at "
    r"least|just over|"
    r"just under)"
)

_UNTIL = late.pattern(r"\b(?:[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore) (?:the )?$")
_MONTH_STEMS = tuple(name[:3].lower() for name in MONTHS)
_WEEKDAY_STEMS = tuple(name[:3] for name in WEEKDAYS)


def is_deadline(match: Match[str]) -> bool:
    """Whether something is to be done by what was found: "by the end of the year" means its
    last day.
    """
    return _UNTIL.search(match.string, max(0, match.start() - 8), match.start()) is not None


def month_number(word: str) -> int:
    """1 to 12 for a month's name or short form."""
    return _MONTH_STEMS.index(word[:3].lower()) + 1


def turn_of(match: Match[str]) -> int:
    """How many units from the running one `WHICH` says."""
    return TURN[match["which"].lower()]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name or short form."""
    return _WEEKDAY_STEMS.index(word[:3].lower())


def day_number(word: str) -> int:
    """The number in "2", "02", "2nd"."""
    return int(word.rstrip("stndrh"))


def number_value(word: str) -> int:
    """The value of a number in digits or words ("a" counts one), an editor's brackets or
    not.
    """
    word = word.strip("[]")
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def part_number(word: str) -> int:
    """0, 1 or 2 for "early", "the middle of", "late"."""
    return next(place for name, place in PARTS.items() if name in word.lower())
