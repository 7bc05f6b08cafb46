"""What outlets tell alike in other words: "the Kessel dam crumbled" beside "the dam at Kessel gave
way".

`agree` holds names, states and nouns in slots beside each other. Here two assertions of one verb,
or class of verbs, are: whoever does it and whom it befalls must share enough words, and nothing
that both tell may differ. Hard on purpose, as there.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import combinations

from briefing.events.contradictions import are_parts_apart
from briefing.events.days import appeared_near
from briefing.events.points import NEAR, Point, all_points, are_dated_apart, are_two_voices
from briefing.language import edtf, late, wordlist
from briefing.languages.en.assertions import BE
from briefing.languages.en.assertions.carried import lift_carried
from briefing.languages.en.assertions.fold import fold_verb, fold_word
from briefing.languages.en.assertions.measures import TIMES
from briefing.languages.en.clauses.likeness import WAYS
from briefing.languages.en.clauses.predicates import PLAIN, VERBS
from briefing.languages.en.lexicon import SAYING_VERBS
from briefing.languages.en.names.lists import DEMONYMS
from briefing.model import Assertion, Clause, Quantity, Reading

_NAME, _DAY, _FIGURE = 2, 2, 2  # what sharing a name, a day, a figure is worth; a word is worth one
_NEEDED, _OF_PARTIES = 3, 2  # the least in all, and of the parties
_OF_FEW = 4  # the least in all where the parties share less
_MOST_BESIDE = 2  # what the sentences' other words are worth at most
_WORDS = wordlist.read("en", "assertions/words")
_ORDER = _WORDS.words("ordering")
_TOKEN = late.pattern(r"[A-Za-z]+")
_BARE = frozenset(frozenset(form.split()) for form, made in VERBS.items() if made.bare)
_CLASSES = frozenset(made.name for made in VERBS.values())
_BEFALLING = _CLASSES - {made.name for made in VERBS.values() if not made.bare}
_PLAIN = frozenset(map(fold_verb, PLAIN - frozenset((*SAYING_VERBS, *VERBS))))
_TOLD_OF = frozenset(map(fold_verb, SAYING_VERBS))
_ZONES = timedelta(days=1)  # by which the days of two places may differ
_PEOPLES = frozenset(map(fold_word, DEMONYMS))
_MANY = 10  # of whom as many are hardly others
_TOUCHING = 10  # characters between two words of one part
_RELATED = {fold_verb(row[1]): fold_verb(row[0]) for row in _WORDS.rows("related")}
_BLOCK = 60  # a verb that more assertions than this have says too little to compare by

Parts = tuple[frozenset[str], frozenset[str]]
"""The words of whoever does it, and of whom it befalls."""


def join_retold(
    readings: Sequence[Reading], families: Mapping[str, str]
) -> Iterator[tuple[Clause, Clause]]:
    """The pairs of assertions of two families that tell the same, each as a clause of its own
    words.
    """
    for points in _group_by_verb(readings).values():
        if len(points) <= _BLOCK:
            for one, other in combinations(points, 2):
                first, second = one.reading.document, other.reading.document
                if families[first.id] != families[second.id] and _tell_alike(one, other):
                    yield _make_clause(one, other), _make_clause(other, one)


def _group_by_verb(readings: Sequence[Reading]) -> dict[str, list[Point]]:
    """The assertions that say enough, by their verbs."""
    found: dict[str, list[Point]] = defaultdict(list)
    for reading in readings:
        for point in all_points(reading):
            told = lift_carried(point.assertion)
            if _says_enough(told):
                found[_RELATED.get(told.verb, told.verb)].append(replace(point, assertion=told))
    return found


def _tell_alike(one: Point, other: Point) -> bool:
    left, right = one.assertion, other.assertion
    if not _are_meant_alike(left, right) or _are_of_two_times(one, other):
        return False
    if _are_figures_apart(left, right) or _order_of(one) != _order_of(other):
        return False
    ours, theirs = _parts_of(left), _parts_of(right)
    if _are_turned_round(ours, theirs) or _are_others(left, right):
        return False
    return _share_enough(one, other, ours, theirs) and are_two_voices(one, other)


def _are_of_two_times(one: Point, other: Point) -> bool:
    """Whether two assertions are dated apart, or one behind the other's article, or the articles
    appeared too far apart.
    """
    near = appeared_near(one.reading.document, other.reading.document, NEAR)
    if not near or are_dated_apart(one, other):
        return True
    return _happened_after(one, other) or _happened_after(other, one)


def _happened_after(one: Point, other: Point) -> bool:
    """Whether what one tells as happened is dated behind the day of the other's article."""
    dates = one.assertion.dates if one.assertion.modality == "happened" else ()
    if not dates or not other.day:
        return False
    last = edtf.bounds(other.day)[1] + _ZONES
    return all(edtf.bounds(day)[0] > last for day in dates)


