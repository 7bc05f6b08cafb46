"""Hyphens at the ends of lines: whether one belongs to its word, told word by word."""

from collections.abc import Callable, Iterable

from briefing.language import late, wordlist
from briefing.languages.en.names.lists import DICTIONARY

_WORD = late.pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = late.pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
_FIRST = late.pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LIST = wordlist.read("en", "words/hyphens")
_BEFORE, _AFTER = _LIST.words("before"), _LIST.words("after")
_LOOSE = _LIST.words("loose")
_POINTS = _LIST.words("points")
_SHORTEST = 3  # letters of a half that may be a word of its own
_FEWEST_BREAKS = 2
_MOST_HARD = 0.04  # share of lines that end in hyphens up to which these are the words' own


def hyphen_judge(texts: Iterable[str], broken: int) -> Callable[[str, str], bool]:
    """What says whether a hyphen at a line's end belongs to the word, as in "well-" and "known".

    `texts` are all lines, `broken` how many of them end in a hyphen. The text itself decides where
    it has the word elsewhere, whole or with its hyphen; then the language's words: a whole word
    that it knows, two halves that are words, a half that is always joined by a hyphen. Else a text
    whose lines rarely end in hyphens is one that breaks no words.
    """
    lines = list(texts)
    known = frozenset(word.casefold() for one in lines for word in _WORD.findall(one))
    breaks_words = broken > max(_FEWEST_BREAKS, _MOST_HARD * len(lines))

    def stays(before: str, after: str) -> bool:
        ending, beginning = _LAST.search(before), _FIRST.match(after)
        if ending is None or beginning is None:
            return True
        head, tail = ending[0].casefold(), beginning[0].casefold()
        if not after[:1].islower() or f"{head}-{tail}" in known:
            return True
        if f"{head}{tail}" in known:
            return False
        told = _by_words(head.rpartition("-")[2], tail.partition("-")[0])
        if told is not None:
            return told
        return (head in known and tail in known) or not breaks_words

    return stays


def is_loose(after: str) -> bool:
    """Whether the line behind a hyphen goes on with a word before which one hangs: "short- and"."""
    first = _FIRST.match(after)
    return first is not None and first[0].casefold() in _LOOSE


def _by_words(head: str, tail: str) -> bool | None:
    """What the language's words say of two halves; None where they know neither."""
    if head in _POINTS and tail in _POINTS:
        return True
    if f"{head}{tail}" in DICTIONARY:
        return False
    if head in _BEFORE or tail in _AFTER:
        return True
    both = min(len(head), len(tail)) >= _SHORTEST and head in DICTIONARY and tail in DICTIONARY
    return True if both else None
