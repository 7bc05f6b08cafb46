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
from briefing.events.points import NEAR, PlacedFigure, all_figures
from briefing.events.same_acts import share_nothing, tell_of_two_acts
from briefing.events.stories import are_of_one_story, name_words
from briefing.language import edtf
from briefing.languages.en.assertions import is_long_past
from briefing.languages.en.assertions.clocks import CLOCK
from briefing.languages.en.assertions.figured import TIME
from briefing.languages.en.assertions.fold import fold_word
from briefing.languages.en.assertions.kin import are_kin_acts, are_kin_things, find_kin
from briefing.languages.en.assertions.measures import LENGTHS, TOLD_BY, own_digits
from briefing.languages.en.assertions.opposed import HAPPENINGS, are_verbs_opposed
from briefing.languages.en.clauses.lists import section_words
from briefing.model import Clause, Figured, Reading

_BLOCK = 60  # a figure that more sentences give says too little to compare by
# Digits, zeros behind them aside: such as two things hardly share; such as few do.
_RARE, _OWN = 3, 2
_UNIQUE = 5  # digits that no two things share
_BESIDE = 2  # words near two figures that make them one; of the sentences, for a rare one
_OF_ROUND = 3  # the same near round ones that count what anybody may
_LEAST = 2  # digits of a figure that outlets don't give by chance
_SURE = 4.5  # what speaks for one figure, at least; tuned on 28 clusters of news and four topics
_OF_ONE_STORY = 3.0  # the same in two articles of one story
_MOST_NEAR, _MOST_BESIDE = 3, 4  # words that are counted at most
_HUNDRED, _THOUSAND = 100, 1_000  # values long enough in one story
_HUGE = 10_000  # a value that few things have,
_LARGE = 2  # and what one is worth that has two digits of its own besides
_NUMBERS = frozenset(map(fold_word, section_words("numbers")))


def join_same_figures(
    readings: Sequence[Reading], families: Mapping[str, str]
) -> Iterator[tuple[Clause, Clause]]:
    """The pairs of equal figures of two families that are of one thing, each as a clause of its
    own words.
    """
    held: dict[str, list[PlacedFigure]] = defaultdict(list)
    for reading in readings:
        for placed in all_figures(reading):
            held[str(placed.figured.value.normalize())].append(placed)
    for places in held.values():
        if len(places) <= _BLOCK:
            for one, other in combinations(places, 2):
                first, second = one.line.reading.document, other.line.reading.document
                apart = families[first.id] != families[second.id]
                if apart and _appeared_near(one, other) and _are_of_one(one, other):
                    yield _make_clause(one), _make_clause(other)


def _name_one_act(one: PlacedFigure, other: PlacedFigure, telling: AbstractSet[str]) -> bool:
    """Whether the verbs of both figures are known, or what both name near them is an act."""
    verbs = frozenset(placed.act.verb for placed in (one, other) if placed.act is not None)
    return None not in {one.act, other.act} or bool(telling & verbs)


def _appeared_near(one: PlacedFigure, other: PlacedFigure) -> bool:
    """Whether the articles of two figures appeared near each other, or both name one day."""
    documents = one.line.reading.document, other.line.reading.document
    days = set(one.figured.dates) & set(other.figured.dates)
    return appeared_near(*documents, NEAR) or any(map(edtf.is_day, days))


def _are_of_one(one: PlacedFigure, other: PlacedFigure) -> bool:
    """Whether two equal figures are of one thing."""
    left, right = one.figured, other.figured
    if _are_apart(one, other):
        return False
    if _are_rare_in_story(one, other):
        return True
    if _is_common(left):
        return _is_sure(one, other)
    digits, near = own_digits(left.told), _share_near(one, other)
    telling = near - left.names - right.names
    sure = len(telling) >= _BESIDE or (digits >= _RARE and left.figure.unit)
    if not sure and not _name_one_act(one, other, telling) and not _is_distinct(one, other):
        return False
    return _share_words(one, other, near, telling) or _is_sure(one, other)


def _are_rare_in_story(one: PlacedFigure, other: PlacedFigure) -> bool:
    """Whether two figures are such as nothing else in one story has: of all that were equal in two
    articles of one of fifteen stories, none was of another thing.
    """
    left, right = one.figured, other.figured
    if _measures_anything(left, right) or not _has_rare_value(left, right):
        return False
    acts = [placed.act.verb for placed in (one, other) if placed.act is not None]
    if len(acts) > 1 and are_kin_acts(*acts) and _are_told_of_others(one, other):
        return False  # twelve were sent to Selm, twelve to Quern
    return are_of_one_story(one.line.reading, other.line.reading)


