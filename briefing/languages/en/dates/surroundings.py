"""What surrounds a date expression: the tense of its sentence, a quotation, the day told before
it.
"""

from dataclasses import dataclass
from datetime import date

from briefing.language import edtf, late, wordlist
from briefing.languages.en.dates.meaning import Scene
from briefing.languages.en.dates.tense import find_tense, is_done_beside
from briefing.languages.en.dates.terms import WEEKDAY, WEEKDAYS
from briefing.model import Span

_SENTENCE_REACH = 400
_QUOTE_REACH = 5_000
_TRAIL = 8
_ARTICLE_REACH = 10_000  # characters either side: most articles whole
_YEARS_REACH = 200  # characters either side: a sentence or two
_YEAR = late.pattern(r"(?<![\w.,$£€-])(?:19|20)[0-9]{2}(?![\w%]|,[0-9])")
_DAY_NAMES = tuple(name.capitalize() for name in WEEKDAYS)
_WEEKDAY = late.pattern(WEEKDAY)
_LOW_PAIR = late.pattern("„[^„“”]*[“”]")  # marks as German and Polish have them
_PATTERNS = wordlist.patterns("en", "words/surroundings_patterns")
_SENTENCE_END = _PATTERNS["sentence_end"]
OTHER_TEXT = _PATTERNS["other_text"]
"""What tells that another text told of its own days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedDate:
    """A date already placed in the same paragraph.

    `stated` where its own words are enough, `calendar` where they name a day of a month or a year.
    """

    start: int
    edtf: str
    stated: bool
    calendar: bool


def sentence_start(text: str, first: int, place: int) -> int:
    """Find where the sentence that holds `place` begins, looking back a little way."""
    begin = max(first, place - _SENTENCE_REACH)
    start = begin
    for match in _SENTENCE_END.finditer(text, begin, place + 1):  # the date may open its sentence
        if not _PATTERNS["title_stop"].search(text, max(begin, match.start() - 8), match.end()):
            start = match.end()
    return start


def _sentence_stop(text: str, end: int, limit: int) -> int:
    """Find where the sentence that holds `end` ends, `limit` at the latest; "Mr." ends none."""
    for match in _SENTENCE_END.finditer(text, end, limit):
        if not _PATTERNS["title_stop"].search(text, max(end, match.start() - 8), match.end()):
            return match.start()
    return limit


def gather_scene(
    text: str, paragraph: Span, start: int, end: int, trail: list[PlacedDate], astray: int
) -> Scene:
    """Gather what surrounds the expression at [start, end) of a paragraph; `trail` is what it told
    before.

    `astray` is where its last day of a month stands that could not be placed, -1 where there is
    none.
    """
    opening = sentence_start(text, paragraph.start, start)
    limit = min(end + _SENTENCE_REACH, paragraph.end)
    stop = _sentence_stop(text, end, limit)
    before = _PATTERNS["opens_said"].sub("", text[opening:start])
    after = _PATTERNS["ends_said"].sub("", text[end:stop])
    tense = find_tense(before, after, weekday=_WEEKDAY.match(text, start) is not None)
    day = _last_day(trail)
    whole = f"{before}…{after}"
    return Scene(
        past=tense.past,
        future=tense.future,
        quoted=_is_quoted(text, paragraph.start, start) or bool(OTHER_TEXT.search(whole)),
        year=0 if _PATTERNS["years_apart"].search(whole) else _last_year(trail),
        day=edtf.bounds(day)[0] if day else None,
        beside=_date_beside(trail, opening),
        astray=astray >= opening,
        done=is_done_beside(before, after),
        weekdays=_named_weekdays(text, start, end),
        years=_years_about(text, start, end),
    )


def _named_weekdays(text: str, start: int, end: int) -> frozenset[int]:
    """The weekdays that an article names some way around [start, end), 0 (Monday) to 6."""
    first, last = max(0, start - _ARTICLE_REACH), end + _ARTICLE_REACH
    return frozenset(
        number for number, name in enumerate(_DAY_NAMES) if text.find(name, first, last) >= 0
    )


def _years_about(text: str, start: int, end: int) -> frozenset[int]:
    """The years written out within some sentences of [start, end)."""
    first, last = max(0, start - _YEARS_REACH), end + _YEARS_REACH
    return frozenset(int(found[0]) for found in _YEAR.finditer(text, first, last))


def _last_year(trail: list[PlacedDate]) -> int | None:
    """The year of the last date that was stated in full, None where it names none."""
    stated = next((told.edtf for told in reversed(trail) if told.stated), "")
    return int(stated[:4]) if stated[:4].isdigit() else None


def _last_day(trail: list[PlacedDate]) -> str | None:
    """The last day of a calendar that was told just before, None where none was."""
    near = reversed(trail[-_TRAIL:])
    return next((told.edtf for told in near if told.calendar and edtf.is_day(told.edtf)), None)


def _date_beside(trail: list[PlacedDate], opening: int) -> date | None:
    """The day of a month told last in the sentence that begins at `opening`."""
    days = (told.edtf for told in reversed(trail[-_TRAIL:])
            if told.start >= opening and told.calendar and edtf.is_day(told.edtf))  # fmt: skip
    day = next(days, None)
    return edtf.bounds(day)[0] if day else None


def _is_quoted(text: str, first: int, place: int) -> bool:
    """Whether a quotation is open at `place`, counted from the paragraph's beginning."""
    first = max(first, place - _QUOTE_REACH)
    ahead = _LOW_PAIR.sub("", text[first:place])
    straight = ahead.replace("''", '"').count('"') % 2 == 1
    return straight or "„" in ahead or ahead.count("“") > ahead.count("”")
