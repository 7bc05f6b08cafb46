"""What a term that no article meets may have meant: another spelling of a word that they have.

A word that is spelt right is no misspelling of another, however near: "fund" is not "found". So a
hint is given only for what no dictionary knows, the letters of which are those of the texts' word
but for one, or two of a long word (Damerau 1964: four of five misspellings are one letter too many,
too few, another or two that changed places). Better none than a wrong one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA

from briefing.languages import packs
from briefing.model import Reading

_WORD = re.compile(r"[^\W\d_]{3,}")
_TERM = re.compile(r"([^\W\d_]+)(\*?)")
_SHORTEST, _LONG = 4, 8  # letters: below no hint, and of a word that may have two mistakes
_SURE = 6  # letters of a word of which the first may be wrong, too
_UNLISTED = 7  # letters of a word in a language of which no list of words is at hand

Words = Mapping[tuple[str, str], int]
"""How often a word stands in the texts of a language: the language's tag ("" for English) and the
word as printed.
"""


def count_words(readings: Sequence[Reading]) -> Words:
    """The words of all that terms are looked for in."""
    counts: Counter[tuple[str, str]] = Counter()
    for reading in readings:
        for passage in reading.passages:
            if passage.is_live:
                text = reading.document.text[passage.start : passage.end]
                language = reading.document.language or ""
                counts.update((language, word) for word in _WORD.findall(text))
    return counts


def suggest_term(term: str, words: Words) -> str:
    """What a term, of words or the beginnings of words, may have been meant to be; "" where nothing
    is likely.

    Each word of it that none of the texts' languages knows is set right where the texts have one
    like it; the others stay.
    """
    pieces = term.split()
    parsed = [_TERM.fullmatch(piece) for piece in pieces]
    if not all(parsed):
        return ""
    found = [
        _right_word(one[1], words, begins=bool(one[2])) or one[0]
        for one in parsed
        if one is not None
    ]
    return " ".join(found) if found != pieces else ""


def suggest_name(name: str, known: Iterable[str]) -> str:
    """The one of some names of which a name is a misspelling; "" for none, or where it is one."""
    near = [
        (OSA.distance(name.casefold(), other.casefold(), score_cutoff=2), other) for other in known
    ]
    close = sorted(one for one in near if one[0] <= _allowed(name) and one[1][:1] == name[:1])
    return close[0][1] if close and close[0][0] else ""


def _allowed(word: str) -> int:
    """How many mistakes may be in a word."""
    return 2 if len(word) >= _LONG else int(len(word) >= _SHORTEST)


def _right_word(word: str, words: Words, *, begins: bool) -> str:
    """The texts' word that a word is a misspelling of, its beginning and a star with `begins`; ""
    for none.
    """
    languages = {language for language, _ in words}
    known = (packs.is_spelled(word.lower(), one or None, begins=begins) for one in languages)
    if len(word) < _SHORTEST or any(known):
        return ""
    near = sorted(
        (distance, abs(len(spelling) - len(word)), -count, spelling)
        for (language, printed), count in words.items()
        if _may_be_meant(word, printed, language)
        for spelling, distance in _compare(word, printed, begins=begins)
    )
    return near[0][3] + "*" * begins if near else ""


def _may_be_meant(word: str, printed: str, language: str) -> bool:
    """Whether a word may stand for a printed one at all: a name only for a name."""
    listed = packs.is_spelled(word.lower(), language or None) is not None
    return (listed or len(word) >= _UNLISTED) and (word[0].islower() or not printed[0].islower())


def _compare(word: str, printed: str, *, begins: bool) -> Iterator[tuple[str, int]]:
    """The spelling that a printed word gives, or beginnings of it, with the mistakes between, where
    they are few enough.
    """
    most = _allowed(word)
    lengths = range(len(word) - 1, len(word) + 2) if begins else (len(printed),)
    for length in lengths:
        spelling = printed[:length] if word[0].isupper() else printed[:length].lower()
        small = spelling.lower()
        distance = OSA.distance(word.lower(), small, score_cutoff=most)
        first = small[:1] == word[:1].lower() or (distance == 1 and len(word) >= _SURE)
        if len(printed) >= length and 0 < distance <= most and first:
            yield spelling, distance
