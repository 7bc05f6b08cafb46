"""What sections are offered: each candidate with how much a section wants it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.compose.prominence import TELLS
from briefing.compose.worth import is_mostly_quotation
from briefing.model import Candidate, Shortlist, Wanted

_COST = 0.93  # what each bracket or carried sentence leaves of a statement's worth
# what each definite noun that nothing explains leaves, where every statement is to stand alone
_HANGS = 0.55
# and what is left of one that names nothing at all; see `grounding/unnamed.py`
_NAMELESS = 0.25
# what a statement that is mostly quotation is worth where facts are asked for and not views
_SPOKEN = 0.8
_JUDGED = 0.6  # and what an opinion piece thinks
# The power at which a statement loses worth with the sentences before it where statements are
# counted: news puts first what matters. Tuned on two topics with facts (12 of 23 vital ones to 15).
_PLACE = 0.15
_SECOND = 0.8  # what a section that isn't the passage's best leaves of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A candidate for one section: its concepts, length, and how much that section wants it.

    `lead` is the concept of the news that articles open with and that it tells, "" for none.
    """

    section: int
    candidate: Candidate
    concepts: tuple[str, ...]
    words: int
    affinity: float
    lead: str = ""


def pool_offers(shortlists: Sequence[Shortlist]) -> tuple[Offer, ...]:
    """What every section could tell, in the order of the sections."""
    return tuple(
        offer
        for number, shortlist in enumerate(shortlists)
        for offer in _list_offers(number, shortlist)
    )


def _list_offers(number: int, shortlist: Shortlist) -> Iterator[Offer]:
    """What one section could tell; `number` is its place."""
    wanted = shortlist.wanted
    sections = (section for r in shortlist.ranked for section in r.candidate.sections)
    best = max((score for slug, score in sections if slug == wanted.slug), default=1.0)
    for r in shortlist.ranked:
        yield Offer(
            section=number,
            candidate=r.candidate,
            concepts=r.concepts,
            words=r.words,
            lead=next((one for one in r.concepts if one.startswith(TELLS)), ""),
            affinity=_rate_affinity(r.candidate, wanted, best),
        )


def _rate_affinity(candidate: Candidate, wanted: Wanted, best: float) -> float:
    """How much a section wants a candidate: what it is tagged; where statements are counted also
    how well it stands alone and how early, and where facts are wanted, whether it is one.
    """
    affinity: float = _rate_tag(candidate, wanted.slug, best)
    if wanted.words is not None:
        return affinity
    affinity = affinity * _HANGS**candidate.hanging / (1 + candidate.position) ** _PLACE
    if candidate.nameless:
        affinity *= _NAMELESS
    if wanted.views:
        return affinity
    if is_mostly_quotation(candidate.statement.text):
        affinity *= _SPOKEN
    return affinity * _JUDGED if _is_own_judgement(candidate) else affinity


def _is_own_judgement(candidate: Candidate) -> bool:
    """Whether a candidate is a judgement of its article's own: of an opinion piece, say."""
    said = candidate.statement.citations[0].attribution
    return said.kind == "judgement" and not said.speaker


def _rate_tag(candidate: Candidate, slug: str, best: float) -> float:
    """How much a candidate is a section's: its tag's score, the section's rank among its own, what
    mending it took.
    """
    for place, (section, score) in enumerate(candidate.sections):
        if section == slug:
            share = score / best if best > 0 else 1.0
            rank = 1.0 if place == 0 else _SECOND
            return (0.6 + 0.4 * share) * rank * _COST**candidate.cost * candidate.weight
    return 0.0
