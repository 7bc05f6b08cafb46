"""Where two outlets name another year in which a thing was made, or another who is to blame."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from briefing.events.contradictions import IS_SO, WHO
from briefing.events.days import appeared_near, last_day
from briefing.events.points import NEAR, make_side
from briefing.languages import is_rewritten
from briefing.languages.en.assertions.slots import are_against
from briefing.languages.en.clauses.find import publication_day
from briefing.languages.en.facts import StatedFact, find_facts
from briefing.model import Disagreement, Reading

TOPICS = frozenset({IS_SO, WHO})
_BLOCK = 60  # facts of a kind; of more nobody could say which are of one thing
_ALIKE = (
    2  # words of what somebody is to blame for that make it one thing, a name among them or not
)

_Told = tuple[Reading, StatedFact]


def list_facts(
    readings: Sequence[Reading], families: Mapping[str, str]
) -> tuple[Disagreement, ...]:
    """A row for each pair of facts of two outlets on one thing that can't both be right."""
    by_kind: dict[str, list[_Told]] = defaultdict(list)
    for reading in readings:
        for fact in find_facts(reading) if is_rewritten(reading.document.language) else ():
            by_kind[fact.kind].append((reading, fact))
    pairs = (
        pair
        for told in by_kind.values()
        if len(told) <= _BLOCK
        for pair in _differing_pairs(told, families)
    )
    return tuple(_make_row(one, other) for one, other in pairs)


def _differing_pairs(
    told: Sequence[_Told], families: Mapping[str, str]
) -> Iterator[tuple[_Told, _Told]]:
    for one, other in combinations(told, 2):
        ours, theirs = one[0].document, other[0].document
        apart = families[ours.id] != families[theirs.id] and appeared_near(ours, theirs, NEAR)
        if apart and _differ(one[1], other[1]):
            yield one, other


def _differ(one: StatedFact, other: StatedFact) -> bool:
    """Whether two facts are of one thing and have nothing in common in what they say of it."""
    if one.value & other.value or not one.value or not other.value:
        return False
    return _are_of_one_making(one, other) if one.dated else _are_of_one_blame(one, other)


def _are_of_one_making(one: StatedFact, other: StatedFact) -> bool:
    """Whether two things have the same names and no other noun each, or share a name and a noun."""
    names, nouns = one.names & other.names, one.what & other.what
    same = one.names == other.names and not (one.what and other.what)
    return bool(names) and (same or bool(nouns))


def _are_of_one_blame(one: StatedFact, other: StatedFact) -> bool:
    """Whether two parties are surely two, and to blame for one thing: one of them stands in the
    other's sentence as well, or each stands against the other.
    """
    shared = len(one.names & other.names) + len(one.what & other.what)
    two = bool(one.value & other.words or other.value & one.words)
    return shared >= _ALIKE and (two or are_against(one.value, other.value))


def _make_row(one: _Told, other: _Told) -> Disagreement:
    first, second = sorted((one, other), key=_place)
    return Disagreement(
        topic=IS_SO if one[1].dated else WHO,
        positions=(
            make_side(first[0], first[1].sentence, second[1].sentence),
            make_side(second[0], second[1].sentence, first[1].sentence),
        ),
    )


def _place(told: _Told) -> tuple[str, str, int]:
    reading, fact = told
    return last_day(publication_day(reading.document)), reading.document.id, fact.sentence.start
