"""What a count of one language has in common with one of another, of which no words can be
compared: the day and the places.

Names are those that the desk pins, by which both articles know them; a day is one that the text
dates, no bound of something. Where either is missing, or one sentence names another place too, two
counts are of no one event.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.language import edtf
from briefing.language.draft import things_inside
from briefing.language.lookalike import spelling_key
from briefing.languages.packs import pack_for
from briefing.model import Count, Passage, Reading, Span

_OPENING = 2  # sentences that say of what an article tells
_NEWS = 10  # sentences that still tell of it
_REACH = 90  # characters before a date in which a word may make it a bound
_BEHIND = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """When and where something was counted: the one day that its words name ("" for none or
    several), and the places, by their spelling.
    """

    day: str
    places: frozenset[str]


def read_occasion(count: Count, reading: Reading) -> Occasion:
    """The occasion of a count: what its own sentence says, else, early in an article, its first
    sentences.
    """
    sentences = tuple(_told_sentences(reading.passages))
    own = (Span(start=count.start, end=count.end),)
    early = count.start < sentences[min(_NEWS, len(sentences)) - 1].end if sentences else False
    opening = sentences[:_OPENING] if early else ()
    days = _days_in(reading, own) or _days_in(reading, opening)
    places = _places_in(reading, own) or _places_in(reading, opening)
    return Occasion(day=days.pop() if len(days) == 1 else "", places=frozenset(places))


def is_same_occasion(one: Occasion, other: Occasion) -> bool:
    """Whether two counts are of one event: the same day and the same places."""
    return bool(one.day and one.places) and one == other


def _told_sentences(passages: tuple[Passage, ...]) -> Iterator[Span]:
    for passage in passages:
        if passage.is_live:
            yield from passage.sentences


def _days_in(reading: Reading, sentences: tuple[Span, ...]) -> set[str]:
    """The days that some sentences set something at."""
    text, pack = reading.document.text, pack_for(reading.document.language)
    return {
        dated.edtf
        for sentence in sentences
        for dated in things_inside(reading.dates, sentence.start, sentence.end)
        if dated.edtf is not None
        and edtf.is_day(dated.edtf)
        and not pack.is_bound(
            text[max(sentence.start, dated.start - _REACH) : dated.start],
            text[dated.start : dated.end],
            text[dated.end : dated.end + _BEHIND],
        )
    }


def _places_in(reading: Reading, sentences: tuple[Span, ...]) -> set[str]:
    """The places that some sentences name."""
    names = {one.key: one.name for one in reading.entities}
    return {
        spelling_key(names[mention.entity])
        for sentence in sentences
        for mention in things_inside(reading.mentions, sentence.start, sentence.end)
        if mention.kind == "place" and mention.entity in names
    }