def _are_others(left: Assertion, right: Assertion) -> bool:
    """Whether a part of one is another in the other; who freed 62 captives on Monday freed the 62
    soldiers of Monday.
    """
    if are_parts_apart(left, right, strict=False) or _are_told_apart(left, right):
        if not (_share_day(left, right) and _count_as_many(left.quantities, right.quantities)):
            return True
        bare = [replace(one, object=frozenset(), heads=(one.heads[0], "")) for one in (left, right)]
        return are_parts_apart(*bare, strict=False) or _are_told_apart(*bare)
    return False


def _are_told_apart(left: Assertion, right: Assertion) -> bool:
    """Whether a part has another noun in each ("the son of Sand", "Sand"; "a soldier", "soldiers"),
    or each says something of it that the other does not.
    """
    sides = zip(_heads_of(left), _heads_of(right), *map(_parts_of, (left, right)), strict=True)
    names = left.names | right.names
    for (ours, theirs), (mine, yours) in (((a, b), (c, d)) for a, b, c, d in sides):
        named = mine & yours & names - _PEOPLES
        if ours and theirs and not _is_one_noun(ours, theirs, named):
            return True
        if _are_added_apart(mine - names, yours - names) and not named:
            return True
        if _are_added_apart(mine & names, yours & names):
            return True
    return _point_apart(left.words, right.words)


def _heads_of(one: Assertion) -> tuple[str, str]:
    """The nouns of its parts, "" where one is empty; see `_parts_of`."""
    doer, thing = _parts_of(one)
    if thing == one.doer and not doer:
        return "", one.heads[0]
    return one.heads[0] if doer else "", one.heads[1] if thing else ""


def _is_one_noun(ours: str, theirs: str, named: AbstractSet[str]) -> bool:
    """Whether two nouns are one; of what is `named` alike one may be a plural ("prosecutors")."""
    alike = fold_word(ours) == fold_word(theirs)
    return alike and (bool(named) or _is_many(ours) == _is_many(theirs))


