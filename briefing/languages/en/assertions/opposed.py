"""Words of which only one can be right of a thing at a time: "rose" and "fell", "red" and
"green".
"""

from collections.abc import Iterable, Mapping, Sequence

from briefing.language import wordlist
from briefing.languages.en.assertions.fold import fold_noun, fold_verb
from briefing.languages.en.clauses.lists import section_words
from briefing.languages.en.clauses.predicates import NOUNS, VERBS

_VERBS = wordlist.read("en", "assertions/opposed").rows()
_WORDS = wordlist.read("en", "assertions/turned").rows()
_LIST = wordlist.read("en", "assertions/words")


def _turn_rows(rows: Iterable[Sequence[str]]) -> dict[str, frozenset[str]]:
    """Each word with those that exclude it."""
    found: dict[str, set[str]] = {}
    for one, other in rows:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


_TURNED: Mapping[str, frozenset[str]] = _turn_rows(_WORDS)
TURNING = frozenset(map(fold_noun, _TURNED))
"""Those of `turned.txt`, folded."""
_OPPOSED: Mapping[str, frozenset[str]] = _turn_rows(tuple(map(fold_verb, row)) for row in _VERBS)
_DENIALS = section_words("negations") | section_words("nobody") | _LIST.words("denying", "failing")
EXISTING = frozenset(map(fold_verb, _LIST.words("existing")))
"""Verbs, folded, that say of a thing no more than that it is there."""
FORMAL = frozenset(map(fold_verb, _LIST.words("formal")))
"""Verbs, folded, that papers deny of whom they ask: "did not respond to a request"."""
HAPPENINGS = frozenset(one.name for one in (*VERBS.values(), *NOUNS.values()))
"""The classes of what happens."""
_CAUSING = frozenset({fold_verb("cause"), fold_verb("blame"), fold_noun("because")})
SCOPES = ("in", "of", "to", "for", "with", "from")
"""Prepositions, "in" for all of place, behind which another word is another thing."""
TIMING = _LIST.words("timing")
"""Prepositions behind which stands when, which limits no denial."""
_APOSTROPHES = ("n’t", "n't")


def seeks_other(words: frozenset[str], text: str) -> bool:
    """Whether a sentence of these folded words may say no to another, be turned by one, or name a
    cause.
    """
    if not words.isdisjoint(_OPPOSED) or not words.isdisjoint(_CAUSING):
        return True
    plain = {word.strip(".,;:“”\"'’()") for word in text.lower().split()}
    if not plain.isdisjoint(_DENIALS) or not plain.isdisjoint(_TURNED):
        return True
    return any(word.endswith(_APOSTROPHES) for word in plain)


def are_verbs_opposed(one: str, other: str) -> bool:
    """Whether two folded verbs can't both be right of one thing at one time."""
    return other in _OPPOSED.get(one, ())


def are_turned(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether words, as they stand, hold one that another of the others excludes."""
    theirs = frozenset(other)
    return any(not _TURNED.get(word, frozenset()).isdisjoint(theirs) for word in one)
