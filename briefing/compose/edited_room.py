"""The room of a section that an editor chooses for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.compose.offers import Offer


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedRoom:
    """The room of a section that an editor chooses for: at most `statements` and `words`.

    `sources` maps documents to the family that each is of, `shares` a family to how much may be of
    it; one that is not named may have `share`. That is in statements where these are `counted`,
    else in words.
    """

    statements: int
    words: int
    sources: Mapping[str, str]
    shares: Mapping[str, int]
    share: int
    counted: bool

    def measure(self, offer: Offer) -> int:
        """How much of the room an offer takes."""
        return 1 if self.counted else offer.words


def is_within(room: EditedRoom, offer: Offer, chosen: Sequence[Offer]) -> bool:
    """Whether an offer fits beside what is chosen, and leaves room for other sources than its own.

    The first statement of a source always does: a source may be told, and not told alone.
    """
    if len(chosen) >= room.statements:
        return False
    if sum(one.words for one in chosen) + offer.words > room.words:
        return False
    family = room.sources[offer.candidate.document]
    own = [room.measure(one) for one in chosen if room.sources[one.candidate.document] == family]
    return not own or sum(own) + room.measure(offer) <= room.shares.get(family, room.share)
