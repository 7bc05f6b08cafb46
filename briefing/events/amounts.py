"""Where outlets differ in a figure: what something costs, how long it lasts, how many there are.

What a story is told by (the dead, the missing) is counted in `counts`. Here two assertions of one
verb, or two figures of one noun ("losses of 640 million"), are held beside each other. Being right
comes first: a bound that the other keeps to, a part of a whole, an earlier value, a rounder figure,
a count of another day or of something else is no difference.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal

from briefing.events.contradictions import share_parts
from briefing.events.days import appeared_near
from briefing.events.points import Point, are_two_voices, make_row, rank_points
from briefing.languages.en.assertions import BE
from briefing.languages.en.assertions.measures import (
    HOW_LONG,
    HOW_MANY,
    HOW_MUCH,
    MONEY,
    RATE,
    TOLD_BY,
    holds_number,
    own_digits,
)
from briefing.languages.en.stances import find_first_names
from briefing.model import Assertion, Disagreement, Measure, Reading, Span

TOPICS = frozenset({HOW_MUCH, HOW_MANY, HOW_LONG})
_CLOSE = Decimal("0.06")  # share by which figures that say "about" may differ and be one
_ROUNDED = Decimal("0.02")  # the same of those that say nothing
_NAMED = 2  # words of a noun that say what is paid, whenever that is told
_LONGEST = 24  # words of a sentence whose figure can be told from what stands beside, and
_FIGURES = 2  # figures of it at most; tried on articles of the ECB+ corpus
_WEEK = timedelta(days=7)
_NEAR = 2  # words of two sentences beside their noun, by which it is one thing in both


def list_amounts(pairs: Iterable[tuple[Point, Point]]) -> tuple[Disagreement, ...]:
    """A row for each pair of those that met as `FIGURES` whose sentences measure one thing and not
    alike, what both tell most alike first.
    """
    found = [
        (worth, topic, one, other) for one, other in pairs for topic, worth in _differ(one, other)
    ]
    found.sort(key=rank_points)
    return tuple(make_row(topic, one, other) for _, topic, one, other in found)


def _differ(one: Point, other: Point) -> Iterator[tuple[str, int]]:
    """The question on which two assertions differ, with how much they share; nothing where they
    may both be right.
    """
    left, right = one.assertion, other.assertion
    if left.positive != right.positive or left.modality != right.modality:
        return
    if not left.positive or left.modality == "wished":
        return
    for ours, theirs in _comparable(left, right):
        worth = _worth_of(one, other, ours, theirs)
        apart = worth and _exclude(ours, theirs) and _are_plain(one, other)
        if apart and are_two_voices(one, other):
            yield _topic_of(ours.kind), worth


def _are_plain(one: Point, other: Point) -> bool:
    """Whether both sentences are short, give few figures and name nobody else who does it: of long
    ones and those with many nobody can say what is counted in both.
    """
    ours, theirs = (side.assertion.doer & side.assertion.names for side in (one, other))
    if ours and theirs and not ours & theirs:
        return False
    return all(_is_short(point.reading, point.sentence) for point in (one, other))


def _is_short(reading: Reading, sentence: Span) -> bool:
    """Whether a sentence has few words, and few figures beside its dates."""
    text = reading.document.text[sentence.start : sentence.end]
    if len(text.split()) > _LONGEST:
        return False
    dated = sum(
        _count_figures(reading.document.text[day.start : day.end])
        for day in reading.dates
        if sentence.start <= day.start and day.end <= sentence.end
    )
    return _count_figures(text) - dated <= _FIGURES


def _count_figures(text: str) -> int:
    return sum(map(holds_number, text.split()))


def _comparable(left: Assertion, right: Assertion) -> Iterator[tuple[Measure, Measure]]:
    """The figures of a kind that both give one of."""
    kinds = [[one.kind for one in side.measures] for side in (left, right)]
    for ours in left.measures:
        for theirs in right.measures:
            alone = all(count.count(ours.kind) == 1 for count in kinds)
            if ours.kind == theirs.kind and alone and _are_meant(left, ours, theirs):
                yield ours, theirs


def _are_meant(left: Assertion, ours: Measure, theirs: Measure) -> bool:
    """Whether two figures are no mere guesses: "must be paid back" is none where both say of
    what.
    """
    return left.modality != "possible" or len(ours.nouns & theirs.nouns) >= _NAMED


def _worth_of(one: Point, other: Point, ours: Measure, theirs: Measure) -> int:
    """How many words make two figures those of one thing; 0 where nothing is sure to."""
    left, right = one.assertion, other.assertion
    named = _worth_of_nouns(one, other, ours.nouns & theirs.nouns)
    if named:
        return named
    speeds = ours.kind.endswith(RATE) and bool(left.doer & right.doer)
    alike = speeds or (left.verb == right.verb and _of_one_time(one, other))
    if not alike or not _are_of_one_subject(left, right):
        return 0
    shared = share_parts(left, right, strict=True)
    beside = len((one.words & other.words) - (left.words & right.words) - {left.verb}) + speeds
    return shared if shared > 1 or (shared and beside) else 0


def _name_others(left: Assertion, right: Assertion) -> bool:
    """Whether both name somebody, and nobody in common: each has a sentence of his own."""
    return bool(left.names and right.names) and not left.names & right.names


def _are_of_one_subject(left: Assertion, right: Assertion) -> bool:
    """Whether what two assertions of one verb measure may be the same: by a verb of saying nothing
    is, and what something is only by whoever is so.
    """
    return left.verb not in TOLD_BY and (left.verb != BE or bool(left.doer & right.doer))


def _worth_of_nouns(one: Point, other: Point, nouns: frozenset[str]) -> int:
    """How many words make two figures of one noun those of one thing, 0 where too few do."""
    if not nouns or _name_others(one.assertion, other.assertion):
        return 0
    near = len((one.words & other.words) - nouns)
    if len(nouns) >= _NAMED and _are_of_one_story(one, other):
        return len(nouns) + near
    return len(nouns) + near if near >= _NEAR and _of_one_time(one, other) else 0


def _are_of_one_story(one: Point, other: Point) -> bool:
    """Whether two articles of one week open with a name in common."""
    week = appeared_near(one.reading.document, other.reading.document, _WEEK)
    return week and bool(find_first_names(one.reading) & find_first_names(other.reading))


def _of_one_time(one: Point, other: Point) -> bool:
    """Whether two figures are of one day: their articles', or one that both name."""
    return one.day == other.day or bool(one.assertion.dates and other.assertion.dates)


def _exclude(ours: Measure, theirs: Measure) -> bool:
    """Whether two figures can't both be right."""
    low, high = sorted((ours, theirs), key=lambda one: one.value)
    if low.value == high.value or low.least or high.most:
        return False
    rough = low.rough or high.rough
    return high.value - low.value > high.value * (_CLOSE if rough else _ROUNDED) or (
        not rough and _are_exact(low.value, high.value)
    )


def _are_exact(low: Decimal, high: Decimal) -> bool:
    """Whether neither of two figures is the other one rounded."""
    digits = [own_digits(value) for value in (low, high)]
    coarse, fine = (low, high) if digits[0] < digits[1] else (high, low)
    step = Decimal(1).scaleb(int(coarse.normalize().as_tuple().exponent))
    return abs(coarse - fine) >= step


def _topic_of(kind: str) -> str:
    if kind == "time":
        return HOW_LONG
    return HOW_MANY if kind.isalpha() and kind not in MONEY else HOW_MUCH
