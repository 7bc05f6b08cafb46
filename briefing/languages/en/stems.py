"""Stems of English words (Snowball)."""

from functools import lru_cache

import Stemmer

_STEMMER = Stemmer.Stemmer("english")
SHORT_STEMS = {"die": "dy", "lie": "ly", "tie": "ty"}
"""Stems of which one form doesn't begin with the stem, and how that one begins ("dying")."""

_KEEP = 200_000  # words remembered: articles repeat theirs


@lru_cache(maxsize=_KEEP)
def stem_word(word: str) -> str:
    """The stem of a lower-case word."""
    return str(_STEMMER.stemWord(word))
