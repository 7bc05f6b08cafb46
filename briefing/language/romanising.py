"""Names in Cyrillic and Latin letters brought to one spelling, so that the same full name in both
is known for one.

Only what is certain: a full name, in the nominative, letter by letter. Arabic script leaves vowels
out, so that two names of different persons may be written alike: there the desk's aliases decide
alone, and so they do for inflected names.
"""

import re
from collections.abc import Iterator
from functools import cache

from briefing.language import late, wordlist
from briefing.model import Span

_WORD = late.pattern(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_CYRILLIC = late.pattern("[Ѐ-ӿ]")
_MOST_WORDS = 4  # of a full name
_LETTER = late.pattern(r"[^\W\d_]")
_FEWEST_WORDS = 2
_FEWEST_LETTERS = 8  # of both names together: shorter ones are too often somebody else's too


def full_name_key(name: str) -> str:
    """What the same full name has in common in Cyrillic and Latin letters; "" for a name of one
    word, a short one, or one in another script.
    """
    words = re.split(r"[\s-]+", name.strip().casefold())
    if len(words) < _FEWEST_WORDS or sum(map(len, words)) < _FEWEST_LETTERS:
        return ""
    folded = [_fold_word(word) for word in words]
    return " ".join(folded) if all(folded) else ""


def find_full_names(text: str, start: int, end: int, wanted: frozenset[str]) -> Iterator[Span]:
    """Where `text[start:end]` has a full name in Cyrillic letters whose key is one of `wanted`."""
    if not _CYRILLIC.search(text, start, end):
        return
    words = list(_WORD.finditer(text, start, end))
    for first, word in enumerate(words):
        for last in words[first + 1 : first + _MOST_WORDS] if word[0][0].isupper() else ():
            if full_name_key(text[word.start() : last.end()]) in wanted:
                yield Span(start=word.start(), end=last.end())


def _fold_word(word: str) -> str:
    """A word in the one spelling, "" where it has letters of another script."""
    table = _romanised()
    latin = "".join(table.get(letter, letter) for letter in word)
    if not latin.isascii() or not _LETTER.search(latin):
        return ""
    plain = re.sub(r"[^a-z]", "", latin).replace("x", "ks")
    same = re.sub(r"[yj]", "i", plain)
    return re.sub(r"i+", "i", re.sub(r"^ie|(?<=[aeou])ie", "e", same))


@cache
def _romanised() -> dict[str, str]:
    return wordlist.read("mul", "romanised").table()