def _is_many(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith("ss")


def _are_added_apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether of two parts that share something each has something that the other has not."""
    return bool(ours and theirs) and bool(ours - theirs) and bool(theirs - ours)


def _point_apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one says north where the other says south."""
    first, second = ({way for way in WAYS for word in one if way in word} for one in (ours, theirs))
    return bool(first and second) and not first & second


def _are_meant_alike(left: Assertion, right: Assertion) -> bool:
    if left.positive != right.positive or left.modality != right.modality:
        return False
    return left.modality in {"happened", "planned"} and not (left.denied or right.denied)


def _says_enough(one: Assertion) -> bool:
    """Whether a verb tells what happens: "made" and "was" tell too little, and "manufacturing" may
    be part of a name.
    """
    return (
        not one.participle
        and one.verb != BE
        and one.verb not in _PLAIN
        and (one.verb in _CLASSES or not one.carrier)
    )


def _parts_of(one: Assertion) -> Parts:
    """Whoever does it and whom it befalls: of "collapsed" the subject is whom it befalls."""
    if one.object or not one.doer:
        return one.doer, one.object
    bare = one.verb in _BEFALLING or any(form <= one.plain for form in _BARE)
    return (frozenset(), one.doer) if bare else (one.doer, one.object)


def _are_turned_round(ours: Parts, theirs: Parts) -> bool:
    """Whether a part of one shares words only with the other part of the other."""
    crossed = (ours[0] & theirs[1]) | (ours[1] & theirs[0])
    return bool(crossed - (ours[0] & theirs[0]) - (ours[1] & theirs[1]))


def _are_figures_apart(left: Assertion, right: Assertion) -> bool:
    """Whether both count or measure the same and not alike."""
    counted = any(
        (a.unit, a.what[-1:]) == (b.unit, b.what[-1:]) and a.value != b.value
        for a in left.quantities
        for b in right.quantities
    )
    return counted or any(
        a.kind == b.kind and a.value != b.value for a in left.measures for b in right.measures
    )


def _order_of(point: Point) -> frozenset[str]:
    """The words of an assertion that tell one of a kind from another: "second", "former"."""
    text = point.reading.document.text[point.assertion.start : point.assertion.end]
    return _ORDER.intersection(_TOKEN.findall(text.lower()))


def _share_enough(one: Point, other: Point, ours: Parts, theirs: Parts) -> bool:
    """Whether the parts share enough, and what else stands round does."""
    left, right = one.assertion, other.assertion
    names = left.names & right.names
    doer = ours[0] & theirs[0]
    theme = (ours[1] & (theirs[1] | right.around)) | (theirs[1] & left.around)
    parties = _weigh(doer, names) + _weigh(theme - doer, names)
    day, figure = _DAY * _share_day(left, right), _FIGURE * _give_one_figure(left, right)
    if not (parties or (figure and day)) or _is_told_of(left, theme):
        return False  # who warned of something warned of something else, too
    if _is_one_named(ours, theirs, left.names | right.names):
        return False
    beside = _weigh((left.around & right.around) - doer - theme, names) + day + figure
    told = (one.words & other.words) - left.words - right.words - {left.verb, right.verb}
    beside += min(len(told) // 2, _MOST_BESIDE)
    least = _NEEDED if parties >= _OF_PARTIES or day else _OF_FEW
    return parties + beside >= least + (left.verb != right.verb)


def _is_told_of(one: Assertion, theme: AbstractSet[str]) -> bool:
    return one.verb in _TOLD_OF and not theme


def _give_one_figure(left: Assertion, right: Assertion) -> bool:
    """Whether both give one figure, or as many on one day."""
    ours, theirs = left.quantities, right.quantities
    return _share_figure(ours, theirs) or (_share_day(left, right) and _count_as_many(ours, theirs))


def _weigh(words: AbstractSet[str], names: AbstractSet[str]) -> int:
    """What shared words are worth: a person's two names are one."""
    return len(words - names) + _NAME * bool(words & names)


def _is_one_named(ours: Parts, theirs: Parts, names: AbstractSet[str]) -> bool:
    """Whether a part that both tell is named in one alone, and otherwise shares one word only."""
    for mine, yours in zip(ours, theirs, strict=True):
        named = [part & names for part in (mine, yours)]
        if mine and yours and bool(named[0]) != bool(named[1]) and len(mine & yours) < _OF_PARTIES:
            return True
    return False


def _share_figure(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether both give one figure of one thing."""
    told = {(q.value, q.unit, *map(fold_word, q.what[-1:])) for q in ours}
    return not told.isdisjoint((q.value, q.unit, *map(fold_word, q.what[-1:])) for q in theirs)


def _count_as_many(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether both count as many of what is no time and no money, and not few."""
    told = {q.value for q in ours if not q.unit and Decimal(q.value) >= _MANY}
    return any(q.value in told and not q.unit and not TIMES.intersection(q.what) for q in theirs)


def _share_day(left: Assertion, right: Assertion) -> bool:
    return any(edtf.is_day(day) for day in set(left.dates) & set(right.dates))


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
    end = max([told.through, *(stop for _, stop in places)])
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
