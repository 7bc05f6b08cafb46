"""Whether two assertions that both give a figure may tell one act: a company that recalls 52,000
heaters has not sold them, and the prices of wheat are not those of maize.
"""

from collections.abc import Set as AbstractSet

from briefing.languages.en.assertions import BE
from briefing.languages.en.assertions.fold import fold_verb
from briefing.languages.en.assertions.kin import are_kin_acts, find_kin
from briefing.languages.en.assertions.measures import TOLD_BY
from briefing.languages.en.assertions.opposed import are_verbs_opposed
from briefing.languages.en.clauses.predicates import PLAIN, VERBS
from briefing.languages.en.lexicon import SAYING_VERBS
from briefing.model import Assertion

CLASSES = frozenset(made.name for made in VERBS.values())
"""The classes of what verbs tell."""

_PLAIN = frozenset(map(fold_verb, PLAIN - frozenset((*SAYING_VERBS, *VERBS))))


def tell_of_two_acts(
    one: Assertion | None, other: Assertion | None, shared: AbstractSet[str]
) -> bool:
    """Whether what two figures are told with are two acts, or acts of two things; `shared` are the
    words that stand near both.
    """
    if one is None or other is None:
        return False
    if are_verbs_opposed(one.verb, other.verb):
        return True
    if are_kin_acts(one.verb, other.verb):
        return _are_of_two_things(one, other)
    return _are_other_acts(one, other, shared)


def _are_other_acts(one: Assertion, other: Assertion, shared: AbstractSet[str]) -> bool:
    """The same of two whose verbs are no kin."""
    if {one.verb, other.verb} <= TOLD_BY:
        return True  # as many were killed as hurt
    if BE in {one.verb, other.verb} or one.carrier or other.carrier:
        return False
    if {one.verb, other.verb} & shared or _share_own_noun(one, other):
        return False
    return bool(one.object & other.object | (one.doer & other.doer - one.names))


def share_nothing(one: Assertion | None, other: Assertion | None) -> bool:
    """Whether two assertions are known and have neither an act, nor who does it, nor to whom, in
    common: where 17 soldiers are killed, 17 others are hurt.
    """
    if one is None or other is None or are_kin_acts(one.verb, other.verb):
        return False
    return not (one.doer | one.object) & (other.doer | other.object)


def _are_of_two_things(one: Assertion, other: Assertion) -> bool:
    """Whether two assertions of one act have another doer or object; who only puts a figure at
    something is no doer.
    """
    names = one.names | other.names
    doers = tells_act(one) and are_added_apart(one.doer, other.doer, names)
    return doers or are_added_apart(one.object, other.object, names)


def _share_own_noun(one: Assertion, other: Assertion) -> bool:
    """Whether both give one figure of one thing: "a fund of 20 million". Of a raise one may demand
    as much as another offers.
    """
    if one.doer and other.doer and not one.doer & other.doer:
        return False
    return any(
        ours.value == theirs.value and ours.nouns & theirs.nouns
        for ours in one.measures
        for theirs in other.measures
    )


def tells_act(one: Assertion) -> bool:
    """Whether a verb tells what happens: "made" and "was" tell too little."""
    telling = one.verb != BE and one.verb not in _PLAIN
    return telling and (one.verb in CLASSES or not one.carrier)


def are_added_apart(
    ours: AbstractSet[str], theirs: AbstractSet[str], names: AbstractSet[str]
) -> bool:
    """Whether of two parts that share no name each has a common noun that the other has not, nor
    kin of it.
    """
    if ours & theirs & names:
        return False
    lacking = [
        [word for word in mine - yours - names if not find_kin(word, yours)]
        for mine, yours in ((ours, theirs), (theirs, ours))
    ]
    return all(lacking)
