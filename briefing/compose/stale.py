"""What stood so in an article that newer ones have left behind: what was ahead, what went on.

No word of it is wrong in its own article, and who reads it beside the newest one acts on what is
over: "the search goes on" of Sunday, where Friday tells that it ended.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.compose.later_news import list_statements, weigh_overtaken
from briefing.compose.leads import find_lead
from briefing.language import edtf, late, wordlist
from briefing.language.draft import is_quoted, things_inside
from briefing.languages import is_rewritten
from briefing.languages.en import lexicon
from briefing.languages.en.clauses.find import last_day
from briefing.languages.en.dates import terms
from briefing.model import Passage, Reading, Shortlist, Span, Statement

# By judgement: of what was ahead of a day that is over, nothing; of what was ahead without a day
# or went on, too little to stand beside much else.
_GONE, _LITTLE = 0.0, 0.4
_FRESH = timedelta(days=2)  # in which what is so for now may be so as it is told
# In which what would be may be ahead still, and what somebody does go on: of eleven terms of a
# merger that were told four days before the newest article all still held.
_AWAITED = timedelta(days=4)
_PATTERNS = wordlist.patterns("en", "words/stale_patterns", months=lexicon.MONTHS)
_FORETELLS = wordlist.patterns("en", "words/standing_patterns")["foretells"]
_OWNER = late.pattern("[\u0027\u2019]s")  # "Friday's close" lies behind
_CAPITAL = late.pattern(r"\b[A-Z][^\W\d_]{3,}")  # of a name, or first in a sentence
_LONG_WORD = late.pattern(r"[^\W\d_]{4,}")
_AHEAD, _NAMED, _THIS_DAY = (_PATTERNS[name] for name in ("looks_ahead", "named_day", "this_day"))
_ADDS, _GOES_ON, _FOR_NOW = (_PATTERNS[name] for name in ("adds_ahead", "goes_on", "for_now"))
_ANOTHER, _TERMS = _PATTERNS["of_others"], _PATTERNS["terms"]
_AT_THIS_HOUR, _STANDS_SO = _PATTERNS["at_this_hour"], _PATTERNS["stands_so"]
_WEEK = 7
_SHARED = 2  # words of names by which two articles tell of one subject
_NOT = 4  # letters behind what looks ahead in which it is denied


@dataclass(frozen=True, slots=True, kw_only=True)
class _OlderSentence:
    """A sentence of an article, its passage and text, the article's day and that of the newest."""

    reading: Reading
    passage: Passage
    sentence: Span
    text: str
    appeared: date
    newest: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleStandings:
    """The keys of statements that look ahead to a day that the newest article has reached, and of
    those that tell what would be, without a day, or what went on, days before an article that goes
    on with their subject.
    """

    gone: AbstractSet[str]
    open: AbstractSet[str]


def weigh_stale(
    shortlists: Sequence[Shortlist], readings: Mapping[str, Reading]
) -> tuple[Shortlist, ...]:
    """The shortlists, worth little what an older article tells as ahead or as going on; pinned
    statements stay, and so do shortlists of a given number of words: people who mark what a
    summary of so many words should hold mark old and new alike.
    """
    counted = [one for one in shortlists if one.wanted.words is None]
    found = find_stale(list_statements(counted), readings)
    weighed = weigh_overtaken(counted, found.gone, _GONE, "passed")
    left = iter(weigh_overtaken(weighed, found.open, _LITTLE, "passed"))
    return tuple(next(left) if one.wanted.words is None else one for one in shortlists)


def find_stale(statements: Sequence[Statement], readings: Mapping[str, Reading]) -> StaleStandings:
    """Which statements tell what newer articles have left behind.

    Linear in statements and texts: each sentence is judged once.
    """
    days = {name: day for name, one in readings.items() if (day := last_day(one.document))}
    newest = max(days.values(), default=date.min)
    since = _list_names(readings, days)
    judged: dict[tuple[str, int], tuple[bool, bool]] = {}
    gone, left = set[str](), set[str]()
    for one in statements:
        for told in _list_told(one, readings, days, newest):
            place = (told.reading.document.id, told.sentence.start)
            if place not in judged:
                judged[place] = is_gone(told), is_open(told) and _is_followed(told, since)
            gone |= {one.key} if judged[place][0] else set()
            left |= {one.key} if judged[place][1] else set()
    return StaleStandings(gone=gone, open=left)


def _list_told(
    statement: Statement,
    readings: Mapping[str, Reading],
    days: Mapping[str, date],
    newest: date,
) -> Iterator[_OlderSentence]:
    """The sentences that a statement tells, where its article is older than the newest."""
    for cited in statement.bases:
        reading, appeared = readings[cited.document], days.get(cited.document, newest)
        if appeared >= newest or not is_rewritten(reading.document.language):
            continue
        passage = reading.passages[cited.passage - 1]
        for sentence in things_inside(passage.sentences, cited.start, cited.end):
            yield _OlderSentence(
                reading=reading,
                passage=passage,
                sentence=sentence,
                text=reading.document.text[sentence.start : sentence.end],
                appeared=appeared,
                newest=newest,
            )


