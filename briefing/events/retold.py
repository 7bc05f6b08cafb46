"""What outlets tell alike in other words: "the Kessel dam crumbled" beside "the dam at Kessel gave
way".

`agree` holds names, states and nouns in slots beside each other. Here two assertions of one verb,
or class of verbs, are: whoever does it and whom it befalls must share enough words, and nothing
that both tell may differ. Hard on purpose, as there.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta

from briefing.events.days import appeared_near
from briefing.events.points import NEAR, Point, are_dated_apart, are_two_voices
from briefing.events.retold_meeting import align_kin, meet_by_verb
from briefing.events.retold_parts import (
    PEOPLES,
    are_others,
    are_turned_round,
    count_as_many,
    parts_of,
    share_day,
)
from briefing.events.same_acts import CLASSES, tells_act
from briefing.events.stories import are_of_one_story
from briefing.language import edtf, late, wordlist
from briefing.languages.en.assertions import is_long_past
from briefing.languages.en.assertions.fold import fold_verb, fold_word
from briefing.languages.en.clauses.predicates import VERBS
from briefing.languages.en.lexicon import SAYING_VERBS
from briefing.model import Assertion, Clause, Quantity, Reading

_NAME, _DAY, _FIGURE = 2, 2, 2  # what sharing a name, a day, a figure is worth; a word is worth one
_NEEDED, _OF_PARTIES = 3, 2  # the least in all, and of the parties
_OF_FEW = 4  # the least in all where the parties share less
_NEVER = 1_000  # more than any two share
_MOST_BESIDE = 2  # what the sentences' other words are worth at most
_WORDS = wordlist.read("en", "assertions/words")
_ORDER = _WORDS.words("ordering")
_FIRSTS = _WORDS.words("firsts")
_FORMER = _WORDS.words("former")
_OF = wordlist.patterns("en", "assertions/part_patterns")["part_of"]
_TOKEN = late.pattern(r"[A-Za-z]+")
_TOLD_OF = frozenset(map(fold_verb, SAYING_VERBS))
_ZONES = timedelta(days=1)  # by which the days of two places may differ
_BEHIND = 30  # characters behind a verb that may be part of it
_TOUCHING = 10  # characters between two words of one part
_PARTED: dict[tuple[str, str], list[str]] = defaultdict(list)
for _form, _made in VERBS.items():
    _verb, _, _rest = _form.partition(" ")
    if _rest:
        _PARTED[_verb, _made.name].append(f" {_rest}")


def join_retold(
    readings: Sequence[Reading], families: Mapping[str, str]
) -> Iterator[tuple[Clause, Clause]]:
    """The pairs of assertions of two families that tell the same, each as a clause of its own
    words.
    """
    for one, other in meet_by_verb(readings, families):
        if _tell_alike(one, other):
            yield _make_clause(one, other), _make_clause(other, one)


def _tell_alike(one: Point, other: Point) -> bool:
    if _are_of_two_times(one, other):
        return False
    one, other = align_kin(one, other)
    left, right = one.assertion, other.assertion
    if _are_figures_apart(left, right) or _is_part(one) != _is_part(other):
        return False
    # In this order for the sake of time alone: most pairs are of others, or share too little.
    if are_others(left, right) or not _share_enough(one, other):
        return False
    if are_turned_round(left, right) or _are_of_two_orders(one, other):
        return False
    return are_two_voices(one, other)


def _are_of_two_times(one: Point, other: Point) -> bool:
    """Whether two assertions are dated apart, or one behind the other's article, or the articles
    appeared too far apart.
    """
    near = appeared_near(one.reading.document, other.reading.document, NEAR)
    dated = near or share_day(one.assertion, other.assertion)
    if not dated or are_dated_apart(one, other):
        return True
    past = any(is_long_past(point.reading, point.assertion.dates) for point in (one, other))
    if past and set(one.assertion.dates) != set(other.assertion.dates):
        return True
    return _happened_after(one, other) or _happened_after(other, one)


def _happened_after(one: Point, other: Point) -> bool:
    """Whether what one tells as happened is dated behind the day of the other's article."""
    dates = one.assertion.dates if one.assertion.modality == "happened" else ()
    if not dates or not other.day:
        return False
    last = edtf.bounds(other.day)[1] + _ZONES
    return all(edtf.bounds(day)[0] > last for day in dates)


