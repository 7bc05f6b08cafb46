"""Assertions of two families brought together by their verbs, and held beside each other in the
same words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from briefing.events.points import Point, all_points
from briefing.events.same_acts import tells_act
from briefing.events.stories import are_of_one_story, name_words
from briefing.language import wordlist
from briefing.languages.en.assertions.carried import lift_carried
from briefing.languages.en.assertions.fold import fold_verb
from briefing.languages.en.assertions.kin import act_keys, find_kin
from briefing.languages.en.clauses.lists import section_words
from briefing.model import Assertion, Reading

_RELATED = {
    fold_verb(row[1]): fold_verb(row[0])
    for row in wordlist.read("en", "assertions/words").rows("related")
}
_DUE = wordlist.patterns("en", "assertions/part_patterns")["due"]
_CONDITIONALS = section_words("conditionals")
_BLOCK = 60  # a verb that more assertions than this have says too little to compare by
_SHARED = 2  # words of two sentences of articles that tell two stories, the verb among them


def meet_by_verb(
    readings: Sequence[Reading], families: Mapping[str, str]
) -> Iterator[tuple[Point, Point]]:
    """The pairs of assertions of two families of one verb, or of verbs that are kin, that are meant
    alike, each once and in order.
    """
    points = _list_points(readings)
    stories: dict[tuple[int, int], bool] = {}
    for first, second in _meeting_pairs(points):
        one, other = points[first], points[second]
        if not _are_meant_alike(one.assertion, other.assertion):
            continue
        if families[one.reading.document.id] == families[other.reading.document.id]:
            continue
        pair = id(one.reading), id(other.reading)
        if pair not in stories:
            stories[pair] = are_of_one_story(one.reading, other.reading)
        if stories[pair] or len(one.words & other.words) >= _SHARED:
            yield one, other


def _list_points(readings: Sequence[Reading]) -> list[Point]:
    """The assertions of all articles that tell what happened or will, in order, with their names;
    those in -ing aside, which may be part of a name.
    """
    return [
        _lift(point, name_words(reading))
        for reading in readings
        for point in map(_as_planned, all_points(reading))
        if point.assertion.modality in {"happened", "planned"}
        and not (point.assertion.denied or point.assertion.participle)
    ]


def _as_planned(point: Point) -> Point:
    """What is to be done as what will be: "is to be opened"; nothing under a condition."""
    made, text = point.assertion, point.reading.document.text
    if made.modality != "possible" or not made.infinitive or not _DUE.match(text, made.at):
        return point
    told = text[point.sentence.start : point.sentence.end].lower().split()
    if not _CONDITIONALS.isdisjoint(told):
        return point
    return replace(point, assertion=replace(made, modality="planned"))


def _lift(point: Point, names: frozenset[str]) -> Point:
    """An assertion with what its verb only carries for its verb, and with those of its words as
    names that only its article shows to be some.
    """
    made = lift_carried(point.assertion)
    more = (made.words & names) - made.names
    if more:
        made = replace(made, names=made.names | more)
    return point if made is point.assertion else replace(point, assertion=made)


def _meeting_pairs(points: Sequence[Point]) -> list[tuple[int, int]]:
    """The pairs of assertions of one verb, or of verbs that are kin, by their numbers."""
    held: dict[str, list[int]] = defaultdict(list)
    for number, point in enumerate(points):
        for key in _meeting_keys(point.assertion):
            held[key].append(number)
    few = (numbers for numbers in held.values() if 1 < len(numbers) <= _BLOCK)
    return sorted({pair for numbers in few for pair in combinations(numbers, 2)})


def _meeting_keys(one: Assertion) -> Iterable[str]:
    """What an assertion can be met by: its verb and those that are kin, or where the verb says too
    little, that with each word of its parties.
    """
    verb = _RELATED.get(one.verb, one.verb)
    if tells_act(one):
        return act_keys(verb)
    return [f"{verb} {word}" for word in sorted(one.doer | one.object)]


def _are_meant_alike(left: Assertion, right: Assertion) -> bool:
    return left.positive == right.positive and left.modality == right.modality


def align_kin(one: Point, other: Point) -> tuple[Point, Point]:
    """Two assertions, of two of one story the kin of the first one's words in the second as those
    words.
    """
    if not are_of_one_story(one.reading, other.reading):
        return one, other
    right = _call_alike(one.assertion, other.assertion)
    return one, other if right is other.assertion else replace(other, assertion=right)


def _call_alike(left: Assertion, right: Assertion) -> Assertion:
    """The second of two assertions in the words of the first, as far as they are kin."""
    lacking = right.words - left.words - right.names
    known = {word: kin for word in lacking if (kin := find_kin(word, left.words - left.names))}
    if not known:
        return right
    doer, thing, around = (
        frozenset(known.get(word, word) for word in part)
        for part in (right.doer, right.object, right.around)
    )
    scope = frozenset((lead, known.get(word, word)) for lead, word in right.scope)
    return replace(right, doer=doer, object=thing, around=around, scope=scope)
