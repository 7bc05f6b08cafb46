"""Where two voices say otherwise how a thing stands: "is still in custody", "was released"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.events.contradictions import HAPPENED, IS_SO
from briefing.events.days import appeared_near, last_day
from briefing.events.points import NEAR, make_side
from briefing.languages import is_rewritten
from briefing.languages.en.assertions.fold import fold_text
from briefing.languages.en.assertions.measures import holds_number
from briefing.languages.en.clauses.find import publication_day
from briefing.languages.en.stances import KINDS, Stance, StanceKind, find_first_names, find_stances
from briefing.languages.packs import attribute_sentences
from briefing.model import Disagreement, Reading, Span

TOPICS = frozenset({IS_SO, HAPPENED})
_BLOCK = 60  # stances of a kind; of more nobody could make rows
_ALIKE = 2  # names and words that two stances share to be of one thing, where one is a name,
_UNNAMED = 3  # and where none is


@dataclass(frozen=True, slots=True, kw_only=True)
class _ToldStance:
    """A stance in its article."""

    reading: Reading
    stance: Stance

    @property
    def day(self) -> str:
        return last_day(publication_day(self.reading.document))

    @property
    def speaker(self) -> str:
        return attribute_sentences(self.reading, (self.stance.sentence,)).speaker


def list_stances(
    readings: Sequence[Reading], families: Mapping[str, str]
) -> tuple[Disagreement, ...]:
    """A row for each pair of stances of two voices on one thing that exclude each other, what both
    share most first.
    """
    by_kind: dict[str, list[_ToldStance]] = defaultdict(list)
    for reading in readings:
        for stance in find_stances(reading) if is_rewritten(reading.document.language) else ():
            by_kind[stance.kind].append(_ToldStance(reading=reading, stance=stance))
    found = [
        (worth, one, other)
        for told in by_kind.values()
        if len(told) <= _BLOCK
        for worth, one, other in _opposed_pairs(told, families)
    ]
    found.sort(key=lambda row: (-row[0], _place(row[1]), _place(row[2])))
    return tuple(_make_row(one, other) for _, one, other in found)


def _place(one: _ToldStance) -> tuple[str, int]:
    return one.reading.document.id, one.stance.sentence.start


def _opposed_pairs(
    told: Sequence[_ToldStance], families: Mapping[str, str]
) -> Iterator[tuple[int, _ToldStance, _ToldStance]]:
    for one, other in combinations(told, 2):
        if one.stance.first != other.stance.first and _may_differ(one, other, families):
            worth = _worth_of(one, other)
            if worth and _are_two_voices(one, other):
                yield worth, one, other


def _worth_of(one: _ToldStance, other: _ToldStance) -> int:
    """How much two stances share; 0 where they are not surely of one thing."""
    if _are_of_one_sentence(one, other):
        return _ALIKE  # "A says so; B says otherwise"
    kind = KINDS[one.stance.kind]
    if kind.story and _denies_for_all(one.stance, other.stance):
        return len(find_first_names(one.reading) & find_first_names(other.reading)) // _ALIKE
    if _are_named_apart(one, other) or not _holds_alike(one, other, kind):
        return 0
    if kind.own and _count_others(one, other):
        return 0
    return _count_shared(one, other)


def _count_shared(one: _ToldStance, other: _ToldStance) -> int:
    """How many names and words two stances share beside those of who says so; 0 for too few. A
    name that neither article opens with counts twice.
    """
    left, right = one.stance, other.stance
    said, names = fold_text(f"{one.speaker} {other.speaker}"), left.names & right.names
    if not names:
        words = len((left.words & right.words) - said)
        return words if words >= _UNNAMED else 0
    rare = names - find_first_names(one.reading) - find_first_names(other.reading)
    shared = len(names) + len(rare) + len((left.around & right.around) - said)
    return shared if shared >= _ALIKE else 0


def _denies_for_all(left: Stance, right: Stance) -> bool:
    """Whether one denies for all what is to come by the other: "nobody will lose their job"."""
    return left.coming and right.coming and left.whole != right.whole


def _are_of_one_sentence(one: _ToldStance, other: _ToldStance) -> bool:
    return one.reading is other.reading and one.stance.sentence == other.stance.sentence


def _holds_alike(one: _ToldStance, other: _ToldStance, kind: StanceKind) -> bool:
    """Whether two stances share what stances of their kind must: see `phrases.txt`."""
    left, right = one.stance, other.stance
    if kind.named and not left.owners & right.owners & left.names & right.names:
        return False
    if kind.object and not (left.around & right.around) - left.owners - right.owners:
        return False
    return not kind.own or _are_of_one_owner(one, other)


def _count_others(one: _ToldStance, other: _ToldStance) -> bool:
    """Whether both clauses give figures, and none in common: some of many may be so and others
    not ("29 have been brought out alive", "a pupil of 12 died").
    """
    ours, theirs = (
        {word for word in _clause_of(told).lower().split() if holds_number(word)}
        for told in (one, other)
    )
    return bool(ours and theirs) and not ours & theirs


def _clause_of(one: _ToldStance) -> str:
    span = one.stance.clause
    return one.reading.document.text[span.start : span.end]


def _are_of_one_owner(one: _ToldStance, other: _ToldStance) -> bool:
    """Whether a noun ahead of one phrase is in the other's sentence; a name ahead of both where
    one has no noun there.
    """
    left, right = one.stance, other.stance
    said = fold_text(f"{one.speaker} {other.speaker}")
    ours, theirs = left.owners - left.names - said, right.owners - right.names - said
    if ours and theirs:
        return bool(ours & right.around or theirs & left.around)
    return bool(left.owners & right.owners)


def _are_named_apart(one: _ToldStance, other: _ToldStance) -> bool:
    """Whether two stances name somebody or something, and each what the other doesn't; whoever
    says so aside.
    """
    ours, theirs = one.stance.names, other.stance.names
    if ours and theirs and not ours & theirs:
        return True
    first, second = ours - theirs, theirs - ours
    return bool(first - fold_text(one.speaker) and second - fold_text(other.speaker))


def _may_differ(one: _ToldStance, other: _ToldStance, families: Mapping[str, str]) -> bool:
    """Whether two stances are of articles that may tell one thing, at a time at which only one can
    be right.
    """
    if one.stance.coming != other.stance.coming and not (_lasts(one) or _lasts(other)):
        return False
    ours, theirs = one.reading.document, other.reading.document
    if one.reading is not other.reading and families[ours.id] == families[theirs.id]:
        return False
    return appeared_near(ours, theirs, NEAR) and _are_of_one_time(one, other)


def _lasts(one: _ToldStance) -> bool:
    """Whether a stance is of a state that lasts, now or to come, or of a kind of which what is to
    come differs from what is.
    """
    kind = KINDS[one.stance.kind]
    return kind.ever or (kind.lasting and one.stance.first and one.stance.coming)


def _are_of_one_time(one: _ToldStance, other: _ToldStance) -> bool:
    """Whether neither side overtakes the other."""
    if not one.day or not other.day or one.day == other.day:
        return True
    kind = KINDS[one.stance.kind]
    if kind.passing:
        return False
    if kind.lasting:
        lasting, ending = (one, other) if one.stance.first else (other, one)
        return ending.day <= lasting.day
    first = min(one, other, key=lambda told: told.day)
    return kind.ever or kind.past or not (kind.happens and _denies_once(first.stance))


def _denies_once(stance: Stance) -> bool:
    """Whether a stance only says that something hadn't happened yet."""
    return stance.turned and not stance.coming


def _are_two_voices(one: _ToldStance, other: _ToldStance) -> bool:
    """Whether two outlets say so, or in one article two that are named; who says otherwise on
    another day has changed his mind.
    """
    if _are_of_one_sentence(one, other):
        parted = one.stance.clause != other.stance.clause
        return parted and one.stance.spoken and other.stance.spoken
    speakers = one.speaker, other.speaker
    if one.reading is not other.reading:
        return not speakers[0] or speakers[0] != speakers[1] or one.day == other.day
    return all(speakers) and speakers[0] != speakers[1]


def _make_row(one: _ToldStance, other: _ToldStance) -> Disagreement:
    first, second = sorted((one, other), key=lambda told: (told.day, _place(told)))
    return Disagreement(
        topic=HAPPENED if KINDS[one.stance.kind].happens else IS_SO,
        positions=(
            make_side(first.reading, _cited_span(first, second), second.stance.sentence),
            make_side(second.reading, _cited_span(second, first), first.stance.sentence),
        ),
    )


def _cited_span(one: _ToldStance, other: _ToldStance) -> Span:
    """The sentence of one, its clause where both are of one sentence."""
    return one.stance.clause if _are_of_one_sentence(one, other) else one.stance.sentence
