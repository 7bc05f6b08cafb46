"""How much of an offer is told already."""

from collections.abc import Iterator

from briefing.compose.offers import Offer
from briefing.inspection.absence.case import PassageCase, join_names

_SHOWN = 2  # statements that are named
_MOST = 0.5  # share of an offer's weight from which it is said how much is told already


def say_told_already(case: PassageCase, number: int) -> Iterator[str]:
    """How much of what an offer weighs is told already, and who tells the same news; nothing where
    less than half is and the news is its own.
    """
    filling = case.filling
    offer = filling.pool[number]
    same = [one for one in filling.choice.list_told() if offer.lead and one.lead == offer.lead]
    if same and case.shortlists[0][offer.section].wanted.words is None:
        told = join_names([case.name_offer(one) for one in same[:_SHOWN]])
        yield f"{told} tells the same news, of which more counts for little"
    share = _measure_told(case, offer)
    if share >= _MOST:
        yield f"{share:.0%} of what its words weigh stands in what is told"


def _measure_told(case: PassageCase, offer: Offer) -> float:
    """The share of an offer's weight that its section's brief tells already."""
    weights, covered = case.shortlists[1], case.filling.choice.covered
    whole = sum(weights.get(one, 0.0) for one in offer.concepts)
    told = sum(weights.get(one, 0.0) for one in offer.concepts if one in covered)
    return told / whole if whole else 0.0