def _is_part(point: Point) -> bool:
    """Whether what an assertion counts first is some of more: "two of the five suspects"."""
    first = point.assertion.quantities[:1]
    text = point.reading.document.text
    return bool(first) and _OF.match(text, first[0].end) is not None


def _are_figures_apart(left: Assertion, right: Assertion) -> bool:
    """Whether both count or measure the same and not alike."""
    firsts = {one.value for side in (left, right) for one in side.quantities[:1]}
    if len(firsts) > 1 and _count_apart(left, right):
        return True  # "two of the four" and "the two" are as many
    return any(
        a.kind == b.kind and a.value != b.value for a in left.measures for b in right.measures
    )


def _count_apart(left: Assertion, right: Assertion) -> bool:
    return any(
        (a.unit, a.what[-1:]) == (b.unit, b.what[-1:]) and a.value != b.value
        for a in left.quantities
        for b in right.quantities
    )


def _order_of(point: Point, telling: frozenset[str]) -> frozenset[str]:
    """The words of an assertion that tell one of a kind from another: "second", "former"."""
    text = point.reading.document.text[point.assertion.start : point.assertion.end]
    return telling.intersection(_TOKEN.findall(text.lower()))


def _are_of_two_orders(one: Point, other: Point) -> bool:
    """Whether one is the second of its kind, or a former one, and the other isn't; who is named in
    both has left his office in either, and what is of one day and one place is the same.
    """
    ours, theirs = _order_of(one, _ORDER), _order_of(other, _ORDER)
    apart = ours ^ theirs
    if not apart:
        return False
    left, right = one.assertion, other.assertion
    named = left.names & right.names - PEOPLES
    bare = not ((ours and theirs) or _order_of(one, _FIRSTS) or _order_of(other, _FIRSTS))
    if bare and named & left.around & right.around and share_day(left, right):
        return False
    return bool(apart - _FORMER if named else apart)


def _share_enough(one: Point, other: Point) -> bool:
    """Whether the parts share enough, and what else stands round does."""
    left, right = one.assertion, other.assertion
    ours, theirs = parts_of(left), parts_of(right)
    names = left.names & right.names
    doer = ours[0] & theirs[0]
    theme = (ours[1] & (theirs[1] | right.around)) | (theirs[1] & left.around)
    parties = _weigh(doer, names) + _weigh(theme - doer, names)
    day, figure = _weigh_days(left, right), _FIGURE * _give_one_figure(left, right)
    if not (parties or (figure and day)) or _is_told_of(left, theme):
        return False  # who warned of something warned of something else, too
    if not day and _is_one_named(left, right):
        return False
    beside = _weigh((left.around & right.around) - doer - theme, names) + day + figure
    both = bool(doer) and bool(ours[1] & theirs[1])
    sure = parties >= _OF_PARTIES or bool(day)
    least = _least_of(left, right, sure=sure, parties=parties * both)
    return parties + beside + _weigh_surroundings(one, other) >= least


def _least_of(left: Assertion, right: Assertion, *, sure: bool, parties: int) -> int:
    """What two assertions must share at least: more of two verbs; where a verb says too little
    only those agree whose `parties` do, doer and object.
    """
    if not (tells_act(left) and tells_act(right)):
        return _OF_FEW if parties > _OF_PARTIES else _NEVER
    return (_NEEDED if sure else _OF_FEW) + (left.verb != right.verb)


