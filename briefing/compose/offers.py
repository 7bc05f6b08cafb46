"""What sections are offered: each candidate with how much a section wants it."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.compose.prominence import TELLS
from briefing.compose.worth import is_mostly_quotation
from briefing.model import Candidate, Shortlist

_COST = 0.93  # what each bracket or carried sentence leaves of a statement's worth
# what each definite noun that nothing explains leaves, where every statement is to stand alone
_HANGS = 0.9
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
    found: list[Offer] = []
    for number, shortlist in enumerate(shortlists):
        wanted = shortlist.wanted
        counted = wanted.words is None
        slug, hangs, later = wanted.slug, _HANGS if counted else 1.0, _PLACE if counted else 0.0
        spoken, judged = (1.0, 1.0) if wanted.views or not counted else (_SPOKEN, _JUDGED)
        best = max(
            (score for r in shortlist.ranked for s, score in r.candidate.sections if s == slug),
            default=1.0,
        )
        found.extend(
            Offer(
                section=number,
                candidate=r.candidate,
                concepts=r.concepts,
                words=r.words,
                lead=next((one for one in r.concepts if one.startswith(TELLS)), ""),
                affinity=_rate_affinity(r.candidate, slug, best)
                * hangs**r.candidate.hanging
                / (1 + r.candidate.position) ** later
                * (spoken if is_mostly_quotation(r.candidate.statement.text) else 1.0)
                * (judged if _is_own_judgement(r.candidate) else 1.0),
            )
            for r in shortlist.ranked
        )
    return tuple(found)


def _is_own_judgement(candidate: Candidate) -> bool:
    """Whether a candidate is a judgement of its article's own: of an opinion piece, say."""
    said = candidate.statement.citations[0].attribution
    return said.kind == "judgement" and not said.speaker


def _rate_affinity(candidate: Candidate, slug: str, best: float) -> float:
    """How much a section wants a candidate: its tag's score, its rank there, its place, what
    mending it took.
    """
    for place, (section, score) in enumerate(candidate.sections):
        if section == slug:
            share = score / best if best > 0 else 1.0
            rank = 1.0 if place == 0 else _SECOND
            return (0.6 + 0.4 * share) * rank * _COST**candidate.cost * candidate.weight
    return 0.0
