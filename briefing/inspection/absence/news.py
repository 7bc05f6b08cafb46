"""How much of an offer is told already, in which statements and by which words."""

import re
from collections.abc import Iterator

from briefing.compose.offers import Offer
from briefing.inspection.absence.case import PassageCase, join_names
from briefing.offer.concepts import find_concepts

_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
_SHOWN, _WORDS = 2, 4  # statements that are named, and words of each
_MOST = 0.5  # share of an offer's weight from which it is said how much is told already


def say_told_already(case: PassageCase, number: int) -> Iterator[str]:
    """How much of what an offer weighs is told already, and where, and whose news it tells; nothing
    where less than half is and the news is its own.
    """
    filling = case.filling
    offer = filling.pool[number]
    same = [one for one in filling.choice.list_told() if offer.lead and one.lead == offer.lead]
    if same and case.shortlists[0][offer.section].wanted.words is None:
        told = join_names([case.name_offer(one) for one in same[:_SHOWN]])
        yield f"{told} tells the same news, of which more counts for little"
    share = _measure_told(case, offer)
    shared = list(_list_words(case, offer)) if share >= _MOST else []
    if shared:
        weighs = (
            f"words weigh by how many sentences have them, and by that {share:.0%} of it is told"
        )
        yield f"{weighs}: {'; '.join(shared)}"


def _measure_told(case: PassageCase, offer: Offer) -> float:
    """The share of an offer's weight that its section's brief tells already."""
    weights, covered = case.shortlists[1], case.filling.choice.covered
    whole = sum(weights.get(one, 0.0) for one in offer.concepts)
    told = sum(weights.get(one, 0.0) for one in offer.concepts if one in covered)
    return told / whole if whole else 0.0


def _list_words(case: PassageCase, offer: Offer) -> Iterator[str]:
    """The statements that tell most of what an offer weighs, each with the words."""
    weights = case.shortlists[1]
    own = set(offer.concepts)

    def weigh(told: Offer) -> float:
        return sum(weights.get(one, 0.0) for one in own.intersection(told.concepts))

    for told in sorted(case.filling.choice.list_told(), key=weigh, reverse=True)[:_SHOWN]:
        words = _name_words(case, offer, told)
        if words:
            yield f"{case.name_offer(told)} has {join_names(words)}"


def _name_words(case: PassageCase, offer: Offer, told: Offer) -> list[str]:
    """The words of an offer that another tells, those that weigh most."""
    weights, language = case.shortlists[1], offer.candidate.language
    shared = set(told.concepts).intersection(offer.concepts)
    stems: dict[str, str] = {}
    for word in _WORD.findall(offer.candidate.statement.text):
        for stem in find_concepts(word, language):
            if stem in shared:
                stems.setdefault(stem, f"“{word}”")
    heaviest = sorted(stems, key=lambda one: -weights.get(one, 0.0))
    return [stems[one] for one in heaviest[:_WORDS]]
