"""What became of an offer when sections were filled, noted by the filling itself."""

from dataclasses import dataclass
from typing import Literal

from briefing.compose.offers import Offer

Limit = Literal["edited", "words", "background", "pages", "statements"]
Ruling = Literal["told", "shares", "nothing", "little", "repeats", "stale", "idle"] | Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferVerdict:
    """What was decided of an offer when its turn came, the last time that it had one.

    ruling: `told`; or why not: it `shares` a sentence with what it can't take the place of; it adds
        `nothing`, or too `little` for a section that tells something; it `repeats` some statements;
        it is `stale`, hardly a word of it being new beside all of them; it is `idle`, telling too
        little of what happened beside what its section tells; or its section had no room: for an
        editor's choice (`edited`), of `words`, of `statements`, of the `pages` that sections share,
        or for `background` beside what is better.
    gain: what it would have added then, at most.
    others: what stood in its way: what it shares a sentence with, what it repeats, else what its
        section told by then; of what is told the section's row with it.
    """

    ruling: Ruling
    gain: float = 0.0
    others: tuple[Offer, ...] = ()
