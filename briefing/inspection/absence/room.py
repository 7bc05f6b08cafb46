"""What of a section's room an offer went beyond, what came before it, and how much more room would
tell it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.compose.eventful import is_own_view
from briefing.compose.offers import Offer
from briefing.compose.select import ENOUGH, LITTLE, RESERVED, Filling, fill_sections
from briefing.compose.substance import ENOUGH_SUBSTANCE, is_thin, measure_substance
from briefing.compose.verdicts import OfferVerdict
from briefing.compose.worth import is_mostly_quotation
from briefing.inspection.absence.case import PassageCase, join_names
from briefing.model import Span, Wanted

# Statements more, and times as many words: with more room than that a section is no summary.
_MOST_MORE, _MOST_TIMES = 12, 3
_SHOWN = 4  # statements that are named
_LATE = 10  # sentences into an article from which its place weighs


def say_limit(case: PassageCase, number: int, verdict: OfferVerdict) -> str:
    """What a section had no more room for when an offer's turn came, and what it told by then."""
    offer = case.filling.pool[number]
    slug, wanted = case.slug_of(offer), _wanted(case, offer)
    told = [one for one in verdict.others if not case.filling.left_out(one)]
    names = case.name_offers(told)
    won = _say_forerunners(names)
    if verdict.ruling == "words":
        words = sum(one.words for one in verdict.others)
        return f"{slug} has {words} of {wanted.words} words, and it takes {offer.words}{won}"
    if verdict.ruling == "pages":
        return f"{_say_shared(case, offer)}; {slug} tells {len(names)}{won}"
    idle = len(verdict.others) - len(told)
    left = f" and leaves out {idle} that told too little" if idle else ""
    return f"{slug} tells {len(names)} of {wanted.statements} statements{left}{won}"


def _say_forerunners(names: list[str]) -> str:
    """Which statements came before, as the end of a sentence; "" where none did."""
    if not names:
        return ""
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    before = f"; before it came {join_names(names[:_SHOWN])}{more}"
    return f"{before}, each of which added at least as much for its length"


def _say_shared(case: PassageCase, offer: Offer) -> str:
    """How much of their words the sections tell that share them, and how much an offer takes."""
    filling, wanted = case.filling, _wanted(case, offer)
    shared = sum(one.words for one in filling.choice.list_told() if _wanted(case, one).shared)
    empty = sum(one.words for one in filling.idle)
    left = f" and leave {empty} empty that told too little" if empty else ""
    return (
        f"sections without a number of their own share {wanted.shared} words and tell "
        f"{shared}{left}; it takes {offer.words}, and more is told only in a section that "
        f"tells fewer than {RESERVED}"
    )


def say_idleness(case: PassageCase, number: int) -> str:
    """What an offer tells too little of for a section of facts that no editor chooses for."""
    offer = case.filling.pool[number]
    if is_own_view(offer.candidate):
        why = "it is what the author of an opinion thinks"
    elif is_thin(offer.candidate):
        why = (
            f"of figures, a day, happenings and voices it has {measure_substance(offer.candidate)} "
            f"of the {ENOUGH_SUBSTANCE} that make a statement beside others"
        )
    else:
        why = "it tells nothing that happened, or a detail in a few words, and nobody says it"
    return f"{case.slug_of(offer)}, which asks for facts, leaves its room empty: {why}"


def say_share(case: PassageCase, number: int, verdict: OfferVerdict) -> str:
    """How little an offer adds, beside what makes a section that tells something take it."""
    offer, filling = case.filling.pool[number], case.filling
    usual = filling.least / LITTLE
    share = verdict.gain / usual if usual else 0.0
    return (
        f"it adds {share:.1%} of what a usual statement does, and {case.slug_of(offer)}, which has "
        f"no number of its own and tells {len(verdict.others)}, takes nothing below {LITTLE:.0%} "
        f"once it tells {ENOUGH}"
    )


def say_slightness(case: PassageCase, number: int) -> Iterator[str]:
    """What of an offer's own makes a section want it less."""
    offer = case.filling.pool[number]
    candidate, wanted = offer.candidate, _wanted(case, offer)
    if wanted.words is not None:
        return
    if candidate.hanging:
        yield "it speaks of what only its article explains"
    if candidate.nameless:
        yield "it names nobody, no body and no place"
    if candidate.position >= _LATE:
        yield f"it stands late in its article, as sentence {candidate.position + 1}"
    if not wanted.views and is_mostly_quotation(candidate.statement.text):
        yield f"it is mostly a quotation, and {wanted.slug} asks for facts"
    said = candidate.statement.citations[0].attribution
    if not wanted.views and said.kind == "judgement" and not said.speaker:
        yield f"it is its author's own view, and {wanted.slug} asks for facts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What the section of an offer must be given, in words or statements, and how much more than it
    has that is.
    """

    words: str
    more: int


def find_room(case: PassageCase, number: int, sentence: Span) -> Room | None:
    """How much room the section of an offer must have to tell a sentence, tried as the walk itself
    would do; None where no number in reason does.
    """
    offer = case.filling.pool[number]
    needed = 0
    for told in _list_takings(case, offer):
        needed = max(needed, _measure_row(case, told))
        if any(case.holds(one.candidate, sentence) for one in told):
            return _make_room(case, offer, needed)
    return None


def _list_takings(case: PassageCase, offer: Offer) -> Iterator[tuple[Offer, ...]]:
    """What the section of an offer tells after each choice for it, were there more room: until one
    is made, what was chosen with that much room is the same.
    """
    if offer.section not in case.widened:
        case.widened[offer.section] = _fill_wider(case, offer)
    filling = case.widened[offer.section]
    for place, verdict in filling.verdicts.items():
        if verdict.ruling == "told" and filling.pool[place].section == offer.section:
            yield verdict.others


def _measure_row(case: PassageCase, row: Sequence[Offer]) -> int:
    """How much of a section's room a row takes, in words or statements."""
    by_words = _wanted(case, row[0]).words is not None
    return sum(one.words for one in row) if by_words else len(row)


def _make_room(case: PassageCase, offer: Offer, needed: int) -> Room:
    what = "statements" if _wanted(case, offer).words is None else "words"
    now = _measure_row(case, case.filling.choice.rows[offer.section] or [offer])
    said = f"{what}: {needed} in the section {case.slug_of(offer)}, which tells {now} now"
    return Room(words=said, more=needed - now)


def _fill_wider(case: PassageCase, offer: Offer) -> Filling:
    """The sections filled with more room for the one that is offered something."""
    shortlists, weights = case.shortlists
    wanted = _wanted(case, offer)
    told = len(case.filling.choice.rows[offer.section])
    room = (
        replace(wanted, statements=told + _MOST_MORE, shared=0)
        if wanted.words is None
        else replace(wanted, words=wanted.words * _MOST_TIMES)
    )
    tried = list(shortlists)
    tried[offer.section] = replace(tried[offer.section], wanted=room)
    return fill_sections(tried, weights, case.ingredients.pins)


def _wanted(case: PassageCase, offer: Offer) -> Wanted:
    return case.shortlists[0][offer.section].wanted
