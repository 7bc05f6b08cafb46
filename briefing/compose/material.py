"""What composing works on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.compose.presence import Landscape
from briefing.model import (
    Claim,
    Disagreement,
    Document,
    Event,
    Family,
    Frame,
    Judgement,
    Place,
    Quarantined,
    SectionRules,
    Shortlist,
    Unrelated,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingredients:
    """Everything a brief is composed of. `claims` maps a lead statement's key to its claim.

    `rules` has each section's kind by its slug.
    `documents` are those that were looked at; `others` are listed as well, and `unlisted` more were
    read; `unrelated` are not about the brief. `weights` gives the worth of concepts; `landscape` is
    what statements are seen against; `pins` the keys of statements that a section must tell.
    """

    frame: Frame
    as_of: str
    window: str
    shortlists: tuple[Shortlist, ...]
    rules: Mapping[str, SectionRules]
    weights: Mapping[str, float]
    landscape: Landscape
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    families: tuple[Family, ...]
    quarantined: tuple[Quarantined, ...] = ()
    others: tuple[Document, ...] = ()
    unlisted: int = 0
    unrelated: Unrelated | None = None
    pins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    timeline: tuple[Event, ...] = ()
    places: tuple[Place, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def family_of(self) -> dict[str, Family]:
        """Each document's family by the document's id."""
        return {document: family for family in self.families for document in family.documents}
