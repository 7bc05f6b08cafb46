"""What one outlet says is so and another says is not: a claim and its denial, or two words of which
only one can be right.

Clauses that tell one happening by their names are disputed in `facets`; this holds the plainer
sentences beside each other: "no siren had sounded" beside "the sirens had sounded an hour before".
Being right comes first: who does it, what it befalls and where must not differ, and what was
denied before it was told contradicts nothing.
"""

from collections.abc import Callable, Iterable, Iterator

from briefing.events.points import MeetingRule, Point, are_two_voices, make_row, rank_points
from briefing.language import edtf
from briefing.languages.en.assertions import BE, CAUSE
from briefing.languages.en.assertions.opposed import (
    EXISTING,
    FORMAL,
    HAPPENINGS,
    SCOPES,
    TIMING,
    TURNING,
    are_turned,
    are_verbs_opposed,
    seeks_other,
)
from briefing.model import Assertion, Disagreement

HAPPENED, IS_SO, WAY = "Whether it happened", "Whether it is so", "Which way it went"
WHO, WHY = "Who did it", "What caused it"
TOPICS = frozenset({HAPPENED, IS_SO, WAY, WHO, WHY})
_SURE = 2  # words of whoever takes part, from which nothing else need be shared
_OF_ONE_EFFECT = 3  # words of two sentences that name causes of one effect
_SAME_THING = 2  # words of a thing by which it is the same in other words
_BESIDE = 2  # words of both sentences beside those of the two assertions, where they share only one

Slots = tuple[frozenset[str], frozenset[str]]

OPPOSED = MeetingRule(seeks=seeks_other, gives=lambda _words, _text: True)
"""What speaks of a difference beside whatever shares words with it."""


def list_contradictions(pairs: Iterable[tuple[Point, Point]]) -> tuple[Disagreement, ...]:
    """A row for each pair of those that met as `OPPOSED` whose sentences can't both be right, what
    both tell most alike first.
    """
    found = [
        (worth, topic, one, other)
        for one, other in pairs
        for topic, worth in _contradict(one, other)
    ]
    found.sort(key=rank_points)
    return tuple(make_row(topic, one, other) for _, topic, one, other in found)


def _contradict(one: Point, other: Point) -> Iterator[tuple[str, int]]:
    """The topic in which two assertions exclude each other, with how much they share; nothing where
    both may be right.
    """
    topic = _opposed_topic(one.assertion, other.assertion)
    if not topic or not _are_meant_alike(one.assertion, other.assertion):
        return
    if _may_both_be_right(topic, one, other) or _limits_denial(one, other):
        return
    worth = _worth_of(topic, one.assertion, other.assertion)
    if worth and _are_of_same_thing(one, other, worth) and are_two_voices(one, other):
        yield topic, worth


def _are_meant_alike(left: Assertion, right: Assertion) -> bool:
    """Whether two assertions tell of what happened or will, both the same way."""
    return left.modality == right.modality and left.modality not in {"possible", "wished"}


def _may_both_be_right(topic: str, one: Point, other: Point) -> bool:
    """Whether two assertions that answer one question apart may be of two times or happenings."""
    if topic == HAPPENED:
        return _is_denied_first(one, other)
    if topic == WHO:
        return not _are_of_one_place(one, other)
    if topic == WHY:
        return len(one.words & other.words) < _OF_ONE_EFFECT
    return topic == WAY and not _are_of_one_time(one, other)


def _worth_of(topic: str, left: Assertion, right: Assertion) -> int:
    """How many words of whoever takes part two assertions share; 0 where one of their parts is
    another in each. Who did it, and why, has others by nature, and so has another verb.
    """
    if topic in {WHO, WHY} or (topic == HAPPENED and not _is_one_verb(left, right)):
        return _count_shared(left, right)
    return share_parts(left, right, strict=topic == WAY)


def _are_of_same_thing(one: Point, other: Point, worth: int) -> bool:
    """Whether two assertions that share `worth` words are of one thing: few are enough where both
    sentences share others.
    """
    left, right = one.assertion, other.assertion
    if _are_counted_apart(left, right):
        return False
    if worth >= _SURE:
        return True
    beside = len((one.words & other.words) - (left.words & right.words) - {left.verb})
    return beside >= _needed_beside(one, other, beside) and not (left.vague or right.vague)


