"""Where two voices tell one happening and differ in one part of it: its day, its place, its doer.

Clauses that name the same parties are compared part by part in `facets`; this holds the plainer
assertions of one verb beside each other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations

from briefing.events.contradictions import WHO
from briefing.events.days import appeared_near
from briefing.events.points import (
    NEAR,
    Point,
    all_points,
    are_dated_apart,
    are_two_voices,
    make_row,
    rank_points,
)
from briefing.language import edtf
from briefing.languages.en.assertions.carried import lift_carried
from briefing.languages.en.assertions.fold import fold_text
from briefing.languages.en.assertions.slots import ONCE, PLACED, SINGLE, are_against
from briefing.languages.en.facts import dates_saying
from briefing.languages.en.stances import find_first_names, name_sentence
from briefing.model import Assertion, Disagreement, Reading

DAY, WHERE = "On which day", "Where it happened"
TOPICS = frozenset({DAY, WHERE, WHO})
_BLOCK = 60  # assertions of a verb; of more nobody could say which are of one happening
_ALIKE = 2  # names and words beside the verb that make two assertions those of one happening
_STORY = 2  # names that two articles open with, by which a definite thing is the same in both
_SOON, _LATER = 7, 31  # days by which what happened, and what is to come, may be told apart
_PLACING = "in"  # how `roles.scope_of` calls all prepositions that say where


@dataclass(frozen=True, slots=True, kw_only=True)
class _ToldSlot:
    """An assertion in its place, the names of its sentence, its other words, who says it."""

    point: Point
    names: frozenset[str]
    words: frozenset[str]
    said: frozenset[str]

    @property
    def parties(self) -> frozenset[str]:
        return self.point.assertion.doer | self.point.assertion.object


Differs = Callable[[_ToldSlot, _ToldSlot], bool]


def list_slots(
    readings: Sequence[Reading], families: Mapping[str, str]
) -> tuple[Disagreement, ...]:
    """A row for each pair of assertions of two voices that tell one happening but for its day, its
    place or who did it, what both share most first.
    """
    by_verb: dict[str, list[Point]] = defaultdict(list)
    for reading in readings:
        for point in all_points(reading):
            told = point.assertion
            lifted = told if told.verb in SINGLE else lift_carried(told)
            if lifted.verb in _VERBS and _is_plain(lifted):
                by_verb[lifted.verb].append(replace(point, assertion=lifted))
    found = [
        (worth, topic, left.point, right.point)
        for points in by_verb.values()
        if len(points) <= _BLOCK
        for topic, worth, left, right in _differing_pairs(points, families)
    ]
    found.sort(key=rank_points)
    return tuple(make_row(topic, one, other) for _, topic, one, other in found)


def _is_plain(one: Assertion) -> bool:
    """Whether an assertion tells what happened or will, without a denial."""
    return one.positive and not one.denied and one.modality in {"happened", "planned"}


def _differing_pairs(
    points: Sequence[Point], families: Mapping[str, str]
) -> Iterator[tuple[str, int, _ToldSlot, _ToldSlot]]:
    for one, other in combinations(points, 2):
        topic = _differing_slot(one, other) if _may_be_one(one, other, families) else ""
        if not topic:
            continue
        left, right = _read_told(one), _read_told(other)
        worth = _worth_of(left, right, topic)
        if worth and _SURE[topic](left, right) and are_two_voices(one, other):
            yield topic, worth, left, right


def _may_be_one(one: Point, other: Point, families: Mapping[str, str]) -> bool:
    """Whether two assertions are of articles that may tell one happening."""
    ours, theirs = one.reading.document, other.reading.document
    if one.sentence == other.sentence and one.reading is other.reading:
        return False
    if one.reading is not other.reading and families[ours.id] == families[theirs.id]:
        return False
    same = one.assertion.modality == other.assertion.modality
    return same and appeared_near(ours, theirs, NEAR)


def _differing_slot(one: Point, other: Point) -> str:
    """The part in which two assertions of a verb differ, "" for none or more than one."""
    found = [
        topic
        for topic, differ in (
            (DAY, _differ_in_day),
            (WHERE, _differ_in_place),
            (WHO, _differ_in_doer),
        )
        if differ(one, other)
    ]
    return found[0] if len(found) == 1 else ""


def _differ_in_day(one: Point, other: Point) -> bool:
    left, right = one.assertion, other.assertion
    days = {*left.dates, *right.dates}
    if left.verb not in ONCE or not days or not all(map(edtf.is_day, days)):
        return False
    planned = left.modality != "happened"
    if not are_dated_apart(one, other) or (planned and one.day != other.day):
        return False  # what is told later may have been put off
    bounds = sorted(edtf.bounds(day)[0] for day in days)
    return (bounds[-1] - bounds[0]).days <= (_LATER if planned else _SOON)


def _differ_in_place(one: Point, other: Point) -> bool:
    """Whether two assertions name places, none by a name, and of each a word that the other's
    sentence hasn't.
    """
    left, right = one.assertion, other.assertion
    if left.verb not in PLACED or are_dated_apart(one, other):
        return False
    ours, theirs = _place_words(left) - other.words, _place_words(right) - one.words
    return bool(ours and theirs) and not (ours & left.names or theirs & right.names)


def _place_words(one: Assertion) -> frozenset[str]:
    return frozenset(word for lead, word in one.scope if lead == _PLACING)


def _differ_in_doer(one: Point, other: Point) -> bool:
    """Whether two assertions have doers that are surely two: each is named in the other's sentence,
    both stand against each other, or both are named.
    """
    left, right = one.assertion, other.assertion
    if left.verb not in SINGLE or are_dated_apart(one, other) or one.day != other.day:
        return False
    if not left.doer or not right.doer or left.doer & right.doer:
        return False
    return are_against(left.doer, right.doer) or _are_surely_two(one, other)


def _are_surely_two(one: Point, other: Point) -> bool:
    """Whether the doers of two assertions are each named in the other's sentence, or by names."""
    ours, theirs = one.assertion.doer, other.assertion.doer
    swapped = bool(ours & other.words and theirs & one.words)
    return swapped or bool(ours & one.assertion.names and theirs & other.assertion.names)


