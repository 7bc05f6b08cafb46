"""One sentence twice, but for what it calls a thing: "called the plan a first step", then "a
betrayal".
"""

from collections.abc import Sequence
from itertools import takewhile
from operator import eq

from briefing.language import late, wordlist

_WORDS = wordlist.read("en", "words/callings")
_NAMING, _BEING = _WORDS.words("naming"), _WORDS.words("being")
_ARTICLES, _FOLLOWING = _WORDS.words("articles"), _WORDS.words("following")
_TOKEN = late.pattern(r"[^\W_]+(?:[’'-][^\W_]+)*|[,;:.!?]")
_LONGEST = 5  # words of what a thing is called, its article aside
_REACH = 12  # words that may stand between a verb of naming and the noun


def is_called_otherwise(one: str, other: str) -> bool:
    """Whether two sentences are the same word by word but for one noun with its article, which says
    what a thing is or what somebody calls it.

    Whether the two nouns mean the reverse of each other, the like or something else is not asked.
    Other adjectives before the same noun, figures and names are no other calling.
    """
    left, right = (_TOKEN.findall(text.casefold()) for text in (one, other))
    before = _count_alike(left, right)
    rest = left[before:], right[before:]
    after = _count_alike(rest[0][::-1], rest[1][::-1])
    callings = [_drop_article(words[: len(words) - after]) for words in rest]
    follows = rest[0][len(rest[0]) - after :]
    if not all(map(_is_calling, callings)) or not _may_follow(follows):
        return False
    opening = left[:before]
    bare = opening[:-1] if opening[-1:] and opening[-1] in _ARTICLES else opening
    with_article = bare != opening or all(words[before] in _ARTICLES for words in (left, right))
    return with_article and _is_naming(bare)


def _count_alike(left: Sequence[str], right: Sequence[str]) -> int:
    """With how many of the same words both begin."""
    return len(list(takewhile(bool, map(eq, left, right))))


def _drop_article(words: Sequence[str]) -> Sequence[str]:
    return words[1:] if words and words[0] in _ARTICLES else words


def _is_calling(words: Sequence[str]) -> bool:
    """Whether words may be what a thing is called: some, none of them a figure or a stop."""
    return 0 < len(words) <= _LONGEST and all(word[0].isalpha() for word in words)


def _may_follow(words: Sequence[str]) -> bool:
    """Whether a sentence may go on so behind what a thing is called, or ends there."""
    return not words or words[0] in _FOLLOWING or not words[0][0].isalnum()


def _is_naming(words: Sequence[str]) -> bool:
    """Whether words open what a thing is called: a verb of being, or one of naming not far back."""
    if not words:
        return False
    return words[-1] in _BEING or any(word in _NAMING for word in words[-_REACH:])
