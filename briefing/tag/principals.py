"""Signals about those who act: who holds which office, who meets whom."""

from bisect import bisect_right
from collections.abc import Iterator

from briefing.language import late, wordlist
from briefing.languages.en import lexicon
from briefing.model import Reading, Span
from briefing.tag import stretches

_STANDING = lexicon.OFFICES | lexicon.RANKS
_LAST_WORDS = late.pattern(r"(?:[\w’'-]+\.? ){1,3}$")
_APPOSITION = late.pattern(r"(?:’s|'s)?\s?(?:[,(—–]|-{1,2}\s)\s?([^.;)—–]{2,100})")
_PATTERNS = wordlist.patterns("en", "words/principal_patterns")
_LED = _PATTERNS["led"]
_NEAR_BEFORE = 60
_NEAR_AFTER = 120
_MET = _PATTERNS["met"]


def office_sentences(reading: Reading) -> Iterator[Span]:
    """The sentences in which a named person who is no analyst is given an office or a rank.

    A title before a full name, an apposition or a verb of leading after any form of it. "President
    X" alone, as every later mention has it, is no more than a name.
    """
    yield from stretches.sentences_within(reading, sorted(_stated_offices(reading)))


def meeting_sentences(reading: Reading) -> Iterator[Span]:
    """The sentences that name a person who is no analyst and tell of a meeting, a visit or a
    call.

    That somebody's visit is only referred to ("X's visit") is not enough.
    """
    people = stretches.principal_people(reading)
    named = [
        Span(start=mention.start, end=mention.end)
        for mention in reading.mentions
        if mention.entity in people
    ]
    for sentence in stretches.sentences_within(reading, sorted(named)):
        if _MET.search(reading.document.text, sentence.start, sentence.end):
            yield sentence


def tells_of_meetings(reading: Reading) -> bool:
    """Whether a sentence has the words of a meeting, a visit or a call."""
    text = reading.document.text
    return any(_MET.search(text, one.start, one.end) for one in stretches.live_sentences(reading))


def _stated_offices(reading: Reading) -> Iterator[Span]:
    text = reading.document.text
    people = stretches.principal_people(reading)
    yield from (entity.role for entity in people.values() if entity.role is not None)
    lines = tuple(stretches.live_sentences(reading))
    starts = [line.start for line in lines]
    for mention in reading.mentions:
        place = bisect_right(starts, mention.start) - 1
        if mention.entity not in people or place < 0:
            continue
        full = " " in text[mention.start : mention.end]
        if (full and _led_by_title(text, lines[place].start, mention.start)) or _told_after(
            text, mention.end, lines[place].end
        ):
            yield Span(start=mention.start, end=mention.end)


def _led_by_title(text: str, first: int, start: int) -> bool:
    """Whether an office or a rank stands right before the name that begins at `start`."""
    before = _LAST_WORDS.search(text, max(first, start - _NEAR_BEFORE), start)
    return before is not None and stretches.names_any(before.group(), _STANDING)


def _told_after(text: str, end: int, last: int) -> bool:
    """Whether the words after the name that ends at `end` give its office, in apposition or by
    a verb.
    """
    after = text[end : min(last, end + _NEAR_AFTER)]
    told = _APPOSITION.match(after) or _LED.match(after)
    return (
        told is not None
        and stretches.names_any(told.group(1), _STANDING)
        and not stretches.names_any(told.group(1), stretches.ANALYSTS)
    )
