"""What a text must hold, at the least, for a rule to find a date in it: cheap to look for, and most
texts lack it.

Signs are lower case; one of a tuple must stand in the text in lower case, whatever surrounds it; a
pattern must be found in it.
"""

from briefing.language import late
from briefing.languages.en.dates.terms import PARTS, SEASON_CODES, WEEKDAYS
from briefing.languages.en.dates.words import MONTHS

Signs = tuple[str, ...] | late.Pattern

DIGIT: Signs = late.pattern(r"[0-9]")
YEAR: Signs = late.pattern(r"(?:1[5-9]|20)[0-9]{2}")
MONTH: tuple[str, ...] = tuple(name[:3].lower() for name in MONTHS)
WEEKDAY: tuple[str, ...] = WEEKDAYS
WHICH: Signs = ("this ", "last ", "next ")
UNIT: Signs = ("week", "month", "year", "decade", "day", "fortnight", "centur")
PART: Signs = tuple(PARTS)
QUARTER: Signs = ("quarter", "q1", "q2", "q3", "q4")
HALF: Signs = ("half", "h1", "h2")
SEASON: Signs = tuple(SEASON_CODES)
_DASHES = ("-", *map(chr, range(0x2010, 0x2016)))
DASH: Signs = _DASHES
TO: Signs = (*_DASHES, " to ", " through ", " until ")
JOINED: Signs = late.pattern(r"[0-9][-/\u2010-\u2015][0-9]")
YEARS: Signs = late.pattern(r"[0-9] [-\u2013] [0-9]")
DAYS: Signs = late.pattern(
    r"[0-9](?:st|nd|rd|th)?(?: ?[-\u2010-\u2015] ?| to | through | until )[0-9]"
)
NUMBERS: Signs = late.pattern(r"[0-9][-/.][0-9]{1,2}[-/.](?:1[89]|20)")
PIECES: Signs = late.pattern(
    r"(?:day|week|weekend|month)s? (?:of|in) (?:the year )?(?:1[5-9]|20)[0-9]"
)
PIECES_HERE: Signs = late.pattern(r"(?:day|week|weekend|month)s? of (?:this|last|next) ")
IN_WORDS: Signs = late.pattern(r"[hdt] of [a-z]{3,9}\.?,? (?:of )?(?:1[5-9]|20)[0-9]{2}")
COUNTED: Signs = late.pattern(
    r"(?:hour|day|week|fortnight|month|year|decade|century|centurie)s? (?:before|after|since|in "
    r"advance|earlier|later)"
)
