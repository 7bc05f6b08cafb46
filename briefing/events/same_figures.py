"""Figures of two outlets that stand in the same words: "$41.50 a share" beside "$41.50 for each
share".

`figures` asks for one verb or one noun. Here the words round a figure decide, fewer for one with
many digits of its own, which two things hardly share.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from briefing.events.agree import days_overlap
from briefing.events.days import appeared_near
from briefing.events.points import NEAR, PlacedSentence, all_figures
from briefing.languages.en.assertions.measures import own_digits
from briefing.languages.en.assertions.opposed import are_verbs_opposed
from briefing.model import Clause, Figured, Reading

_BLOCK = 60  # a figure that more sentences give says too little to compare by
# Digits, zeros behind them aside: such as two things hardly share; such as few do.
_RARE, _OWN = 3, 2
_BESIDE = 2  # words near two figures that make them one; of the sentences, for a rare one
_OF_ROUND = 3  # the same near round ones that count what anybody may
_LEAST = 2  # digits of a figure that outlets don't give by chance

Place = tuple[PlacedSentence, Figured]


def join_same_figures(
    readings: Sequence[Reading], families: Mapping[str, str]
) -> Iterator[tuple[Clause, Clause]]:
    """The pairs of equal figures of two families that are of one thing, each as a clause of its
    own words.
    """
    held: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for reading in readings:
        for line, figured in all_figures(reading):
            held[str(figured.value.normalize()), figured.figure.unit].append((line, figured))
    for places in held.values():
        if len(places) <= _BLOCK:
            for one, other in combinations(places, 2):
                first, second = one[0].reading.document, other[0].reading.document
                apart = families[first.id] != families[second.id]
                if apart and _are_of_one(one, other) and appeared_near(first, second, NEAR):
                    yield _make_clause(one), _make_clause(other)


def _are_of_one(one: Place, other: Place) -> bool:
    """Whether two equal figures are of one thing."""
    left, right = one[1], other[1]
    if _are_apart(left, right):
        return False
    digits = own_digits(left.value)
    if digits < _OWN and len(str(int(left.value))) < _LEAST and not left.figure.unit:
        return False
    near = left.near & right.near
    telling = near - left.names - right.names
    if digits >= _RARE and left.figure.unit in {"", right.figure.unit}:
        return len(one[0].words & other[0].words) >= _BESIDE and bool(near)
    return bool(telling) and len(near) >= (_BESIDE if digits >= _OWN else _OF_ROUND)


def _are_apart(left: Figured, right: Figured) -> bool:
    """Whether two figures count other things, or are told of other things, or otherwise."""
    if left.part or right.part or (left.denied, left.meant) != (right.denied, right.meant):
        return True
    if _are_others(left.names, right.names) or _are_dated_apart(left, right):
        return True
    counted = frozenset({left.counted} - {""}), frozenset({right.counted} - {""})
    return _are_others(*counted) or _are_opposed(left, right)


def _are_others(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    return bool(ours and theirs) and not ours & theirs


def _are_dated_apart(left: Figured, right: Figured) -> bool:
    pairs = [(a, b) for a in left.dates for b in right.dates]
    return bool(pairs) and not any(days_overlap(a, b) for a, b in pairs)


def _are_opposed(left: Figured, right: Figured) -> bool:
    """Whether near one stands the reverse of a verb near the other: "rose", "fell"."""
    return any(are_verbs_opposed(a, b) for a in left.near for b in right.near)


def _make_clause(place: Place) -> Clause:
    line, figured = place
    return Clause(
        document=line.reading.document.id,
        passage=line.passage,
        start=figured.figure.start,
        end=figured.figure.end,
        trigger=figured.figure.start,
        predicate="",
        kind="single",
        nominal=True,
        parties=(),
        quantities=(figured.figure,),
        published=line.day,
    )
