"""Are two parties the same? By name, by state, by noun, in this order; what both name must not
differ.
"""

from briefing.languages.en.clauses.lists import WORDS, section_words
from briefing.languages.en.stems import stem_word
from briefing.model import Party

_ORGANS = frozenset(stem_word(word) for word in WORDS.entries("organs"))
_EMPTY = frozenset(map(stem_word, section_words("empty")))
_PERSONS = frozenset(map(stem_word, section_words("members of organs")))
WAYS = ("north", "south", "east", "west", "central")
"""Parts of the sky and of a land."""


def likeness_of(left: Party, right: Party) -> int:
    """How surely two parties are the same: 3 by name, 2 by their states, 1 by their noun, 0
    not.
    """
    if left.many != right.many and left.head and left.head == right.head:
        return 0  # one soldier, two soldiers
    if left.person and right.person:
        return 3 if _share_person(left, right) else 0
    if left.names and right.names:
        return 3 if _share_name(left, right) else 0
    return _likeness_unnamed(left, right)


def _share_person(left: Party, right: Party) -> bool:
    """Whether one name of each may be one person's."""
    return any(_one_person(a, b) for a in left.names for b in right.names)


def _is_hand(left: Party, right: Party) -> bool:
    """Whether one is a person and the other somebody of his: "the minister of President Ott"."""
    return left.person != right.person and bool({left.head, right.head} & _PERSONS)


def _share_name(left: Party, right: Party) -> bool:
    """Whether two parties have a name in common, and no nouns that part them."""
    if set(left.names).isdisjoint(right.names) or _is_hand(left, right):
        return False
    return _heads_fit(left, right)


def _likeness_unnamed(left: Party, right: Party) -> int:
    """How surely two parties are the same of which one at least has no name."""
    if set(left.lands) & set(right.lands) and not (left.person or right.person):
        return _by_states(left, right)
    return 0 if left.lands and right.lands else _by_noun(left, right)


def _by_states(left: Party, right: Party) -> int:
    """How surely two parties with a state in common are the same: the state itself, or its hand."""
    if not _heads_fit(left, right):
        return 0
    common = set(left.lands) & set(right.lands)
    itself = not left.head and not right.head and left.lands == right.lands
    return min(1 + len(common) + itself, 3)


def _by_noun(left: Party, right: Party) -> int:
    """How surely two parties of which no name tells are the same: by noun and further words."""
    if not left.head or left.head != right.head or left.head in _EMPTY:
        return 0
    return 1 + bool(set(left.words) & set(right.words))


def are_exclusive(left: Party, right: Party) -> bool:
    """Whether two parties can't be one: neither the same, nor a person and the body that they may
    lead.
    """
    if likeness_of(left, right):
        return False
    if left.person != right.person:
        group = right if left.person else left
        return group.head not in _ORGANS
    return not any(p.head in _EMPTY and not p.names for p in (left, right))


def _one_person(one: str, other: str) -> bool:
    """Whether two folded names can be one person's: the same surname, no other given name."""
    ours, theirs = one.split(" "), other.split(" ")
    return ours[0] == theirs[0] and (
        len(ours) == 1 or len(theirs) == 1 or _match_given(ours[1], theirs[1])
    )


def _match_given(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) or _name_bones(one) == _name_bones(other)


def _name_bones(name: str) -> str:
    return "".join(letter for letter in name if letter not in "aeiou")


def _heads_fit(left: Party, right: Party) -> bool:
    """Whether two nouns can be the same: equal, or each none or a state's own hand."""
    if left.head == right.head:
        return True
    return all(not p.head or p.head in _ORGANS or p.head in _EMPTY for p in (left, right))


def sky_parts(party: Party) -> frozenset[str]:
    """The parts of the sky that a party names: "southwestern" is south and west."""
    return frozenset(way for way in WAYS for word in (*party.words, party.head) if way in word)


def is_area(party: Party) -> bool:
    """Whether a party is a stretch of a state: "parts of northern Norway", "wide areas"."""
    return party.head in _EMPTY and bool(party.lands)
