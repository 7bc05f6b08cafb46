"""Finds many phrases in a text at once, by the speed of an automaton and the rules of `pattern`.

The automaton (Aho and Corasick 1975) looks for the unchanging beginning of each phrase's first word
and reports overlapping matches; what it finds is a candidate until the words say so. Leftmost-longest
matching would be as fast, but a long candidate that fails its word boundary ("general motorsport" for
"general motors") would hide the short term that stands there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import ahocorasick_rs
import Stemmer

from briefing.tag.pattern import WORD_CHARACTERS, Phrase, Word, fold

_WORD = re.compile(rf"[{WORD_CHARACTERS}]+")
_BETWEEN = re.compile(r"[.’'&/]?(?:\s+|[-\u2010-\u2013])?")
_SHORT_STEMS = {"die": "dy", "lie": "ly", "tie": "ty"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Matcher:
    """Phrases made ready: `starts[i]` are the numbers of the phrases behind automaton pattern i."""

    phrases: tuple[tuple[Word, ...], ...]
    starts: tuple[tuple[int, ...], ...]
    automaton: ahocorasick_rs.AhoCorasick
    stemmer: Stemmer.Stemmer


def build(phrases: Sequence[Phrase]) -> Matcher:
    """Make `phrases` ready for `find`; the same phrases always give the same matcher."""
    stemmer = Stemmer.Stemmer("english")
    ready = tuple(tuple(_stemmed(word, stemmer) for word in phrase.words) for phrase in phrases)
    behind: dict[str, list[int]] = {}
    for number, words in enumerate(ready):
        for beginning in _beginnings(words[0]):
            behind.setdefault(beginning, []).append(number)
    automaton = ahocorasick_rs.AhoCorasick(list(behind), matchkind=ahocorasick_rs.MatchKind.Standard)
    return Matcher(
        phrases=ready, starts=tuple(tuple(numbers) for numbers in behind.values()), automaton=automaton, stemmer=stemmer
    )


def find(matcher: Matcher, text: str) -> tuple[tuple[int, int, int], ...]:
    """Give (phrase number, start, end) for every place where a phrase stands in `text`, by start.

    Offsets are code points of `text` itself; places may overlap. A phrase may run over a line end;
    who cares for sentences checks them. Time is linear in the text and in the candidates found.
    """
    folded = fold(text)
    hits: list[tuple[int, int, int]] = []
    stems: dict[str, str] = {}
    at_word = _WORD.match
    phrases, starts, stemmer = matcher.phrases, matcher.starts, matcher.stemmer
    for pattern, start, _ in matcher.automaton.find_matches_as_indexes(folded, overlapping=True):
        if start and folded[start - 1] != " " and at_word(folded, start - 1, start):
            continue
        for number in starts[pattern]:
            end = _end(phrases[number], text, folded, start, stems, stemmer)
            if end is not None:
                hits.append((start, end, number))
    hits.sort()
    return tuple((number, start, end) for start, end, number in hits)


def _stemmed(word: Word, stemmer: Stemmer.Stemmer) -> Word:
    if word.how != "stem":
        return word
    return Word(text=stemmer.stemWord(word.text), how="stem", capitals=word.capitals)


def _beginnings(word: Word) -> tuple[str, ...]:
    """Give the strings with one of which every form of `word` begins.

    A Snowball stem is such a string but for its own last letter where endings change it
    (policy/polici, hope/hoping, visible/visibility), and for three verbs (die/dying).
    """
    text = word.text
    if word.how != "stem":
        return (text,)
    root = text[:-1] if len(text) > 2 and (text[-1] in "eiy" or text.endswith("bl")) else text  # noqa: PLR2004
    return (root, _SHORT_STEMS[text]) if text in _SHORT_STEMS else (root,)


def _end(
    words: tuple[Word, ...],
    text: str,
    folded: str,
    start: int,
    stems: dict[str, str],
    stemmer: Stemmer.Stemmer,
) -> int | None:
    """Give where `words` end when they stand at `start`, or None."""
    at = start
    for index, word in enumerate(words):
        if index:
            gap = _BETWEEN.match(folded, at)
            at = gap.end() if gap else at
        token = _WORD.match(folded, at)
        if token is None:
            return None
        found = token.group()
        if word.how == "stem":
            if found not in stems:
                stems[found] = stemmer.stemWord(found)
            found = stems[found]
        if not (found.startswith(word.text) if word.how == "start" else found == word.text):
            return None
        if word.capitals and not text[at : at + len(word.text)].isupper():
            return None
        at = token.end()
    return at