def _weigh_surroundings(one: Point, other: Point) -> int:
    """What the other words of two sentences are worth, and that their articles tell one story."""
    left, right = one.assertion, other.assertion
    told = (one.words & other.words) - left.words - right.words - {left.verb, right.verb}
    of_one = left.verb in CLASSES and are_of_one_story(one.reading, other.reading)
    return min(len(told) // 2, _MOST_BESIDE) + of_one


def _is_told_of(one: Assertion, theme: AbstractSet[str]) -> bool:
    return one.verb in _TOLD_OF and not theme


def _give_one_figure(left: Assertion, right: Assertion) -> bool:
    """Whether both give one figure, or as many on one day."""
    ours, theirs = left.quantities, right.quantities
    return _share_figure(ours, theirs) or (share_day(left, right) and count_as_many(ours, theirs))


def _weigh(words: AbstractSet[str], names: AbstractSet[str]) -> int:
    """What shared words are worth: a person's two names are one."""
    return len(words - names) + _NAME * bool(words & names)


def _is_one_named(left: Assertion, right: Assertion) -> bool:
    """Whether a part that both tell has a name in one alone that the other has nowhere, and
    otherwise they share one word of it only.
    """
    names = left.names | right.names
    alone = names - (left.words & right.words)
    for mine, yours in zip(parts_of(left), parts_of(right), strict=True):
        named = bool(mine & alone) != bool(yours & alone) and not mine & yours & names
        if mine and yours and named and len(mine & yours) < _OF_PARTIES:
            return True
    return False


def _share_figure(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether both give one figure of one thing."""
    told = {(q.value, q.unit, *map(fold_word, q.what[-1:])) for q in ours}
    return not told.isdisjoint((q.value, q.unit, *map(fold_word, q.what[-1:])) for q in theirs)


def _weigh_days(left: Assertion, right: Assertion) -> int:
    """What the day is worth that both name, or the month or year."""
    if share_day(left, right):
        return _DAY
    return int(bool(left.dates and set(left.dates) == set(right.dates)))


def _parted_end(text: str, told: Assertion) -> int:
    """Where what is part of a verb ends behind its object, 0 for nowhere."""
    *_, form = text[told.at : told.through].lower().split() or [""]
    if fold_verb(form) == told.verb:
        return 0
    places = [
        found + len(phrase)
        for phrase in _PARTED.get((form, told.verb), ())
        if (found := text.find(phrase, told.through, told.end)) > 0
    ]
    return min(places, default=0)


def _phrase_end(point: Point) -> int:
    """Where a verb ends, with what stands behind it, or behind its object, where only both have its
    class: "broke down" broke nothing, "took him into custody" took none.
    """
    text, told = point.reading.document.text, point.assertion
    parted = _parted_end(text, told)
    if parted:
        return parted
    words = list(_TOKEN.finditer(text, told.at, told.through + _BEHIND))
    verb = [at for at, found in enumerate(words) if found.end() == told.through]
    for stop in range(len(words), verb[-1] + 1 if verb else len(words), -1):
        phrase = " ".join(found[0].lower() for found in words[verb[-1] : stop])
        if phrase in VERBS and VERBS[phrase].name == told.verb:
            return words[stop - 1].end()
    return told.through


def _make_clause(one: Point, other: Point) -> Clause:
    """What of one the other tells, too: from its subject to its last word that both have, without
    an aside.
    """
    text, told = one.reading.document.text, one.assertion
    shared = (told.words & other.assertion.words) | {told.verb}
    places = [
        (found.start(), found.end())
        for found in _TOKEN.finditer(text, told.start, told.end)
        if fold_word(found[0].lower()) in shared
    ]
    start = told.at
    for first, stop in reversed([place for place in places if place[0] < told.at]):
        start = first if start - stop <= _TOUCHING else start
    end = max([_phrase_end(one), *(stop for _, stop in places)])
    return Clause(
        document=one.reading.document.id,
        passage=one.passage,
        start=start,
        end=end,
        trigger=told.through,  # where no word begins: a clause of the same verb may tell more
        predicate=told.verb,
        kind="single",
        nominal=True,
        parties=(),
        quantities=tuple(q for q in told.quantities if start <= q.start < end),
        published=one.day,
    )