def is_gone(told: _OlderSentence) -> bool:
    """Whether a sentence looks ahead to a day that the newest article has reached; an article's
    first sentence tells its news.
    """
    if _is_lead(told):
        return False
    if _THIS_DAY.search(told.text):
        return True
    looks = _AHEAD.search(told.text)
    return looks is not None and any(
        told.appeared < day <= told.newest for day in (*_list_days(told), *_list_named(told, looks))
    )


def is_open(told: _OlderSentence) -> bool:
    """Whether a sentence of days before tells what would be, or goes on, and no day to come; an
    article's first sentence tells its news.
    """
    age = told.newest - told.appeared
    if age <= _FRESH or _is_lead(told) or _has_day_to_come(told):
        return False
    if _tells_hour(told) and _STANDS_SO.search(told.text):
        return True
    signs = _list_signs(told) if age > _AWAITED else (_FOR_NOW,)
    found = next((one for sign in signs if (one := sign.search(told.text))), None)
    return found is not None and not _is_of_others(told, found)


def _list_signs(told: _OlderSentence) -> tuple[late.LatePattern, ...]:
    """What shows that a sentence of many days before is over: terms in figures hold on."""
    going = (_FOR_NOW, _GOES_ON, _ADDS)
    return going if _TERMS.search(told.text) else (*going, _FORETELLS)


def _has_day_to_come(told: _OlderSentence) -> bool:
    return any(day > told.newest for day in _list_days(told))


def _is_lead(told: _OlderSentence) -> bool:
    """Whether a sentence opens its article."""
    lead = find_lead(told.reading)
    return lead is not None and lead.start == told.sentence.start


def _is_of_others(told: _OlderSentence, found: re.Match[str]) -> bool:
    """Whether what looks ahead is a quotation, a clause of another one, or says what won't be."""
    quoted = is_quoted(told.reading.document.text, told.sentence.start + found.end() - 1)
    return quoted or _ANOTHER.search(told.text, 0, found.end() + _NOT) is not None


def _tells_hour(told: _OlderSentence) -> bool:
    """Whether a sentence stands in a paragraph that bears the hour at which it was written."""
    passage = told.passage
    return _AT_THIS_HOUR.search(told.reading.document.text[passage.start : passage.end]) is not None


def _list_days(told: _OlderSentence) -> Iterator[date]:
    """The last days of the times that a sentence names, as far as its article places them."""
    for one in things_inside(told.reading.dates, told.sentence.start, told.sentence.end):
        owner = _OWNER.match(told.reading.document.text, one.end)
        if one.edtf and edtf.is_valid(one.edtf) and not owner:
            yield edtf.bounds(one.edtf)[1]


def _list_named(told: _OlderSentence, looks: re.Match[str]) -> Iterator[date]:
    """The day that a sentence looks ahead to and that nothing places: the next of its name,
    tomorrow, or in so many days.
    """
    named = _NAMED.search(told.text, looks.end())
    if named is None:
        return
    month = named["month"] or named["us_month"]
    if month:
        day = int(named["date"] or named["us_date"])
        yield from _next_date(told.appeared, terms.month_number(month), day)
    elif named["day"]:
        ahead = (terms.weekday_number(named["day"]) - told.appeared.weekday()) % _WEEK or _WEEK
        yield told.appeared + timedelta(days=ahead)
    else:
        yield told.appeared + timedelta(days=terms.number_value(named["count"] or "1"))


def _next_date(appeared: date, month: int, day: int) -> Iterator[date]:
    """The next day of that month and number from a day on; none where the calendar has none."""
    for year in (appeared.year, appeared.year + 1):
        if edtf.is_valid(f"{year}-{month:02}-{day:02}"):
            found = date(year, month, day)
            if found >= appeared:
                yield found
                return


def _list_names(readings: Mapping[str, Reading], days: Mapping[str, date]) -> dict[str, date]:
    """The latest day on which an article has each word with a capital letter."""
    since: dict[str, date] = {}
    for name, day in days.items():
        for word in set(_CAPITAL.findall(readings[name].document.text)):
            since[word.casefold()] = max(day, since.get(word.casefold(), day))
    return since


def _is_followed(told: _OlderSentence, since: Mapping[str, date]) -> bool:
    """Whether articles of days later have enough of the names of a sentence's article to go on with
    what that one tells.
    """
    named = {
        word.casefold() for one in told.reading.entities for word in _LONG_WORD.findall(one.name)
    }
    later = (since.get(word, told.appeared) - told.appeared for word in named)
    return sum(age > _FRESH for age in later) >= min(_SHARED, len(named) or 1)
