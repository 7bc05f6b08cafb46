"""What composing works on."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.model import Claim, Disagreement, Document, Event, Family, Frame, Judgement, Place, Quarantined, Shortlist


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingredients:
    """Everything a brief is composed of. `claims` maps a lead statement's key to its claim.

    `weights` gives the worth of concepts; `named` maps names of parties to how they may speak.
    """

    frame: Frame
    as_of: str
    window: str
    shortlists: tuple[Shortlist, ...]
    weights: Mapping[str, float]
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    families: tuple[Family, ...]
    quarantined: tuple[Quarantined, ...] = ()
    timeline: tuple[Event, ...] = ()
    places: tuple[Place, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def family_of(self) -> dict[str, Family]:
        """Give each document's family by the document's id."""
        return {document: family for family in self.families for document in family.documents}