def _measures_anything(left: Figured, right: Figured) -> bool:
    """Whether two figures are of a time or a length, or of them one counts people and the other
    something by its noun: 1,150 jobs are not 1,150 people.
    """
    if left.kind in {TIME, CLOCK} or not LENGTHS.isdisjoint((left.counted, right.counted)):
        return True
    both = bool(left.figure.what and right.figure.what)
    return both and bool(left.counted) != bool(right.counted)


def _has_rare_value(one: Figured, other: Figured) -> bool:
    """Whether an equal value has digits enough of its own, fewer for a long one and where both
    count the same; of money and shares only the rarest.
    """
    digits = own_digits(one.told)
    if digits >= _RARE or one.kind:
        return digits >= _RARE
    same = bool(one.counted) and _count_same(one, other)
    return (digits >= _OWN and (same or one.told >= _HUNDRED)) or (same and one.told >= _THOUSAND)


def _count_same(left: Figured, right: Figured) -> bool:
    return are_kin_things(left.counted, right.counted)


def _is_distinct(one: PlacedFigure, other: PlacedFigure) -> bool:
    """Whether a figure has so many digits of its own, or its sentences so many words in common,
    that it is one whatever is done with it.
    """
    digits = own_digits(one.figured.told)
    if digits < _RARE or not _is_sure(one, other):
        return False
    names = _names_in(one) | _names_in(other)
    shared = [w for w in one.line.words & other.line.words - names if w.isalpha()]
    return digits >= _UNIQUE or len(shared) >= _BESIDE


def _is_common(figured: Figured) -> bool:
    """Whether a figure is one that outlets give by chance: of one digit, and of no unit."""
    short = own_digits(figured.told) < _OWN and len(str(int(figured.told))) < _LEAST
    return short and not figured.figure.unit


def _share_words(
    one: PlacedFigure, other: PlacedFigure, near: AbstractSet[str], telling: AbstractSet[str]
) -> bool:
    """Whether words enough stand near two equal figures, fewer for those with many digits."""
    digits = own_digits(one.figured.told)
    if digits >= _RARE:
        return len(one.line.words & other.line.words) >= _BESIDE and bool(near)
    return bool(telling) and len(near) >= (_BESIDE if digits >= _OWN else _OF_ROUND)


def _is_sure(one: PlacedFigure, other: PlacedFigure) -> bool:
    """Whether enough speaks for two equal figures being of one thing."""
    worth = _weigh_all(one, other)
    if worth >= _SURE or worth < _OF_ONE_STORY:
        return worth >= _SURE
    large = one.figured.told >= _HUGE and _weigh_value(one.figured) > _LARGE
    related = large or not share_nothing(one.act, other.act)
    return related and are_of_one_story(one.line.reading, other.line.reading)


def _weigh_all(one: PlacedFigure, other: PlacedFigure) -> float:
    """What speaks for two equal figures being of one thing: the figure itself, what it counts, and
    the words of both, those near it most.
    """
    left, right = one.figured, other.figured
    near, names = _share_near(one, other), _names_near(one) & _names_near(other)
    if _weigh_value(left) > _LARGE:
        names = _names_in(one) & _names_in(other)
    telling = near - _names_near(one) - _names_near(other)
    beside = frozenset(filter(str.isalpha, one.line.words & other.line.words)) - near - _NUMBERS
    named = names and (len(beside) > _BESIDE or _weigh_value(left) > _LARGE)
    if not telling and not named:
        return 0
    acts = bool(telling & HAPPENINGS)
    kind = all((left.kind, right.kind)) or all((left.counted, right.counted))
    words = min(len(telling) + acts + bool(names), _MOST_NEAR) + min(len(beside), _MOST_BESIDE) / 2
    return _weigh_value(left) + kind + words


def _share_near(one: PlacedFigure, other: PlacedFigure) -> frozenset[str]:
    """The words that stand near two figures, in two articles of one story their kin as well; of two
    acts that are none no more than the words: 17 were killed, 17 hurt.
    """
    ours, theirs = one.figured.near, other.figured.near
    shared = ours & theirs
    two = one.act and other.act and not are_kin_acts(one.act.verb, other.act.verb)
    if two or not are_of_one_story(one.line.reading, other.line.reading):
        return shared
    lacking = ours - shared - one.figured.names
    return shared | {word for word in lacking if find_kin(word, theirs - other.figured.names)}


