"""Whether two articles tell one story: they appeared near each other and name the same.

What would be chance between any two articles, such as an equal share of eight per cent, is hardly
chance between two of one story.
"""

from collections import Counter
from datetime import timedelta

from briefing.events.days import appeared_near
from briefing.language import late
from briefing.language.identity import Remembered
from briefing.languages.en import lexicon
from briefing.languages.en.assertions.fold import fold_word
from briefing.languages.en.names.lists import DICTIONARY
from briefing.model import Reading

_COMMON = 3  # words of names that two articles of one story have in common,
_OFTEN = 2  # of which one that both have as often is worth two: whom both are about
_NEAR = timedelta(days=14)  # between articles of one story
_KEEP = 2_000  # articles whose names are remembered: more than a brief is made of
_NAMED = late.pattern(r"(?<=[a-z0-9,;] )[A-Z][^\W\d_]{2,}")  # a capital inside a sentence
_OPENING = late.pattern(r"\b[A-Z][a-z]{2,}\b")  # a name where no dictionary has it
_SMALL = late.pattern(r"(?<![^\W\d_])[a-z]{3,}")  # what stands in small letters is no name
_NO_NAMES = frozenset(
    word.lower()
    for listed in (lexicon.MONTHS, lexicon.WEEKDAYS, lexicon.HONORIFICS, lexicon.OFFICES)
    for entry in (*listed, *lexicon.RANKS)
    for word in entry.split()
)


def are_of_one_story(one: Reading, other: Reading) -> bool:
    """Whether two articles tell one story."""
    if not appeared_near(one.document, other.document, _NEAR):
        return False
    common = name_words(one) & name_words(other)
    central = common and not common.isdisjoint(_often_named(one) & _often_named(other))
    return len(common) + bool(central) >= _COMMON


def _list_often(reading: Reading) -> frozenset[str]:
    text, names = reading.document.text, name_words(reading)
    told = Counter(
        folded
        for passage in reading.passages
        if passage.is_live
        for word in _OPENING.findall(text, passage.start, passage.end)
        if (folded := fold_word(word.lower())) in names
    )
    return frozenset(word for word, count in told.items() if count >= _OFTEN)


_often_named = Remembered(find=_list_often, most=_KEEP)


def _list_names(reading: Reading) -> frozenset[str]:
    text = reading.document.text
    live = [passage for passage in reading.passages if passage.is_live]
    inside = {word for one in live for word in _NAMED.findall(text, one.start, one.end)}
    opening = {word for one in live for word in _OPENING.findall(text, one.start, one.end)}
    words = {word.lower() for word in inside} | (set(map(str.lower, opening)) - DICTIONARY)
    return frozenset(map(fold_word, words - _NO_NAMES - set(_SMALL.findall(text)))) - {""}


name_words = Remembered(find=_list_names, most=_KEEP)
"""The folded words of an article that are names: with a capital inside a sentence, and nowhere
without.
"""