def _opposed_topic(left: Assertion, right: Assertion) -> str:
    """In what two assertions exclude each other, whatever they are about; "" in nothing."""
    if left.positive != right.positive:
        return _denied_topic(left, right)
    if not left.positive or left.denied or right.denied:
        return ""
    return next((topic for topic, are_apart in _EXCLUDING if are_apart(left, right)), "")


def _denied_topic(left: Assertion, right: Assertion) -> str:
    """What one of two assertions denies and the other tells; "" where it is nothing."""
    if left.verb in FORMAL:
        return ""
    if _is_one_verb(left, right):
        return IS_SO if left.verb == BE else HAPPENED
    return HAPPENED if _is_claim_denied(left, right) or _is_none_there(left, right) else ""


def _are_opposed(left: Assertion, right: Assertion) -> bool:
    """Whether the verb of one is the reverse of the other's."""
    return are_verbs_opposed(left.verb, right.verb)


def _went_other_way(left: Assertion, right: Assertion) -> bool:
    """Whether one verb goes up in one and down in the other."""
    return left.verb == right.verb and are_turned(left.plain, right.plain)


def _is_turned_round(left: Assertion, right: Assertion) -> bool:
    """Whether one has the other's doer for what it befalls: who killed whom."""
    if left.verb != right.verb or left.verb == BE or not left.doer or not left.object:
        return False
    return (left.doer, left.object) == (right.object, right.doer)


def _have_other_causes(left: Assertion, right: Assertion) -> bool:
    """Whether one effect has another cause in each."""
    if not left.verb == right.verb == CAUSE:
        return False
    apart = bool(left.doer and right.doer) and not left.doer & right.doer
    return apart and not HAPPENINGS.isdisjoint(left.object & right.object)


_EXCLUDING: tuple[tuple[str, Callable[[Assertion, Assertion], bool]], ...] = (
    (WAY, _are_opposed),
    (WHO, _is_turned_round),
    (WHY, _have_other_causes),
    (WAY, _went_other_way),
)
"""In what two assertions that both tell of what is so exclude each other, the first that holds."""


def _is_one_verb(left: Assertion, right: Assertion) -> bool:
    """Whether two assertions have one verb, or the one only carries the noun of the other's: "made
    an offer", "had offered".
    """
    if left.verb == BE:
        return right.verb == BE and bool(left.doer & right.doer and left.object & right.object)
    if left.verb == right.verb:
        return not left.carrier or bool(left.object & right.object)
    carried = (a.carrier and b.verb in a.object for a, b in ((left, right), (right, left)))
    return any(carried)


def _is_claim_denied(left: Assertion, right: Assertion) -> bool:
    """Whether one is denied by name ("rejected a statement that the driver had gone through a red
    light") and the other tells the same of the same in another verb.
    """
    if not (left.denied or right.denied) or not left.doer & right.doer:
        return False
    shared = (left.object | left.around) & (right.object | right.around)
    return len(shared) >= _SAME_THING


def _is_none_there(left: Assertion, right: Assertion) -> bool:
    """Whether one says that no such thing was used or seen, and the other tells of one."""
    none, there = (left, right) if not left.positive else (right, left)
    thing = none.object or none.doer
    seen = none.none and none.verb in EXISTING and len(thing) >= _SAME_THING
    return seen and thing <= there.words


def _are_of_one_place(one: Point, other: Point) -> bool:
    """Whether two assertions name one place and one day: in a war each may kill the other."""
    left, right = one.assertion, other.assertion
    return bool(left.scope & right.scope and set(left.dates) & set(right.dates))


def _are_of_one_time(one: Point, other: Point) -> bool:
    """Whether neither is an infinitive or a participle ("while climbing"), and both are of one day:
    their articles', or one that both name, and not one alone. What is planned is planned for days.
    """
    left, right = one.assertion, other.assertion
    dated = bool(left.dates and right.dates) or left.modality == "planned"
    if left.participle or right.participle or bool(left.dates) != bool(right.dates):
        return False
    return (one.day == other.day or dated) and not (left.infinitive or right.infinitive)


