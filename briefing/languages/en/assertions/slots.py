"""What tells whether a part of one happening is another: its day, its place, who did it."""

from briefing.language import wordlist
from briefing.languages.en.assertions.fold import fold_noun, fold_verb
from briefing.languages.en.clauses.predicates import VERBS

_WORDS = wordlist.read("en", "assertions/words")
ONCE = frozenset(map(fold_verb, _WORDS.words("once"))) | frozenset(
    one.name for one in VERBS.values() if one.kind == "once"
)
"""Verbs, folded, of what happens once to a thing."""
PLACED = frozenset(map(fold_verb, _WORDS.words("placed once")))
"""Verbs, folded, of what has one place."""
SINGLE = frozenset(map(fold_verb, _WORDS.words("done by one")))
"""Verbs, folded, of acts that one alone does."""
_SIDES = tuple(
    tuple(frozenset(map(fold_noun, column.split())) for column in row)
    for row in _WORDS.rows("against")
)


def are_against(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two parties, as folded words, are of two sides that stand against each other."""
    return any(
        (one & left and other & right) or (one & right and other & left) for left, right in _SIDES
    )
