"""Who does it, and whom it befalls, of two assertions beside each other."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal

from briefing.events.contradictions import are_parts_apart
from briefing.events.same_acts import CLASSES
from briefing.language import edtf, wordlist
from briefing.languages.en.assertions.fold import fold_noun, fold_word
from briefing.languages.en.assertions.kin import are_kin_things
from briefing.languages.en.assertions.measures import TIMES
from briefing.languages.en.clauses.likeness import WAYS
from briefing.languages.en.clauses.predicates import VERBS
from briefing.languages.en.names.lists import DEMONYMS
from briefing.model import Assertion, Quantity

_BARE = frozenset((made.name, form.split()[0]) for form, made in VERBS.items() if made.bare)
_BEFALLING = CLASSES - {made.name for made in VERBS.values() if not made.bare}
_WORDS = wordlist.read("en", "assertions/words")
_GROUPS = _WORDS.words("groups")
_ABOARD = frozenset(map(fold_noun, _WORDS.words("aboard")))
_AGED = frozenset(map(fold_noun, _WORDS.words("aged")))
_MANY = 10  # of whom as many are hardly others
PEOPLES = frozenset(map(fold_word, DEMONYMS))
"""Adjectives of peoples, folded: who shares one is hardly the same."""

Parts = tuple[frozenset[str], frozenset[str]]
"""The words of whoever does it, and of whom it befalls."""


def are_others(left: Assertion, right: Assertion) -> bool:
    """Whether a part of one is another in the other; who freed 62 captives on Monday freed the 62
    soldiers of Monday.
    """
    left, right = _leave_out_aboard(left), _leave_out_aboard(right)
    if are_parts_apart(left, right, strict=False) or _are_told_apart(left, right):
        if not (share_day(left, right) and count_as_many(left.quantities, right.quantities)):
            return True
        bare = [replace(one, object=frozenset(), heads=(one.heads[0], "")) for one in (left, right)]
        return are_parts_apart(*bare, strict=False) or _are_told_apart(*bare)
    return False


def _leave_out_aboard(one: Assertion) -> Assertion:
    """An assertion without those on board for a place: it sank off Selm with them."""
    ashore = frozenset(pair for pair in one.scope if pair[1] not in _ABOARD)
    return one if len(ashore) == len(one.scope) else replace(one, scope=ashore)


def _are_told_apart(left: Assertion, right: Assertion) -> bool:
    """Whether a part has another noun in each ("the son of Sand", "Sand"; "a soldier", "soldiers"),
    or each says something of it that the other does not.
    """
    sides = zip(_heads_of(left), _heads_of(right), *map(parts_of, (left, right)), strict=True)
    names, on_one_day = left.names | right.names, share_day(left, right)
    for (ours, theirs), (mine, yours) in (((a, b), (c, d)) for a, b, c, d in sides):
        named = mine & yours & names - PEOPLES
        within = on_one_day and _lies_within(mine, yours)
        if _are_of_two_nouns(ours, theirs, named, within=within):
            return True
        if _are_added_apart(mine - names - _AGED, yours - names - _AGED) and not named:
            return True
        if _are_added_apart(mine & names, yours & names):
            return True
    return _point_apart(left.words, right.words)


def _heads_of(one: Assertion) -> tuple[str, str]:
    """The nouns of its parts, "" where one is empty; see `_parts_of`."""
    doer, thing = parts_of(one)
    if thing == one.doer and not doer:
        return "", one.heads[0]
    return one.heads[0] if doer else "", one.heads[1] if thing else ""


def _is_one_noun(ours: str, theirs: str, named: AbstractSet[str]) -> bool:
    """Whether two nouns are one; of what is `named` alike one may be a plural ("prosecutors")."""
    alike = are_kin_things(fold_noun(ours), fold_noun(theirs))
    return alike and (bool(named) or _is_many(ours) == _is_many(theirs))


def _are_of_two_nouns(ours: str, theirs: str, named: AbstractSet[str], *, within: bool) -> bool:
    """Whether both have a noun and those are two; other ones of which one lies `within` what the
    other is called are one: "rebels", "rebel gunners".
    """
    if not (ours and theirs) or _is_one_noun(ours, theirs, named):
        return False
    return are_kin_things(fold_noun(ours), fold_noun(theirs)) or not within


def _lies_within(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Whether all that one calls a part the other calls it, too: "rebels", "rebel artillery"."""
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _is_many(noun: str) -> bool:
    return noun in _GROUPS or (noun.endswith("s") and not noun.endswith("ss"))


def _are_added_apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether of two parts that share something each has something that the other has not."""
    return bool(ours and theirs) and bool(ours - theirs) and bool(theirs - ours)


def _point_apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one says north where the other says south."""
    first, second = ({way for way in WAYS for word in one if way in word} for one in (ours, theirs))
    return bool(first and second) and not first & second


def parts_of(one: Assertion) -> Parts:
    """Whoever does it and whom it befalls: of "collapsed" the subject is whom it befalls."""
    if one.object or not one.doer:
        return one.doer, one.object
    bare = one.verb in _BEFALLING or any((one.verb, word) in _BARE for word in one.plain)
    return (frozenset(), one.doer) if bare else (one.doer, one.object)


def are_turned_round(left: Assertion, right: Assertion) -> bool:
    """Whether a part of one shares names, or its noun, only with the other part of the other: a
    lorry driver may stop his lorry.
    """
    ours, theirs = parts_of(left), parts_of(right)
    crossed = (ours[0] & theirs[1]) | (ours[1] & theirs[0])
    crossed -= (ours[0] & theirs[0]) | (ours[1] & theirs[1])
    heads = [frozenset(map(fold_noun, _heads_of(one))) for one in (left, right)]
    return bool(crossed & (left.names | right.names | (heads[0] & heads[1])))


def share_day(left: Assertion, right: Assertion) -> bool:
    """Whether two assertions name one day."""
    return any(edtf.is_day(day) for day in set(left.dates) & set(right.dates))


def count_as_many(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether both count as many of what is no time and no money, and not few."""
    told = {q.value for q in ours if not q.unit and Decimal(q.value) >= _MANY}
    return any(q.value in told and not q.unit and not TIMES.intersection(q.what) for q in theirs)