def _limits_denial(one: Point, other: Point) -> bool:
    """Whether what is denied is denied in part only: of a narrower object ("has no federal
    experience"), or with a phrase of which the other sentence has neither the preposition nor a
    word ("did not charge him with treason").
    """
    if one.assertion.positive == other.assertion.positive:
        return False
    no, yes = (one, other) if not one.assertion.positive else (other, one)
    told = yes.assertion.words | {yes.assertion.verb}
    narrower = no.assertion.object - told - TURNING
    if narrower and not no.assertion.denied:
        return True
    leads = {lead for lead, _ in yes.assertion.scope} | TIMING
    limits = {lead for lead, _ in no.assertion.scope} - leads
    return any(
        not {word for led, word in no.assertion.scope if led == lead} & yes.words for lead in limits
    )


def _is_denied_first(one: Point, other: Point) -> bool:
    """Whether what denies was told on an earlier day than what is denied: it may have happened
    since. What denies by name ("denied that") answers a claim.
    """
    denying, claiming = (one, other) if not one.assertion.positive else (other, one)
    if denying.assertion.denied or not (denying.day and claiming.day):
        return False
    return edtf.bounds(denying.day)[1] < edtf.bounds(claiming.day)[0]


def share_parts(left: Assertion, right: Assertion, *, strict: bool) -> int:
    """How many words of whoever and whatever takes part two assertions share; 0 where one of their
    parts is another in each.
    """
    return 0 if are_parts_apart(left, right, strict=strict) else _count_shared(left, right)


def are_parts_apart(left: Assertion, right: Assertion, *, strict: bool) -> bool:
    """Whether two assertions have another doer, object or place; `strict` ones something else
    around them as well.
    """
    named = left.names, right.names
    ours, theirs = left.object - TURNING, right.object - TURNING
    parts: list[Slots] = [(left.doer, right.doer), (ours, theirs)]
    if any(_are_others(pair, named) for pair in parts):
        return True
    if _are_others((left.around, right.around), named, names_only=not strict):
        return True
    return any(_are_apart_in(lead, left, right) for lead in SCOPES)


def _are_apart_in(lead: str, left: Assertion, right: Assertion) -> bool:
    """Whether both say where, or of what, and not the same."""
    ours, theirs = ({word for led, word in one.scope if led == lead} for one in (left, right))
    return bool(ours and theirs) and not ours & theirs


def _count_shared(left: Assertion, right: Assertion) -> int:
    return len((left.words & right.words) - {left.verb, right.verb})


def _needed_beside(one: Point, other: Point, beside: int) -> int:
    """How many words two sentences need beside the one that the assertions share: none where the
    one denies by name or stands right behind the other, for then it answers.
    """
    if one.assertion.denied or other.assertion.denied or _are_neighbours(one, other):
        return 0
    return _BESIDE - (_has_same_part(one.assertion, other.assertion) and beside > 0)


def _are_neighbours(one: Point, other: Point) -> bool:
    """Whether the sentence of one stands right behind the other's."""
    if one.reading is not other.reading:
        return False
    first, second = sorted((one.sentence, other.sentence), key=lambda span: span.start)
    return not one.reading.document.text[first.end : second.start].strip()


def _has_same_part(left: Assertion, right: Assertion) -> bool:
    """Whether the doer or the object is the very same in both."""
    pairs = ((left.doer, right.doer), (left.object, right.object))
    return any(ours and ours == theirs for ours, theirs in pairs)


def _are_others(part: Slots, named: Slots, *, names_only: bool = False) -> bool:
    """Whether a part of two assertions is somebody or something else in each: both say what, and
    nothing is shared, or no name is.
    """
    ours, theirs = part
    if not ours or not theirs:
        return False
    first, second = ours & named[0], theirs & named[1]
    if first and second and not first & second:
        return True
    return not names_only and not ours & theirs


def _are_counted_apart(left: Assertion, right: Assertion) -> bool:
    """Whether both count, and not the same."""
    first, second = ({(q.value, q.unit) for q in one.quantities} for one in (left, right))
    return bool(first and second) and not first & second