def _weigh_value(figured: Figured) -> float:
    """What a value is worth: of its digits those that others hardly share, and its size."""
    digits = own_digits(figured.told)
    of_digits = 3 if digits >= _RARE or figured.kind == CLOCK else 1.5 * (digits >= _OWN)
    return of_digits + (figured.told >= _HUGE)


def _names_in(place: PlacedFigure) -> frozenset[str]:
    """The names in the sentence of a figure."""
    return place.line.words & name_words(place.line.reading)


def _names_near(place: PlacedFigure) -> frozenset[str]:
    """The names near a figure, and those that open its sentence, where a capital tells nothing."""
    line, figured = place.line, place.figured
    return figured.names | (figured.near & name_words(line.reading))


def _are_apart(one: PlacedFigure, other: PlacedFigure) -> bool:
    """Whether two figures count other things, or are told of other things, or otherwise."""
    left, right = one.figured, other.figured
    if left.part or right.part or (left.denied, left.meant) != (right.denied, right.meant):
        return True
    if not _are_rare_in_story(one, other) and _are_told_of_others(one, other):
        return True
    if _count_others(left, right) or _are_opposed(left, right):
        return True
    return _measure_others(one, other) or _tell_two_acts(one, other)


def _tell_two_acts(one: PlacedFigure, other: PlacedFigure) -> bool:
    """Whether two figures are told with two acts: as many were killed as hurt."""
    ours, theirs = one.figured.near, other.figured.near
    tolls = _are_others(ours & TOLD_BY, theirs & TOLD_BY)
    return tolls or tell_of_two_acts(one.act, other.act, ours & theirs)


def _measure_others(one: PlacedFigure, other: PlacedFigure) -> bool:
    """Whether two equal lengths are told of acts that are not known to share anything, and of
    nothing more in their own words: a race of 1,500 metres is many a runner's.
    """
    if one.figured.counted not in LENGTHS:
        return False
    if len(frozenset(one.figured.figure.what) & frozenset(other.figured.figure.what)) >= _BESIDE:
        return False
    return None in {one.act, other.act} or share_nothing(one.act, other.act)


def _are_told_of_others(one: PlacedFigure, other: PlacedFigure) -> bool:
    """Whether other names stand near two figures, or they are of two days."""
    return _are_others(_names_near(one), _names_near(other)) or _are_of_two_days(one, other)


def _are_of_two_days(one: PlacedFigure, other: PlacedFigure) -> bool:
    """Whether two figures are dated apart, or one is of long ago and the other not."""
    left, right = one.figured, other.figured
    old = _is_old(one, right.dates) or _is_old(other, left.dates)
    return old or _are_dated_apart(left, right)


def _may_be_money(left: Figured, right: Figured) -> bool:
    """Whether one figure is a sum of money and the other one, a large one, counts nothing: "took
    2.4 million".
    """
    bare, money = sorted((left, right), key=lambda one: one.kind)
    sum_of_money = money.kind not in {TIME, CLOCK, "%"}
    return not bare.kind and not bare.figure.what and sum_of_money and bare.told >= _HUGE


def _count_others(left: Figured, right: Figured) -> bool:
    """Whether both say what they count or measure, and that is another thing in each."""
    if left.kind != right.kind and not _may_be_money(left, right):
        return True
    return bool(left.counted and right.counted) and not _count_same(left, right)


def _are_others(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    return bool(ours and theirs) and not ours & theirs


def _are_dated_apart(left: Figured, right: Figured) -> bool:
    pairs = [(a, b) for a in left.dates for b in right.dates]
    return bool(pairs) and not any(days_overlap(a, b) for a, b in pairs)


def _is_old(place: PlacedFigure, dates: Sequence[str]) -> bool:
    """Whether all dates beside a figure are long past, or one that the other sentence lacks."""
    own = place.figured.dates
    lacking = [date for date in own if date not in dates]
    return bool(lacking) and all(is_long_past(place.line.reading, [date]) for date in own)


def _are_opposed(left: Figured, right: Figured) -> bool:
    """Whether near one stands the reverse of a verb near the other: "rose", "fell"."""
    return any(are_verbs_opposed(a, b) for a in left.near for b in right.near)


def _make_clause(place: PlacedFigure) -> Clause:
    line, figured = place.line, place.figured
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
