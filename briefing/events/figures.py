"""Figures that outlets tell alike: "1,800 jobs" beside "1,800 positions would go".

A figure is told by another outlet where both count the same as much, of the same, in sentences that
share words, and where nothing that both name differs. Of people and money anything may be counted:
those need the same verb.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from briefing.events.contradictions import are_parts_apart
from briefing.events.points import FIGURES, Point, are_two_voices, meet_points
from briefing.events.same_acts import share_nothing, tell_of_two_acts
from briefing.languages.en.assertions.figured import TIME
from briefing.languages.en.assertions.measures import (
    LENGTHS,
    MONEY,
    PEOPLE,
    TOLD_BY,
    own_digits,
)
from briefing.model import Assertion, Clause, Measure, Quantity, Reading

_TELLING = 2  # digits of a figure that two outlets don't give by chance
_BESIDE = 2  # words that both sentences have beside the figure's own noun
_APART = 3  # the same where the verbs differ,
_FEW = 1  # and where they differ and the figure is a long one
_LONG = 100
_NEVER = 1000
_YEAR = 8_760  # hours
_RARE = 3  # digits, zeros behind them aside, of a figure that is of one thing


def join_figures(
    readings: Sequence[Reading], families: Mapping[str, str]
) -> tuple[tuple[Clause, Clause], ...]:
    """The pairs of figures of two families that tell the same, each as a clause of its own words,
    in order.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    (pairs,) = meet_points(ordered, families, (FIGURES,))
    return tuple(
        (_make_clause(one, ours), _make_clause(other, theirs))
        for one, other in pairs
        if one.reading is not other.reading
        for ours, theirs in _told_alike(one, other)
    )


def _told_alike(one: Point, other: Point) -> Iterator[tuple[Quantity, Quantity]]:
    """The figures that two assertions both give."""
    left, right = one.assertion, other.assertion
    if not (left.positive and right.positive) or left.modality != right.modality:
        return
    if left.modality in {"possible", "wished"}:
        return
    for ours, mine in zip(left.measures, left.measured, strict=True):
        for theirs, yours in zip(right.measures, right.measured, strict=True):
            alike = _are_one(ours, theirs) and _are_of_one(one, other, (ours, theirs))
            if alike and are_two_voices(one, other):
                yield mine, yours


def _are_one(ours: Measure, theirs: Measure) -> bool:
    """Whether two figures are the same, and bounded alike."""
    same = (ours.value, ours.kind) == (theirs.value, theirs.kind)
    bounds = (ours.least, ours.most) == (theirs.least, theirs.most)
    return same and bounds and len(str(ours.value.normalize().to_integral_value())) >= _TELLING


def _are_of_one(one: Point, other: Point, measures: tuple[Measure, Measure]) -> bool:
    """Whether two equal figures are of one thing."""
    left, right = one.assertion, other.assertion
    if _are_told_of_others(one, other):
        return False
    measure, nouns = measures[0], measures[0].nouns & measures[1].nouns
    beside = len((one.words & other.words) - {measure.kind} - nouns)
    if nouns:
        return beside >= _BESIDE
    if _tell_one_act(left, right):
        return beside >= _BESIDE and not are_parts_apart(left, right, strict=False)
    told = bool({left.verb, right.verb} & TOLD_BY)
    if _is_of_anything(measure) and share_nothing(left, right):
        return False
    return not told and beside >= _needed_beside(measure)


def _are_told_of_others(one: Point, other: Point) -> bool:
    """Whether two assertions name others, or tell two acts."""
    left, right = one.assertion, other.assertion
    if left.names and right.names and not left.names & right.names:
        return True
    return tell_of_two_acts(left, right, one.words & other.words)


def _needed_beside(measure: Measure) -> int:
    """How many words two sentences of other verbs need beside one figure, more than they have where
    none are enough.
    """
    if _is_rare(measure.value):
        return _BESIDE
    if _counts_anything(measure):
        return _NEVER
    return _FEW if measure.value >= _LONG else _APART


def _is_of_anything(measure: Measure) -> bool:
    """Whether a length says nothing of what it is the length of: a race of 1,500 metres is many a
    runner's, and many things last five weeks, fewer seven years.
    """
    short = measure.kind == TIME and measure.value < _YEAR
    return short or measure.kind in LENGTHS


def _is_rare(value: Decimal) -> bool:
    """Whether a value has so many digits of its own that two things hardly share it: 41.50, 4,312,
    not 4,000.
    """
    return own_digits(value) >= _RARE


def _counts_anything(measure: Measure) -> bool:
    """Whether a figure is of money, of a share or of people, which may be of anything."""
    return not measure.kind.isalpha() or measure.kind in PEOPLE | MONEY


def _tell_one_act(left: Assertion, right: Assertion) -> bool:
    """Whether two assertions have one verb, or one has the other's as a noun: "was fined", "was
    ordered to pay a fine".
    """
    return left.verb == right.verb or left.verb in right.words or right.verb in left.words


def _make_clause(point: Point, figure: Quantity) -> Clause:
    return Clause(
        document=point.reading.document.id,
        passage=point.passage,
        start=figure.start,
        end=figure.end,
        trigger=figure.start,
        predicate=point.assertion.verb,
        kind="single",
        nominal=True,
        parties=(),
        quantities=(figure,),
        published=point.day,
    )
