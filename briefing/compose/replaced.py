"""Figures that a later article, or a later entry of a live page, calls the ones given before: "the
figure replaces the 2,140", "175 people were rescued, not 178".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from briefing.compose.later_news import list_statements, weigh_overtaken
from briefing.language import wordlist
from briefing.language.draft import things_inside
from briefing.language.following import passage_at
from briefing.languages import is_rewritten
from briefing.languages.en.clauses.find import last_day
from briefing.languages.en.dates import terms
from briefing.languages.en.stems import stem_word
from briefing.model import Citation, Passage, Reading, Shortlist, Statement

_REPLACED = 0.4  # by judgement, as of older counts: too little to stand beside anything else
_PATTERNS = wordlist.patterns("en", "words/replaced_patterns")
_REPLACES, _COUNTED = _PATTERNS["given_before"], _PATTERNS["counted"]
_TELLING = 3  # figures of a number, its last noughts left out, by which it is known again
_SHORT = 4  # letters of a word that may say what is counted


@dataclass(frozen=True, slots=True, kw_only=True)
class _Replaced:
    """A figure that a passage of an article calls the one given before, the article's day, and what
    is counted there.
    """

    value: int
    document: str
    passage: int
    day: date
    counted: frozenset[str]


def weigh_replaced(
    shortlists: Sequence[Shortlist], readings: Mapping[str, Reading]
) -> tuple[Shortlist, ...]:
    """The shortlists, worth little what tells a figure that was replaced; pinned ones stay."""
    keys = find_replaced(list_statements(shortlists), readings)
    return weigh_overtaken(shortlists, keys, _REPLACED, "overtaken")


def find_replaced(
    statements: Sequence[Statement], readings: Mapping[str, Reading]
) -> AbstractSet[str]:
    """The keys of statements with a figure that an article of no earlier day, or another passage of
    their own, calls the one given before, of the same thing.

    A figure with three places that say something is known by itself, a smaller or rounder one by
    what is counted. What this does not see: figures that are given anew without a word of it.
    """
    replaced = [made for one in readings.values() for made in _list_replaced(one)]
    if not replaced:
        return frozenset()
    return {one.key for one in statements if _tells_replaced(one, readings, replaced)}


def _tells_replaced(
    statement: Statement, readings: Mapping[str, Reading], replaced: Sequence[_Replaced]
) -> bool:
    if _REPLACES.search(statement.text):
        return False
    return any(
        _is_same(value, what, one)
        for cited in statement.bases
        for one in replaced
        if _is_later(one, cited, readings[cited.document])
        for value, what in _list_counted(cited.quote)
    )


def _is_later(one: _Replaced, cited: Citation, reading: Reading) -> bool:
    """Whether a figure was replaced no earlier than an article appeared, and elsewhere than there
    where it is told.
    """
    day = last_day(reading.document)
    elsewhere = (one.document, one.passage) != (cited.document, cited.passage)
    return elsewhere and day is not None and day <= one.day


def _is_same(value: int, what: AbstractSet[str], one: _Replaced) -> bool:
    known = len(str(value).rstrip("0")) >= _TELLING
    return value == one.value and (known or not what.isdisjoint(one.counted))


def _list_replaced(reading: Reading) -> Iterator[_Replaced]:
    """The figures that an article calls the ones given before."""
    document = reading.document
    day = last_day(document)
    if day is None or not is_rewritten(document.language):
        return
    for found in _REPLACES.finditer(document.text):
        passage = passage_at(reading, found.start())
        if passage is not None and passage.may_tell:
            yield _Replaced(
                value=_read_value(found["value"]),
                document=document.id,
                passage=passage.number,
                day=day,
                counted=_read_counted(reading, passage, found),
            )


def _read_counted(reading: Reading, passage: Passage, found: re.Match[str]) -> frozenset[str]:
    """What the figures count that stand in the same sentence as one that was replaced, or in the
    one before.
    """
    upto = [one for one in passage.sentences if one.start <= found.start()]
    told = things_inside(passage.sentences, upto[-2:][0].start, passage.end)[:2] if upto else ()
    texts = (reading.document.text[one.start : one.end] for one in told)
    return frozenset(word for text in texts for _, what in _list_counted(text) for word in what)


def _list_counted(text: str) -> Iterator[tuple[int, frozenset[str]]]:
    """The figures of a text, each with the stems of the words behind it that may say what it
    counts.
    """
    for found in _COUNTED.finditer(text):
        words = (word.lower() for word in found["what"].split() if len(word) >= _SHORT)
        yield _read_value(found["value"]), frozenset(map(stem_word, words))


def _read_value(printed: str) -> int:
    bare = printed.replace(",", "").partition(".")[0]
    return int(bare) if bare.isdigit() else terms.number_value(printed)
