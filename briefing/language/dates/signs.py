"""What a text must hold, at the least, for a rule to find a date in it: cheap to look for, and most texts lack it.

Signs are lower case; one of a tuple must stand in the text in lower case, whatever surrounds it.
"""

from briefing.language.dates.terms import PARTS, SEASON_CODES, WEEKDAYS
from briefing.language.dates.words import MONTHS

Signs = tuple[str, ...]

DIGIT: Signs = tuple("0123456789")
YEAR: Signs = ("15", "16", "17", "18", "19", "20")
MONTH: Signs = tuple(name[:3].lower() for name in MONTHS)
WEEKDAY: Signs = WEEKDAYS
WHICH: Signs = ("this ", "last ", "next ")
UNIT: Signs = ("week", "month", "year", "decade", "day", "fortnight", "centur")
PART: Signs = tuple(PARTS)
QUARTER: Signs = ("quarter", "q1", "q2", "q3", "q4")
HALF: Signs = ("half", "h1", "h2")
SEASON: Signs = tuple(SEASON_CODES)
DASH: Signs = ("-", *map(chr, range(0x2010, 0x2016)))
JOINED: Signs = (*DASH, "/")
TO: Signs = (*DASH, " to ", " through ", " until ")
