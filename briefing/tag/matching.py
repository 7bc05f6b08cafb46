"""Finds many phrases in a text at once, by the speed of an automaton and the rules of `pattern`.

The automaton (Aho and Corasick 1975) looks for the unchanging beginning of each phrase's first word
and reports overlapping matches; what it finds is a candidate until the words say so.
Leftmost-longest matching would be as fast, but a long candidate that fails its word boundary
("general motorsport" for "general motors") would hide the short term that stands there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from re import Match

import ahocorasick_rs
import Stemmer

from briefing.language import late, unseen
from briefing.languages.en.stems import SHORT_STEMS
from briefing.tag.pattern import WORD_CHARACTERS, Phrase, Word, fold_case

_WORD = late.pattern(rf"[{WORD_CHARACTERS}]+")
_BETWEEN = late.pattern(r"[.’'&/]?(?:\s+|[-\u2010-\u2013])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matcher:
    """Phrases made ready: `starts[i]` are the numbers of the phrases behind automaton pattern i."""

    phrases: tuple[tuple[Word, ...], ...]
    starts: tuple[tuple[int, ...], ...]
    automaton: ahocorasick_rs.AhoCorasick
    stemmer: Stemmer.Stemmer


def build_matcher(phrases: Sequence[Phrase]) -> Matcher:
    """Make `phrases` ready for `find`; the same phrases always give the same matcher."""
    stemmer = Stemmer.Stemmer("english")
    ready = tuple(tuple(_stem_word(word, stemmer) for word in phrase.words) for phrase in phrases)
    behind: dict[str, list[int]] = {}
    for number, words in enumerate(ready):
        for beginning in _word_beginnings(words[0]):
            behind.setdefault(beginning, []).append(number)
    automaton = ahocorasick_rs.AhoCorasick(
        list(behind), matchkind=ahocorasick_rs.MatchKind.Standard
    )
    return Matcher(
        phrases=ready,
        starts=tuple(tuple(numbers) for numbers in behind.values()),
        automaton=automaton,
        stemmer=stemmer,
    )


def find_phrases(matcher: Matcher, text: str) -> list[tuple[int, int, int]]:
    """(start, end, phrase number) for every place where a phrase stands in `text`, in order.

    Offsets are code points of `text` itself; places may overlap. A phrase may run over a line end;
    who cares for sentences checks them. Signs inside words that nobody sees part no word. Time is
    linear in the text and in the candidates found.
    """
    shown = unseen.seen_text(text)
    if shown is None:
        return _find_in_folded(matcher, text)
    plain, places = shown
    return [
        (places[start], places[end - 1] + 1, number)
        for start, end, number in _find_in_folded(matcher, plain)
    ]


def _find_in_folded(matcher: Matcher, text: str) -> list[tuple[int, int, int]]:
    folded = fold_case(text)
    hits: list[tuple[int, int, int]] = []
    stems: dict[str, str] = {}
    at_word = _WORD.match
    phrases, starts = matcher.phrases, matcher.starts
    for pattern, start, _ in matcher.automaton.find_matches_as_indexes(folded, overlapping=True):
        if start and folded[start - 1] != " " and at_word(folded, start - 1, start):
            continue
        token = at_word(folded, start)
        if token is None:
            continue
        for number in starts[pattern]:
            words = phrases[number]
            if not _agrees_with_token(words[0], token, text, stems, matcher.stemmer):
                continue
            end = (
                token.end()
                if len(words) == 1
                else _phrase_end(words, text, folded, token.end(), stems, matcher.stemmer)
            )
            if end is not None:
                hits.append((start, end, number))
    hits.sort()
    return hits


def _stem_word(word: Word, stemmer: Stemmer.Stemmer) -> Word:
    if word.how != "stem":
        return word
    return Word(text=stemmer.stemWord(word.text), how="stem", capitals=word.capitals)


def _word_beginnings(word: Word) -> tuple[str, ...]:
    """The strings with one of which every form of `word` begins.

    A Snowball stem is such a string but for its own last letter where endings change it
    (policy/polici, hope/hoping, visible/visibility), and for three verbs (die/dying).
    """
    text = word.text
    if word.how != "stem":
        return (text,)
    ends_open = text.endswith(("e", "i", "y", "bl"))
    root = text[:-1] if ends_open and len(text) > 2 else text  # noqa: PLR2004 - a root has two
    return (root, SHORT_STEMS[text]) if text in SHORT_STEMS else (root,)


def _agrees_with_token(
    word: Word, token: Match[str], text: str, stems: dict[str, str], stemmer: Stemmer.Stemmer
) -> bool:
    """Whether a token of the folded text is what a word of a phrase asks for."""
    found = token.group()
    if word.how == "stem":
        stem = stems.get(found)
        if stem is None:
            stem = stems[found] = stemmer.stemWord(found)
        found = stem
    agrees = found.startswith(word.text) if word.how == "start" else found == word.text
    if agrees and word.capitals:
        start = token.start()
        return text[start : start + len(word.text)].isupper()
    return agrees


def _phrase_end(
    words: tuple[Word, ...],
    text: str,
    folded: str,
    start: int,
    stems: dict[str, str],
    stemmer: Stemmer.Stemmer,
) -> int | None:
    """Where `words` end whose first one ends at `start`, or None."""
    at = start
    for word in words[1:]:
        gap = _BETWEEN.match(folded, at)
        token = _WORD.match(folded, gap.end() if gap else at)
        if token is None or not _agrees_with_token(word, token, text, stems, stemmer):
            return None
        at = token.end()
    return at
