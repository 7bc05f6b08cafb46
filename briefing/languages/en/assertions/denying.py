"""Whether what a verb tells is denied: by its own words, by its parties, or by who denies it."""

from collections.abc import Sequence
from itertools import pairwise

from briefing.language import wordlist
from briefing.languages.en.assertions.meaning import FAILING, is_infinitive, leading_tokens
from briefing.languages.en.clauses.chunks import Chunk, list_tokens
from briefing.languages.en.clauses.lists import section_words
from briefing.languages.en.clauses.mood import holds_negation
from briefing.languages.en.clauses.tokens import holds_word
from briefing.languages.en.lexicon import SAYING_VERBS

_WORDS = wordlist.read("en", "assertions/words")
DENYING = _WORDS.words("denying")
"""Verbs by which somebody denies what follows."""
_PARTLY = _WORDS.words("partly")
_PLANNING = section_words("planning")
_NOBODY, _NO = section_words("nobody"), frozenset({"no", "neither"})
_NEITHER = frozenset({"neither", "nor"})


def find_turned(
    chunks: Sequence[Chunk], places: Sequence[int]
) -> tuple[frozenset[int], frozenset[int]]:
    """The groups of denying verbs, and those that they turn round: behind "that", up to the next
    verb of saying, and one in -ing straight behind.
    """
    denying: set[int] = set()
    turned: set[int] = set()
    last, led = -1, False  # the denying verb whose "that" is awaited, or found
    for before, at in pairwise((-1, *places)):
        word = chunks[at].last.lower
        if before == last >= 0:
            between = [chunk.last.lower for chunk in chunks[before + 1 : at]]
            led = "that" in between or (not between and word.endswith("ing"))
        if led and word not in SAYING_VERBS:
            denying.add(last)
            turned.add(at)
        else:
            led = False
        if word in DENYING and not holds_negation(chunks[at].tokens):
            last, led = at, False
    return frozenset(denying), frozenset(turned)


def count_denials(
    chunks: Sequence[Chunk], at: int, subject: Sequence[Chunk], behind: Sequence[Chunk]
) -> bool | None:
    """Whether a verb's group, its subject or its object says no; None where it does so only partly
    or twice.
    """
    led = leading_tokens(chunks, at) if is_infinitive(chunks[at]) else ()
    governed = holds_negation(led)
    if governed and not holds_word(led, _PLANNING):
        return None  # "do not have to file"
    words = list_tokens((chunks[at], *subject, *behind[:2]))
    found = governed or holds_negation(chunks[at].tokens)
    nobody = names_none(chunks, subject, behind)
    neither = not (found or nobody) and holds_word(words, _NEITHER)
    count = found + nobody + neither + holds_word(led, FAILING)
    if count > 1 or (count and holds_word(words, _PARTLY)):
        return None
    return bool(count)


def names_none(chunks: Sequence[Chunk], subject: Sequence[Chunk], behind: Sequence[Chunk]) -> bool:
    """Whether the subject or the object is nobody, or opens with "no"."""
    return _is_nobody(chunks, (*subject[:1], *behind[:1])) or _opens_denied(behind)


def _is_nobody(chunks: Sequence[Chunk], parties: Sequence[Chunk]) -> bool:
    """Whether a party is "nobody", or one that "no" leads."""
    led = {chunk.end: chunk.last.lower for chunk in chunks if chunk.kind == "not"}
    ends = sorted(led)
    for party in parties:
        ahead = [end for end in ends if end < party.start]
        if party.tokens[0].lower in _NOBODY or (ahead and _touches(chunks, ahead[-1], party)):
            return True
    return False


def _touches(chunks: Sequence[Chunk], end: int, party: Chunk) -> bool:
    """Whether a chunk that ends at `end` stands right before a party, and says "no"."""
    place = next(i for i, chunk in enumerate(chunks) if chunk.end == end)
    follows = place + 1 < len(chunks) and chunks[place + 1] is party
    return follows and chunks[place].last.lower in _NO


def _opens_denied(behind: Sequence[Chunk]) -> bool:
    """Whether what stands behind a verb opens with "no": "had recorded | no | earthquake"."""
    return bool(behind) and behind[0].kind == "not" and behind[0].last.lower in _NO
