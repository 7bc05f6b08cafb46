"""What the brief tells: the greatest coverage of weighted concepts that the sections' budgets
allow.

Greedy maximum coverage with lazy evaluation (Minoux 1978): gains only shrink as concepts are
covered, so a candidate's old gain is an upper bound and most need no second look. All sections draw
on one pool of concepts, so that nothing is told twice.
"""

import heapq
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.languages.en.sameness import vocabulary, vocabulary_overlap
from briefing.model import Candidate, Citation, Shortlist

_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"")
REPEATED = 0.72  # share of the shorter statement's words beyond which it repeats the other
_COST = 0.93  # what each bracket or carried sentence leaves of a statement's worth
# what each definite noun that nothing explains leaves, where every statement is to stand alone
_HANGS = 0.9
# what a statement that is mostly quotation is worth where facts are asked for and not views
_SPOKEN = 0.8
_MOSTLY = 0.6  # share of a text inside quotation marks from which it is mostly quotation
_TERSE = 8  # words; brevity below that is no merit
# How much length counts against a statement: nearly in full where words are what runs out, else
# mildly.
_BY_WORDS, _BY_STATEMENTS = 0.7, 0.45
_RESERVED = 3  # statements that a section may have however full the brief is
_SECOND = 0.8  # what a section that isn't the passage's best leaves of it


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionOffer:
    """A candidate for one section: its concepts, length, and how much that section wants it."""

    section: int
    candidate: Candidate
    concepts: tuple[str, ...]
    words: int
    affinity: float


def pool_offers(shortlists: Sequence[Shortlist]) -> tuple[SectionOffer, ...]:
    """Give what every section could tell, in the order of the sections."""
    found: list[SectionOffer] = []
    for number, shortlist in enumerate(shortlists):
        wanted = shortlist.wanted
        slug, hangs = wanted.slug, _HANGS if wanted.words is None else 1.0
        spoken = 1.0 if wanted.views or wanted.words is not None else _SPOKEN
        best = max(
            (score for r in shortlist.ranked for s, score in r.candidate.sections if s == slug),
            default=1.0,
        )
        found.extend(
            SectionOffer(
                section=number,
                candidate=r.candidate,
                concepts=r.concepts,
                words=r.words,
                affinity=_rate_affinity(r.candidate, slug, best)
                * hangs**r.candidate.hanging
                * (spoken if _is_mostly_quotation(r.candidate.statement.text) else 1.0),
            )
            for r in shortlist.ranked
        )
    return tuple(found)


def _is_mostly_quotation(text: str) -> bool:
    """Tell whether a text is mostly quotation."""
    inside = sum(len(found) for found in _QUOTATION.findall(text))
    return inside > _MOSTLY * len(text)


def _rate_affinity(candidate: Candidate, slug: str, best: float) -> float:
    """Give how much a section wants a candidate: its tag's score, its rank there, its place, what
    mending it took.
    """
    for place, (section, score) in enumerate(candidate.sections):
        if section == slug:
            share = score / best if best > 0 else 1.0
            rank = 1.0 if place == 0 else _SECOND
            return (0.6 + 0.4 * share) * rank * _COST**candidate.cost * candidate.weight
    return 0.0


@dataclass(slots=True)
class _Choice:
    """What has been chosen so far; lives inside one call of `select`."""

    rows: list[list[SectionOffer]]
    covered: set[str]
    told: list[frozenset[str]]
    used: set[str]
    cited: list[Citation]

    def take(self, offer: SectionOffer, own: frozenset[str]) -> None:
        """Tell a candidate, whose words are `own`, in its section."""
        self.rows[offer.section].append(offer)
        self.told.append(own)
        self.used.add(offer.candidate.statement.key)
        self.covered.update(offer.concepts)
        self.cited.extend(offer.candidate.statement.citations)

    def tells(self, candidate: Candidate) -> bool:
        """Tell whether a sentence of the candidate is told already, in whatever company."""
        return any(
            mine.document == other.document and mine.start < other.end and other.start < mine.end
            for mine in candidate.statement.citations
            for other in self.cited
        )


def select_candidates(
    shortlists: Sequence[Shortlist],
    weights: Mapping[str, float],
    pins: Mapping[str, tuple[str, ...]],
) -> tuple[tuple[Candidate, ...], ...]:
    """Choose each section's candidates, best first, within its budget of statements or words.

    `weights` gives concepts' worth; `pins` maps a section's slug to the keys of statements that it
    must tell: they come first and count against its budget.
    """
    pool = pool_offers(shortlists)
    choice = _Choice(rows=[[] for _ in shortlists], covered=set(), told=[], used=set(), cited=[])
    for number, shortlist in enumerate(shortlists):
        wanted = pins.get(shortlist.wanted.slug, ())
        for offer in pool:
            if offer.section == number and offer.candidate.statement.key in wanted:
                choice.take(offer, vocabulary(offer.candidate.statement.text))
    _fill_sections(pool, shortlists, weights, choice)
    return tuple(tuple(offer.candidate for offer in row) for row in choice.rows)


def _fill_sections(
    pool: Sequence[SectionOffer],
    shortlists: Sequence[Shortlist],
    weights: Mapping[str, float],
    choice: _Choice,
) -> None:
    """Take the best offer that fits, again and again, until none has room or none adds.

    Of equals the one that stands earlier in its article is taken.
    """
    heap = [
        (
            -_measure_gain(offer, weights, choice.covered, shortlists),
            offer.candidate.position,
            number,
            0,
        )
        for number, offer in enumerate(pool)
    ]
    heapq.heapify(heap)
    turn = 0
    while heap and heap[0][0] < 0:
        _, position, number, seen = heapq.heappop(heap)
        offer = pool[number]
        if offer.candidate.statement.key in choice.used:
            continue
        if not _has_room(offer, choice.rows, shortlists):
            continue
        if seen != turn:
            gain = _measure_gain(offer, weights, choice.covered, shortlists)
            heapq.heappush(heap, (-gain, position, number, turn))
            continue
        own = vocabulary(offer.candidate.statement.text)
        if not choice.tells(offer.candidate) and all(
            vocabulary_overlap(own, other) < REPEATED for other in choice.told
        ):
            choice.take(offer, own)
            turn += 1


def _measure_gain(
    offer: SectionOffer,
    weights: Mapping[str, float],
    covered: set[str],
    shortlists: Sequence[Shortlist],
) -> float:
    """Give what a candidate would add, for its length, to the section that is offered it."""
    concepts = (
        [concept for concept in offer.concepts if concept not in covered]
        if covered
        else offer.concepts
    )
    fresh = sum([weights.get(concept, 0.0) for concept in concepts])
    by_words = shortlists[offer.section].wanted.words is not None
    length: float = max(offer.words, _TERSE) ** (_BY_WORDS if by_words else _BY_STATEMENTS)
    return round(fresh * offer.affinity / length, 9)


def _has_room(
    offer: SectionOffer, rows: Sequence[Sequence[SectionOffer]], shortlists: Sequence[Shortlist]
) -> bool:
    """Whether the section still has room, and the brief has it for the section."""
    wanted, chosen = shortlists[offer.section].wanted, rows[offer.section]
    if wanted.words is not None:
        return sum(o.words for o in chosen) + offer.words <= wanted.words
    if wanted.shared and len(chosen) >= _RESERVED:
        sharing = zip(rows, shortlists, strict=True)
        told = sum(o.words for row, one in sharing if one.wanted.shared for o in row)
        if told + offer.words > wanted.shared:
            return False
    return len(chosen) < wanted.statements