def _worth_of(left: _ToldSlot, right: _ToldSlot, topic: str) -> int:
    """How many names and words two assertions share beside their verb; 0 where they are not surely
    of one happening.
    """
    own = _slot_words(left, topic) | _slot_words(right, topic) | left.said | right.said
    ours, theirs = left.names - own, right.names - own
    if ours - theirs and theirs - ours:
        return 0
    names = left.names & right.names - own
    words = (left.words & right.words) - own - names - {left.point.assertion.verb}
    shared = len(names) + len(words)
    if names and shared >= _ALIKE:
        return shared
    return shared if shared > _ALIKE or _are_of_one_story(left, right) else 0


def _slot_words(one: _ToldSlot, topic: str) -> frozenset[str]:
    """The words of the part in which two assertions differ."""
    if topic == WHO:
        return one.point.assertion.doer
    return _place_words(one.point.assertion) if topic == WHERE else frozenset()


def _are_of_one_story(left: _ToldSlot, right: _ToldSlot) -> bool:
    """Whether two assertions are of a thing of one name alone in articles that open with the same
    names: "the pact was signed", "the agreement was signed".
    """
    ours, theirs = left.parties, right.parties
    if ours != theirs or not ours:
        return False
    first = find_first_names(left.point.reading) & find_first_names(right.point.reading)
    return len(first) >= _STORY


def _share_party(left: _ToldSlot, right: _ToldSlot) -> bool:
    return bool(left.parties & right.parties or left.names & right.names)


def _share_named_party(left: _ToldSlot, right: _ToldSlot) -> bool:
    """Whether who or what it happens to is the same by name, so that it happens once; the story's
    one thing of its kind where it has none. No day is that of a saying.
    """
    if any(dates_saying(_text_of(one)) for one in (left, right)):
        return False
    names = left.names & right.names
    ours, theirs = (one.parties or names for one in (left, right))
    return bool(names & (ours | theirs)) or _are_of_one_story(left, right)


def _text_of(one: _ToldSlot) -> str:
    span = one.point.sentence
    return one.point.reading.document.text[span.start : span.end]


def _share_object(left: _ToldSlot, right: _ToldSlot) -> bool:
    """Whether two assertions share what is done, beside who does it."""
    ours, theirs = (
        one.point.assertion.object | one.point.assertion.around for one in (left, right)
    )
    return bool(ours & theirs)


_SURE: Mapping[str, Differs] = {DAY: _share_named_party, WHERE: _share_party, WHO: _share_object}
_VERBS: AbstractSet[str] = ONCE | PLACED | SINGLE


def _read_told(point: Point) -> _ToldSlot:
    names = name_sentence(point.reading, point.sentence)
    said = fold_text(point.speaker)
    return _ToldSlot(point=point, names=names, words=point.words - names, said=said)
